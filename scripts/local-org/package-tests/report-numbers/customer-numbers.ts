// Reports on feedback, departures, win-back and contact beside their components.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { componentModule } from '../component-under-test.ts';
import { ask, countOf, numbers, org, run, TODAY } from './numbers-under-test.ts';

void test('scores per month equal the trend, and open calls the pulse', async () => {
  const { TREND_QUERY, classWhere, trendOf } = await componentModule<{
    TREND_QUERY: { readonly month: string };
    classWhere: (where: object, name: string) => object;
    trendOf: (answer: unknown, by: string) => readonly object[];
  }>('feedbackTrend', 'trendQuery');
  const { lastTwelveMonths, monthRows } = await componentModule<{
    lastTwelveMonths: (today: string) => { readonly from: string };
    monthRows: (
      counts: readonly object[],
      window: object,
      name: (first: string) => string,
    ) => readonly { readonly key: string; readonly total: number; readonly nps: number | undefined }[];
  }>('feedbackTrend', 'trendRows');
  const { PULSE_QUERY, pulseOf, pulseVariables } = await componentModule<{
    PULSE_QUERY: string;
    pulseOf: (answer: unknown) => { readonly open: number };
    pulseVariables: (accountId: string, since: string, today: string) => object;
  }>('feedbackPulse', 'pulseQuery');
  const months = lastTwelveMonths(TODAY);
  const recent = { Given_On_Date__c: { gte: { value: months.from } } };
  const variables = Object.fromEntries(['promoters', 'passives', 'detractors'].map((name) => [name, classWhere(recent, name)]));
  const rows = monthRows(trendOf(await ask(TREND_QUERY.month, variables), 'month'), months, (first) => first);
  const { result, value } = await run('NPS_By_Month');
  const points = 'a!Feedback__c$NPS_Points__c';
  assert.deepEqual(
    result.groupingsDown.groupings.map((month) => [month.value, value(`${month.key}!T`), Math.round(value(`${month.key}!T`, points) ?? 0)]),
    rows.flatMap(({ key, total, nps }) => (total > 0 ? [[key, total, nps]] : [])).reverse(),
  );
  const { open } = pulseOf(await ask(PULSE_QUERY, pulseVariables('', months.from, TODAY)));
  assert.ok(open > 0);
  assert.equal((await run('Open_Loops')).value('T!T'), open);
});

void test('departures by reason and provider equal the exits', async () => {
  interface Counts {
    readonly reasons: readonly { readonly key: string; readonly count: number }[];
    readonly providers: readonly { readonly name: string; readonly count: number }[];
  }
  const exits = await componentModule<{
    EXIT_QUERY: string;
    countsOf: (answer: unknown) => Counts;
    exitVariables: (accountId: string, today: string, soonDays: number, since: string) => object;
  }>('exitAndWinback', 'exitQuery');
  const { addDays } = await componentModule<{ addDays: (day: string, days: number) => string }>('civilDay', 'civilDay');
  const counted = exits.countsOf(await ask(exits.EXIT_QUERY, exits.exitVariables('', TODAY, 30, addDays(TODAY, -365))));
  const { result, value } = await run('Departures');
  assert.ok(counted.reasons.length > 1);
  assert.deepEqual(
    numbers(result.groupingsDown.groupings.map((reason) => [reason.value ?? '', value(`${reason.key}!T`)])),
    numbers(counted.reasons.map(({ key, count }) => [key, count])),
  );
  assert.deepEqual(
    numbers(
      result.groupingsAcross.groupings.map((provider) => [provider.value === null ? '' : provider.label, value(`T!${provider.key}`)]),
    ),
    numbers(counted.providers.map(({ name, count }) => [name, count])),
  );
});

