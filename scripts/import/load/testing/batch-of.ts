// For tests: batches as the transformation would deliver them, made from a few words per row.
import { hash64 } from '../../plan/content-hash.ts';
import type { TransformedBatch } from '../../transform/batch.ts';

export interface BatchRow {
  readonly kvk: number;
  readonly key: string;
  readonly content: string;
}

/** Low and high word of the hash of a text. */
export function words(text: string): [number, number] {
  const out = new Uint32Array(2);
  hash64(Buffer.from(text), 0, Buffer.byteLength(text), out, 0);
  return [out[0] ?? 0, out[1] ?? 0];
}

/** Rows under the eight columns that every file has (KvK first, key and fingerprint last), on lines from `firstLine`, each 100 bytes after the other in the file. */
export function batchOf(rows: readonly BatchRow[], firstLine: number): TransformedBatch {
  const lines = rows.map(({ kvk, key, content }) => `${kvk},,,,,,${key},${content}\n`);
  const accounts = rows.map(({ kvk }) => `account ${kvk}\n`);
  return {
    csv: Buffer.from(lines.join('')),
    ends: endsOf(lines),
    lines: Uint32Array.from(rows, (_, at) => firstLine + at),
    offsets: Float64Array.from(rows, (_, at) => (firstLine + at) * 100),
    lengths: Uint32Array.from(rows, () => 99),
    accounts: Uint32Array.from(rows, ({ kvk }) => kvk),
    obtained: new Int32Array(0),
    keys: hashesOf(rows.map(({ key }) => key)),
    fingerprints: hashesOf(rows.map(({ content }) => content)),
    accountCsv: Buffer.from(accounts.join('')),
    accountEnds: endsOf(accounts),
    rejected: [],
    skipped: { blank: 0, 'repeated-header': 0, totals: 0, duplicate: 0 },
    read: rows.length,
    warnings: [],
  };
}

function endsOf(texts: readonly string[]): Uint32Array {
  let end = 0;
  return Uint32Array.from(texts, (text) => (end += Buffer.byteLength(text)));
}

function hashesOf(texts: readonly string[]): BigUint64Array {
  return new BigUint64Array(Uint32Array.from(texts.flatMap(words)).buffer);
}
