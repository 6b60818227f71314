// A local org in memory with the starter rules and a clock, used through jsforce, for tests of what the package does.
import assert from 'node:assert/strict';
import path from 'node:path';
import { Connection } from 'jsforce';
import { loadRules } from '../../admin/rules/load-rules.ts';
import { startLocalOrg, type LocalOrg } from '../start.ts';

const RULES = path.resolve(import.meta.dirname, '../../../config/rules');

export type Fields = Readonly<Record<string, unknown>>;

export interface OrgUnderTest {
  readonly org: LocalOrg;
  readonly connection: Connection;
  /** The day that the org takes for today, as YYYY-MM-DD; it is nine o'clock in UTC. */
  today: string;
  /** An instant that stands for the present one, when the time of day matters. */
  now: string | undefined;
  /** Creates a record and gives its id. */
  create(object: string, fields: Fields): Promise<string>;
  update(object: string, id: string, fields: Fields): Promise<void>;
  /** Records of a query without their attributes. */
  rows(soql: string): Promise<readonly Fields[]>;
  /** Subjects of the open tasks about a record, in their order. */
  openWork(recordId: string): Promise<readonly unknown[]>;
  /** A position of an account with reason and evidence, in Internet unless `more` says otherwise. */
  position(accountId: string, stage: string, more?: Fields): Promise<string>;
  stageId(key: string): Promise<string>;
  /** Stage keys of an account's positions by product category. */
  stages(accountId: string): Promise<Fields>;
  /** Runs every day after the org's present one up to a day, with its scheduled flows; gives the faults of flows. */
  runUntil(day: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Passes when the work is refused with a message of that shape. */
export const refused = (work: Promise<unknown>, message: RegExp): Promise<void> =>
  assert.rejects(work, (error: Error) => {
    assert.match(error.message, message);
    return true;
  });

export async function openOrgUnderTest(today: string): Promise<OrgUnderTest> {
  let day = today;
  let instant: string | undefined;
  const org = await startLocalOrg({ now: () => new Date(instant ?? `${day}T09:00:00Z`) });
  const connection = new Connection({ instanceUrl: org.url, accessToken: org.accessToken, version: '68.0' });
  const rows = async (soql: string): Promise<readonly Fields[]> => {
    const { records } = await connection.query<Fields>(soql);
    return records.map(({ attributes: _attributes, ...fields }) => fields);
  };
  const create = async (object: string, fields: Fields): Promise<string> => {
    const result = await connection.sobject(object).create(fields);
    assert.ok(result.success);
    return result.id;
  };
  const stageId = async (key: string): Promise<string> => {
    const [stage] = await rows(`SELECT Id FROM Lifecycle_Stage__c WHERE External_Id__c = '${key}'`);
    return String(stage?.['Id']);
  };
  const test: OrgUnderTest = {
    org,
    openWork: async (recordId) =>
      (await rows(`SELECT Subject FROM Task WHERE WhatId = '${recordId}' AND IsClosed = false ORDER BY Subject`)).map(
        (row) => row['Subject'],
      ),
    connection,
    get today() {
      return day;
    },
    set today(next) {
      day = next;
    },
    get now() {
      return instant;
    },
    set now(next) {
      instant = next;
    },
    create,
    rows,
    stageId,
    async update(object, id, fields) {
      await connection.sobject(object).update({ Id: id, ...fields });
    },
    async position(accountId, stage, more = {}) {
      return create('Lifecycle_Position__c', {
        Account__c: accountId,
        Product_Category__c: 'Internet',
        Lifecycle_Stage__c: await stageId(stage),
        Reason__c: 'Said so on the phone',
        Evidence_Kind__c: 'Conversation',
        Evidence_Summary__c: 'Phone call with the owner',
        ...more,
      });
    },
    async stages(accountId) {
      const found = await rows(`SELECT Product_Category__c, Stage_Key__c FROM Lifecycle_Position__c WHERE Account__c = '${accountId}'`);
      return Object.fromEntries(found.map((row) => [row['Product_Category__c'], row['Stage_Key__c']]));
    },
    async runUntil(until) {
      const { automation } = org.org;
      const before = automation.flowErrors(0, 1_000).errors.length;
      for await (const report of automation.advanceClock(until)) assert.ok(report.runs.length > 0);
      const failed = automation.flowErrors(0, 1_000).errors.slice(before);
      return failed.map(({ flow, element, message }) => `${flow} ${element ?? ''}: ${message}`);
    },
    close: () => org.close(),
  };
  await loadRules(connection, RULES);
  return test;
}
