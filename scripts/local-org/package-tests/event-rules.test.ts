// Event rules as communication sees them through the API: what they plan for tomorrow, for whom not and why, and what is carried out.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { addDays } from '../../platform/civil-date.ts';
import { openOrgUnderTest, refused, type Fields, type OrgUnderTest } from '../testing/org-under-test.ts';
import { campaignsUnderTest } from './campaigns-under-test.ts';

let org: OrgUnderTest;

before(async () => {
  org = await openOrgUnderTest('2026-11-23');
});
after(() => org.close());
const { account, campaign, contact, member, rule, setPolicy, stopCampaigns } = campaignsUnderTest(() => org);
beforeEach(() => stopCampaigns());
const touches = (accountId: string): Promise<readonly Fields[]> =>
  org.rows(
    `SELECT State__c, Planned_For_Date__c, Verdict_Reason__c FROM Event_Touch__c WHERE Account__c = '${accountId}' ORDER BY Planned_For_Date__c`,
  );

test('the preview of tomorrow tells who, who not and why, and the next day carries it out', async () => {
  await setPolicy({ Person_Campaigns__c: 1 });
  const wave = await campaign();
  await rule({ Name: 'Ten days before the move', Message_Kind__c: 'Commercial', Action__c: 'Add To Campaign', Campaign__c: wave });
  await rule({
    Name: 'Interest in gas',
    Event__c: 'Product Interest',
    Product_Category__c: 'Gas',
    Direction__c: 'After',
    Offset_Days__c: 2,
    Task_Subject__c: 'Talk about gas',
  });
  const [free, busy, nobody, troubled] = [await account('Vrij'), await account('Druk'), await account('Leeg'), await account('Probleem')];
  const person = await contact(free);
  for (const id of [busy, troubled]) await contact(id);
  const [busyPerson] = await org.rows(`SELECT Id FROM Contact WHERE AccountId = '${busy}'`);
  await member(await campaign(), String(busyPerson?.['Id']));
  await org.create('Case', { AccountId: troubled, Subject: 'No line', Is_Onboarding_Problem__c: true });
  for (const id of [free, busy, nobody, troubled]) await org.create('Relocation__c', { Account__c: id, Moves_On_Date__c: '2026-12-05' });
  const interested = await account('Geboeid');
  await org.create('Product_Interest__c', { Account__c: interested, Product_Category__c: 'Gas', Seen_On_Date__c: '2026-11-23' });
  await org.create('Product_Interest__c', { Account__c: interested, Product_Category__c: 'Gas', Seen_On_Date__c: '2026-11-23' });
  await org.create('Product_Interest__c', { Account__c: interested, Product_Category__c: 'Insurance', Seen_On_Date__c: '2026-11-23' });

  assert.deepEqual(await org.runUntil('2026-11-24'), []);
  const planned = { Planned_For_Date__c: '2026-11-25' };
  assert.deepEqual(await touches(free), [
    { State__c: 'Planned', ...planned, Verdict_Reason__c: 'Ten days before the move, counted from 05-12-2026' },
  ]);
  assert.deepEqual(await touches(busy), [
    { State__c: 'Refused', ...planned, Verdict_Reason__c: 'This person is in 1 running campaigns already; at most 1 are allowed at once.' },
  ]);
  assert.deepEqual(await touches(nobody), [{ State__c: 'Refused', ...planned, Verdict_Reason__c: 'Nobody at this business is known.' }]);
  assert.deepEqual(await touches(troubled), [
    { State__c: 'Refused', ...planned, Verdict_Reason__c: 'An onboarding problem is open: help first, then sell.' },
  ]);
  assert.deepEqual(await touches(interested), [
    { State__c: 'Planned', ...planned, Verdict_Reason__c: 'Interest in gas, counted from 23-11-2026' },
  ]);
  assert.deepEqual(await org.rows(`SELECT Id FROM CampaignMember WHERE CampaignId = '${wave}'`), []);

  assert.deepEqual(await org.runUntil('2026-11-25'), []);
  assert.deepEqual(await org.rows(`SELECT ContactId FROM CampaignMember WHERE CampaignId = '${wave}'`), [{ ContactId: person }]);
  assert.equal((await touches(free))[0]?.['State__c'], 'Done');
  assert.deepEqual(await org.rows(`SELECT Subject, ActivityDate FROM Task WHERE WhatId = '${interested}'`), [
    { Subject: 'Talk about gas', ActivityDate: '2026-11-25' },
  ]);
  assert.deepEqual(await org.rows('SELECT Message__c FROM Flow_Fault__c'), []);
});

test('a planned touch that the frequency no longer allows is refused with the reason, not lost', async () => {
  const [one, two] = [await campaign(), await campaign()];
  await rule({
    Name: 'Twenty days before',
    Message_Kind__c: 'Commercial',
    Action__c: 'Add To Campaign',
    Campaign__c: one,
    Offset_Days__c: 20,
  });
  const id = await account('Verandert');
  const person = await contact(id);
  await org.create('Relocation__c', { Account__c: id, Moves_On_Date__c: '2026-12-17' });
  await org.runUntil('2026-11-26');
  assert.equal((await touches(id))[0]?.['State__c'], 'Planned');
  await member(two, person);
  await org.runUntil('2026-11-27');
  const [touch] = await touches(id);
  assert.equal(touch?.['State__c'], 'Refused');
  assert.match(String(touch?.['Verdict_Reason__c']), /in 1 running campaigns already/);
});

