// The numbers of reports equal those of the components: both are asked of the same org, the components by their own queries.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Connection } from 'jsforce';
import { seedDemo } from '../data/demo-org.ts';
import { componentModule } from './component-under-test.ts';
import { openOrgUnderTest, type OrgUnderTest } from './org-under-test.ts';

const TODAY = '2026-11-22';
const CATEGORIES = ['Internet', 'Electricity', 'Gas', 'Insurance'];
/** From long past to far ahead, some within the notice of their category, some unknown. */
const ENDS = ['2026-08-31', '2026-12-31', '2027-01-31', '2027-03-15', '2027-06-30', '2027-12-31', '2029-12-31', null];

let org: OrgUnderTest;

before(async () => {
  org = await openOrgUnderTest(TODAY);
  await seedDemo(org.connection as Connection, TODAY);
  const ids = async (object: string, most: number): Promise<readonly unknown[]> =>
    (await org.rows(`SELECT Id FROM ${object} ORDER BY Name LIMIT ${most}`)).map((row) => row['Id']);
  const [accounts, providers] = [await ids('Account', 12), await ids('Competitor__c', 5)];
  const contracts = ENDS.flatMap((end, at) =>
    CATEGORIES.map((category, index) => ({
      Account__c: accounts[(at + index) % accounts.length],
      Competitor__c: providers[(at * 3 + index) % providers.length],
      Product_Category__c: category,
      End_Date__c: end,
      Status__c: at === 3 && index === 0 ? 'Not Relevant' : 'Active',
      ...(at === 3 && index === 0 ? { Not_Relevant_Reason__c: 'Other' } : {}),
      External_Id__c: `numbers-${at}-${index}`,
    })),
  );
  const results = await org.connection.sobject('Competitor_Contract__c').create(contracts);
  assert.deepEqual(
    results.flatMap(({ errors }) => errors),
    [],
  );
});
after(() => org.close());

interface Grouping {
  readonly key: string;
  readonly label: string;
  readonly value: string | null;
  readonly groupings: readonly Grouping[];
}
interface Result {
  readonly factMap: Readonly<Record<string, { readonly aggregates: readonly { readonly value: number | null }[] }>>;
  readonly groupingsDown: { readonly groupings: readonly Grouping[] };
  readonly groupingsAcross: { readonly groupings: readonly Grouping[] };
  readonly reportMetadata: { readonly aggregates: readonly string[] };
}

/** A report as it is now, and its value of an aggregate for a key such as `0!T`. */
async function run(name: string): Promise<{ readonly result: Result; value(key: string, aggregate?: string): number | null }> {
  const [report] = await org.rows(`SELECT Id FROM Report WHERE DeveloperName = '${name}'`);
  const result = (await org.connection.analytics.report(String(report?.['Id'])).execute()) as unknown as Result;
  return {
    result,
    value(key, aggregate = 'RowCount') {
      return result.factMap[key]?.aggregates[result.reportMetadata.aggregates.indexOf(aggregate)]?.value ?? null;
    },
  };
}

async function ask<Answer>(query: string, variables: object): Promise<Answer> {
  const { data, errors } = await org.connection.requestPost<{ data: Answer; errors: readonly unknown[] }>('/services/data/v68.0/graphql', {
    query,
    variables,
  });
  assert.deepEqual(errors, []);
  return data;
}

/** Numbers by name, without zeros, in the order of the names. */
function numbers(entries: Iterable<readonly [string, number | null | undefined]>): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const [name, count] of entries) sums.set(name, (sums.get(name) ?? 0) + (count ?? 0));
  return Object.fromEntries([...sums].filter(([, count]) => count !== 0).sort(([one], [other]) => (one < other ? -1 : 1)));
}

test('contracts to be left by month equal the expiry calendar, by provider and by category', async () => {
  interface Counts {
    readonly counts: readonly {
      readonly place: { readonly month?: string; readonly provider?: string; readonly category?: string };
      readonly count: number;
    }[];
  }
  const { BY_PROVIDER_QUERY, BY_CATEGORY_QUERY, countsVariables } = await componentModule<{
    BY_PROVIDER_QUERY: string;
    BY_CATEGORY_QUERY: string;
    countsVariables: (filters: object, time: undefined, months: readonly string[], userId: string, today: string) => object;
  }>('expiryCalendar', 'calendarQuery');
  const { countsOf } = await componentModule<{ countsOf: (answer: unknown, months: readonly string[]) => Counts }>(
    'expiryCalendar',
    'calendarGrid',
  );
  const { monthsFrom } = await componentModule<{ monthsFrom: (today: string) => readonly string[] }>('expiryCalendar', 'calendarAxes');
  const { NO_FILTERS } = await componentModule<{ NO_FILTERS: object }>('worklistFilter', 'worklistFilter');
  const months = monthsFrom(TODAY);
  const variables = countsVariables({ ...NO_FILTERS, shown: 'active' }, undefined, months, org.org.org.defaultUserId, TODAY);
  const shown = async (query: string, axis: 'provider' | 'category'): Promise<object> => {
    const { counts } = countsOf(await ask(query, variables), months);
    const inside = counts.filter(({ place }) => months.includes(place.month ?? ''));
    return numbers(inside.map(({ place, count }) => [`${place[axis] ?? ''} ${place.month ?? ''}`, count]));
  };
  const { result, value } = await run('Expiring_Contracts');
  const cells = (groups: readonly Grouping[]): readonly (readonly [string, number | null])[] =>
    groups.flatMap((group) =>
      result.groupingsAcross.groupings.map(
        (month) => [`${group.value ?? ''} ${month.value?.slice(0, 7) ?? ''}`, value(`${group.key}!${month.key}`)] as const,
      ),
    );
  const reported = numbers(cells(result.groupingsDown.groupings.flatMap(({ groupings }) => groupings)));
  assert.ok(Object.keys(reported).length > 10);
  assert.deepEqual(reported, await shown(BY_PROVIDER_QUERY, 'provider'));
  assert.deepEqual(numbers(cells(result.groupingsDown.groupings)), await shown(BY_CATEGORY_QUERY, 'category'));
});

