// Reports on stages beside the funnel, and on the market and the moves in it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { componentModule } from '../component-under-test.ts';
import { ask, countOf, numbers, org, run, TODAY, type Grouping } from './numbers-under-test.ts';

const EVERYTHING = { days: 90, category: '', owner: '', vocabulary: '' };

void test('positions, days and stuck ones per stage equal the funnel', async () => {
  const { POSITIONS_QUERY, positionPage } = await componentModule<{
    POSITIONS_QUERY: string;
    positionPage: (answer: unknown) => { readonly positions: readonly object[] };
  }>('lifecycleFunnel', 'funnelCounts');
  const { positionsWhere } = await componentModule<{ positionsWhere: (filters: object) => object }>('lifecycleFunnel', 'funnelFilters');
  const { funnelRows } = await componentModule<{
    funnelRows: (groups: readonly object[], counts: object, today: string) => readonly { readonly count: number; readonly stuck: number }[];
  }>('lifecycleFunnel', 'funnelRows');
  const stages = await org.rows('SELECT Id, Name, Target_Days__c, Maximum_Days__c FROM Lifecycle_Stage__c ORDER BY Order__c');
  const groups = stages.map((stage) => ({
    stages: [{ id: stage['Id'], targetDays: stage['Target_Days__c'], maximumDays: stage['Maximum_Days__c'] }],
  }));
  const { positions } = positionPage(await ask(POSITIONS_QUERY, { where: positionsWhere(EVERYTHING) }));
  const rows = funnelRows(groups, { positions, moves: [], movesBefore: [], gates: [] }, TODAY);
  const { result, value } = await run('Stage_Funnel');
  const down = result.groupingsDown.groupings;
  const byStage = (number: (key: string) => number | null): object => numbers(down.map(({ key, label }) => [label, number(`${key}!T`)]));
  const inFunnel = (number: 'count' | 'stuck'): object => numbers(rows.map((row, at) => [String(stages[at]?.['Name']), row[number]]));
  assert.deepEqual(
    byStage((key) => value(key)),
    inFunnel('count'),
  );
  assert.deepEqual(
    byStage((key) => value(key, 's!Lifecycle_Position__c$Is_Stuck__c')),
    inFunnel('stuck'),
  );
  assert.deepEqual(
    down.map(({ label }) => label),
    stages.map((stage) => stage['Name']).filter((name) => down.some(({ label }) => label === name)),
  );
});

void test('the share of the known market is that of customers among the positions of a product', async () => {
  const { result, value } = await run('Market_Share');
  assert.ok(result.groupingsDown.groupings.length > 1);
  for (const { key, value: category } of result.groupingsDown.groupings) {
    const all = `Product_Category__c = '${category ?? ''}'`;
    const ours = await countOf('Lifecycle_Position__c', `${all} AND Stage_Key__c IN ('ONBOARDING', 'CARE', 'DEVELOPMENT', 'RETENTION')`);
    assert.equal(value(`${key}!T`, 'FORMULA1'), ours / (await countOf('Lifecycle_Position__c', all)));
  }
});

void test('what keeping brings stands beside what winning brings: moves with the value of the customers', async () => {
  const { result, value } = await run('Stage_Moves');
  const key = (groups: readonly Grouping[], name: string): string => groups.find(({ label }) => label === name)?.key ?? '';
  const { groupings: from } = result.groupingsDown;
  const { groupings: to } = result.groupingsAcross;
  for (const [before, now] of [
    ['Retention', 'Care'],
    ['Prospect', 'Onboarding'],
  ] as const) {
    const moves = `From_Stage__r.Name = '${before}' AND To_Stage__r.Name = '${now}' AND Occurred_At__c = LAST_N_DAYS:90`;
    const count = value(`${key(from, before)}!${key(to, now)}`);
    assert.equal(count ?? 0, await countOf('Lifecycle_Transition__c', moves));
  }
  const [sum] = await org.rows('SELECT SUM(Customer_Value__c) n FROM Lifecycle_Transition__c WHERE Occurred_At__c >= LAST_N_DAYS:90');
  assert.equal(value('T!T', 's!Lifecycle_Transition__c$Customer_Value__c'), sum?.['n'] ?? 0);
});

void test('days in stage are the mean of those that the funnel takes the middle of', async () => {
  const { POSITIONS_QUERY, positionPage } = await componentModule<{
    POSITIONS_QUERY: string;
    positionPage: (answer: unknown) => {
      readonly positions: readonly { readonly stageId: string; readonly since: string | null; readonly count: number }[];
    };
  }>('lifecycleFunnel', 'funnelCounts');
  const { positionsWhere } = await componentModule<{ positionsWhere: (filters: object) => object }>('lifecycleFunnel', 'funnelFilters');
  const { daysBetween } = await componentModule<{ daysBetween: (from: string, to: string) => number }>('civilDay', 'civilDay');
  const { positions } = positionPage(await ask(POSITIONS_QUERY, { where: positionsWhere(EVERYTHING) }));
  const { result, value } = await run('Stage_Funnel');
  const stages = await org.rows('SELECT Id, Name FROM Lifecycle_Stage__c');
  assert.ok(result.groupingsDown.groupings.length > 2);
  for (const { key, label } of result.groupingsDown.groupings) {
    const stageId = stages.find((stage) => stage['Name'] === label)?.['Id'];
    const days = positions.flatMap(({ stageId: of, since, count }) =>
      of === stageId && since ? [{ days: daysBetween(since, TODAY), count }] : [],
    );
    const [all, sum] = [days.reduce((total, { count }) => total + count, 0), days.reduce((total, one) => total + one.days * one.count, 0)];
    assert.equal(value(`${key}!T`, 'a!Lifecycle_Position__c$Days_In_Stage__c'), all === 0 ? null : sum / all);
    assert.equal(
      value(`${key}!T`, 'x!Lifecycle_Position__c$Days_In_Stage__c'),
      all === 0 ? null : Math.max(...days.map((one) => one.days)),
    );
  }
});
