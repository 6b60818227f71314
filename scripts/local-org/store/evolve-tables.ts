// Brings the tables in line with the schema when a store is opened: what is new is added, nothing is ever dropped.
import type { DatabaseSync } from 'node:sqlite';
import type { Schema, SObjectType } from '../metadata/schema.ts';
import { columnType, quoted, storedFields } from './column.ts';
import { columnIndexes } from './index-policy.ts';
import { StoreRefusal } from './store-refusal.ts';

/** Creates and extends tables and indexes. Throws StoreRefusal, with nothing changed, when kept records do not fit the metadata any more. */
export function evolveTables(database: DatabaseSync, schema: Schema): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS local_org_objects (name TEXT PRIMARY KEY, key_prefix TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS local_org_columns (object TEXT, field TEXT, type TEXT NOT NULL, PRIMARY KEY (object, field)) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS local_org_serials (name TEXT PRIMARY KEY, next INTEGER NOT NULL) STRICT;
  `);
  for (const object of schema.objects) {
    rememberPrefix(database, object);
    evolveColumns(database, object);
    evolveIndexes(database, object);
  }
}

function rememberPrefix(database: DatabaseSync, object: SObjectType): void {
  const known = database.prepare('SELECT key_prefix FROM local_org_objects WHERE name = ?').get(object.name)?.['key_prefix'];
  if (known !== undefined && known !== object.keyPrefix) {
    throw new StoreRefusal(
      `the ids of ${object.name} begin with ${String(known)} in the kept database, but with ${object.keyPrefix} by the metadata.`,
    );
  }
  database.prepare('INSERT OR IGNORE INTO local_org_objects VALUES (?, ?)').run(object.name, object.keyPrefix);
}

function evolveColumns(database: DatabaseSync, object: SObjectType): void {
  const known = new Map(
    database
      .prepare('SELECT field, type FROM local_org_columns WHERE object = ?')
      .all(object.name)
      .map((row) => [String(row['field']), String(row['type'])]),
  );
  const remember = database.prepare('INSERT INTO local_org_columns VALUES (?, ?, ?)');
  const fields = storedFields(object);
  if (known.size === 0) {
    const columns = fields.map((field) => `${quoted(field.name)} ${field.type === 'id' ? 'TEXT PRIMARY KEY NOT NULL' : columnType(field)}`);
    database.exec(`CREATE TABLE ${quoted(object.name)} (${columns.join(', ')})`);
  }
  for (const field of fields) {
    const [kept, wanted] = [known.get(field.name), columnType(field)];
    if (kept === wanted) continue;
    if (kept !== undefined) {
      throw new StoreRefusal(
        `${object.name}.${field.name} is kept as ${kept}, but by the metadata, where it is of type ${field.type}, it would be ${wanted}.`,
      );
    }
    if (known.size > 0) database.exec(`ALTER TABLE ${quoted(object.name)} ADD COLUMN ${quoted(field.name)} ${wanted}`);
    remember.run(object.name, field.name, wanted);
  }
}

function evolveIndexes(database: DatabaseSync, object: SObjectType): void {
  const kept = new Map(
    database
      .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL")
      .all(object.name)
      .map((row) => [String(row['name']), String(row['sql'])]),
  );
  const wanted = new Map(columnIndexes(object).map((index) => [index.name, index.sql]));
  for (const [name, sql] of kept) if (wanted.get(name) !== sql) database.exec(`DROP INDEX ${quoted(name)}`);
  for (const [name, sql] of wanted) {
    if (kept.get(name) === sql) continue;
    try {
      database.exec(sql);
    } catch (cause) {
      const field = name.slice(`uq_${object.name}_`.length);
      throw new StoreRefusal(`${object.name}.${field} is unique by the metadata, but kept records hold the same value twice.`, { cause });
    }
  }
}
