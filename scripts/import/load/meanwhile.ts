// A run that goes on: which of its rows are not sent any more, because somebody wrote what they are about while it lay still.
import { hash64 } from '../plan/content-hash.ts';
import type { LaterWrites } from './later-writes.ts';
import { leaveOut } from './left-out-rows.ts';
import type { LeftOutMemory, LeftOutRow, Verdict } from './left-out-rows.ts';
import type { SpooledJob } from './job-spool.ts';
import { hashKey } from './org-content.ts';
import type { LoggedRow } from './row-log.ts';
import { claimOf } from './row-matcher.ts';
import type { MatcherOptions, OrgContent, SentRows } from './row-matcher.ts';
import type { RunTally } from './run-tally.ts';
import type { TypedContracts, WaitingRow } from './typed-contracts.ts';

export interface MeanwhileOptions {
  readonly later: LaterWrites;
  readonly memory: LeftOutMemory & { job(name: string): unknown };
  readonly org: OrgContent;
  readonly sent: SentRows;
  readonly claims: MatcherOptions['claims'];
  readonly tally: RunTally;
  /** Contracts without number that people typed meanwhile. */
  readonly typed: TypedContracts;
  /** Has the rows that wait for them settled; `addClaims` takes the claims that come of it. */
  readonly settleTyped: (typed: TypedContracts, addClaims: (lines: readonly Uint8Array[]) => void) => Promise<void>;
}

export class Meanwhile {
  /** In the order of their jobs. */
  readonly claims: Uint8Array[] = [];
  readonly #options: MeanwhileOptions;
  readonly #words = new Uint32Array(2);

  constructor(options: MeanwhileOptions) {
    this.#options = options;
  }

  /** Accounts that somebody made meanwhile belong to whoever made them. */
  async withoutKnownAccounts(spooled: SpooledJob): Promise<SpooledJob> {
    const { accounts } = this.#options.later;
    const { job } = await leaveOut(spooled, this.#place(spooled, 'KvK_Number__c'), (row, cell) =>
      accounts.has(Number(row.text(cell))) ? 'same' : undefined,
    );
    return job;
  }

  /** The job without rows about contracts that somebody wrote meanwhile, and those rows, for `settle`. */
  withoutLaterWrites(spooled: SpooledJob): Promise<{ readonly job: SpooledJob; readonly rows: readonly LeftOutRow[] }> {
    const { later, org, typed } = this.#options;
    const { contracts } = later;
    const words = this.#words;
    return leaveOut(spooled, this.#place(spooled, 'External_Id__c'), (row, cell): Verdict | undefined => {
      hashKey(row, cell, words);
      const [low = 0, high = 0] = words;
      if (!contracts.has(low, high)) return !org.contracts.has(low, high) && typed.mayBe(row.text(cell)) ? 'typed' : undefined;
      const { printLow, printHigh } = this.#logged();
      return contracts.look(low, high, printLow, printHigh) === 'same-content' ? 'same' : 'other';
    });
  }

  /** Counts rows that were left out of a job whose rows are counted: as unchanged where the org says the same, else as claims. */
  settle(rows: readonly LeftOutRow[]): void {
    const { org, tally, typed } = this.#options;
    for (const { key: text, verdict, line: csv } of rows) {
      const bytes = Buffer.from(text);
      hash64(bytes, 0, bytes.length, this.#words, 0);
      const key = [this.#words[0] ?? 0, this.#words[1] ?? 0] as const;
      const { line, offset, length, printLow, printHigh } = this.#logged();
      if (org.contracts.has(...key)) tally.updated -= 1;
      else tally.created -= 1;
      const row: WaitingRow = { csv, line, offset, length, key, print: [printLow, printHigh] };
      if (verdict === 'typed' && typed.hold(row)) continue;
      const claim = verdict === 'same' ? 'known' : claimOf(row, this.#options);
      if (claim === 'known') tally.unchanged += 1;
      else if (claim === 'repeated') tally.skip('duplicate', 1);
      else {
        tally.keep('written-meanwhile', 1);
        this.claims.push(claim);
      }
    }
  }

  /** All contracts have been sent: the claims of rows that were left out, also of those that waited for a contract without number. */
  async lateClaims(): Promise<readonly Uint8Array[]> {
    await this.#options.settleTyped(this.#options.typed, (lines) => this.claims.push(...lines));
    return this.claims;
  }

  #place({ name }: SpooledJob, keyColumn: string) {
    const { memory } = this.#options;
    return { keyColumn, isSent: memory.job(name) !== undefined, memory };
  }

  /** Of the row whose key was hashed last. */
  #logged(): LoggedRow {
    const { table, log } = this.#options.sent;
    return log.read(table.find(this.#words[0] ?? 0, this.#words[1] ?? 0));
  }
}
