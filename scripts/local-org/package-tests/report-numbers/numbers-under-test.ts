// One org with contracts, stages, feedback and departures, whose reports and components are asked for the same numbers.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Connection } from 'jsforce';
import { seedDemo } from '../../../data/demo-org.ts';
import { openOrgUnderTest, type OrgUnderTest } from '../../testing/org-under-test.ts';

export const TODAY = '2026-11-22';
const CATEGORIES = ['Internet', 'Electricity', 'Gas', 'Insurance'];
/** From long past to far ahead, some within the notice of their category, some unknown. */
const ENDS = ['2026-08-31', '2026-12-31', '2027-01-31', '2027-03-15', '2027-06-30', '2027-12-31', '2029-12-31', null];

export let org: OrgUnderTest;

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

export interface Grouping {
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
export async function run(name: string): Promise<{ readonly result: Result; value(key: string, aggregate?: string): number | null }> {
  const [report] = await org.rows(`SELECT Id FROM Report WHERE DeveloperName = '${name}'`);
  const result = (await org.connection.analytics.report(String(report?.['Id'])).execute()) as unknown as Result;
  return {
    result,
    value(key, aggregate = 'RowCount') {
      return result.factMap[key]?.aggregates[result.reportMetadata.aggregates.indexOf(aggregate)]?.value ?? null;
    },
  };
}

export async function ask<Answer>(query: string, variables: object): Promise<Answer> {
  const { data, errors } = await org.connection.requestPost<{ data: Answer; errors: readonly unknown[] }>('/services/data/v68.0/graphql', {
    query,
    variables,
  });
  assert.deepEqual(errors, []);
  return data;
}

/** Numbers by name, without zeros, in the order of the names. */
export function numbers(entries: Iterable<readonly [string, number | null | undefined]>): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const [name, count] of entries) sums.set(name, (sums.get(name) ?? 0) + (count ?? 0));
  return Object.fromEntries([...sums].filter(([, count]) => count !== 0).sort(([one], [other]) => (one < other ? -1 : 1)));
}

export const countOf = async (object: string, condition: string): Promise<number> =>
  Number((await org.rows(`SELECT COUNT(Id) n FROM ${object} WHERE ${condition}`))[0]?.['n']);
