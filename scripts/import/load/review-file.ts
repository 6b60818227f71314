// Files that a person decides in: proposals, a line each, with a last column to fill in; a spreadsheet may save them.
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { usageFailure } from '../plan/import-failure.ts';
import { guardFormula, unguardFormula } from '../source/reject-columns.ts';
import { splitRow } from '../source/split-row.ts';

type Row = readonly string[];

/** Only its owner may read it: it names businesses and people. */
export function writeReview(path: string, columns: Row, rows: readonly Row[]): void {
  writeFileSync(path, `\u{feff}${[columns, ...rows].map(csvLine).join('')}`, { mode: 0o600 });
}

/** The rows below the header, the first of which stands on line 2. Throws a usage failure for a file that cannot be read, or is another one. */
export async function readReview(path: string, columns: Row): Promise<readonly Row[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw usageFailure('USAGE.decisionsUnreadable', { path, reason: cause instanceof Error ? cause.message : String(cause) });
  });
  const lines = text
    .replace(/^\u{feff}/u, '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const delimiter = lines[0]?.includes(';') === true ? ';' : ',';
  const [header = [], ...rows] = lines.map((line) => splitRow(line, delimiter).map(unguardFormula));
  if (header[0] !== columns[0] || header.length !== columns.length) {
    throw usageFailure('USAGE.decisionsForeign', { path, columns: columns.join(', ') });
  }
  return rows;
}

function csvLine(cells: Row): string {
  return `${cells.map((cell) => `"${guardFormula(cell).replaceAll('"', '""')}"`).join(';')}\r\n`;
}
