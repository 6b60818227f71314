// A job that is too large for the org, or for a proxy before it, in two halves.
import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CsvRows, lineOf } from './csv-rows.ts';
import type { SpooledJob } from './job-spool.ts';

const NEW_LINE = Buffer.from('\n');
const HALVES = ['a', 'b'] as const;

/** Writes the rows into two files, the header in both, beside the first; their names follow from its name. */
export async function halves({ name, path, rows }: SpooledJob): Promise<readonly SpooledJob[]> {
  const parts = HALVES.map((half) => {
    const part = `${name}${half}`;
    const partPath = join(dirname(path), `${part}.csv`);
    return { name: part, path: partPath, file: openSync(partPath, 'w', 0o600), rows: 0, bytes: 0 };
  });
  const [first, second] = parts;
  if (first === undefined || second === undefined) throw new Error('there are two halves');
  const write = (part: typeof first, line: Uint8Array): void => {
    const bytes = Buffer.concat([line, NEW_LINE]);
    for (let written = 0; written < bytes.length;) written += writeSync(part.file, bytes, written);
    part.bytes += bytes.length;
  };
  let seen = -1;
  const reader = new CsvRows((row) => {
    const line = lineOf(row);
    if (seen < 0) for (const part of parts) write(part, line);
    else {
      const part = seen < Math.ceil(rows / 2) ? first : second;
      part.rows += 1;
      write(part, line);
    }
    seen += 1;
  });
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 18 })) reader.push(piece as Buffer);
    reader.close();
  } finally {
    for (const { file } of parts) closeSync(file);
  }
  return parts.map(({ name: part, path: partPath, rows: count, bytes }) => ({ name: part, path: partPath, rows: count, bytes }));
}
