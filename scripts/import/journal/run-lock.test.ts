import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { linkSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { lockOrg } from './run-lock.ts';

const ORG = '00D000000000001EAA';

function folderIn(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'run-lock-'));
  context.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('the lock of a living import is respected and given back', (context) => {
  const folder = folderIn(context);
  const release = lockOrg(folder, ORG, 'one');
  assert.equal(typeof release, 'function');
  assert.deepEqual(lockOrg(folder, ORG, 'two'), { pid: process.pid, run: 'one' });
  if (typeof release === 'function') release();
  assert.deepEqual(readdirSync(folder), []);
});

test('a run that was killed in the middle of taking its lock takes it over when it is continued', (context) => {
  const folder = folderIn(context);
  const { pid } = spawnSync(process.execPath, ['--version']);
  const path = join(folder, `${ORG}.lock`);
  writeFileSync(`${path}.one`, JSON.stringify({ pid, run: 'one' }));
  linkSync(`${path}.one`, path);
  const release = lockOrg(folder, ORG, 'one');
  assert.equal(typeof release, 'function', JSON.stringify(release));
});
