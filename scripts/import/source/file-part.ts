// Reads a part of the file: counts, blocks, encoding, and the cells of the columns on which something must be decided.

import { open } from 'node:fs/promises';
import { joinObserved, MOST_SPELLINGS, observers, type Observed } from './column-observers.ts';
import { EncodingScan, joinEncodings, type EncodingTally } from './encoding-scan.ts';
import type { RowPlace, SourceBlock } from './inspection.ts';
import { readRecords, type ReadUntil } from './record-reader.ts';
import { RecordScanner } from './record-scanner.ts';
import type { SourceField } from './source-field.ts';

const BLOCK_BYTES = 512 * 1024;
const KVK_DIGITS = 8;
/** Rows that are looked up one by one. */
const MOST_PLACES = 20_000;
const [ZERO, NINE, HASH] = [48, 57, 35] as const;

/** A part of the file and what is looked for in it. Plain data, as what is found: it may travel to a thread and back. */
export interface PartOrder {
  readonly dataPath: string;
  /** Bytes in which its records begin; the first one begins at `from`. */
  readonly from: number;
  readonly until: number;
  /** Where the header begins: the records up to it are no rows. */
  readonly headerAt: number;
  readonly delimiter: string;
  /** Of every column. */
  readonly fields: readonly (SourceField | undefined)[];
  /** As in resolve-date.ts. */
  readonly twoDigitYearsFrom: number;
}

/** Why the file cannot be read any further. */
export type PartProblem =
  { readonly kind: 'unbalanced' | 'too-long'; readonly line: number } | { readonly kind: 'too-many-spellings'; readonly column: number };

/** Lines are counted from the beginning of the part. */
export interface PartFindings extends ReadUntil {
  /** Then nothing but its line can be relied upon. */
  readonly problem: PartProblem | undefined;
  readonly encoding: EncodingTally;
  readonly rows: number;
  /** See `SourceInspection`; as if no supplier mapping gave or replaced KvK numbers. */
  readonly withoutKvk: readonly RowPlace[] | undefined;
  readonly shortKvk: readonly RowPlace[] | undefined;
  readonly blocks: readonly SourceBlock[];
  readonly endings: Readonly<Record<'LF' | 'CRLF' | 'CR', number>>;
  readonly observed: readonly Observed[];
}

/** Reads a part where one stands or on a thread. Rejects with the system's error when the file cannot be read. */
export type ReadPart = (order: PartOrder) => Promise<PartFindings>;

/** Ends the reading of a part. */
class PartEnds extends Error {
  readonly problem: PartProblem;

