// The rows of a batch of a file of consent, taken apart again.
import type { TransformedBatch } from '../../transform/batch.ts';
import { SAID_COLUMNS } from '../../transform/consent/consent-row.ts';
import type { SaidColumn } from '../../transform/consent/consent-row.ts';
import type { Statement } from '../../transform/consent/statements.ts';
import { CsvRows } from '../csv-rows.ts';
import type { CsvRow } from '../csv-rows.ts';
import type { Person } from './org-contacts.ts';

/** Where a row stands in the file. */
export interface Place {
  readonly line: number;
  readonly offset: number;
  readonly length: number;
}

export interface SaidRow {
  readonly place: Place;
  readonly person: Person;
  readonly statements: readonly Statement[];
  readonly texts: Readonly<Record<SaidColumn, string>>;
}

export function saidRows(batch: TransformedBatch): readonly SaidRow[] {
  const rows: SaidRow[] = [];
  const reader = new CsvRows((row) => {
    const at = rows.length;
    const place = { line: batch.lines[at] ?? 0, offset: batch.offsets[at] ?? 0, length: batch.lengths[at] ?? 0 };
    rows.push({ place, ...saidIn(row) });
  });
  reader.push(batch.csv);
  reader.close();
  return rows;
}

function saidIn(row: CsvRow): Omit<SaidRow, 'place'> {
  const texts = Object.fromEntries(SAID_COLUMNS.map((column, cell) => [column, row.text(cell)])) as Record<SaidColumn, string>;
  const { email, phone, mobilePhone, kvkNumber, statements } = texts;
  return {
    texts,
    person: { email, phones: [phone, mobilePhone].filter((number) => number !== ''), kvk: kvkNumber },
    statements: statements.split(';').map((text) => {
      const [channel, state, said = ''] = text.split('=');
      return { channel, state, said } as Statement;
    }),
  };
}
