// Finds record ids by the values of a field, through the field's index.
import type { Value } from '../../platform/record.ts';
import type { Field } from '../metadata/schema.ts';
import { bound, quoted } from './column.ts';
import type { SqlValue } from './column.ts';
import { keyColumn, keyHash, keyText } from './key-column.ts';
import type { StatementCache } from './statement-cache.ts';

/** Ids by value, the values as they were asked for; blanks and values that no record has are absent. Ids of one value come in order of creation. */
export function findIdsByValue(statements: StatementCache, object: string, field: Field, values: readonly Value[]): Map<Value, string[]> {
  const found = new Map<Value, string[]>();
  const asked = [...new Set(values)].filter((value) => value !== null);
  if (asked.length === 0) return found;
  const hash = keyColumn(field);
  const keys: readonly SqlValue[] = asked.map((value) => (hash === undefined ? bound(value) : keyHash(field, String(value))));
  const column = `t.${quoted(hash ?? field.name)}`;
  const text = hash === undefined ? 'NULL' : `t.${quoted(field.name)}`;
  const sql = `SELECT k.key, t.Id, ${text} FROM json_each(?) AS k CROSS JOIN ${quoted(object)} AS t ON ${column} = k.value`;
  const rows = statements.all(sql, [JSON.stringify(keys)]);
  for (const [key, id, kept] of rows) {
    const value = asked[Number(key)] ?? null;
    if (hash !== undefined && keyText(field, String(kept)) !== keyText(field, String(value))) continue;
    const ids = found.get(value);
    if (ids) ids.push(String(id));
    else found.set(value, [String(id)]);
  }
  // Ids sort as they were given; letting SQLite sort would cost every load, which hardly ever finds two.
  if (rows.length > found.size) for (const ids of found.values()) if (ids.length > 1) ids.sort();
  return found;
}
