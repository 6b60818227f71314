// What a withdrawal of consent does at once, and consent that ends, as a user sees it through the API.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addDays } from '../../platform/civil-date.ts';
import { consentIn, PROVEN } from './consent-under-test.ts';
import { openOrgUnderTest, refused, type Fields, type OrgUnderTest } from '../testing/org-under-test.ts';

let org: OrgUnderTest;

before(async () => {
  org = await openOrgUnderTest('2026-11-23');
});
after(() => org.close());

const { account, contact, evidence, verdicts, sentence } = consentIn(() => org);

test('a withdrawal takes the person out of running and planned campaigns of the channel, and holds calls back until consent returns', async () => {
  const business = await account('Reclame', 'Private Limited Company');
  const person = await contact(business);
  const other = await contact(business);
  await evidence(person, 'Email', 'Given', PROVEN);
  const campaign = (Name: string, Type: string, more: Fields = {}): Promise<string> =>
    org.create('Campaign', { Name, Type, Message_Kind__c: 'Commercial', ...more });
  const add = (CampaignId: string, ContactId: string): Promise<string> => org.create('CampaignMember', { CampaignId, ContactId });
  const calls = await campaign('Calls of summer', 'Telemarketing', { IsActive: true });
  await add(calls, person);
  await add(calls, other);
  await add(await campaign('Letters of summer', 'Email', { IsActive: true }), person);
  await add(await campaign('Calls of winter', 'Telemarketing', { Status: 'Planned' }), person);
  await add(
    await campaign('Calls about a disruption', 'Telemarketing', { Message_Kind__c: 'Service', Message_Kind_Reason__c: 'Tells' }),
    person,
  );
  const task = (more: Fields): Promise<string> =>
    org.create('Task', { Subject: 'Call', Status: 'Not Started', Priority: 'Normal', WhatId: business, ...more });
  const call = await task({ Task_Kind__c: 'Approach', WhoId: person });
  const help = await task({ Task_Kind__c: 'Feedback Call', WhoId: person });
  const open = await task({ Task_Kind__c: 'Approach', Description: 'The contract ends soon.' });
  await evidence(person, 'Phone', 'Withdrawn', { Captured_At__c: '2026-11-20T09:00:00Z', Source__c: 'phone call' });
  const members = await org.rows(`SELECT Campaign.Name FROM CampaignMember WHERE ContactId = '${person}' ORDER BY Campaign.Name`);
  assert.deepEqual(
    members.map((one) => (one['Campaign'] as Fields)['Name']),
    ['Calls about a disruption', 'Letters of summer'],
  );
  assert.equal((await org.rows(`SELECT Id FROM CampaignMember WHERE ContactId = '${other}'`)).length, 1);
  const [verdict] = await org.rows(
    `SELECT Consequence__c, Sentence__c FROM Consent_Verdict__c WHERE Contact__c = '${person}' AND Channel__c = 'Phone'`,
  );
  assert.deepEqual(verdict, {
    Consequence__c: 'Taken out of: Calls of summer; Calls of winter',
    Sentence__c: 'Call: may not — withdrawn on 20-11-2026 10:00',
  });
  const held = (id: string): Promise<readonly Fields[]> =>
    org.rows(`SELECT Is_Held_Back__c, Held_Back_By__c, Held_Back_Reason__c, Status, Description FROM Task WHERE Id = '${id}'`);
  const why = 'This person may not be called: see the consent of the contact.';
  const waiting = { Is_Held_Back__c: true, Held_Back_By__c: 'Consent', Held_Back_Reason__c: why };
  assert.deepEqual(await held(call), [{ ...waiting, Status: 'Waiting on someone else', Description: null }]);
  assert.equal((await held(help))[0]?.['Is_Held_Back__c'], false);
  assert.equal((await held(open))[0]?.['Description'], 'NOT Visser. Call: may not — withdrawn on 20-11-2026 10:00 The contract ends soon.');
  await refused(org.update('Task', call, { Status: 'Completed' }), /held back, so selling waits/);
  const later = await task({ Task_Kind__c: 'Win-Back', WhoId: person });
  assert.equal((await held(later))[0]?.['Held_Back_By__c'], 'Consent');
  await evidence(person, 'Phone', 'Given', { Captured_At__c: '2026-11-21T09:00:00Z', Source__c: 'phone call' });
  for (const id of [call, later])
    assert.deepEqual(await held(id), [
      { Is_Held_Back__c: false, Held_Back_By__c: null, Held_Back_Reason__c: null, Status: 'Not Started', Description: null },
    ]);
});

