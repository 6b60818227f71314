import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Reject } from '../plan/import-outcome.ts';
import type { AccountsMode, OverwriteMode } from '../plan/import-plan.ts';
import type { TransformedBatch } from '../transform/batch.ts';
import { dayNumber } from '../../platform/civil-date.ts';
import { ClaimRows } from './claim-rows.ts';
import { ContractIndex, said } from './contract-index.ts';
import { KvkSet } from './kvk-set.ts';
import { RowLog } from './row-log.ts';
import { RowMatcher } from './row-matcher.ts';
import { RowTable } from './row-table.ts';
import { TypedContracts } from './typed-contracts.ts';
import { batchOf, words } from './testing/batch-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'matcher-'));
after(() => rmSync(folder, { recursive: true }));

const COLUMNS = ['Account__r.KvK_Number__c', ...'abcde', 'External_Id__c', 'Import_Fingerprint__c'];

function matcher(accountsMode: AccountsMode, org: 'with org' | 'without org' = 'with org', overwrite: OverwriteMode = 'newer') {
  const accounts = new KvkSet();
  accounts.add(12345678);
  accounts.add(99);
  const contracts = new ContractIndex();
  contracts.set(...words('known'), ...words('as before'));
  contracts.set(...words('changed'), ...words('was'), said('2026-10-01', false));
  contracts.set(...words('newer'), ...words('was'), said('2026-11-02', false));
  contracts.set(...words('typed'), ...words('was'), said('2026-01-01', true));
  const rejects: Reject[] = [];
  const log = new RowLog(join(folder, `${Math.random()}`));
  const options = {
    accountsMode,
    accountColumn: 'KvK',
    doubtful: new Set<number>(),
    typed: new TypedContracts([], []),
    language: 'en',
    sent: { table: new RowTable(), log },
    claims: { table: new RowTable(), log: new RowLog(join(folder, `${Math.random()}`)), rows: new ClaimRows(COLUMNS, 'Gids') },
    overwrite,
    obtainedOn: dayNumber('2026-11-01'),
    winners: undefined,
    resembles: undefined,
    rejects: { add: (reject: Reject) => rejects.push(reject) },
  } as const;
  return {
    rejects,
    log,
    matcher: new RowMatcher({ ...options, org: org === 'with org' ? { accounts, contracts, claims: new ContractIndex() } : undefined }),
  };
}

function sent(batch: TransformedBatch, bounds: readonly number[], csv = batch.csv): string {
  let text = '';
  for (let at = 0; at < bounds.length; at += 2) text += Buffer.from(csv.subarray(bounds[at], bounds[at + 1])).toString();
  return text;
}

test('rows are told apart as new, changed, unchanged, repeated, contradicting and without account', () => {
  const { matcher: rows, rejects, log } = matcher('match');
  const first = batchOf(
    [
      { kvk: 99, key: 'new', content: 'a' },
      { kvk: 12345678, key: 'changed', content: 'is' },
      { kvk: 7, key: 'nobody', content: 'a' },
      { kvk: 99, key: 'known', content: 'as before' },
      { kvk: 99, key: 'new', content: 'a' },
      { kvk: 99, key: 'also new', content: 'b' },
    ],
    2,
  );
  const matched = rows.match(first);
  assert.deepEqual([matched.created, matched.updated, matched.unchanged, matched.repeated], [2, 1, 1, 1]);
  assert.equal(sent(first, matched.contracts.bounds), '99,,,,,,new,a\n12345678,,,,,,changed,is\n99,,,,,,also new,b\n');
  assert.equal(matched.contracts.rows, 3);
  assert.equal(matched.contracts.bytes, sent(first, matched.contracts.bounds).length);

  const second = rows.match(
    batchOf(
      [
        { kvk: 99, key: 'new', content: 'other' },
        { kvk: 99, key: 'known', content: 'as before' },
      ],
      8,
    ),
  );
  assert.deepEqual([second.contracts.rows, second.repeated, second.kept['other-row']], [0, 1, 1]);
  assert.match(String(second.claims[0]), /^new,[0-9a-f]{16}-[0-9a-f]{16}-[0-9a-f]{16}\n$/);
  assert.deepEqual(
    rejects.map(({ line, offset, column, code, reason }) => [line, offset, column, code, reason]),
    [[4, 400, 'KvK', 'ACCOUNT_NOT_FOUND', 'The org has no account with KvK number 00000007.']],
  );
  log.close();
});

test('with --accounts create an unknown account is sent once, and only with a row that is sent', () => {
  const { matcher: rows, rejects, log } = matcher('create');
  const batch = batchOf(
    [
      { kvk: 7, key: 'one', content: 'a' },
      { kvk: 7, key: 'two', content: 'a' },
      { kvk: 8, key: 'one', content: 'a' },
      { kvk: 99, key: 'three', content: 'a' },
    ],
    2,
  );
  const matched = rows.match(batch);
  assert.equal(sent(batch, matched.accounts.bounds, batch.accountCsv), 'account 7\n');
  assert.deepEqual([matched.created, matched.repeated, rejects.length], [3, 1, 0]);
  log.close();
});

test('without an org every row in order counts as new', () => {
  const { matcher: rows, log } = matcher('match', 'without org');
  const matched = rows.match(
    batchOf(
      [
        { kvk: 7, key: 'nobody', content: 'a' },
        { kvk: 7, key: 'known', content: 'as before' },
      ],
      2,
    ),
  );
  assert.deepEqual([matched.created, matched.unchanged], [2, 0]);
  log.close();
});

test('what the org knows better stays: newer statements and what a person typed; the row becomes a claim, once', () => {
  const rows = [
    { kvk: 99, key: 'newer', content: 'is' },
    { kvk: 99, key: 'typed', content: 'is' },
    { kvk: 99, key: 'typed', content: 'is' },
    { kvk: 99, key: 'changed', content: 'is' },
  ];
  const { matcher: careful, log } = matcher('match');
  const kept = careful.match(batchOf(rows, 2));
  assert.deepEqual(kept.kept, { 'newer-known': 1, 'typed-by-hand': 1, 'other-row': 0 });
  assert.deepEqual([kept.updated, kept.repeated, kept.claims.length], [1, 1, 2]);
  log.close();
  const { matcher: forced, log: other } = matcher('match', 'with org', 'always');
  assert.deepEqual(forced.match(batchOf(rows, 2)).updated, 3);
  other.close();
});
