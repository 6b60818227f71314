// What flows decide is stored as codes, numbers and days, so that everybody reads it in their own language, whoever saved it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openOrgUnderTest, type Fields, type OrgUnderTest } from '../testing/org-under-test.ts';

let org: OrgUnderTest;
let business: string;

before(async () => {
  org = await openOrgUnderTest('2026-11-23');
  business = await org.create('Account', { Name: 'Bakkerij De Halm' });
});
after(() => org.close());

/** The same query, first for a reader of English, then for one of Dutch. */
async function bothWays(soql: string): Promise<readonly Fields[]> {
  const user = org.org.org.defaultUserId;
  const [english] = await org.rows(soql);
  await org.update('User', user, { LanguageLocaleKey: 'nl_NL' });
  try {
    const [dutch] = await org.rows(soql);
    return [english ?? {}, dutch ?? {}];
  } finally {
    await org.update('User', user, { LanguageLocaleKey: 'en_US' });
  }
}

test('the rule of a win-back date', async () => {
  const survey = { Account__c: business, Product_Category__c: 'Internet', Loss_Date__c: '2026-11-20', Reason__c: 'Better Price' };
  const late = await org.create('Exit_Survey__c', survey);
  assert.deepEqual(await bothWays(`SELECT Win_Back_Rule__c FROM Exit_Survey__c WHERE Id = '${late}'`), [
    { Win_Back_Rule__c: '12 months after the loss.' },
    { Win_Back_Rule__c: '12 maanden na het verlies.' },
  ]);
});

test('the start of a member of a joint purchase', async () => {
  const park = { Name: 'Fibre', Business_Park__c: 'De Hoef', Product_Category__c: 'Internet', Deadline_Date__c: '2026-12-31' };
  const collective = await org.create('Collective__c', { ...park, Threshold_Count__c: 2 });
  const member = await org.create('Collective_Member__c', { Collective__c: collective, Account__c: business, Has_No_Contract__c: true });
  assert.deepEqual(await bothWays(`SELECT Start_Reason__c FROM Collective_Member__c WHERE Id = '${member}'`), [
    { Start_Reason__c: 'There is no contract to leave: the start can be at once.' },
    { Start_Reason__c: 'Er is geen contract op te zeggen: de start kan meteen.' },
  ]);
});

test('why selling waits, and how firmly a customer sits', async () => {
  await org.position(business, 'CARE', { Product_Category__c: 'Gas' });
  await org.create('Case', { AccountId: business, Subject: 'No line', Is_Onboarding_Problem__c: true });
  const task = await org.create('Task', { WhatId: business, Subject: 'Offer gas', Task_Kind__c: 'Cross-Sell' });
  assert.deepEqual(await bothWays(`SELECT Held_Back_Reason__c FROM Task WHERE Id = '${task}'`), [
    { Held_Back_Reason__c: 'An onboarding problem of this customer is open: solve first, sell later.' },
    { Held_Back_Reason__c: 'Deze klant heeft een open startprobleem: eerst oplossen, dan verkopen.' },
  ]);
  const [english, dutch] = await bothWays(`SELECT Saddle_Factor_4__c FROM Account WHERE Id = '${business}'`);
  assert.match(String(english?.['Saddle_Factor_4__c']), /^Stage: Care /);
  assert.match(String(dutch?.['Saddle_Factor_4__c']), /^Fase: Zorg /);
});

test('why a touch is made', async () => {
  const [rule] = await org.rows("SELECT Id FROM Event_Rule__c WHERE External_Id__c = 'relocation-30-days-before'");
  const source = { Source_Record_Id__c: business, Source_Date__c: '2026-12-30', Planned_For_Date__c: '2026-11-30' };
  const touch = await org.create('Event_Touch__c', { Account__c: business, Event_Rule__c: rule?.['Id'], ...source });
  const [english, dutch] = await bothWays(`SELECT Verdict_Reason__c FROM Event_Touch__c WHERE Id = '${touch}'`);
  assert.equal(english?.['Verdict_Reason__c'], 'A month before the move, counted from 30-12-2026');
  assert.equal(dutch?.['Verdict_Reason__c'], 'Een maand voor de verhuizing, gerekend vanaf 30-12-2026');
});

