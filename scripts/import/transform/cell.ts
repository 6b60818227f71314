// One cell that has been understood, ready to be written, and the readers that make and remember cells.

import { ByteTable } from '../source/byte-table.ts';
import { viewOf } from '../source/byte-words.ts';
import { cleanText, hasInvisible, repairMojibake } from '../source/clean-text.ts';
import { foldValue } from '../source/header-name.ts';
import type { CellDecoder } from '../source/text-decoder.ts';
import { needsQuotes } from './csv-bytes.ts';
import type { RejectCode, WarningCode } from './messages.ts';
import type { FaultDetail, Verdict } from './verdict.ts';

/** The Bulk API's mark for "make this field empty". */
export const CLEAR = '#N/A';

/** In `Cell.number`: there is none. Far below every day number. */
export const NO_NUMBER = -1_000_000_000;

const NO_BYTES = new Uint8Array(0);
const NO_WARNINGS: readonly WarningCode[] = [];

/** All cells have the same shape, so that the code that handles millions of them stays fast. */
export interface Cell {
  /** CSV as it is sent; may span several columns. Its length stands apart: asking a view for it is a call. */
  readonly output: DataView;
  readonly outputLength: number;
  /** The cell's part of the external id. */
  readonly key: DataView;
  readonly keyLength: number;
  /** True when an external id with this part has to be quoted. */
  readonly isKeyQuoted: boolean;
  /** A number where one is needed afterwards: the KvK number, a day number, a term in months; NO_NUMBER otherwise. */
  readonly number: number;
  readonly isUnknown: boolean;
  readonly fault: RejectCode | undefined;
  readonly detail: FaultDetail | undefined;
  readonly warnings: readonly WarningCode[];
  /** The value where it is needed afterwards; '' otherwise. */
  readonly text: string;
}

/** Text as one cell of the CSV that is sent. */
export function csvText(text: string): string {
  return /[",\n\r]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export interface CellParts {
  /** Text of each column that the cell spans. */
  readonly columns: readonly string[];
  readonly key?: string;
  readonly number?: number;
  readonly text?: string;
}

/** A cell with a value. */
export function valueCell({ columns, key, number, text }: CellParts, warning?: WarningCode): Cell {
  const output = Buffer.from(columns.map(csvText).join(','));
  const keyBytes = key === undefined ? NO_BYTES : Buffer.from(key);
  return {
    output: viewOf(output),
    outputLength: output.length,
    key: viewOf(keyBytes),
    keyLength: keyBytes.length,
    isKeyQuoted: needsQuotes(keyBytes),
    number: number ?? NO_NUMBER,
    isUnknown: false,
    fault: undefined,
    detail: undefined,
    warnings: warning === undefined ? NO_WARNINGS : [warning],
    text: text ?? '',
  };
}

/** The CSV of a cell as text. */
export function textOf({ output, outputLength }: Cell): string {
  return Buffer.from(output.buffer, output.byteOffset, outputLength).toString();
}

/** They differ in nothing but these two, so each is made once. */
const UNKNOWN_CELLS = new Map<string, Cell>();

/** A cell that says nothing, over as many columns. */
export function unknownCell(columns: number, warning?: WarningCode): Cell {
  const key = `${columns} ${warning ?? ''}`;
  const known = UNKNOWN_CELLS.get(key);
  if (known !== undefined) return known;
  const cell = { ...valueCell({ columns: Array.from({ length: columns }, () => '') }, warning), isUnknown: true };
  UNKNOWN_CELLS.set(key, cell);
  return cell;
}

export function faultCell(code: RejectCode, detail: FaultDetail): Cell {
  return { ...unknownCell(1), fault: code, detail };
}

/** Turns a verdict into a cell; `parts` says how a value is written, `columns` over how many columns. */
export function cellOf<Value>(verdict: Verdict<Value>, columns: number, parts: (value: Value) => CellParts): Cell {
  if (verdict.kind === 'fault') return faultCell(verdict.code, verdict.detail);
  return verdict.kind === 'unknown' ? unknownCell(columns, verdict.warning) : valueCell(parts(verdict.value), verdict.warning);
}

export interface CellSettings {
  readonly decode: CellDecoder;
  /** By folded value. */
  readonly aliases: Readonly<Record<string, string>> | undefined;
  /** In capitals. */
  readonly clearMarkers: readonly string[];
  readonly repairsMojibake: boolean;
}

/** Distinct values remembered per column, and when it is not worth it. */
const REMEMBERED = 16_384;
const LONGEST_REMEMBERED = 64;
const TRIAL = 8_192;
const FEWEST_HITS = 0.25;

/** Reads the cells of one column and remembers what it made of them; the memory is bounded and given up where values hardly repeat. */
export class CellReader {
  readonly blank: Cell;
  readonly #understand: (text: string) => Cell;
  readonly #settings: CellSettings;
  readonly #cleared: Cell | undefined;
  readonly #table = new ByteTable(REMEMBERED);
  readonly #cells: Cell[] = [];
  #lookups = 0;
  #misses = 0;
  #remembers = true;

  /** `cleared` is the cell for the clear marker; undefined for fields that cannot be emptied. */
  constructor(settings: CellSettings, understand: (text: string) => Cell, cleared: Cell | undefined) {
    this.#settings = settings;
    this.#understand = understand;
    this.#cleared = cleared;
    this.blank = understand('');
  }

  /** The cell at `bytes[start, end)`; `kind` is the scanner's `quoted`. */
  read(bytes: Buffer, start: number, end: number, kind: number): Cell {
    if (start === end) return this.blank;
    if (kind === 2 || !this.#remembers || end - start > LONGEST_REMEMBERED) return this.#make(bytes, start, end, kind);
    const found = this.#table.find(bytes, start, end);
    this.#lookups += 1;
    if (found >= 0) return this.#cells[found] as Cell;
    this.#misses += 1;
    if (this.#lookups >= TRIAL) {
      this.#remembers = this.#lookups - this.#misses > this.#lookups * FEWEST_HITS;
      this.#lookups = 0;
      this.#misses = 0;
    }
    const cell = this.#make(bytes, start, end, kind);
    const number = this.#table.add(found, bytes, start, end);
    if (number >= 0) this.#cells[number] = cell;
    else this.#table.clear();
    return cell;
  }

  #make(bytes: Buffer, start: number, end: number, kind: number): Cell {
    const decoded = this.#settings.decode(bytes, start, end);
    return this.readText(kind === 2 ? decoded.replaceAll('""', '"') : decoded);
  }

  /** The cell for text as it stands in the file. */
  readText(raw: string): Cell {
    const { aliases, clearMarkers, repairsMojibake } = this.#settings;
    const repaired = repairsMojibake ? repairMojibake(raw) : raw;
    const cleaned = cleanText(repaired);
    if (clearMarkers.includes(cleaned.toUpperCase())) return this.#cleared ?? faultCell('CANNOT_BE_CLEARED', { value: cleaned });
    const cell = this.#understand(aliases?.[foldValue(cleaned)] ?? cleaned);
    return cleaned !== repaired && hasInvisible(repaired) ? { ...cell, warnings: [...cell.warnings, 'INVISIBLE_CHARACTERS'] } : cell;
  }
}
