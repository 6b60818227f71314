// Decides for every row of a batch what it is to the org and to the rows before it: new, changed, unchanged, repeated or refused.
import type { RejectSink } from '../plan/import-outcome.ts';
import type { AccountsMode, Language } from '../plan/import-plan.ts';
import type { TransformedBatch } from '../transform/batch.ts';
import type { ContractIndex } from './contract-index.ts';
import type { KvkSet } from './kvk-set.ts';
import type { RowLog } from './row-log.ts';
import { rowSentence } from './row-sentences.ts';
import type { RowTable } from './row-table.ts';

/** What the org holds; both absent when a file is checked without an org. */
export interface OrgContent {
  readonly accounts: KvkSet;
  readonly contracts: ContractIndex;
}

export interface MatcherOptions {
  readonly org: OrgContent | undefined;
  readonly accountsMode: AccountsMode;
  /** Header of the column with the KvK number, for rejects. */
  readonly accountColumn: string;
  readonly language: Language;
  readonly table: RowTable;
  readonly log: RowLog;
  readonly rejects: RejectSink;
}

/** Lines to send: stretches of the batch's bytes, neighbours joined. */
export interface Stretches {
  readonly rows: number;
  readonly bytes: number;
  /** from, to, from, to … */
  readonly bounds: readonly number[];
}

export interface MatchedBatch {
  readonly contracts: Stretches;
  readonly accounts: Stretches;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly repeated: number;
}

/** Matches batch after batch, in file order: the first of several rows with one external id is the one that counts. */
export class RowMatcher {
  readonly #options: MatcherOptions;

  constructor(options: MatcherOptions) {
    this.#options = options;
  }

  match(batch: TransformedBatch): MatchedBatch {
    const { org, table, log } = this.#options;
    const keys = new Uint32Array(batch.keys.buffer, batch.keys.byteOffset, batch.keys.length * 2);
    const prints = new Uint32Array(batch.fingerprints.buffer, batch.fingerprints.byteOffset, batch.fingerprints.length * 2);
    const contracts = new StretchList();
    const accounts = new StretchList();
    let [created, updated, unchanged, repeated] = [0, 0, 0, 0];
    for (let row = 0; row < batch.ends.length; row += 1) {
      const kvk = batch.accounts[row] ?? 0;
      const isNewAccount = org !== undefined && !org.accounts.has(kvk);
      if (isNewAccount && this.#options.accountsMode === 'match') {
        this.#reject(batch, row, 'ACCOUNT_NOT_FOUND', { kvk: String(kvk).padStart(8, '0') });
        continue;
      }
      const [low, high] = [keys[2 * row] ?? 0, keys[2 * row + 1] ?? 0];
      const [printLow, printHigh] = [prints[2 * row] ?? 0, prints[2 * row + 1] ?? 0];
      const earlier = table.find(low, high);
      if (earlier >= 0) {
        const first = log.read(earlier);
        if (first.printLow === printLow && first.printHigh === printHigh) repeated += 1;
        else this.#reject(batch, row, 'CONFLICTING_DUPLICATE', { first: first.line });
        continue;
      }
      table.add(low, high);
      log.append(batch.lines[row] ?? 0, batch.offsets[row] ?? 0, batch.lengths[row] ?? 0, printLow, printHigh);
      const known = org?.contracts.look(low, high, printLow, printHigh) ?? 'absent';
      if (known === 'same-content') {
        unchanged += 1;
        continue;
      }
      if (known === 'absent') created += 1;
      else updated += 1;
      contracts.add(row === 0 ? 0 : (batch.ends[row - 1] ?? 0), batch.ends[row] ?? 0);
      if (isNewAccount && org.accounts.add(kvk))
        accounts.add(row === 0 ? 0 : (batch.accountEnds[row - 1] ?? 0), batch.accountEnds[row] ?? 0);
    }
    return { contracts, accounts, created, updated, unchanged, repeated };
  }

  #reject(
    batch: TransformedBatch,
    row: number,
    code: 'ACCOUNT_NOT_FOUND' | 'CONFLICTING_DUPLICATE',
    values: Record<string, string | number>,
  ): void {
    this.#options.rejects.add({
      line: batch.lines[row] ?? 0,
      offset: batch.offsets[row] ?? 0,
      length: batch.lengths[row] ?? 0,
      column: code === 'ACCOUNT_NOT_FOUND' ? this.#options.accountColumn : '',
      code,
      ...rowSentence(this.#options.language, code, values),
    });
  }
}

class StretchList implements Stretches {
  readonly bounds: number[] = [];
  rows = 0;
  bytes = 0;

  add(from: number, to: number): void {
    this.rows += 1;
    this.bytes += to - from;
    if (this.bounds.at(-1) === from) this.bounds[this.bounds.length - 1] = to;
    else this.bounds.push(from, to);
  }
}
