// Bulk queries for the records that have one of many values: a few narrow ones, or one for all records where there are too many values.
import { bulkQuery } from './bulk-query.ts';
import type { CsvRow } from './csv-rows.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import type { Pace } from '../../org-connection/repeated.ts';

/** A query takes 100,000 characters ("SOQL and SOSL limits"), a value of ours some 18 of them with its quotes. */
const VALUES_PER_QUERY = 4_000;
/** An org reads all of its records about as fast as it carries out this many queries. */
const MOST_QUERIES = 10;

export interface NarrowedQuery {
  /** `SELECT … FROM …` */
  readonly select: string;
  /** What holds for all records that matter; the whole condition when there are too many values. */
  readonly where: string;
  /** Values by field: letters, digits and spaces only. A record matters when one of its fields has one of them. */
  readonly values: Readonly<Record<string, ReadonlySet<string>>>;
}

/** Tells every record that has one of the values, some of them several times, and perhaps others. Asks nothing when there are no values. */
export async function queryByValues(session: OrgSession, query: NarrowedQuery, pace: Pace, row: (row: CsvRow) => void): Promise<void> {
  for (const condition of conditions(query)) await bulkQuery(session, `${query.select} WHERE ${condition}`, pace, row);
}

function conditions({ where, values }: NarrowedQuery): readonly string[] {
  const pairs = Object.entries(values).flatMap(([field, texts]) => [...texts].map((text) => ({ field, text })));
  const queries = Math.ceil(pairs.length / VALUES_PER_QUERY);
  if (queries > MOST_QUERIES) return [where];
  return Array.from({ length: queries }, (_, at) => {
    const part = pairs.slice(at * VALUES_PER_QUERY, (at + 1) * VALUES_PER_QUERY);
    const isIn = Object.keys(values).flatMap((field) => {
      const texts = part.filter((pair) => pair.field === field).map(({ text }) => `'${text}'`);
      return texts.length === 0 ? [] : [`${field} IN (${texts.join(', ')})`];
    });
    return `${where} AND (${isIn.join(' OR ')})`;
  });
}
