import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { transformSync } from '@lwc/compiler';
import { componentBundles } from './component-bundles.ts';
import { emitComponents } from './emit-components.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'components-'));
after(() => rmSync(folder, { recursive: true }));

test("every component becomes JavaScript that Salesforce's compiler takes", () => {
  const files = emitComponents(folder);
  const bundles = componentBundles(ROOT);
  for (const { name } of bundles.filter(({ isStyleOnly }) => !isStyleOnly))
    assert.ok(
      files.some((file) => file.endsWith(`/lwc/${name}/${name}.js`)),
      name,
    );
  assert.deepEqual(
    files.filter((file) => file.includes('__tests__') || !file.endsWith('.js')),
    [],
  );
  for (const file of files) {
    const name = path.basename(path.dirname(file));
    const compiled = transformSync(readFileSync(file, 'utf8'), path.basename(file), { namespace: 'c', name, scopedStyles: false });
    assert.ok(compiled.code.length > 0, file);
  }
});
