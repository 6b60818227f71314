// Groups that are counted and summed off an index for figures, without a look at the records.
import { figuresIndexes } from '../store/index-policy.ts';
import type { SelectPlan } from './select-plan.ts';
import type { SortedWalk } from './sorted-walk.ts';

const COLUMNS = /\b(\w+)\."([^"]+)"/g;
/** What must be told of each record; `count(*)`, sums and whatever does not depend on how often a value comes can be told of a group. */
const OF_EACH_RECORD = /\bavg\(|\bcount\((?!\*|DISTINCT)/i;
const SUM = /\bsum\((\w+)\."(\w+)"\)/g;

export interface Figures {
  /** Columns of the index, in its order, as far as they are asked for. */
  readonly columns: readonly string[];
  /** Amounts that are summed. */
  readonly sums: readonly string[];
  /** Keeps SQLite on the index: only its date finds records, the rest are tests. */
  readonly walk: SortedWalk;
}

/**
 * The index from which a grouped count can be taken: one that holds every column that the statement mentions. Undefined where there is none.
 * `parts` are WHERE, the columns, and what comes after WHERE.
 */
export function figuresOf(plan: SelectPlan, parts: readonly string[]): Figures | undefined {
  const sql = parts.join(' ');
  if (plan.parents.length > 0 || OF_EACH_RECORD.test(sql)) return undefined;
  const sums = [...new Set([...sql.matchAll(SUM)].map(([, , column = '']) => column))];
  const asked = [...sql.replaceAll(SUM, '').matchAll(COLUMNS)];
  if (/\bsum\(/i.test(sql.replaceAll(SUM, '')) || asked.some(([, alias]) => alias !== plan.root.alias)) return undefined;
  const names = new Set(asked.map(([, , column = '']) => column));
  const index = figuresIndexes(plan.root.object).find(
    (one) => [...names].every((name) => one.columns.includes(name)) && sums.every((name) => one.sums.includes(name)),
  );
  if (!index) return undefined;
  const [date] = index.columns;
  return {
    columns: index.columns.slice(0, Math.max(...[...names].map((name) => index.columns.indexOf(name))) + 1),
    sums,
    walk: {
      comparison: (term, condition) => (term.field?.name === date ? condition : `(${condition}) IS TRUE`),
      semiJoin: (condition) => condition,
    },
  };
}

/**
 * The statement over groups of equal entries of the index, which follow one another there: SQLite counts them as it reads, and sorts only the
 * groups, where it would else sort every record.
 */
export function figuresSql(
  { columns, sums }: Figures,
  plan: SelectPlan,
  where: string,
  [selected, after]: readonly [string, string],
): string {
  const { alias } = plan.root;
  const entries = columns.map((column) => `${alias}."${column}"`).join(', ');
  const totals = sums.map((column) => `, sum(${alias}."${column}") AS "${column}"`).join('');
  const groups = `SELECT ${entries}, count(*) AS "records"${totals} ${plan.from()} ${where} GROUP BY ${entries}`;
  const counted = (sql: string): string => sql.replaceAll('count(*)', `sum(${alias}."records")`);
  return `SELECT ${counted(selected)} FROM (${groups}) AS ${alias} ${counted(after)}`;
}
