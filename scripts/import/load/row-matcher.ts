// Decides for every row of a batch what it is to the org and to the rows before it: new, changed, unchanged, repeated, kept or refused.
import type { RejectSink } from '../plan/import-outcome.ts';
import type { AccountsMode, Language, OverwriteMode } from '../plan/import-plan.ts';
import type { TransformedBatch } from '../transform/batch.ts';
import type { ClaimRows } from './claim-rows.ts';
import { isByHand, saidOn } from './contract-index.ts';
import type { ContractIndex } from './contract-index.ts';
import type { KvkSet } from './kvk-set.ts';
import type { RowLog } from './row-log.ts';
import { rowSentence } from './row-sentences.ts';
import type { RowTable } from './row-table.ts';
import type { TypedContracts, WaitingRow } from './typed-contracts.ts';
import type { Winners } from './winners.ts';

/** What the org holds; absent when a file is checked without an org. */
export interface OrgContent {
  readonly accounts: KvkSet;
  readonly contracts: ContractIndex;
  /** Keys only. */
  readonly claims: ContractIndex;
}

/** The rows of one object that a run sends: number by key hash, and place in the file by number. */
export interface SentRows {
  readonly table: RowTable;
  readonly log: RowLog;
}

export interface MatcherOptions {
  readonly org: OrgContent | undefined;
  readonly accountsMode: AccountsMode;
  readonly overwrite: OverwriteMode;
  /** Day number that counts for rows that name no day of their own. */
  readonly obtainedOn: number;
  /** Present when the file says for each row when it was obtained. */
  readonly winners: Winners | undefined;
  /** Tells whether the CSV line of a new account resembles an account of the org. */
  readonly resembles: ((accountLine: Uint8Array) => boolean) | undefined;
  /** Offsets of the rows whose KvK number, completed with zeros, belongs to an account of another name. */
  readonly doubtful: ReadonlySet<number>;
  /** Contracts without number that rows may be about. */
  readonly typed: TypedContracts;
  /** Header of the column with the KvK number, for rejects. */
  readonly accountColumn: string;
  readonly language: Language;
  readonly sent: SentRows;
  readonly claims: SentRows & { readonly rows: ClaimRows };
  readonly rejects: RejectSink;
}

/** Lines to send: stretches of the batch's bytes, neighbours joined. */
export interface Stretches {
  readonly rows: number;
  readonly bytes: number;
  /** from, to, from, to … */
  readonly bounds: readonly number[];
}

/** Why a row is kept beside the contract. */
export type KeptCause = 'newer-known' | 'typed-by-hand' | 'other-row';

export interface MatchedBatch {
  readonly contracts: Stretches;
  readonly accounts: Stretches;
  /** CSV lines of claims. */
  readonly claims: readonly Uint8Array[];
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly repeated: number;
  readonly kept: Readonly<Record<KeptCause, number>>;
}

/** Matches batch after batch, in file order: of several rows with one external id the newest counts, or the first of one day. */
export class RowMatcher {
  readonly #options: MatcherOptions;

  constructor(options: MatcherOptions) {
    this.#options = options;
  }

