// Takes out of a database what the schema does not have any more: tables with their records, and columns with their values.
import type { DatabaseSync } from 'node:sqlite';
import type { Schema } from '../metadata/schema.ts';
import { columnsOf, quoted } from './column.ts';

/** To be called on tables that follow the schema otherwise, so that no index stands on a column that goes. */
export function dropAbsent(database: DatabaseSync, schema: Schema): void {
  const kept = new Map(schema.objects.map((object) => [object.name, new Set(columnsOf(object).map(({ name }) => name))]));
  const columns = database.prepare('SELECT object, field FROM local_org_columns').all();
  for (const [object, field] of columns.map((row): [string, string] => [String(row['object']), String(row['field'])])) {
    const known = kept.get(object);
    if (!known || known.has(field)) continue;
    database.exec(`ALTER TABLE ${quoted(object)} DROP COLUMN ${quoted(field)}`);
    database.prepare('DELETE FROM local_org_columns WHERE object = ? AND field = ?').run(object, field);
  }
  for (const object of new Set(columns.map((row) => String(row['object'])))) {
    if (kept.has(object)) continue;
    database.exec(`DROP TABLE ${quoted(object)}`);
    for (const [table, key] of [
      ['local_org_columns', 'object'],
      ['local_org_objects', 'name'],
    ] as const)
      database.prepare(`DELETE FROM ${table} WHERE ${key} = ?`).run(object);
  }
}
