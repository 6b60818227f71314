// Opens the database of a local org: one table per object, in a file or in memory.
import { DatabaseSync } from 'node:sqlite';
import type { Schema } from '../metadata/schema.ts';
import { folded } from './key-column.ts';
import { evolveTables } from './evolve-tables.ts';
import { SqliteStore } from './sqlite-store.ts';
import { StoreRefusal } from './store-refusal.ts';
import type { Store } from './store.ts';

/**
 * WAL with `synchronous = NORMAL`: a crash of the process loses nothing, a power cut at most the last transactions, never consistency.
 * The lock is exclusive because numbers and formulas belong to one process. The page cache is 128 MB; what does not fit
 * is read from the mapped file.
 */
const SETTINGS = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -131072;
  PRAGMA mmap_size = 4294967296;
  PRAGMA wal_autocheckpoint = 20000;
`;

/**
 * Opens or creates the database of a schema in a file, or in memory (`:memory:`). Tables follow the schema: new objects, fields and indexes
 * are added, nothing is dropped. Throws StoreRefusal when kept records cannot follow or another process has the file open.
 */
export function openStore(schema: Schema, file: string): Store {
  const database = new DatabaseSync(file);
  try {
    database.exec(SETTINGS);
    database.function('folded', { deterministic: true }, (text) => (typeof text === 'string' ? folded(text) : null));
    const store = new SqliteStore(database, schema);
    store.transaction(() => evolveTables(database, schema));
    return store;
  } catch (error) {
    database.close();
    if (error instanceof Error && error.message.includes('database is locked'))
      throw new StoreRefusal(`another process uses ${file}.`, { cause: error });
    throw error;
  }
}
