// A joint purchase as a user sees it through the API: members with contracts of their own, the threshold, the common start, the deadline.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Connection } from 'jsforce';
import { loadRules } from '../../admin/rules/load-rules.ts';
import { addDays } from '../../platform/civil-date.ts';
import { startLocalOrg, type LocalOrg } from '../start.ts';

const RULES = path.resolve(import.meta.dirname, '../../../config/rules');
type Fields = Readonly<Record<string, unknown>>;
let org: LocalOrg;
let connection: Connection;
let competitor: string;

before(async () => {
  org = await startLocalOrg({ now: () => new Date('2026-11-23T09:00:00Z') });
  connection = new Connection({ instanceUrl: org.url, accessToken: org.accessToken, version: '68.0' });
  await loadRules(connection, RULES);
  competitor = await create('Competitor__c', { Name: 'Noordlicht', External_Id__c: 'noordlicht', Is_Active__c: true });
});
after(() => org.close());

async function create(object: string, fields: Fields): Promise<string> {
  const result = await connection.sobject(object).create(fields);
  assert.ok(result.success);
  return result.id;
}

const update = (object: string, Id: string, fields: Fields): Promise<unknown> => connection.sobject(object).update({ Id, ...fields });

async function rows(soql: string): Promise<readonly Fields[]> {
  const { records } = await connection.query<Fields>(soql);
  return records.map(({ attributes: _attributes, ...fields }) => fields);
}

const refused = (work: Promise<unknown>, message: RegExp): Promise<void> =>
  assert.rejects(work, (error: Error) => message.test(error.message));

const account = (name: string): Promise<string> => create('Account', { Name: name, Legal_Form__c: 'Private Limited Company' });

const contract = (accountId: string, fields: Fields): Promise<string> =>
  create('Competitor_Contract__c', {
    Account__c: accountId,
    Competitor__c: competitor,
    Product_Category__c: 'Internet',
    Notice_Length__c: 1,
    Notice_Unit__c: 'Months',
    Auto_Renews__c: 'Yes',
    Renewal_Term_Months__c: 12,
    ...fields,
  });

const collective = (fields: Fields = {}): Promise<string> =>
  create('Collective__c', {
    Name: 'Fibre for De Hoef',
    Business_Park__c: 'De Hoef',
    Product_Category__c: 'Internet',
    Threshold_Count__c: 2,
    Deadline_Date__c: '2026-12-31',
    ...fields,
  });

const member = (collectiveId: string, accountId: string, fields: Fields = {}): Promise<string> =>
  create('Collective_Member__c', { Collective__c: collectiveId, Account__c: accountId, ...fields });

async function memberRow(id: string): Promise<Fields | undefined> {
  const [found] = await rows(
    `SELECT Earliest_Start_Date__c, Is_Start_Known__c, Start_Reason__c FROM Collective_Member__c WHERE Id = '${id}'`,
  );
  return found;
}

async function state(id: string): Promise<unknown> {
  const [found] = await rows(`SELECT State__c FROM Collective__c WHERE Id = '${id}'`);
  return found?.['State__c'];
}

