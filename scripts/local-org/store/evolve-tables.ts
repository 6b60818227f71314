// Brings the tables in line with the schema when a store is opened: what is new is added, nothing is dropped here.
import type { DatabaseSync } from 'node:sqlite';
import type { Field, Schema, SObjectType } from '../metadata/schema.ts';
import { columnsOf, fieldColumns, quoted } from './column.ts';
import { ENTRY_TABLE } from './entry-table.ts';
import { columnIndexes } from './index-policy.ts';
import { keyHash } from './key-column.ts';
import { StoreRefusal } from './store-refusal.ts';

/** Creates and extends tables and indexes. Throws StoreRefusal, with nothing changed, when kept records do not fit the metadata any more. */
export function evolveTables(database: DatabaseSync, schema: Schema): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS local_org_objects (name TEXT PRIMARY KEY, key_prefix TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS local_org_columns (object TEXT, field TEXT, type TEXT NOT NULL, PRIMARY KEY (object, field)) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS local_org_serials (name TEXT PRIMARY KEY, next INTEGER NOT NULL) STRICT;
  `);
  database.exec(ENTRY_TABLE);
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
  const kept = new Map(
    database
      .prepare('SELECT field, type FROM local_org_columns WHERE object = ?')
      .all(object.name)
      .map((row) => [String(row['field']), String(row['type'])]),
  );
  const remember = database.prepare('INSERT INTO local_org_columns VALUES (?, ?, ?)');
  const columns = columnsOf(object);
  const isNew = kept.size === 0;
  if (isNew)
    database.exec(`CREATE TABLE ${quoted(object.name)} (${columns.map((column) => `${quoted(column.name)} ${column.type}`).join(', ')})`);
  for (const { name, type, field, isHash } of columns) {
    const known = kept.get(name);
    if (known === type) continue;
    if (known !== undefined) {
      throw new StoreRefusal(
        `${object.name}.${name} is kept as ${known}, but by the metadata, where it is of type ${field.type}, it would be ${type}.`,
      );
    }
    if (!isNew) database.exec(`ALTER TABLE ${quoted(object.name)} ADD COLUMN ${quoted(name)} ${type}`);
    if (!isNew && isHash && kept.has(field.name)) fillHashes(database, object, field);
    remember.run(object.name, name, type);
  }
}

/** A field that has become a key: hashes of what is kept. Unique means that no two records share a text. */
function fillHashes(database: DatabaseSync, object: SObjectType, field: Field): void {
  const [own, hash] = fieldColumns(field).map((column) => quoted(column.name));
  const table = quoted(object.name);
  database.function('key_hash_of_kept', { deterministic: true }, (text) => (typeof text === 'string' ? keyHash(field, text) : null));
  database.exec(`UPDATE ${table} SET ${hash} = key_hash_of_kept(${own})`);
  const text = field.caseSensitive ? own : `folded(${own})`;
  const twice = database
    .prepare(`SELECT ${text} AS value FROM ${table} WHERE ${own} IS NOT NULL GROUP BY ${text} HAVING count(*) > 1 LIMIT 1`)
    .get();
  if (field.unique && twice) {
    throw new StoreRefusal(
      `${object.name}.${field.name} is unique by the metadata, but several kept records hold "${String(twice['value'])}".`,
    );
  }
}

function evolveIndexes(database: DatabaseSync, object: SObjectType): void {
  const kept = new Map(
    database
      .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL")
      .all(object.name)
      .map((row) => [String(row['name']), String(row['sql'])]),
  );
  const wanted = new Map(columnIndexes(object).map((index) => [index.name, index]));
  for (const [name, sql] of kept) if (wanted.get(name)?.sql !== sql) database.exec(`DROP INDEX ${quoted(name)}`);
  for (const [name, { sql, deferred }] of wanted) if (!deferred && kept.get(name) !== sql) database.exec(sql);
}
