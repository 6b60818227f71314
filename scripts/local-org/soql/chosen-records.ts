// Chooses the first so many records by themselves, before their parents are fetched.
import type { SelectPlan } from './select-plan.ts';

/** The platform's own limit of a page of records; choosing more of them first would save nothing. */
const MOST = 2000;

/**
 * The rest of a statement after its columns. SQLite fetches the parents of every record that it finds, and then sorts away all but the first
 * few: `ORDER BY End_Date__c LIMIT 50` over a hundred thousand records reads a hundred thousand accounts. Where neither condition nor order asks
 * for a parent, the records are found and sorted alone, and only those that are left get their parents.
 * Undefined where that does not apply.
 */
export function chosenRecordsSql(plan: SelectPlan, where: string, order: string, records: number | undefined): string | undefined {
  const { root, parents } = plan;
  if (records === undefined || records > MOST || order === '' || parents.length === 0) return undefined;
  if (parents.some(({ alias }) => `${where} ${order}`.includes(`${alias}.`))) return undefined;
  const chosen = `SELECT ${root.alias}.rowid FROM "${root.object.name}" AS ${root.alias} ${where} ${order} LIMIT ${records}`;
  return `${plan.from()} WHERE ${root.alias}.rowid IN (${chosen}) ${order}`;
}
