// What reports of the package say, for tests that hold a page against them.
import type { Connection } from 'jsforce';

interface Group {
  readonly key: string;
  readonly value: string | null;
}
interface Result {
  readonly groupingsDown: { readonly groupings: readonly Group[] };
  readonly groupingsAcross: { readonly groupings: readonly Group[] };
  readonly reportMetadata: { readonly aggregates: readonly string[] };
  readonly factMap: Readonly<Record<string, { readonly aggregates: readonly { readonly value: number | null }[] }>>;
}

/** The numbers of a report by aggregate such as `RowCount`, for the value of each group down or across. */
async function reportNumbers(
  connection: Connection,
  developerName: string,
  direction: 'down' | 'across' = 'down',
): Promise<ReadonlyMap<string, Readonly<Record<string, number>>>> {
  const { records } = await connection.query<{ Id: string }>(`SELECT Id FROM Report WHERE DeveloperName = '${developerName}'`);
  const result = await connection.request<Result>(`/services/data/v${connection.version}/analytics/reports/${records[0]?.Id ?? ''}`);
  const { groupings } = direction === 'down' ? result.groupingsDown : result.groupingsAcross;
  return new Map(
    groupings.map(({ key, value }) => {
      const facts = result.factMap[direction === 'down' ? `${key}!T` : `T!${key}`]?.aggregates ?? [];
      return [value ?? '', Object.fromEntries(result.reportMetadata.aggregates.map((name, at) => [name, facts[at]?.value ?? 0]))];
    }),
  );
}

/** What the reports say of the funnel of the last ninety days, by the name of a number and the id of a stage: `stuck a0B…`. */
export async function funnelReports(connection: Connection): Promise<ReadonlyMap<string, number>> {
  const { records } = await connection.query<{ Id: string; Name: string }>('SELECT Id, Name FROM Lifecycle_Stage__c');
  const stages = new Map(records.map(({ Id, Name }) => [Name, Id]));
  const standing = await reportNumbers(connection, 'Stage_Funnel');
  const left = await reportNumbers(connection, 'Stage_Moves');
  const came = await reportNumbers(connection, 'Stage_Moves', 'across');
  const numbers = (of: typeof standing, number: string, aggregate: string): readonly (readonly [string, number])[] =>
    [...of].flatMap(([words, values]) => {
      // who came from no stage left none; the reports name stages in the reader's language, which is English here
      const stage = stages.get(words);
      if (stage === undefined && words !== '') throw new Error(`a report counts ${words}, which is no stage`);
      return stage === undefined ? [] : [[`${number} ${stage}`, values[aggregate] ?? 0] as const];
    });
  return new Map([
    ...numbers(standing, 'now', 'RowCount'),
    ...numbers(standing, 'stuck', 's!Lifecycle_Position__c$Is_Stuck__c'),
    ...numbers(left, 'out', 'RowCount'),
    ...numbers(came, 'in', 'RowCount'),
  ]);
}
