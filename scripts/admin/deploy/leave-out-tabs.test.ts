import assert from 'node:assert/strict';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { leaveOutTabs } from './leave-out-tabs.ts';

const PROJECT = path.resolve(import.meta.dirname, '../../..');
const PARTS = ['tabs', 'applications', 'permissionsets'];
/** Tabs of its own that an org of Enterprise Edition may have; some of them are the customer's. */
const ENTERPRISE = 25;

test('without the tabs of settings the package leaves an Enterprise org room, and nothing names a tab that is not there', () => {
  const stage = mkdtempSync(path.join(tmpdir(), 'tabs-'));
  const found = (pattern: string): readonly string[] => globSync(pattern, { cwd: stage });
  const named = (pattern: string, line: RegExp): readonly string[] =>
    found(pattern).flatMap((file) => [...readFileSync(path.join(stage, file), 'utf8').matchAll(line)].map(([, name = '']) => name));
  try {
    for (const place of globSync(`force-app/*/{${PARTS.join()}}`, { cwd: PROJECT }))
      cpSync(path.join(PROJECT, place), path.join(stage, place), { recursive: true });
    const before = found('force-app/*/tabs/*').length;
    const gone = leaveOutTabs(stage);
    const tabs = found('force-app/*/tabs/*').map((file) => path.basename(file, '.tab-meta.xml'));
    assert.deepEqual([before - tabs.length, gone], [12, 12]);
    assert.ok(tabs.length <= ENTERPRISE - 5, `${tabs.length} tabs are left`);
    const open = [
      ...named('force-app/*/applications/*', /<tabs>([^<]+)</g),
      ...named('force-app/*/permissionsets/*', /<tab>([^<]+)</g),
    ].filter((name) => !name.startsWith('standard-'));
    assert.ok(open.length > 20);
    assert.deepEqual(
      open.filter((name) => !tabs.includes(name)),
      [],
    );
  } finally {
    rmSync(stage, { recursive: true });
  }
});
