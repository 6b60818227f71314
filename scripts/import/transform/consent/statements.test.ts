import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statementsOf } from './statements.ts';
import type { StatementCells } from './statements.ts';

const SILENT: StatementCells = {
  ...{ statement: '', channel: '', emailConsent: '', phoneConsent: '', postConsent: '', optedOut: '' },
  ...{ noEmail: '', noPhone: '', noPost: '', saidOn: '', withdrawnOn: '' },
};

/** As `channel state said`, or why there is none. */
function said(cells: Partial<StatementCells>): string | readonly string[] {
  const found = statementsOf({ ...SILENT, ...cells });
  return typeof found === 'string' ? found : found.map((one) => `${one.channel} ${one.state} ${one.said}`.trim());
}

test('a yes needs its channel, a no does not', () => {
  assert.deepEqual(said({ statement: 'Given', channel: 'Email', saidOn: '2026-01-02' }), ['Email Given 2026-01-02']);
  assert.equal(said({ statement: 'Given' }), 'CHANNEL_MISSING');
  assert.equal(said({ statement: 'Given', channel: 'Every Channel' }), 'CONSENT_FOR_EVERYTHING');
  assert.deepEqual(said({ statement: 'Refused' }), ['Every Channel Refused']);
  assert.deepEqual(said({ statement: 'Unsubscribed' }), ['Email Withdrawn']);
  assert.deepEqual(said({ statement: 'Do Not Call' }), ['Phone Refused']);
  assert.deepEqual(said({ statement: 'Given', channel: 'Email|Phone' }), ['Email Given', 'Phone Given']);
});

test('columns of channels are statements of their own, and a blank one says nothing', () => {
  assert.deepEqual(said({ emailConsent: 'Given', phoneConsent: 'Refused' }), ['Email Given', 'Phone Refused']);
  assert.deepEqual(said({ noEmail: 'Yes', noPhone: 'No', noPost: 'Yes' }), ['Email Refused', 'Post Refused']);
  assert.equal(said({ noEmail: 'No', optedOut: 'No' }), 'STATEMENT_MISSING');
  assert.equal(said({}), 'STATEMENT_MISSING');
});

test('what nobody said is no statement, but a no beside it counts', () => {
  assert.equal(said({ statement: 'No Statement', channel: 'Email' }), 'NOT_A_STATEMENT');
  assert.deepEqual(said({ statement: 'No Statement', noPhone: 'Yes' }), ['Phone Refused']);
  assert.equal(said({ statement: 'No Statement', emailConsent: 'Given' }), 'NOT_A_STATEMENT');
});

test('a day of opting out takes the consent of its row back', () => {
  assert.deepEqual(said({ statement: 'Given', channel: 'Email', saidOn: '2026-01-02', withdrawnOn: '2026-03-04' }), [
    'Email Given 2026-01-02',
    'Email Withdrawn 2026-03-04',
  ]);
  assert.deepEqual(said({ emailConsent: 'Given', saidOn: '2026-01-02', optedOut: 'Yes' }), [
    'Email Given 2026-01-02',
    'Email Withdrawn 2026-01-02',
  ]);
  assert.deepEqual(said({ withdrawnOn: '2026-03-04' }), ['Every Channel Withdrawn 2026-03-04']);
  assert.deepEqual(said({ statement: 'Withdrawn', channel: 'Post', withdrawnOn: '2026-03-04', saidOn: '2026-01-02' }), [
    'Post Withdrawn 2026-03-04',
  ]);
});
