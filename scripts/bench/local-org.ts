// The local org under load: rows per second through Bulk upsert with rules, roll-ups and the before-save flow on; then the worklist's query.
import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addDays } from '../platform/civil-date.ts';
import { request, startOrg, type ChildServer } from './child-server.ts';
import { fillLocalOrg } from './fill-local-org.ts';
import { markdownTable } from './table.ts';

const PROJECT = path.join(import.meta.dirname, '..', '..');
const CONTRACTS_PER_ACCOUNT = 2;
const QUERY_RUNS = 15;

/** The worklist's own GraphQL document, from the component. */
function worklistDocument(): string {
  const source = readFileSync(path.join(PROJECT, 'force-app/contracts/lwc/expiryWorklist/worklistQuery.ts'), 'utf8');
  const document = /WORKLIST_QUERY = gql`([^`]+)`/.exec(source)?.[1];
  if (!document) throw new Error('worklistQuery.ts holds no WORKLIST_QUERY');
  return document;
}

async function queryTimes(server: ChildServer, where: object): Promise<readonly [median: number, worst: number]> {
  const variables = {
    where: { and: [{ Status__c: { eq: 'Active' } }, where] },
    orderBy: { Decision_Date__c: { order: 'ASC' } },
    first: 50,
  };
  const body = JSON.stringify({ query: worklistDocument(), variables, operationName: 'expiryWorklist' });
  const times: number[] = [];
  for (let run = 0; run < QUERY_RUNS; run += 1) {
    const started = performance.now();
    const answer = (await (await request(server, 'POST', '/graphql', body)).json()) as { errors?: readonly { message: string }[] };
    if (answer.errors?.length) throw new Error(answer.errors[0]?.message);
    times.push(performance.now() - started);
  }
  times.sort((one, other) => one - other);
  return [times[Math.floor(QUERY_RUNS / 2)] ?? 0, times.at(-1) ?? 0];
}

/** Fills a local org on disk with contracts, then asks what a rep asks; prints both. */
export async function benchLocalOrg(contracts: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-org-'));
  const server = await startOrg(folder);
  try {
    const { accounts, accountSeconds, contractSeconds, today } = await fillLocalOrg(server, contracts, CONTRACTS_PER_ACCOUNT);
    console.log(
      `\n${markdownTable(
        ['Bulk upsert into the local org', 'rows', 'seconds', 'rows/s'],
        [
          ['Account', accounts, accountSeconds, Math.round(accounts / accountSeconds)],
          [
            'Competitor_Contract__c (before-save flow, rules, roll-ups)',
            contracts,
            contractSeconds,
            Math.round(contracts / contractSeconds),
          ],
        ],
      )}`,
    );
    const until = (days: number): object => ({ Decision_Date__c: { gte: { value: today }, lte: { value: addDays(today, days) } } });
    const windows: readonly (readonly [string, object])[] = [
      ['next 30 days', until(30)],
      ['next 365 days', until(365)],
      ['next 90 days, electricity', { and: [until(90), { Product_Category__c: { eq: 'Electricity' } }] }],
      ['passed', { Decision_Date__c: { lt: { value: today } } }],
    ];
    const rows: (readonly [string, number, number])[] = [];
    for (const [name, where] of windows) rows.push([name, ...(await queryTimes(server, where))]);
    console.log(
      `\n${markdownTable([`Worklist query over ${contracts.toLocaleString('en-US')} contracts`, 'median ms', 'worst ms'], rows)}`,
    );
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
