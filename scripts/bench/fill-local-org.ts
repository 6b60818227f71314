// Fills a local org with rules, demo records, accounts and contracts, as loads would.
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Connection as Jsforce } from 'jsforce';
import { company } from '../data/companies.ts';
import { seedDemo } from '../data/demo-org.ts';
import { loadRules } from '../admin/rules/load-rules.ts';
import { request, type ChildServer } from './child-server.ts';
import { contractLoadCsv } from './contract-load-csv.ts';

const PROJECT = path.join(import.meta.dirname, '..', '..');
const ROWS_PER_JOB = 200_000;

interface Job {
  readonly id: string;
  readonly state: string;
  readonly numberRecordsProcessed: number;
  readonly numberRecordsFailed: number;
}

/** Seconds from closing the upload to JobComplete. */
async function upsert(server: ChildServer, object: string, key: string, csv: string): Promise<number> {
  const asked = JSON.stringify({ object, operation: 'upsert', externalIdFieldName: key, lineEnding: 'LF', columnDelimiter: 'COMMA' });
  const { id } = (await (await request(server, 'POST', '/jobs/ingest', asked)).json()) as Job;
  await request(server, 'PUT', `/jobs/ingest/${id}/batches`, csv, 'text/csv');
  const started = performance.now();
  await request(server, 'PATCH', `/jobs/ingest/${id}`, JSON.stringify({ state: 'UploadComplete' }));
  for (;;) {
    const job = (await (await request(server, 'GET', `/jobs/ingest/${id}`)).json()) as Job;
    if (job.state === 'JobComplete' && job.numberRecordsFailed === 0) return (performance.now() - started) / 1000;
    if (job.state === 'JobComplete' || job.state === 'Failed') {
      const failed = await (await request(server, 'GET', `/jobs/ingest/${id}/failedResults`)).text();
      throw new Error(`${object}: ${job.numberRecordsFailed} of ${job.numberRecordsProcessed} rows failed: ${failed.slice(0, 600)}`);
    }
    await wait(50);
  }
}

function accountCsv(from: number, count: number): string {
  const rows = Array.from({ length: count }, (_, at) => company(from + at)).map(
    (of) => `${of.kvk},"${of.name.replaceAll('"', '""')}",${of.legalForm.value}\n`,
  );
  return `KvK_Number__c,Name,Legal_Form__c\n${rows.join('')}`;
}

export interface Filled {
  readonly accounts: number;
  readonly accountSeconds: number;
  readonly contractSeconds: number;
  /** The day to which the contracts' dates are related. */
  readonly today: string;
}

/** Loads contracts, some per account, through the Bulk API with rules, roll-ups and flows on. */
export async function fillLocalOrg(server: ChildServer, contracts: number, perAccount: number): Promise<Filled> {
  const today = new Date().toISOString().slice(0, 10);
  const connection = new Jsforce({ instanceUrl: server.instanceUrl, accessToken: server.accessToken, version: '68.0' });
  await loadRules(connection, path.join(PROJECT, 'config/rules'));
  await seedDemo(connection, today);
  const accounts = Math.ceil(contracts / perAccount);
  let accountSeconds = 0;
  for (let from = 0; from < accounts; from += ROWS_PER_JOB) {
    accountSeconds += await upsert(server, 'Account', 'KvK_Number__c', accountCsv(from, Math.min(ROWS_PER_JOB, accounts - from)));
  }
  let contractSeconds = 0;
  for (let from = 0; from < contracts; from += ROWS_PER_JOB) {
    const csv = contractLoadCsv(from, Math.min(ROWS_PER_JOB, contracts - from), perAccount, today);
    contractSeconds += await upsert(server, 'Competitor_Contract__c', 'External_Id__c', csv);
  }
  return { accounts, accountSeconds, contractSeconds, today };
}
