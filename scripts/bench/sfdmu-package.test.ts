import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { PeerMissing, sfdmuFolder, SFDMU_VERSION } from './sfdmu-package.ts';

function cacheIn(context: TestContext): string {
  const cache = mkdtempSync(path.join(tmpdir(), 'bench-peers-'));
  context.after(() => rmSync(cache, { recursive: true }));
  return cache;
}

test('SFDMU is fetched once, in its exact version, and only when that was asked for', async (context) => {
  const cache = cacheIn(context);
  const installed: string[] = [];
  const told: string[] = [];
  const install = (spec: string, folder: string): Promise<void> => {
    installed.push(spec);
    mkdirSync(path.join(folder, 'node_modules', 'sfdmu'), { recursive: true });
    return Promise.resolve();
  };
  const options = { cache, install, tell: (sentence: string) => told.push(sentence) };
  assert.equal(await sfdmuFolder({ ...options, mayFetch: false }), undefined);
  const folder = await sfdmuFolder({ ...options, mayFetch: true });
  assert.ok(folder !== undefined && existsSync(folder));
  assert.equal(await sfdmuFolder({ ...options, mayFetch: true }), folder);
  assert.equal(await sfdmuFolder({ ...options, mayFetch: false }), folder);
  assert.deepEqual(installed, [`sfdmu@${SFDMU_VERSION}`]);
  assert.equal(told.length, 1);
});

test('a registry that cannot be reached is told with what to do, and leaves nothing behind', async (context) => {
  const cache = cacheIn(context);
  const install = (): Promise<void> => Promise.reject(new Error('request to https://registry.npmjs.org/sfdmu failed'));
  await assert.rejects(
    sfdmuFolder({ cache, install, mayFetch: true, tell: () => undefined }),
    (error) =>
      error instanceof PeerMissing &&
      /could not be fetched: request to .* failed\. Connect .* or leave --with-sfdmu out\.$/.test(error.message),
  );
  assert.deepEqual(readdirSync(cache), []);
});
