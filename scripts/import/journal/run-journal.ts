// What a run knows about itself, in one SQLite file in its folder: written as it goes, so that a process that was killed can be continued.
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** `sending`: something may have reached the org. `broken`: it ended early and said so. */
export type RunStatus = 'preparing' | 'sending' | 'broken' | 'finished';

/**
 * A job as it was last heard of. `opened`: it has an id, nobody knows how much of the upload arrived. `closed`: the org has all of it.
 * `finished`: its failed rows are on disk. `split`: too large, its two halves stand under their own names.
 */
export interface RememberedJob {
  readonly id: string;
  readonly state: 'opened' | 'closed' | 'finished' | 'split';
  readonly rows: number;
  readonly bytes: number;
  readonly processed: number;
  readonly failed: number;
  /** Rows that the org never looked at wait in a job of their own. */
  readonly hasRest: boolean;
}

const FILE = 'run.sqlite';

const SCHEMA = `
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS job (
    name TEXT PRIMARY KEY, id TEXT NOT NULL, state TEXT NOT NULL, rows INTEGER NOT NULL, bytes INTEGER NOT NULL,
    processed INTEGER NOT NULL, failed INTEGER NOT NULL, has_rest INTEGER NOT NULL
  ) STRICT;
`;

/** The journal of one run until `close`. Every write is on disk when the call returns. */
export class RunJournal {
  readonly folder: string;
  readonly #database: DatabaseSync;

  /** Opens the journal in `folder`, which exists; makes it when it is not there. */
  constructor(folder: string) {
    this.folder = folder;
    const path = join(folder, FILE);
    // SQLite gives its own files, also those beside this one, the mode that this one has
    if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
    this.#database = new DatabaseSync(path);
    this.#database.exec(SCHEMA);
  }

  static existsIn(folder: string): boolean {
    return existsSync(join(folder, FILE));
  }

  /** A fact that `write` kept, parsed; undefined when there is none. */
  read(name: string): unknown {
    const row = this.#database.prepare('SELECT value FROM fact WHERE name = ?').get(name);
    return row === undefined ? undefined : JSON.parse(String(row['value']));
  }

  /** Keeps a fact that JSON can hold. */
  write(name: string, value: unknown): void {
    this.#database.prepare('INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)').run(name, JSON.stringify(value));
  }

  get status(): RunStatus {
    return (this.read('status') ?? 'preparing') as RunStatus;
  }

  job(name: string): RememberedJob | undefined {
    const row = this.#database.prepare('SELECT * FROM job WHERE name = ?').get(name);
    return row && jobOf(row);
  }

  /** Every job by name, in the order in which they were first kept. */
  jobs(): readonly (readonly [string, RememberedJob])[] {
    const rows = this.#database.prepare('SELECT * FROM job ORDER BY rowid').all();
    return rows.map((row) => [String(row['name']), jobOf(row)] as const);
  }

  keepJob(name: string, { id, state, rows, bytes, processed, failed, hasRest }: RememberedJob): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO job VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
      .run(name, id, state, rows, bytes, processed, failed, hasRest ? 1 : 0);
  }

  /** The job is to be sent anew. */
  forgetJob(name: string): void {
    this.#database.prepare('DELETE FROM job WHERE name = ?').run(name);
  }

  close(): void {
    this.#database.close();
  }
}

function jobOf(row: Readonly<Record<string, unknown>>): RememberedJob {
  return {
    id: String(row['id']),
    state: row['state'] as RememberedJob['state'],
    rows: Number(row['rows']),
    bytes: Number(row['bytes']),
    processed: Number(row['processed']),
    failed: Number(row['failed']),
    hasRest: row['has_rest'] === 1,
  };
}
