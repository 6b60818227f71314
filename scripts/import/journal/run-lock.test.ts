import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { lockOrg } from './run-lock.ts';

const ORG = '00D000000000001EAA';

function projectIn(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'run-lock-'));
  context.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, '.import'));
  return folder;
}

test('the lock of a living import is respected and given back', (context) => {
  const project = projectIn(context);
  const release = lockOrg(project, ORG, 'one');
  assert.equal(typeof release, 'function');
  assert.deepEqual(lockOrg(project, ORG, 'two'), { pid: process.pid, run: 'one' });
  if (typeof release === 'function') release();
  assert.deepEqual(readdirSync(join(project, '.import')), []);
});

test('a run that was killed in the middle of taking its lock takes it over when it is continued', (context) => {
  const project = projectIn(context);
  const { pid } = spawnSync(process.execPath, ['--version']);
  const path = join(project, '.import', `${ORG}.lock`);
  writeFileSync(`${path}.one`, JSON.stringify({ pid, run: 'one' }));
  linkSync(`${path}.one`, path);
  const release = lockOrg(project, ORG, 'one');
  assert.equal(typeof release, 'function', JSON.stringify(release));
});