test('the common start is the latest of the committed members own starts, and the threshold plans the offer once', async () => {
  const [lead, second, third] = [await account('Smederij Vonk'), await account('Drukkerij Inkt'), await account('Kapper Knip')];
  await contract(lead, { End_Date__c: '2027-06-30' });
  await contract(second, { End_Date__c: '2027-02-28' });
  await contract(second, { End_Date__c: '2027-03-31', Product_Category__c: 'Gas' });
  await contract(third, { End_Date__c: '2028-12-31' });
  const id = await collective({ Lead_Account__c: lead });
  const first = await member(id, lead, { Interest_State__c: 'Committed' });
  assert.deepEqual(await memberRow(first), {
    Earliest_Start_Date__c: '2027-07-01',
    Is_Start_Known__c: true,
    Start_Reason__c: 'The contract runs until 30-06-2027; notice must be given by 31-05-2027.',
  });
  const joining = await member(id, second, { Interest_State__c: 'Interested' });
  await member(id, third, { Interest_State__c: 'Interested' });
  const look = `SELECT State__c, Committed_Count__c, Missing_Count__c, Earliest_Common_Start_Date__c, Possible_Start_Date__c, Threshold_Reached_Date__c FROM Collective__c WHERE Id = '${id}'`;
  assert.deepEqual(await rows(look), [
    {
      State__c: 'Gathering',
      Committed_Count__c: 1,
      Missing_Count__c: 1,
      Earliest_Common_Start_Date__c: '2027-07-01',
      Possible_Start_Date__c: '2029-01-01',
      Threshold_Reached_Date__c: null,
    },
  ]);
  await update('Collective_Member__c', joining, { Interest_State__c: 'Committed' });
  assert.deepEqual(await rows(look), [
    {
      State__c: 'Threshold Reached',
      Committed_Count__c: 2,
      Missing_Count__c: 0,
      Earliest_Common_Start_Date__c: '2027-07-01',
      Possible_Start_Date__c: '2029-01-01',
      Threshold_Reached_Date__c: '2026-11-23',
    },
  ]);
  const task = `SELECT Subject, Description, ActivityDate FROM Task WHERE WhatId = '${lead}' AND Source_Record_Id__c = '${id}'`;
  assert.deepEqual(await rows(task), [
    {
      Subject: 'Threshold reached: make the joint offer for Fibre for De Hoef',
      Description: '2 members have committed. Earliest common start: 01-07-2027.',
      ActivityDate: '2026-11-23',
    },
  ]);
  await update('Collective__c', id, { State__c: 'Offer Made' });
  assert.equal((await rows(task)).length, 1);
});

test('a member who withdraws takes the collective back below its threshold', async () => {
  const id = await collective({ Threshold_Count__c: 2 });
  const members = [];
  for (const name of ['Bakker', 'Slager'])
    members.push(await member(id, await account(name), { Interest_State__c: 'Committed', Has_No_Contract__c: true }));
  assert.equal(await state(id), 'Threshold Reached');
  await update('Collective_Member__c', members[0] ?? '', { Interest_State__c: 'Declined' });
  assert.equal(await state(id), 'Gathering');
});

test('who missed notice starts after the next term, who has no contract at once, and who is not known blank', async () => {
  const id = await collective();
  const [missed, free, unknown] = [await account('Te Laat'), await account('Vrij'), await account('Onbekend')];
  await contract(missed, { End_Date__c: '2026-12-10' });
  assert.deepEqual(await memberRow(await member(id, missed)), {
    Earliest_Start_Date__c: '2027-12-11',
    Is_Start_Known__c: true,
    Start_Reason__c: 'Notice was missed on 10-11-2026; the contract can be left for a start on 11-12-2027.',
  });
  assert.deepEqual(await memberRow(await member(id, free, { Has_No_Contract__c: true })), {
    Earliest_Start_Date__c: '2026-11-23',
    Is_Start_Known__c: true,
    Start_Reason__c: 'There is no contract to leave: the start can be at once.',
  });
  assert.deepEqual(await memberRow(await member(id, unknown, { Interest_State__c: 'Committed' })), {
    Earliest_Start_Date__c: null,
    Is_Start_Known__c: false,
    Start_Reason__c: 'No contract is known: ask who supplies now and until when.',
  });
  assert.deepEqual(await rows(`SELECT Start_Explanation__c FROM Collective__c WHERE Id = '${id}'`), [
    { Start_Explanation__c: 'No start of a committed member is known yet.' },
  ]);
});

