// The sf CLI turns the package's source into a deployable package without an org.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { packageDirectories } from './check-metadata.ts';
import { readSourceTree } from './metadata/source-tree.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

test('sf project convert source takes every package directory and lists every flow, object, layout and permission set', () => {
  const work = mkdtempSync(path.join(tmpdir(), 'convert-source-'));
  try {
    const directories = packageDirectories(ROOT);
    const output = path.join(work, 'out');
    const sf = path.join(ROOT, 'node_modules/.bin/sf');
    execFileSync(
      sf,
      ['project', 'convert', 'source', ...directories.flatMap((folder) => ['-p', folder]), '--output-dir', output, '--json'],
      {
        cwd: ROOT,
        env: { ...process.env, HOME: work, SF_DISABLE_TELEMETRY: 'true', SF_AUTOUPDATE_DISABLE: 'true' },
        stdio: 'pipe',
      },
    );
    const listed = new Set(
      [...readFileSync(path.join(output, 'package.xml'), 'utf8').matchAll(/<members>([^<]+)</g)].map((match) => match[1]),
    );
    const tree = readSourceTree(directories, ROOT);
    const wanted = ['flow', 'object', 'layout', 'permissionset', 'app', 'tab', 'flexipage'].flatMap((kind) =>
      tree.of(kind).map((file) => file.name),
    );
    assert.deepEqual(
      wanted.filter((name) => !listed.has(name)),
      [],
    );
    assert.ok(wanted.length > 20);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});