void test('contact that we began is a share of the contact of each month', async () => {
  const [account] = await org.rows('SELECT Id FROM Account ORDER BY Name LIMIT 1');
  const contact = { Subject: 'Called', Status: 'Completed', WhatId: account?.['Id'], ActivityDate: TODAY };
  await org.create('Task', { ...contact, Task_Kind__c: 'Approach' });
  await org.create('Task', { ...contact, Initiative__c: 'They' });
  const { result, value } = await run('Proactive_Share');
  const month = result.groupingsDown.groupings.find((group) => group.value === '2026-11-01');
  const closed = 'IsClosed = true AND ActivityDate = THIS_MONTH';
  const began = await countOf('Task', `${closed} AND Is_Proactive__c = true`);
  assert.ok(began > 0);
  assert.equal(value(`${month?.key ?? ''}!T`, 'FORMULA1'), began / (await countOf('Task', closed)));
});

void test('customers who may be won back equal the views of the exits', async () => {
  const exits = await componentModule<{
    EXIT_QUERY: string;
    countsOf: (answer: unknown) => { readonly views: Readonly<Record<'due' | 'soon' | 'later' | 'blocked', number>> };
    exitVariables: (accountId: string, today: string, soonDays: number, since: string) => object;
  }>('exitAndWinback', 'exitQuery');
  const { views } = exits.countsOf(await ask(exits.EXIT_QUERY, exits.exitVariables('', TODAY, 30, TODAY)));
  const { result, value } = await run('Win_Back_Gate');
  const gates = result.groupingsDown.groupings.map(({ key, value: gate }) => ({ gate, count: value(`${key}!T`) ?? 0 }));
  const of = (...wanted: readonly string[]): number =>
    gates.filter(({ gate }) => wanted.includes(gate ?? '')).reduce((sum, { count }) => sum + count, 0);
  assert.ok(of('Open', 'Open by exception', 'Blocked') > 0);
  assert.equal(of('Open', 'Open by exception'), views.due + views.soon + views.later);
  assert.equal(of('Blocked'), views.blocked);
});

void test('results of win-back are the moves out of it, with the days that they took and the value that came back', async () => {
  const { result, value } = await run('Win_Back_Results');
  const moves = "From_Stage__r.External_Id__c = 'WIN-BACK' AND Occurred_At__c >= LAST_N_MONTHS:11";
  assert.ok(result.groupingsDown.groupings.length > 0);
  for (const { key, label } of result.groupingsDown.groupings)
    assert.equal(value(`${key}!T`), await countOf('Lifecycle_Transition__c', `${moves} AND To_Stage__r.Name = '${label}'`));
  const [row] = await org.rows(
    `SELECT AVG(Days_In_Former_Stage__c) days, SUM(Customer_Value__c) worth FROM Lifecycle_Transition__c WHERE ${moves}`,
  );
  assert.deepEqual(
    [value('T!T', 'a!Lifecycle_Transition__c$Days_In_Former_Stage__c'), value('T!T', 's!Lifecycle_Transition__c$Customer_Value__c')],
    [row?.['days'], row?.['worth'] ?? 0],
  );
});

void test('the time to close a loop is that of the closed ones, by process', async () => {
  const { result, value } = await run('Loop_Time');
  const closed = "Loop_State__c = 'Closed' AND Loop_Closed_At__c >= LAST_N_MONTHS:11";
  const rows = await org.rows(`SELECT Process__c, Loop_Days__c FROM Feedback__c WHERE ${closed}`);
  assert.ok(rows.length > 0);
  const days = (process: string | null): readonly number[] =>
    rows.flatMap((row) => (row['Process__c'] === process ? [Number(row['Loop_Days__c'])] : []));
  for (const { key, value: process } of result.groupingsDown.groupings) {
    const own = days(process);
    assert.equal(value(`${key}!T`, 'a!Feedback__c$Loop_Days__c'), own.reduce((sum, one) => sum + one, 0) / own.length);
    assert.equal(value(`${key}!T`, 'x!Feedback__c$Loop_Days__c'), Math.max(...own));
  }
});