test('consent that has an end counts until then, to the minute for campaigns', async () => {
  const individual = await org.create('Individual', { LastName: 'Tijdelijk' });
  const person = await contact(await account('Tijdelijk', 'Sole Proprietorship'), { IndividualId: individual });
  const consent = await org.create('ContactPointTypeConsent', {
    Name: 'Offer of one month',
    PartyId: individual,
    ContactPointType: 'Phone',
    CaptureContactPointType: 'Web',
    CaptureSource: 'web form',
    CaptureDate: '2026-07-03T12:05:00Z',
    PrivacyConsentStatus: 'OptIn',
  });
  assert.equal(await sentence(person, 'Phone'), 'Call: may — consent 03-07-2026 14:05 through web form');
  await org.update('ContactPointTypeConsent', consent, { EffectiveTo: '2026-11-23T09:30:00Z' });
  assert.equal((await verdicts(person))['Phone'], 'May');
  const calls = await org.create('Campaign', { Name: 'Calls', Type: 'Telemarketing', Message_Kind__c: 'Commercial' });
  org.now = '2026-11-23T09:31:00Z';
  try {
    await refused(
      org.create('CampaignMember', { CampaignId: calls, ContactId: person }),
      /Not added to the campaign. the consent has ended/,
    );
  } finally {
    org.now = undefined;
  }
  assert.deepEqual(await org.runUntil('2026-11-24'), []);
  assert.equal(await sentence(person, 'Phone'), 'Call: may not — sole trader without consent');
});

test('two hundred contacts and two hundred withdrawals go in one transaction', async () => {
  const business = await account('Groothandel', 'Private Limited Company');
  const people = await org.connection
    .sobject('Contact')
    .create(Array.from({ length: 200 }, (_, at) => ({ LastName: `Person ${at}`, AccountId: business })));
  assert.ok(people.every((one) => one.success));
  const told = await org.connection
    .sobject('Consent_Evidence__c')
    .create(people.map((one) => ({ Contact__c: one.id, Channel__c: 'Phone', State__c: 'Withdrawn', Source__c: 'letter' })));
  assert.ok(told.every((one) => one.success));
  assert.deepEqual(
    await org.rows(
      `SELECT Verdict__c, COUNT(Id) total FROM Consent_Verdict__c WHERE Account__c = '${business}' AND Channel__c = 'Phone' GROUP BY Verdict__c`,
    ),
    [{ Verdict__c: 'May Not', total: 200 }],
  );
});

test('the preview of tomorrow refuses whoever may not be approached, in the words of the verdict', async () => {
  const letters = await org.create('Campaign', {
    Name: 'Letters to movers',
    Type: 'Email',
    Message_Kind__c: 'Commercial',
    IsActive: true,
    Status: 'In Progress',
  });
  await org.create('Event_Rule__c', {
    Name: 'Ten days before the move',
    External_Id__c: 'test-consent-of-movers',
    Event__c: 'Relocation',
    Offset_Days__c: 10,
    Direction__c: 'Before',
    Action__c: 'Add To Campaign',
    Campaign__c: letters,
    Message_Kind__c: 'Commercial',
    Is_Active__c: true,
  });
  const [willing, unasked] = [await account('Willing', 'Sole Proprietorship'), await account('Unasked', 'Sole Proprietorship')];
  const person = await contact(willing);
  await contact(unasked);
  await evidence(person, 'Email', 'Given', PROVEN);
  const today = org.org.org.today();
  for (const id of [willing, unasked]) await org.create('Relocation__c', { Account__c: id, Moves_On_Date__c: addDays(today, 12) });
  assert.deepEqual(await org.runUntil(addDays(today, 1)), []);
  const touch = async (id: string): Promise<Fields | undefined> =>
    (await org.rows(`SELECT State__c, Verdict_Reason__c FROM Event_Touch__c WHERE Account__c = '${id}'`))[0];
  assert.equal((await touch(willing))?.['State__c'], 'Planned');
  assert.deepEqual(await touch(unasked), {
    State__c: 'Refused',
    Verdict_Reason__c: 'There is no consent of this person for this channel.',
  });
  await evidence(person, 'Email', 'Withdrawn', { Captured_At__c: `${addDays(today, 1)}T07:00:00Z`, Source__c: 'mail' });
  assert.deepEqual(await org.runUntil(addDays(today, 2)), []);
  assert.equal((await touch(willing))?.['State__c'], 'Refused');
  assert.match(
    String((await touch(willing))?.['Verdict_Reason__c']),
    /^Not added to the campaign. E-mail: may not — withdrawn on [\d-]+ 08:00\.?$/,
  );
});
