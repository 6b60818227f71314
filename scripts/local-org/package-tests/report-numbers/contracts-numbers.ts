// Reports on contracts beside the calendar, the funnel’s coverage and the worklist.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { componentModule } from '../component-under-test.ts';
import { ask, countOf, numbers, org, run, TODAY, type Grouping } from './numbers-under-test.ts';

void test('contracts to be left by month equal the expiry calendar, by provider and by category', async () => {
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

void test('what is known of contracts equals the coverage in the funnel', async () => {
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

void test('a contract is handled in time by contact between its approach date and its last day for notice, and their share is reported', async () => {
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
