// The contracts of the org as they were before a run, kept in its folder so that the run can be undone.
import { closeSync, createReadStream, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { CsvRows, lineOf } from './csv-rows.ts';
import type { CsvRow } from './csv-rows.ts';

const FILE = 'before.csv';
const PIECE = 1 << 18;

/** Collects rows of a query as they arrive. Throws the system's error when the disk is full. */
export class OldValues {
  readonly #path: string;
  readonly #file: number;
  readonly #buffer = Buffer.allocUnsafe(PIECE);
  #at = 0;

  constructor(folder: string, columns: readonly string[]) {
    this.#path = oldValuesPath(folder);
    this.#file = openSync(this.#path, 'w', 0o600);
    this.#append(Buffer.from(`${columns.join(',')}\n`));
  }

  add(row: CsvRow): void {
    this.#append(lineOf(row));
    this.#append(NEW_LINE);
  }

  /** Everything is on disk afterwards. */
  close(): void {
    this.#flush();
    fsyncSync(this.#file);
    closeSync(this.#file);
  }

  #append(bytes: Uint8Array): void {
    if (this.#at + bytes.length > PIECE) this.#flush();
    if (bytes.length > PIECE) write(this.#file, bytes);
    else {
      this.#buffer.set(bytes, this.#at);
      this.#at += bytes.length;
    }
  }

  #flush(): void {
    write(this.#file, this.#buffer.subarray(0, this.#at));
    this.#at = 0;
  }
}

const NEW_LINE = Buffer.from('\n');

export function oldValuesPath(folder: string): string {
  return join(folder, FILE);
}

/** Tells the header, then every row; nothing when the run kept no old values. */
export async function eachOldRow(folder: string, header: (row: CsvRow) => void, row: (row: CsvRow) => void): Promise<void> {
  const path = oldValuesPath(folder);
  if (!existsSync(path)) return;
  let isHeader = true;
  const rows = new CsvRows((found) => {
    if (isHeader) header(found);
    else row(found);
    isHeader = false;
  });
  for await (const piece of createReadStream(path, { highWaterMark: PIECE })) rows.push(piece as Buffer);
  rows.close();
}

/** Leaves only the rows that `isWanted`: what the run did not touch is nobody's business afterwards. */
export async function keepOldRows(folder: string, isWanted: (row: CsvRow) => boolean): Promise<void> {
  const path = oldValuesPath(folder);
  if (!existsSync(path)) return;
  let kept = 0;
  const file = openSync(`${path}.part`, 'w', 0o600);
  try {
    const copy = (row: CsvRow): void => write(file, Buffer.concat([lineOf(row), NEW_LINE]));
    await eachOldRow(folder, copy, (row) => {
      if (!isWanted(row)) return;
      kept += 1;
      copy(row);
    });
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (kept > 0) renameSync(`${path}.part`, path);
  else for (const gone of [path, `${path}.part`]) rmSync(gone, { force: true });
}

function write(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
}
