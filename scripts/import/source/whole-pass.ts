// Reads the whole file once: counts, blocks, digest, encoding, and the cells of the columns on which something must be decided.

import { createHash } from 'node:crypto';
import type { Observation } from './column-observers.ts';
import { EncodingScan, type EncodingVerdict } from './encoding-scan.ts';
import type { FoundHeader } from './find-header.ts';
import type { Language, RowPlace, SourceBlock, SourceInspection } from './inspection.ts';
import { refusal } from './messages.ts';
import type { OpenedSource } from './open-source.ts';
import { readRecords } from './record-reader.ts';
import { RecordScanner } from './record-scanner.ts';

const BLOCK_BYTES = 1024 * 1024;
const KVK_DIGITS = 8;
/** Rows that are looked up one by one. */
const MOST_PLACES = 20_000;
const [ZERO, NINE, HASH] = [48, 57, 35] as const;

/** What only the last byte can settle. */
export interface WholePass {
  readonly encoding: EncodingVerdict;
  readonly sha256: string;
  readonly rows: number;
  /** See `SourceInspection`; as if no supplier mapping gave or replaced KvK numbers. */
  readonly withoutKvk: readonly RowPlace[] | undefined;
  readonly shortKvk: readonly RowPlace[] | undefined;
  readonly blocks: readonly SourceBlock[];
  readonly lineEnding: SourceInspection['lineEnding'];
}

/** Feeds `watched`, whose values are finished when this returns. Throws the refusal for a file that cannot be split. */
export async function readWhole(
  path: string,
  source: OpenedSource,
  header: FoundHeader,
  { watched, kvkColumn }: { readonly watched: readonly Observation[]; readonly kvkColumn: number },
  { language }: { readonly language: Language },
): Promise<WholePass> {
  const digest = createHash('sha256');
  if (source.markLength > 0) digest.update('\uFEFF');
  const encoding = new EncodingScan(header.delimiter);
  const scanner = new RecordScanner(header.delimiter);
  const blocks: { offset: number; length: number; line: number }[] = [];
  const headerAt = source.markLength + header.offset;
  const columns = header.headers.length;
  const endings = { LF: 0, CRLF: 0, CR: 0 };
  let rows = 0;
  let withoutKvk: RowPlace[] | undefined = [];
  let shortKvk: RowPlace[] | undefined = [];
  await readRecords(source.file, source.markLength, scanner, {
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
      for (const observation of watched) {
        const { column } = observation;
        observation.values.add(bytes, starts[column] as number, ends[column] as number, quoted[column] as number, line);
      }
    },
    region: (bytes) => encoding.add(bytes),
    raw(bytes) {
      digest.update(bytes);
    },
    stuck(reason, line): never {
      throw refusal(language, reason === 'unbalanced' ? 'UNBALANCED_QUOTE' : 'RECORD_TOO_LONG', { path, line });
    },
  });
  for (const { values } of watched) values.finish();
  const used = (['LF', 'CRLF', 'CR'] as const).filter((ending) => endings[ending] > 0);
  return {
    encoding: encoding.finish(),
    sha256: digest.digest('hex'),
    rows,
    withoutKvk,
    shortKvk,
    blocks,
    lineEnding: used.length > 1 ? 'mixed' : (used[0] ?? 'LF'),
  };
}

function withPlace(places: RowPlace[] | undefined, offset: number, length: number): RowPlace[] | undefined {
  if (places === undefined || places.length === MOST_PLACES) return undefined;
  places.push({ offset, length });
  return places;
}

/** None in blank cells and in the words that stand for "unknown", nor in Excel's errors (`#DIV/0!`). */
function digitsIn(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] === HASH) return 0;
  let digits = 0;
  for (let at = start; at < end; at += 1) if ((bytes[at] as number) >= ZERO && (bytes[at] as number) <= NINE) digits += 1;
  return digits;
}
