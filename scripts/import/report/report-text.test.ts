import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OrgIdentity } from '../../org-connection/org-identity.ts';
import type { ImportOutcome } from '../plan/import-outcome.ts';
import { failureDocument, outcomeDocument } from './report-document.ts';
import { interruptedText, outcomeText } from './report-text.ts';

const ORG: OrgIdentity = {
  id: '00D',
  name: 'Vuurtoren',
  username: 'jo@vuurtoren.example',
  instanceUrl: 'https://v.example',
  kind: 'sandbox',
};
const FILES = { rejects: '.import/r1/rejects.csv', report: '.import/r1/report.txt' };
const OUTCOME: ImportOutcome = {
  run: { id: 'r1', file: 'gids.csv', sha256: 'ab12', source: 'Gids', obtainedOn: '2026-11-01', org: 'jo@vuurtoren.example' },
  rows: { read: 12_345, created: 12_000, updated: 100, unchanged: 180, kept: 20, skipped: 25, rejected: 20 },
  accountsCreated: 0,
  keptBecause: { 'other-row': 5, 'newer-known': 15 },
  skippedBecause: { totals: 1, blank: 24 },
  rejectedBecause: {
    RAGGED_ROW: { count: 4, line: 31, reason: 'The row has 3 cells where the header has 9.' },
    INVALID_DATE: { count: 16, line: 7, reason: '"31-02-2027" is not a day that exists.' },
  },
  notices: [{ code: 'KVK_PADDED', message: '2 KvK numbers got their leading zeros back.', count: 2, lines: [4, 9] }],
  jobs: ['750'],
  comparedWithOrg: true,
};

test('a load is told with its target, its counts, its causes and the next step', () => {
  assert.equal(
    outcomeText('load', OUTCOME, ORG, FILES, 'en'),
    `Loaded gids.csv into Vuurtoren (sandbox, jo@vuurtoren.example, https://v.example).
Source: Gids, obtained on 2026-11-01.
Run r1, SHA-256 ab12.

  rows read            12,345
  created              12,000
  updated                 100
  unchanged               180
  kept as claims           20  (the org knows newer 15, another row counts 5)
  skipped                  25  (blank lines 24, totals 1)
  rejected                 20

Rejected because:
       16  INVALID_DATE  (line 7: "31-02-2027" is not a day that exists.)
        4  RAGGED_ROW  (line 31: The row has 3 cells where the header has 9.)

To look at:
  - 2 KvK numbers got their leading zeros back. (lines 4, 9)

Rejected rows with reasons: .import/r1/rejects.csv. Correct them there and load that file in the same way.
This report is kept in .import/r1/report.txt.
`,
  );
});

test('a check without an org says so and claims nothing about updates, in Dutch where that is wanted', () => {
  const { run, rows } = OUTCOME;
  const alone = {
    ...OUTCOME,
    run: { ...run, source: null, obtainedOn: null, org: null },
    rows: { ...rows, created: 12_300, updated: 0, unchanged: 0, kept: 0 },
    comparedWithOrg: false,
  };
  const text = outcomeText(
    'check',
    { ...alone, notices: [], keptBecause: {}, rejectedBecause: {} },
    undefined,
    { rejects: null, report: null },
    'nl',
  );
  assert.equal(
    text,
    `gids.csv is gecontroleerd zonder org. Er is niets geschreven.
Run r1, SHA-256 ab12.

  rijen gelezen       12.345
  in orde             12.300
  overgeslagen            25  (lege regels 24, totaalregels 1)
  geweigerd               20
`,
  );
});

test('a load that broke off tells what is certain and that it may be repeated', () => {
  assert.match(
    interruptedText(OUTCOME.rows, [], 'en'),
    /^The load broke off after 12,345 rows were read \(20 rejected, 180 unchanged\)\..*doubles nothing\.\n$/,
  );
});

test('the document has exactly the promised members, and an error where there was one', () => {
  const document = outcomeDocument(OUTCOME, FILES);
  assert.deepEqual(Object.keys(document), ['status', 'run', 'rows', 'files', 'warnings']);
  assert.equal(document.status, 1);
  assert.equal(outcomeDocument({ ...OUTCOME, rows: { ...OUTCOME.rows, rejected: 0 } }, FILES).status, 0);
  const failure = failureDocument({ code: 'DISK_FULL', message: 'a', action: 'b', exitCode: 3 }, { run: { file: 'gids.csv' } });
  assert.deepEqual(failure.run, { id: null, file: 'gids.csv', sha256: null, source: null, obtainedOn: null, org: null });
  assert.deepEqual([failure.status, failure.rows.read, failure.error], [3, 0, { code: 'DISK_FULL', message: 'a', action: 'b' }]);
});