const EVERYTHING = { days: 90, category: '', owner: '', vocabulary: '' };

test('positions, days and stuck ones per stage equal the funnel', async () => {
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

test('what is known of contracts equals the coverage in the funnel', async () => {
  const { CONTRACTS_QUERY, contractCounts } = await componentModule<{
    CONTRACTS_QUERY: string;
    contractCounts: (answer: unknown) => { readonly contracts: number; readonly undated: number };
  }>('lifecycleFunnel', 'funnelCounts');
  const { contractsWhere } = await componentModule<{ contractsWhere: (filters: object, state?: string) => object }>(
    'lifecycleFunnel',
    'funnelFilters',
  );
  const counted = contractCounts(
    await ask(CONTRACTS_QUERY, { contracts: contractsWhere(EVERYTHING), undated: contractsWhere(EVERYTHING, 'Unknown') }),
  );
  const { result, value } = await run('Known_Dates');
  const unknown = result.groupingsAcross.groupings.find((state) => state.value === 'Unknown');
  assert.deepEqual({ contracts: value('T!T'), undated: value(`T!${unknown?.key ?? ''}`) }, counted);
  assert.equal(value('T!T', 's!Competitor_Contract__c$Is_Date_Known__c'), counted.contracts - counted.undated);
});

test('scores per month equal the trend, and open calls the pulse', async () => {
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

test('departures by reason and provider equal the exits', async () => {
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

const countOf = async (object: string, condition: string): Promise<number> =>
  Number((await org.rows(`SELECT COUNT(Id) n FROM ${object} WHERE ${condition}`))[0]?.['n']);

test('the share of the known market is that of customers among the positions of a product', async () => {
  const { result, value } = await run('Market_Share');
  assert.ok(result.groupingsDown.groupings.length > 1);
  for (const { key, value: category } of result.groupingsDown.groupings) {
    const all = `Product_Category__c = '${category ?? ''}'`;
    const ours = await countOf('Lifecycle_Position__c', `${all} AND Stage_Key__c IN ('ONBOARDING', 'CARE', 'DEVELOPMENT', 'RETENTION')`);
    assert.equal(value(`${key}!T`, 'FORMULA1'), ours / (await countOf('Lifecycle_Position__c', all)));
  }
});

test('contact that we began is a share of the contact of each month', async () => {
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

test('what keeping brings stands beside what winning brings: moves with the value of the customers', async () => {
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

test('a contract is handled in time by contact between its approach date and its last day for notice, and their share is reported', async () => {
  const [contract] = await org.rows(
    `SELECT Id, Account__c FROM Competitor_Contract__c WHERE Approach_Date__c <= ${TODAY} AND Decision_Date__c >= ${TODAY} AND Status__c = 'Active' AND Handled_On_Date__c = null LIMIT 1`,
  );
  const marked = async (): Promise<object> => {
    const rows = await org.rows(
      `SELECT Handled_On_Date__c, Is_Handled_In_Time__c FROM Competitor_Contract__c WHERE Id = '${String(contract?.['Id'])}'`,
    );
    return rows[0] ?? {};
  };
  assert.deepEqual(await marked(), { Handled_On_Date__c: null, Is_Handled_In_Time__c: false });
  await org.create('Task', {
    Subject: 'Called',
    Status: 'Completed',
    WhatId: contract?.['Account__c'],
    ActivityDate: TODAY,
    Outcome__c: 'Solved',
  });
  assert.deepEqual(await marked(), { Handled_On_Date__c: TODAY, Is_Handled_In_Time__c: true });
  org.today = '2027-01-10';
  const passed = "Decision_Date__c >= LAST_N_DAYS:90 AND Decision_Date__c < TODAY AND Status__c != 'Not Relevant'";
  const { value } = await run('Handled_In_Time');
  const [all, handled] = [
    await countOf('Competitor_Contract__c', passed),
    await countOf('Competitor_Contract__c', `${passed} AND Is_Handled_In_Time__c = true`),
  ];
  assert.ok(handled > 0 && handled < all);
  assert.deepEqual([value('T!T', 's!Competitor_Contract__c$Is_Handled_In_Time__c'), value('T!T', 'FORMULA1')], [handled, handled / all]);
});