  match(batch: TransformedBatch): MatchedBatch {
    const { org, winners } = this.#options;
    const { table, log } = this.#options.sent;
    const keys = new Uint32Array(batch.keys.buffer, batch.keys.byteOffset, batch.keys.length * 2);
    const prints = new Uint32Array(batch.fingerprints.buffer, batch.fingerprints.byteOffset, batch.fingerprints.length * 2);
    const contracts = new StretchList();
    const accounts = new StretchList();
    const claims: Uint8Array[] = [];
    const kept = { 'newer-known': 0, 'typed-by-hand': 0, 'other-row': 0 };
    let [created, updated, unchanged, repeated] = [0, 0, 0, 0];
    const keep = (row: number, cause: KeptCause): void => {
      const line = this.claim(waitingRow(batch, row, keys, prints));
      if (line === 'known') unchanged += 1;
      else if (line === 'repeated') repeated += 1;
      else {
        kept[cause] += 1;
        claims.push(line);
      }
    };
    const { doubtful, typed } = this.#options;
    for (let row = 0; row < batch.ends.length; row += 1) {
      const kvk = batch.accounts[row] ?? 0;
      if (doubtful.size > 0 && doubtful.has(batch.offsets[row] ?? 0)) {
        this.#reject(batch, row, kvk, 'KVK_PADDED_OTHER_NAME');
        continue;
      }
      const isNewAccount = org !== undefined && !org.accounts.has(kvk);
      if (isNewAccount && this.#options.accountsMode === 'match') {
        this.#reject(batch, row, kvk, 'ACCOUNT_NOT_FOUND');
        continue;
      }
      if (isNewAccount && this.#options.resembles?.(accountLine(batch, row))) {
        this.#reject(batch, row, kvk, 'ACCOUNT_RESEMBLES');
        continue;
      }
      const low = keys[2 * row] ?? 0;
      const high = keys[2 * row + 1] ?? 0;
      const printLow = prints[2 * row] ?? 0;
      const printHigh = prints[2 * row + 1] ?? 0;
      const verdict = winners?.judge(low, high, batch.lines[row] ?? 0, printLow, printHigh) ?? 'wins';
      const earlier = verdict === 'wins' ? table.find(low, high) : -1;
      if (verdict === 'repeats') repeated += 1;
      else if (verdict === 'differs') keep(row, 'other-row');
      else if (earlier >= 0) {
        const first = log.read(earlier);
        if (first.printLow === printLow && first.printHigh === printHigh) repeated += 1;
        else keep(row, 'other-row');
      }
      if (verdict !== 'wins' || earlier >= 0) continue;
      table.add(low, high);
      log.append(batch.lines[row] ?? 0, batch.offsets[row] ?? 0, batch.lengths[row] ?? 0, printLow, printHigh, low, high);
      const known = org?.contracts.look(low, high, printLow, printHigh) ?? 'absent';
      if (known === 'same-content') {
        unchanged += 1;
        continue;
      }
      if (known === 'absent' && typed.mayConcern(kvk) && typed.hold(waitingRow(batch, row, keys, prints))) continue;
      if (known === 'absent') created += 1;
      else {
        const cause = this.#staysAsItIs(org?.contracts.said(low, high) ?? 0, batch.obtained[row]);
        if (cause !== undefined) {
          keep(row, cause);
          continue;
        }
        updated += 1;
      }
      contracts.add(row === 0 ? 0 : (batch.ends[row - 1] ?? 0), batch.ends[row] ?? 0);
      if (isNewAccount && org.accounts.add(kvk))
        accounts.add(row === 0 ? 0 : (batch.accountEnds[row - 1] ?? 0), batch.accountEnds[row] ?? 0);
    }
    return { contracts, accounts, claims, created, updated, unchanged, repeated, kept };
  }

  /** Why what the org holds outweighs a row that was obtained on that day. */
  #staysAsItIs(said: number, obtained: number | undefined): Exclude<KeptCause, 'other-row'> | undefined {
    if (this.#options.overwrite === 'always') return undefined;
    if (isByHand(said)) return 'typed-by-hand';
    return saidOn(said) > (obtained ?? this.#options.obtainedOn) ? 'newer-known' : undefined;
  }

  claim(row: WaitingRow): Uint8Array | 'known' | 'repeated' {
    return claimOf(row, this.#options);
  }

  #reject(batch: TransformedBatch, row: number, kvk: number, code: RefusedAccount): void {
    this.#options.rejects.add({
      line: batch.lines[row] ?? 0,
      offset: batch.offsets[row] ?? 0,
      length: batch.lengths[row] ?? 0,
      column: this.#options.accountColumn,
      code,
      ...rowSentence(this.#options.language, code, { kvk: String(kvk).padStart(8, '0') }),
    });
  }
}

/** The claim that a row becomes, unless the org knows it or a row before has become it. */
export function claimOf(
  { csv, line, offset, length, key: [low, high], print: [printLow, printHigh] }: WaitingRow,
  { org, claims }: Pick<MatcherOptions, 'org' | 'claims'>,
): Uint8Array | 'known' | 'repeated' {
  claims.rows.turnTo(low, high, printLow, printHigh);
  const [claimLow, claimHigh] = [claims.rows.hash[0] ?? 0, claims.rows.hash[1] ?? 0];
  if (org?.claims.has(claimLow, claimHigh)) return 'known';
  if (claims.table.find(claimLow, claimHigh) >= 0) return 'repeated';
  claims.table.add(claimLow, claimHigh);
  claims.log.append(line, offset, length, printLow, printHigh, claimLow, claimHigh);
  return claims.rows.line(csv);
}

type RefusedAccount = 'ACCOUNT_NOT_FOUND' | 'ACCOUNT_RESEMBLES' | 'KVK_PADDED_OTHER_NAME';

/** A row for as long as it is needed: the batch's bytes are lent. */
function waitingRow(batch: TransformedBatch, row: number, keys: Uint32Array, prints: Uint32Array): WaitingRow {
  return {
    csv: batch.csv.slice(row === 0 ? 0 : (batch.ends[row - 1] ?? 0), batch.ends[row] ?? 0),
    ...{ line: batch.lines[row] ?? 0, offset: batch.offsets[row] ?? 0, length: batch.lengths[row] ?? 0 },
    key: [keys[2 * row] ?? 0, keys[2 * row + 1] ?? 0],
    print: [prints[2 * row] ?? 0, prints[2 * row + 1] ?? 0],
  };
}

function accountLine({ accountCsv, accountEnds }: TransformedBatch, row: number): Uint8Array {
  return accountCsv.subarray(row === 0 ? 0 : (accountEnds[row - 1] ?? 0), accountEnds[row] ?? 0);
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