  constructor(problem: PartProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

export const readPart: ReadPart = async ({ dataPath, delimiter, fields, headerAt, twoDigitYearsFrom, ...stretch }) => {
  const encoding = new EncodingScan(delimiter);
  const scanner = new RecordScanner(delimiter);
  const blocks: { offset: number; length: number; line: number }[] = [];
  const columns = fields.length;
  const kvkColumn = fields.indexOf('kvkNumber');
  const watched = observers(fields, twoDigitYearsFrom, (column) => {
    throw new PartEnds({ kind: 'too-many-spellings', column });
  });
  const endings = { LF: 0, CRLF: 0, CR: 0 };
  let rows = 0;
  let withoutKvk: RowPlace[] | undefined = [];
  let shortKvk: RowPlace[] | undefined = [];
  let reached: ReadUntil = { end: stretch.from, line: 1 };
  let problem: PartProblem | undefined;
  const file = await open(dataPath, 'r');
  try {
    reached = await readRecords(file, stretch, scanner, {
      record(bytes, base, start, line, result) {
        const ending = scanner.next - scanner.end;
        if (ending === 2) endings.CRLF += 1;
        else if (ending === 1) endings[bytes[scanner.end] === 10 ? 'LF' : 'CR'] += 1;
        const offset = base + start;
        if (offset <= headerAt) return;
        rows += 1;
        let block = blocks[blocks.length - 1];
        if (block === undefined || offset - block.offset >= BLOCK_BYTES) {
          block = { offset, length: 0, line };
          blocks.push(block);
        }
        block.length = base + scanner.next - block.offset;
        const { starts, ends, quoted, count } = scanner;
        // rows that will be rejected for their shape prove nothing: their cells may stand in the wrong columns
        if (result === 'malformed' || count < columns) return;
        const digits = kvkColumn < 0 ? 0 : digitsIn(bytes, starts[kvkColumn] as number, ends[kvkColumn] as number);
        if (digits === 0) withoutKvk = withPlace(withoutKvk, offset, scanner.end - start);
        else if (digits < KVK_DIGITS) shortKvk = withPlace(shortKvk, offset, scanner.end - start);
        if (count > columns && starts[columns] !== ends[columns]) return;
        for (const { seen, values } of watched) {
          const { column } = seen;
          values.add(bytes, starts[column] as number, ends[column] as number, quoted[column] as number, line);
        }
      },
      region: (bytes) => encoding.add(bytes),
      stuck(kind, line): never {
        throw new PartEnds({ kind, line });
      },
    });
    for (const { values } of watched) values.finish();
  } catch (error) {
    if (!(error instanceof PartEnds)) throw error;
    problem = error.problem;
  } finally {
    await file.close();
  }
  const observed = watched.map(({ seen }) => seen);
  return { ...reached, problem, encoding: encoding.tally, rows, withoutKvk, shortKvk, blocks, endings, observed };
};

/** What a part and the one behind it show together. */
export function joinParts(one: PartFindings, behind: PartFindings): PartFindings {
  const other = withLinesMoved(behind, one.line - 1);
  const observed = one.observed.map((seen, at) => joinObserved(seen, other.observed[at] ?? seen));
  const crowded = observed.find((seen) => seen.kind === 'spelling' && seen.spellings.size > MOST_SPELLINGS);
  return {
    ...{ end: other.end, line: other.line, rows: one.rows + other.rows, blocks: [...one.blocks, ...other.blocks] },
    problem: one.problem ?? other.problem ?? (crowded && { kind: 'too-many-spellings', column: crowded.column }),
    encoding: joinEncodings(one.encoding, other.encoding),
    withoutKvk: joinPlaces(one.withoutKvk, other.withoutKvk),
    shortKvk: joinPlaces(one.shortKvk, other.shortKvk),
    endings: {
      LF: one.endings.LF + other.endings.LF,
      CRLF: one.endings.CRLF + other.endings.CRLF,
      CR: one.endings.CR + other.endings.CR,
    },
    observed,
  };
}

/** The same plain data with every `line` in it that much greater. */
function withLinesMoved<Data>(data: Data, lines: number): Data {
  const moved = (value: unknown, name?: string): unknown => {
    if (name === 'line') return Number(value) + lines;
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    if (value instanceof Map) return new Map([...(value as Map<unknown, unknown>)].map(([key, one]) => [key, moved(one)]));
    if (Array.isArray(value)) return value.map((one) => moved(one));
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, moved(one, key)]));
  };
  return moved(data) as Data;
}

function withPlace(places: RowPlace[] | undefined, offset: number, length: number): RowPlace[] | undefined {
  if (places === undefined || places.length === MOST_PLACES) return undefined;
  places.push({ offset, length });
  return places;
}

function joinPlaces(one: readonly RowPlace[] | undefined, other: readonly RowPlace[] | undefined): readonly RowPlace[] | undefined {
  if (one === undefined || other === undefined || one.length + other.length > MOST_PLACES) return undefined;
  return [...one, ...other];
}

/** None in blank cells and in the words that stand for "unknown", nor in Excel's errors (`#DIV/0!`). */
function digitsIn(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] === HASH) return 0;
  let digits = 0;
  for (let at = start; at < end; at += 1) if ((bytes[at] as number) >= ZERO && (bytes[at] as number) <= NINE) digits += 1;
  return digits;
}
