// Finds record ids by the values of a field, through the field's index.
import type { Value } from '../../platform/record.ts';
import type { Field } from '../metadata/schema.ts';
import { caseVariants, folded } from './case-variants.ts';
import { bound, quoted } from './column.ts';
import type { SqlValue } from './column.ts';
import type { StatementCache } from './statement-cache.ts';

/** Ids by value, the values as they were asked for; blanks and values that no record has are absent. Ids of one value come in order of creation. */
export function findIdsByValue(statements: StatementCache, object: string, field: Field, values: readonly Value[]): Map<Value, string[]> {
  const found = new Map<Value, string[]>();
  const keys: SqlValue[] = [];
  const askedAs: Value[] = [];
  for (const value of new Set(values)) {
    if (value === null) continue;
    const variants = isFolded(field) && typeof value === 'string' ? caseVariants(value) : [value];
    if (variants === undefined) found.set(value, scanFolded(statements, object, field, String(value)));
    for (const variant of variants ?? []) {
      keys.push(bound(variant));
      askedAs.push(value);
    }
  }
  const sql = `SELECT k.key, t.Id FROM json_each(?) AS k CROSS JOIN ${quoted(object)} AS t ON t.${quoted(field.name)} = k.value ORDER BY k.key, t.rowid`;
  for (const [key, id] of keys.length === 0 ? [] : statements.all(sql, [JSON.stringify(keys)])) {
    const value = askedAs[Number(key)] ?? null;
    const ids = found.get(value);
    if (ids) ids.push(String(id));
    else found.set(value, [String(id)]);
  }
  for (const [value, ids] of found) if (ids.length === 0) found.delete(value);
  return found;
}

function isFolded(field: Field): boolean {
  return !field.caseSensitive && field.type !== 'id' && field.type !== 'reference';
}

/** For a text with so many accented letters that its spellings cannot be listed. */
function scanFolded(statements: StatementCache, object: string, field: Field, value: string): string[] {
  return statements
    .all(`SELECT Id FROM ${quoted(object)} WHERE folded(${quoted(field.name)}) = ?`, [folded(value)])
    .map(([id]) => String(id));
}
