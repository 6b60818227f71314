// Writes a supplier file of any size as a stream: semicolons, Windows-1252, dd-mm-jjjj, decimal commas, and the dirt of the trade.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import iconv from 'iconv-lite';
import type { CivilDate } from '../platform/civil-date.ts';
import { DIRT, type Dirt } from './dirt.ts';
import { seededRandom } from './random.ts';
import { dutchDate, HEADERS, supplierRow } from './supplier-row.ts';

export interface SupplierFile {
  /** Rows of data; dirty ones may take two lines. */
  readonly rows: number;
  /** Share of rows that are spoiled, 0 to 1. */
  readonly dirty: number;
  readonly seed: number;
  /** The day the file was made: all dates are relative to it. */
  readonly today: CivilDate;
  readonly encoding: 'windows-1252' | 'utf-8';
}

/** Cells as one line, between semicolons. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';')}\r\n`;
}

/** Every kind once, and then the common ones over and over. */
function* dirtOfAFile(): Generator<Dirt, never> {
  yield* DIRT;
  for (;;) yield* DIRT.filter(({ isRare }) => !isRare);
}

/** The lines of a file, with a title above the header and a total below the rows, as suppliers deliver them. */
export function* supplierLines(file: SupplierFile): Generator<string> {
  yield csvLine([`Contractexpiratie MKB, levering ${dutchDate(file.today)}`]);
  yield csvLine(HEADERS);
  const random = seededRandom(file.seed);
  // every kind of dirt appears before any appears twice
  const dirtInOrder = dirtOfAFile();
  for (let index = 0; index < file.rows; index += 1) {
    const cells = supplierRow(index, file.seed, file.today);
    if (!random.chance(file.dirty)) {
      yield csvLine(HEADERS.map((header) => cells[header]));
      continue;
    }
    const spoiled = dirtInOrder.next().value.spoil(cells, random);
    if ('lines' in spoiled && Array.isArray(spoiled.lines)) yield* spoiled.lines.map((line: readonly string[]) => csvLine(line));
    else yield csvLine(HEADERS.map((header) => ({ ...cells, ...spoiled })[header]));
  }
  yield csvLine(['Totaal', `${file.rows} regels`, ...HEADERS.slice(2).map(() => '')]);
}

/** Writes the file; memory does not follow its size. */
export function writeSupplierFile(path: string, file: SupplierFile): Promise<void> {
  return writeLines(path, supplierLines(file), file.encoding);
}

/** Writes the lines as they come. */
export async function writeLines(path: string, lines: Iterable<string>, encoding: SupplierFile['encoding']): Promise<void> {
  const output = createWriteStream(path);
  let block = '';
  const flush = async (): Promise<void> => {
    if (!output.write(iconv.encode(block, encoding))) await once(output, 'drain');
    block = '';
  };
  for (const line of lines) {
    block += line;
    if (block.length > 262_144) await flush();
  }
  await flush();
  output.end();
  await finished(output);
}
