// Starter records that an org would refuse are named before anybody loads them.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { loadSchema } from '../../local-org/metadata/load-schema.ts';
import { packageDirectories } from '../check-metadata.ts';
import { checkStarterRecords } from './check-starter-records.ts';
import { tellFindings } from './finding.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const schema = loadSchema(packageDirectories(ROOT));
const folder = mkdtempSync(path.join(tmpdir(), 'starter-records-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const REGIME = {
  External_Id__c: 'parking',
  Name: 'Parking',
  Phase__c: 'First Term',
  Connection_Size__c: 'Any',
  Legal_Form_Group__c: 'Any',
  Notice_Length__c: 1,
  Notice_Unit__c: 'Months',
  Tacit_Renewal__c: 'Monthly',
  Lead_Time_Days__c: 60,
  Last_Days__c: 14,
  Priority__c: 1,
  Source__c: 'Custom of the trade.',
  Checked_On_Date__c: '2026-11-22',
};

function findingsOf(...records: readonly object[]): string {
  writeFileSync(
    path.join(folder, 'regimes.json'),
    JSON.stringify({ object: 'Notice_Regime__c', externalIdField: 'External_Id__c', records }, null, 2),
  );
  return tellFindings(checkStarterRecords(folder, folder, schema, '2026-11-22'));
}

test('the starter records of the package would be let in', () => {
  assert.equal(tellFindings(checkStarterRecords(path.join(ROOT, 'config/rules'), ROOT, schema, '2026-11-22')), '');
});

test('a sound record is let in', () => assert.equal(findingsOf(REGIME), ''));

test('wrong records are named by key and field', () => {
  assert.match(
    findingsOf({ ...REGIME, Phase__c: 'Second Term' }),
    /regimes\.json:\d+ parking\.Phase__c: "Second Term" is none of its values/,
  );
  assert.match(findingsOf({ ...REGIME, Tax__c: 1 }), /parking\.Tax__c: Notice_Regime__c has no such field/);
  assert.match(findingsOf({ ...REGIME, Priority__c: null }), /parking\.Priority__c: It is required, but blank/);
  assert.match(findingsOf({ ...REGIME, Source__c: 'x'.repeat(300) }), /It has 300 characters; the field takes 255/);
  assert.match(findingsOf(REGIME, REGIME), /"parking" is no key of its own/);
});

test('records that a validation rule refuses are told in its words', () => {
  assert.match(findingsOf({ ...REGIME, Notice_Unit__c: null }), /parking: Give the notice length and its unit together/);
  assert.match(findingsOf({ ...REGIME, Last_Days__c: 61 }), /Last days cannot be more than the lead time/);
  assert.match(findingsOf({ ...REGIME, Source__c: null }), /Say where the rule comes from/);
  assert.match(findingsOf({ ...REGIME, Tacit_Renewal__c: 'Same Term' }), /Give the renewal term in months/);
});
