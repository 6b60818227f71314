// The lists of an org in one table of the database.
import type { SqlValue } from './column.ts';
import type { Entries, Entry } from './entries.ts';
import type { StatementCache } from './statement-cache.ts';

/** What creates the table; a list's entries are found by key and by time through indexes. */
export const ENTRY_TABLE = `
  CREATE TABLE IF NOT EXISTS local_org_entries
    (serial INTEGER PRIMARY KEY AUTOINCREMENT, list TEXT NOT NULL, key TEXT, due TEXT, content TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS ix_local_org_entries ON local_org_entries (list, serial);
  CREATE UNIQUE INDEX IF NOT EXISTS ix_local_org_entries_key ON local_org_entries (list, key) WHERE key IS NOT NULL;
  CREATE INDEX IF NOT EXISTS ix_local_org_entries_due ON local_org_entries (list, due, serial) WHERE due IS NOT NULL;
`;

const SELECT = 'SELECT serial, key, due, content FROM local_org_entries';

export class EntryTable implements Entries {
  readonly #statements: StatementCache;

  constructor(statements: StatementCache) {
    this.#statements = statements;
  }

  add(list: string, content: string, marks: { readonly key?: string; readonly due?: string } = {}): void {
    const sql = 'INSERT OR REPLACE INTO local_org_entries (list, key, due, content) VALUES (?, ?, ?, ?)';
    this.#statements.run(sql, [[list, marks.key ?? null, marks.due ?? null, content]]);
  }

  after(list: string, serial: number, count: number): readonly Entry[] {
    return this.#all(`${SELECT} WHERE list = ? AND serial > ? ORDER BY serial LIMIT ?`, [list, serial, count]);
  }

  byKeys(list: string, keys: readonly string[]): readonly Entry[] {
    if (keys.length === 0) return [];
    return this.#all(`${SELECT} WHERE list = ? AND key IN (SELECT value FROM json_each(?)) ORDER BY serial`, [list, JSON.stringify(keys)]);
  }

  dueUntil(list: string, instant: string, count: number): readonly Entry[] {
    return this.#all(`${SELECT} WHERE list = ? AND due <= ? ORDER BY due, serial LIMIT ?`, [list, instant, count]);
  }

  count(list: string): number {
    return Number(this.#statements.all('SELECT count(*) FROM local_org_entries WHERE list = ?', [list])[0]?.[0]);
  }

  remove(list: string, serials: readonly number[]): void {
    const sql = 'DELETE FROM local_org_entries WHERE list = ? AND serial IN (SELECT value FROM json_each(?))';
    this.#statements.run(sql, [[list, JSON.stringify(serials)]]);
  }

  #all(sql: string, parameters: readonly SqlValue[]): readonly Entry[] {
    return this.#statements.all(sql, parameters).map(([serial, key, due, content]) => ({
      serial: Number(serial),
      key: key as string | null,
      due: due as string | null,
      content: String(content),
    }));
  }
}
