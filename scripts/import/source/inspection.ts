// What the first pass over a file found out. Plain data: it travels to the workers by structured clone.
//
// Glossary. A *record* is one row of the file, which may span several physical *lines* when a quoted cell holds line breaks.
// A *column* is a column of the file, a *field* is what we understand it to be. A *spelling* is a distinct value as written.

import type { DateFormat } from './date-format.ts';
import type { ImportKind } from './import-kind.ts';
import type { SourceField } from './source-field.ts';

export type DecimalSeparator = ',' | '.';

export interface SourceColumn {
  /** Position in the file, from 0. */
  readonly index: number;
  /** Header as in the file, cleaned like any cell. */
  readonly header: string;
  /** Undefined when the column is not loaded. */
  readonly field: SourceField | undefined;
  /** Decided for date columns that hold values. */
  readonly dateFormat: DateFormat | undefined;
  /** Decided for amount columns. */
  readonly decimal: DecimalSeparator | undefined;
}

/** A stretch of whole records, about half a megabyte. */
export interface SourceBlock {
  readonly offset: number;
  readonly length: number;
  /** Physical line of its first record, from 1. */
  readonly line: number;
}

/** Where a record stands in the file, in bytes, without its line ending. */
export interface RowPlace {
  readonly offset: number;
  readonly length: number;
}

/** A distinct value of a column. */
export interface Spelling {
  /** As in the file, or what the mapping says to read instead. */
  readonly text: string;
  /** As in the file, where the mapping says to read something else. */
  readonly writtenAs?: readonly string[];
  /** Normalised spelling: see provider-key.ts. */
  readonly key: string;
  readonly count: number;
  /** Physical line of its first appearance. */
  readonly line: number;
}

/** Something the steward should know although the file is accepted. */
export interface Notice {
  readonly code: string;
  readonly text: string;
}

export interface SourceInspection {
  readonly kind: ImportKind;
  /** The file as it was named. */
  readonly path: string;
  /** The file to read records from: `path`, or a UTF-8 copy of it when its encoding is not a superset of ASCII. */
  readonly dataPath: string;
  /** True when dataPath is a copy that `removeCopy` must delete. */
  readonly isCopy: boolean;
  /** Of `dataPath`, to notice that the file changed between the passes. */
  readonly size: number;
  readonly modifiedAt: number;
  /** SHA-256 of `path`, 64 hexadecimal digits. */
  readonly sha256: string;
  /** Of `path`, for example `windows-1252`. */
  readonly encoding: string;
  /** Of `dataPath`. */
  readonly dataEncoding: string;
  /** One ASCII character. */
  readonly delimiter: string;
  readonly lineEnding: 'LF' | 'CRLF' | 'CR' | 'mixed';
  /** Physical line of the header, from 1. */
  readonly headerLine: number;
  readonly columns: readonly SourceColumn[];
  /** Values that a supplier mapping gives to fields without a column. */
  readonly fixed: Readonly<Partial<Record<SourceField, string>>>;
  /** Replacements of cell values, by field and then by the value as `valueKey` folds it. */
  readonly aliases: Readonly<Partial<Record<SourceField, Readonly<Record<string, string>>>>>;
  /** Cells that say "make this field empty", in capitals. */
  readonly clearMarkers: readonly string[];
  /** Turn "CafÃ©" back into "Café". */
  readonly repairsMojibake: boolean;
  /** Records after the header, blank ones included: exactly what the transformation will read. */
  readonly rows: number;
  /** Records whose KvK cell holds no number, all of them when there is no such column; undefined when there are too many to look each up. */
  readonly withoutKvk: readonly RowPlace[] | undefined;
  /** Records whose KvK cell has fewer than eight digits, which may have been its leading zeros; undefined when there are too many. */
  readonly shortKvk: readonly RowPlace[] | undefined;
  readonly blocks: readonly SourceBlock[];
  readonly providers: readonly Spelling[];
  readonly categories: readonly Spelling[];
  readonly notices: readonly Notice[];
}

/** The column that feeds a field. */
export function columnOf(inspection: SourceInspection, field: SourceField): SourceColumn | undefined {
  return inspection.columns.find((column) => column.field === field);
}
