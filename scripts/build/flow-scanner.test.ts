// The package's flows before a judge that others wrote: Lightning Flow Scanner.
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import scanner from '@flow-scanner/lightning-flow-scanner-core';

const FORCE_APP = path.resolve(import.meta.dirname, '../../force-app');

test('Lightning Flow Scanner finds no error in the flows of the package', async () => {
  const files = globSync('*/flows/*.flow-meta.xml', { cwd: FORCE_APP }).map((file) => path.join(FORCE_APP, file));
  assert.ok(files.length > 20, `${files.length} flows`);
  const flows = await scanner.parse(files);
  for (const { uri, errorMessage } of flows) assert.equal(errorMessage, undefined, uri);
  const errors = scanner
    .scan(flows)
    .flatMap(({ flow, ruleResults }) =>
      ruleResults
        .filter(({ severity, occurs }) => occurs && severity === 'error')
        .map(({ ruleName, details }) => `${flow.name}: ${ruleName} ${details.map(({ name }) => name).join(', ')}`),
    );
  assert.deepEqual(errors, []);
});
