// Opens the database of a local org: one table per object, in a file or in memory.
import { DatabaseSync } from 'node:sqlite';
import type { Schema } from '../metadata/schema.ts';
import { dropAbsent } from './drop-absent.ts';
import { folded } from './key-column.ts';
import { evolveTables } from './evolve-tables.ts';
import { SqliteStore } from './sqlite-store.ts';
import { StoreRefusal } from './store-refusal.ts';
import type { Store } from './store.ts';

/**
 * WAL with `synchronous = NORMAL`: a crash of the process loses nothing, a power cut at most the last transactions, never consistency.
 * The lock is exclusive because numbers and formulas belong to one process. The page cache is 64 MB and nothing of the file is mapped: twice
 * the cache, or mapped pages besides, made neither loads nor nights of a million contracts faster; the system keeps the file in memory anyway.
 */
const SETTINGS = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -65536;
  PRAGMA wal_autocheckpoint = 20000;
`;

/**
 * Opens or creates the database of a schema in a file, or in memory (`:memory:`). Tables follow the schema: new objects, fields and indexes
 * are added; what the schema has no more is dropped only where `dropsAbsent` says so. Throws StoreRefusal when kept records cannot follow or another process has the file open.
 */
export function openStore(schema: Schema, file: string, { dropsAbsent = false } = {}): Store {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    database.exec(SETTINGS);
    database.function('folded', { deterministic: true }, (text) => (typeof text === 'string' ? folded(text) : null));
    const [opened, store] = [database, new SqliteStore(database, schema)];
    store.transaction(() => {
      evolveTables(opened, schema);
      if (dropsAbsent) dropAbsent(opened, schema);
    });
    return store;
  } catch (error) {
    database?.close();
    throw refusalOf(error, file);
  }
}

/** What SQLite says of a file, in a sentence with a way out. */
function refusalOf(cause: unknown, file: string): unknown {
  const message = cause instanceof Error ? cause.message : '';
  if (message.includes('database is locked'))
    return new StoreRefusal(`another process uses ${file}.`, { advice: 'Stop the other local org first.', cause });
  if (/not a database|malformed/.test(message)) {
    return new StoreRefusal(`${file} is damaged or no database.`, { advice: 'Start with an empty org: npm run org:reset', cause });
  }
  if (message.includes('unable to open database file')) {
    return new StoreRefusal(`${file} cannot be opened.`, { advice: 'Check that its folder exists and that you may write there.', cause });
  }
  return cause;
}
