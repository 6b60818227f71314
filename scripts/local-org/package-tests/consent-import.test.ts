// Evidence of consent that comes from elsewhere: lists, and files through the Bulk API.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { consentIn } from './consent-under-test.ts';
import { openOrgUnderTest, type OrgUnderTest } from '../testing/org-under-test.ts';

let org: OrgUnderTest;

before(async () => {
  org = await openOrgUnderTest('2026-11-23');
});
after(() => org.close());

const { account, contact, verdicts } = consentIn(() => org);

test('one load may tell several things about the same person, and loading twice changes nothing', async () => {
  const person = await contact(await account('Import', 'Sole Proprietorship'));
  const lines = ['Phone', 'Email', 'Post'].map((channel) => ({
    Contact__c: person,
    Channel__c: channel,
    State__c: channel === 'Post' ? 'Refused' : 'Given',
    External_Id__c: `file-1|${channel}`,
    Captured_At__c: '2026-02-03T13:05:00Z',
    Source__c: channel === 'Email' ? null : 'fair',
  }));
  const load = (): Promise<readonly { success: boolean }[]> =>
    org.connection.sobject('Consent_Evidence__c').upsert(lines, 'External_Id__c');
  assert.ok((await load()).every((one) => one.success));
  assert.deepEqual(await verdicts(person), { Phone: 'May', Email: 'Ask First', Post: 'May Not' });
  assert.ok((await load()).every((one) => one.success));
  assert.equal((await org.rows(`SELECT Id FROM Consent_Evidence__c WHERE Contact__c = '${person}'`)).length, 3);
});

test('a file of evidence is loaded through the Bulk API: what has time and source counts, the rest is only claimed, nothing becomes consent by itself', async () => {
  const people = await Promise.all(['Bewezen', 'Beweerd', 'Leeg'].map(async (name) => contact(await account(name, 'Sole Proprietorship'))));
  const [proven, claimed, silent] = people.map(String);
  const line = (person: string | undefined, at: number, captured: string, source: string): string =>
    [person, 'Phone', 'Given', captured, source, `file-2|${at}`].join(',');
  const csv = [
    'Contact__c,Channel__c,State__c,Captured_At__c,Source__c,External_Id__c',
    line(proven, 1, '2026-02-03T13:05:00Z', 'fair'),
    line(claimed, 2, '', ''),
  ].join('\n');
  const job = { object: 'Consent_Evidence__c', operation: 'upsert', externalIdFieldName: 'External_Id__c', input: `${csv}\n` } as const;
  const { successfulResults, failedResults } = await org.connection.bulk2.loadAndWaitForResults(job);
  assert.deepEqual([successfulResults.length, failedResults.length], [2, 0]);
  assert.equal((await verdicts(String(proven)))['Phone'], 'May');
  assert.equal((await verdicts(String(claimed)))['Phone'], 'Ask First');
  assert.equal((await verdicts(String(silent)))['Phone'], 'May Not');
});
