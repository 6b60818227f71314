// The package's own flow tests, run against an org that holds the starter rules and no other records.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Row, Value } from '../../platform/record.ts';
import { loadFlowTests } from '../flow/flow-test.ts';
import { loadFlows } from '../flow/load-flows.ts';
import { loadSchema } from '../metadata/load-schema.ts';
import { openStore } from '../store/open-store.ts';
import { loadNotificationTypes } from './notification-types.ts';
import { openOrg } from './open-org.ts';
import type { Org } from './org.ts';
import { loadPermissionSets } from './permission-sets.ts';
import { defaultSeed } from './seed/seed-org.ts';

const PROJECT = join(import.meta.dirname, '../../..');
const FORCE_APP = join(PROJECT, 'force-app');
const RULES = join(PROJECT, 'config/rules');

interface RuleFile {
  readonly object: string;
  readonly externalIdField: string;
  readonly records: readonly Readonly<Record<string, Value | Readonly<Record<string, Value>>>>[];
}

/** A record of a rule file; `{Stage__r: {Key: 1}}` is written as the save takes it, `Stage__r.Key`. */
function ruleRow(record: RuleFile['records'][number]): Row {
  const row: Row = {};
  for (const [name, value] of Object.entries(record)) {
    if (typeof value !== 'object' || value === null) row[name] = value;
    else for (const [key, inner] of Object.entries(value)) row[`${name}.${key}`] = inner;
  }
  return row;
}

function loadRules(org: Org): void {
  const session = org.session(org.defaultUserId);
  assert.ok(session);
  const names = readdirSync(RULES).map((file) => file.slice(0, -'.json'.length));
  for (const name of names.sort()) {
    const { object, externalIdField, records } = JSON.parse(readFileSync(join(RULES, `${name}.json`), 'utf8')) as RuleFile;
    const results = org.upsert(session, object, externalIdField, records.map(ruleRow), { allOrNone: false });
    for (const { errors } of results) assert.deepEqual(errors, [], name);
  }
}

test('every flow test of the package holds', async (context) => {
  const folders = readdirSync(FORCE_APP).map((name) => join(FORCE_APP, name));
  const schema = loadSchema(folders);
  const flows = loadFlows(folders, schema);
  const org = openOrg({
    schema,
    store: openStore(schema, ':memory:'),
    flows,
    now: () => new Date('2026-11-22T10:00:00Z'),
    users: defaultSeed(),
    permissionSets: loadPermissionSets(folders),
    notificationTypes: loadNotificationTypes(folders),
  });
  loadRules(org);
  for (const flowTest of loadFlowTests(folders, flows, schema)) {
    await context.test(flowTest.name, () => assert.deepEqual(org.automation.runFlowTest(flowTest), []));
  }
});
