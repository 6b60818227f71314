// Finds record ids by the values of a field, through the field's index.
import type { Value } from '../../platform/record.ts';
import type { Field } from '../metadata/schema.ts';
import { bound, quoted } from './column.ts';
import type { SqlValue } from './column.ts';
import { keyColumn, keyHash, keyText } from './key-column.ts';
import type { StatementCache } from './statement-cache.ts';

/** Values that are looked up, each once and without blanks, and beside each what its index holds for it. */
export interface AskedValues {
  readonly values: readonly Value[];
  readonly keys: readonly SqlValue[];
}

export function askedValues(field: Field, values: readonly Value[]): AskedValues {
  const asked = [...new Set(values)].filter((value) => value !== null);
  const hashed = keyColumn(field) !== undefined;
  return { values: asked, keys: asked.map((value) => (hashed ? keyHash(field, String(value)) : bound(value))) };
}

/** Ids by value, the values as they were asked for; values that no record has are absent. Ids of one value come in order of creation. */
export function findIdsByValue(statements: StatementCache, object: string, field: Field, asked: AskedValues): Map<Value, string[]> {
  const found = new Map<Value, string[]>();
  if (asked.values.length === 0) return found;
  const hash = keyColumn(field);
  const column = `t.${quoted(hash ?? field.name)}`;
  const text = hash === undefined ? 'NULL' : `t.${quoted(field.name)}`;
  const sql = `SELECT k.key, t.Id, ${text} FROM json_each(?) AS k CROSS JOIN ${quoted(object)} AS t ON ${column} = k.value`;
  const rows = statements.all(sql, [JSON.stringify(asked.keys)]);
  for (const [key, id, kept] of rows) {
    const value = asked.values[Number(key)] ?? null;
    if (hash !== undefined && !isSameKey(field, kept ?? null, value)) continue;
    const ids = found.get(value);
    if (ids) ids.push(String(id));
    else found.set(value, [String(id)]);
  }
  // Ids sort as they were given; letting SQLite sort would cost every load, which hardly ever finds two.
  if (rows.length > found.size) for (const ids of found.values()) if (ids.length > 1) ids.sort();
  return found;
}

/** Texts with the same hash need not be the same. */
export function isSameKey(field: Field, kept: SqlValue, asked: Value): boolean {
  return kept === asked || keyText(field, String(kept)) === keyText(field, String(asked));
}