test('events of every kind plan their touches', async () => {
  await setPolicy({ Person_Campaigns__c: 8 });
  const after = { Direction__c: 'After', Offset_Days__c: 3 };
  const names = ['Product Bought', 'After Purchase', 'Feedback Given'].map((Event__c) => ({ ...after, Event__c, Name: Event__c }));
  for (const one of names) await rule({ ...one, Product_Category__c: one.Name === 'Product Bought' ? 'Electricity' : null });
  await rule({ ...after, Name: 'Stage Entered', Event__c: 'Stage Entered', Lifecycle_Stage__c: await org.stageId('DEVELOPMENT') });
  await rule({ Name: 'Decision Date Near', Event__c: 'Decision Date Near', Offset_Days__c: 40 });
  const id = await account('Alles');
  await org.create('Opportunity', {
    AccountId: id,
    Name: 'Power',
    StageName: 'Closed Won',
    CloseDate: '2026-11-26',
    Product_Category__c: 'Electricity',
  });
  await org.create('Opportunity', {
    AccountId: id,
    Name: 'Lines',
    StageName: 'Closed Won',
    CloseDate: '2026-11-26',
    Product_Category__c: 'Internet',
  });
  await org.create('Feedback__c', { Account__c: id, Score__c: 10, Given_On_Date__c: '2026-11-26' });
  await org.position(id, 'DEVELOPMENT', { Product_Category__c: 'Gas', Since_Date__c: '2026-11-26' });
  const Competitor__c = await org.create('Competitor__c', { Name: 'Noordlicht', External_Id__c: 'noordlicht', Is_Active__c: true });
  await org.create('Competitor_Contract__c', {
    Account__c: id,
    Competitor__c,
    Product_Category__c: 'Insurance',
    End_Date__c: '2027-02-08',
    Notice_Length__c: 1,
    Notice_Unit__c: 'Months',
  });
  assert.deepEqual(await org.runUntil('2026-11-28'), []);
  const planned = await org.rows(
    `SELECT Event_Rule__r.Name, Product_Category__c FROM Event_Touch__c WHERE Account__c = '${id}' AND State__c = 'Planned' AND Planned_For_Date__c = 2026-11-29 ORDER BY Event_Rule__r.Name`,
  );
  const found = planned.map((row) => (row['Event_Rule__r'] as { readonly Name: string }).Name);
  assert.deepEqual(found, ['After Purchase', 'Decision Date Near', 'Feedback Given', 'Product Bought', 'Stage Entered']);
  assert.equal(planned[3]?.['Product_Category__c'], 'Electricity');
});

test('a rule that is too wide plans nothing and says so, and the others are planned', async () => {
  const wide = { Name: 'Wide', Offset_Days__c: 100, Most_Per_Day__c: 2 };
  await refused(rule({ ...wide, Most_Per_Day__c: 9001 }), /from 1 to 9,000/);
  await rule(wide);
  await rule({ ...wide, Name: 'Narrow', Offset_Days__c: 101 });
  const accounts = [await account('Een'), await account('Twee'), await account('Drie')];
  for (const id of accounts) await org.create('Relocation__c', { Account__c: id, Moves_On_Date__c: '2027-03-10' });
  await org.create('Relocation__c', { Account__c: accounts[0], Moves_On_Date__c: '2027-03-11' });
  await org.runUntil('2026-11-29');
  assert.deepEqual(
    await org
      .rows("SELECT Event_Rule__r.Name FROM Event_Touch__c WHERE Event_Rule__r.Name IN ('Wide', 'Narrow')")
      .then((found) => found.length),
    1,
  );
  const [fault] = await org.rows('SELECT Message__c FROM Flow_Fault__c');
  assert.match(String(fault?.['Message__c']), /^The rule Wide concerns 3 businesses tomorrow; it may concern 2/);
});

test('a rule may be for a segment only: a legal form, or customers who are worth so much', async () => {
  await rule({ Name: 'Movers of a kind', Legal_Form__c: 'Foundation', Minimum_Customer_Value__c: 100 });
  const business = async (Legal_Form__c: string, price: number): Promise<string> => {
    const id = await org.create('Account', { Name: `${Legal_Form__c} ${price}`, Legal_Form__c });
    await contact(id);
    await org.create('Asset', { Name: 'Fibre', AccountId: id, Price: price, Status: 'Installed' });
    await org.create('Relocation__c', { Account__c: id, Moves_On_Date__c: addDays(org.org.org.today(), 12) });
    return id;
  };
  const [fits, small, other] = [await business('Foundation', 150), await business('Foundation', 50), await business('Association', 150)];
  await org.runUntil(addDays(org.org.org.today(), 1));
  const verdict = async (id: string): Promise<unknown> => {
    const kept = await org.rows(
      `SELECT State__c FROM Event_Touch__c WHERE Account__c = '${id}' AND Event_Rule__r.Name = 'Movers of a kind'`,
    );
    return kept[0]?.['State__c'];
  };
  assert.deepEqual([await verdict(fits), await verdict(small), await verdict(other)], ['Planned', 'Refused', 'Refused']);
  assert.match(JSON.stringify(await touches(small)), /outside the segment/);
});