test('a task of an event rule is in the language of whoever acts on it', async () => {
  const users = await org.rows(
    "SELECT Id FROM User WHERE Username IN ('noor.noord@local.example', 'zoe.zuid@local.example') ORDER BY Username",
  );
  const [english, dutch] = users.map((user) => String(user['Id']));
  await org.update('User', String(english), { LanguageLocaleKey: 'en_US' });
  await org.update('User', String(dutch), { LanguageLocaleKey: 'nl_NL' });
  const moved: string[] = [];
  for (const Relationship_Owner__c of [english, dutch]) {
    const moving = await org.create('Account', { Name: 'Moving', Relationship_Owner__c });
    await org.create('Contact', { AccountId: moving, LastName: 'Prins' });
    await org.create('Relocation__c', { Account__c: moving, Moves_On_Date__c: '2026-12-25' });
    moved.push(moving);
  }
  assert.deepEqual(await org.runUntil('2026-11-25'), []);
  const tasks = `SELECT Subject FROM Task WHERE WhatId IN ('${moved.join("', '")}') ORDER BY Subject`;
  assert.deepEqual(
    (await org.rows(tasks)).map((task) => task['Subject']),
    ['A month before the move: what moves along?', 'Een maand voor de verhuizing: wat gaat er mee?'],
  );
});

test('work of joint purchases, scripts and calls is in the language of whoever gets it, whoever saves', async () => {
  const [dutch] = await org.rows("SELECT Id FROM User WHERE LanguageLocaleKey = 'nl_NL' AND IsActive = true LIMIT 1");
  const OwnerId = dutch?.['Id'];
  const park = { Name: 'Glasvezel', Business_Park__c: 'De Hoef', Product_Category__c: 'Internet', Deadline_Date__c: '2027-03-31', OwnerId };
  const Collective__c = await org.create('Collective__c', { ...park, Threshold_Count__c: 2, Lead_Account__c: business });
  for (const Account__c of [business, await org.create('Account', { Name: 'Slagerij De Wit' })])
    await org.create('Collective_Member__c', { Collective__c, Account__c, Has_No_Contract__c: true, Interest_State__c: 'Committed' });
  const called = { Account__c: business, Called_By__c: OwnerId, Worked__c: 'Unknown' };
  const step = { Outcome__c: 'Call Back', Next_Step__c: 'Send Comparison', Next_Step_Date__c: '2026-12-14' };
  await org.create('Call_Outcome__c', { ...called, ...step });
  const rival = await org.create('Competitor__c', { Name: 'Zuidlicht', External_Id__c: 'zuidlicht', Is_Active__c: true });
  const script = await org.create('Comparison_Script__c', {
    ...{ Name: 'Zuidlicht – gas', Competitor__c: rival, Product_Category__c: 'Gas', Language__c: 'Dutch', Opening_Line__c: 'Dag', OwnerId },
    ...{ Question_1__c: 'Wie?', Question_2__c: 'Wat?', Question_3__c: 'Hoe?', Status__c: 'Active', Valid_Until_Date__c: '2026-11-27' },
  });
  assert.deepEqual(await org.runUntil('2026-11-29'), []);
  const written = await org.rows(
    `SELECT Subject FROM Task WHERE OwnerId = '${OwnerId}' AND (WhatId = '${script}' OR WhatId = '${business}') ORDER BY Subject`,
  );
  assert.deepEqual(
    written.map((task) => task['Subject']),
    [
      'Drempel gehaald: doe het gezamenlijke aanbod voor Glasvezel',
      'Gesprek: Terugbellen',
      'Vergelijking sturen na het gesprek van 25-11-2026',
      'Vernieuw het script Zuidlicht – gas: het is verlopen',
    ],
  );
});
