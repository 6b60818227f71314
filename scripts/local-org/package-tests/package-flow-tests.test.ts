// The package's own flow tests (FlowTest metadata), executed by the local org with the starter rules loaded.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { loadFlowTests } from '../flow/flow-test.ts';
import { loadFlows } from '../flow/load-flows.ts';
import { loadSchema } from '../metadata/load-schema.ts';
import { openOrgUnderTest } from '../testing/org-under-test.ts';

const FORCE_APP = path.resolve(import.meta.dirname, '../../../force-app');

test('every flow test of the package passes', async (context) => {
  const folders = readdirSync(FORCE_APP).map((name) => path.join(FORCE_APP, name));
  const schema = loadSchema(folders);
  const tests = loadFlowTests(folders, loadFlows(folders, schema), schema);
  assert.ok(tests.length > 0);
  const org = await openOrgUnderTest('2026-11-23');
  try {
    for (const one of tests) await context.test(one.name, () => assert.deepEqual(org.org.org.automation.runFlowTest(one), []));
  } finally {
    await org.close();
  }
});

test('each flow that a save starts has a flow test', () => {
  const folders = readdirSync(FORCE_APP).map((name) => path.join(FORCE_APP, name));
  const schema = loadSchema(folders);
  const flows = loadFlows(folders, schema);
  const tested = new Set(loadFlowTests(folders, flows, schema).map(({ flow }) => flow.name));
  assert.deepEqual(
    flows.filter(({ name, trigger }) => trigger && trigger.timing !== 'before-delete' && !tested.has(name)).map(({ name }) => name),
    [],
  );
});
