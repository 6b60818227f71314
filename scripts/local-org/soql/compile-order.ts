// ORDER BY in SQL.
import type { FunctionExp, OrderByClause } from '@jetstreamapp/soql-parser-js';
import { notImplemented } from '../../platform/api-error.ts';
import { invalidField } from './query-error.ts';
import type { Parameters } from './select-plan.ts';
import { isLongText } from './term.ts';
import type { Term } from './term.ts';

const KNOWN: ReadonlySet<string> = new Set(['field', 'fn', 'order', 'nulls']);

/**
 * `ORDER BY ...`, or an empty text. Blanks come first, whatever the direction, unless NULLS LAST is said.
 * Picklists sort in the order of their values, as on the platform.
 */
export function orderSql(
  clauses: readonly OrderByClause[],
  parameters: Parameters,
  bind: { field(path: string): Term; function(call: FunctionExp): Term },
): string {
  const terms = clauses.flatMap((clause) => {
    const unseen = Object.keys(clause).find((key) => !KNOWN.has(key));
    if (unseen) throw notImplemented(`the part "${unseen}" of ORDER BY in SOQL`);
    const term = 'fn' in clause ? bind.function(clause.fn) : bind.field(clause.field);
    if (isLongText(term) || term.type === 'multipicklist') throw invalidField(`field '${term.name}' can not be sorted in a query call`);
    const direction = `${clause.order === 'DESC' ? ' DESC' : ''}${nulls(clause)}`;
    return sortKeys(term, parameters).map((key) => `${key}${direction}`);
  });
  return terms.length === 0 ? '' : `ORDER BY ${terms.join(', ')}`;
}

/** SQLite puts NULL first when ascending and last when descending; saying so again would only keep it from using an index. */
function nulls(clause: OrderByClause): string {
  const last = clause.nulls === 'LAST';
  const lastByItself = clause.order === 'DESC';
  return last === lastByItself ? '' : ` NULLS ${last ? 'LAST' : 'FIRST'}`;
}

function sortKeys(term: Term, parameters: Parameters): readonly string[] {
  const values = term.field?.picklist?.values ?? [];
  if (term.type !== 'picklist' || values.length === 0) return [term.sql];
  const sorted = term.field?.picklist?.sorted ? [...values].sort((one, other) => one.label.localeCompare(other.label)) : values;
  const places = sorted.map((value, place) => `WHEN ${parameters.add(value.value)} THEN ${place}`);
  return [`CASE ${term.sql} ${places.join(' ')} ELSE iif(${term.sql} IS NULL, NULL, ${values.length}) END`, term.sql];
}