test('what contradicts itself is refused in plain words', async () => {
  const [one, other] = [await account('Een'), await account('Ander')];
  const id = await collective();
  const theirs = await contract(other, { End_Date__c: '2027-06-30' });
  await refused(collective({ Threshold_Count__c: 1 }), /at least two members/);
  await refused(collective({ Deadline_Date__c: '2026-11-22' }), /lies in the past/);
  await refused(collective({ State__c: 'Contracted' }), /Too few members have committed/);
  await refused(member(id, one, { Competitor_Contract__c: theirs }), /belongs to another business/);
  await refused(member(id, other, { Competitor_Contract__c: theirs, Has_No_Contract__c: true }), /Has No Contract is ticked/);
  await member(id, one);
  await refused(member(id, one), /duplicate/i);
  await update('Collective__c', id, { State__c: 'Cancelled' });
  await refused(member(id, other), /This joint purchase is closed/);
});

test('200 members added in one request are all dated', async () => {
  const id = await collective({ Threshold_Count__c: 200 });
  const accounts = await connection.sobject('Account').create(Array.from({ length: 200 }, (_, at) => ({ Name: `Unit ${at}` })));
  const members = accounts.map((one) => ({
    Collective__c: id,
    Account__c: one.id,
    Interest_State__c: 'Committed',
    Has_No_Contract__c: true,
  }));
  assert.ok((await connection.sobject('Collective_Member__c').create(members)).every((one) => one.success));
  assert.equal(await state(id), 'Threshold Reached');
});

test('days that pass close what is too late, and members follow their contracts', async () => {
  const late = await collective({ Deadline_Date__c: '2026-11-24' });
  const running = await collective({ Name: 'Gas for De Hoef', Deadline_Date__c: '2027-03-01', Threshold_Count__c: 5 });
  const business = await account('Volger');
  await contract(business, { End_Date__c: '2026-12-31' });
  const following = await member(running, business);
  assert.equal((await memberRow(following))?.['Earliest_Start_Date__c'], '2027-01-01');
  for await (const _day of org.org.automation.advanceClock('2026-12-02'));
  assert.equal(await state(late), 'Deadline Passed');
  await refused(member(late, business, { Interest_State__c: 'Committed' }), /deadline of this collective has passed/);
  assert.equal((await memberRow(following))?.['Earliest_Start_Date__c'], '2028-01-01');
  await update('Collective__c', late, { Deadline_Date__c: '2026-12-20' });
  assert.equal(await state(late), 'Gathering');
  assert.deepEqual(await rows('SELECT Message__c FROM Flow_Fault__c'), []);
});

test('at night only members are saved whose start may have changed', async () => {
  const running = await collective({ Name: 'Internet for De Hoef', Deadline_Date__c: '2027-03-01', Threshold_Count__c: 5 });
  const [settled, unknown, free] = await Promise.all(['Vast', 'Onbekend', 'Vrij'].map((name) => account(name)));
  await contract(String(settled), { End_Date__c: '2028-12-31' });
  const members = {
    settled: await member(running, String(settled)),
    unknown: await member(running, String(unknown)),
    free: await member(running, String(free), { Has_No_Contract__c: true }),
  };
  const day = org.org.today();
  const nextDay = async (after: number): Promise<Record<string, unknown>> => {
    for await (const _day of org.org.automation.advanceClock(addDays(day, after)));
    const checked = Object.entries(members).map(async ([name, id]) => {
      const [row] = await rows(`SELECT Refreshed_Date__c FROM Collective_Member__c WHERE Id = '${id}'`);
      return [name, row?.['Refreshed_Date__c']] as const;
    });
    return Object.fromEntries(await Promise.all(checked));
  };
  // Contract and member were saved within one second, so the first night looks once more.
  assert.deepEqual(await nextDay(2), { settled: addDays(day, 1), unknown: day, free: addDays(day, 2) });
  await contract(String(unknown), { End_Date__c: '2027-12-31' });
  assert.deepEqual(await nextDay(4), { settled: addDays(day, 1), unknown: addDays(day, 3), free: addDays(day, 4) });
  assert.equal((await memberRow(members.unknown))?.['Earliest_Start_Date__c'], '2028-01-01');
});
