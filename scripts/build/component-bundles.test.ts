import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { componentBundles } from './component-bundles.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'bundles-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function bundle(folder: string, ...files: string[]): void {
  const target = path.join(root, 'force-app', folder);
  mkdirSync(target, { recursive: true });
  for (const file of files) writeFileSync(path.join(target, file), '');
}

test('bundles of all packages are found by name', () => {
  bundle('b/lwc/second', 'second.ts', 'second.js-meta.xml');
  bundle('a/lwc/first', 'first.ts', 'first.js-meta.xml');
  assert.deepEqual(
    componentBundles(root).map(({ name, entry }) => [name, path.relative(root, entry)]),
    [
      ['first', 'force-app/a/lwc/first/first.ts'],
      ['second', 'force-app/b/lwc/second/second.ts'],
    ],
  );
});

test('a bundle that is only a style sheet is one too', () => {
  bundle('base/lwc/cardStyle', 'cardStyle.css', 'cardStyle.js-meta.xml');
  const [style] = componentBundles(root);
  assert.deepEqual([path.basename(style?.entry ?? ''), style?.isStyleOnly], ['cardStyle.css', true]);
});

test('two bundles of one name, or one without its module, are refused', () => {
  bundle('a/lwc/list', 'list.js-meta.xml');
  assert.throws(() => componentBundles(root), /no list\.ts/);
  bundle('a/lwc/list', 'list.ts');
  bundle('b/lwc/list', 'list.ts', 'list.js-meta.xml');
  assert.throws(() => componentBundles(root), /Two components are named list/);
});

test('TypeScript knows every component of the package by its name', () => {
  for (const config of ['components', 'pages']) {
    const { compilerOptions } = JSON.parse(readFileSync(path.join(ROOT, `config/typescript/${config}.json`), 'utf8')) as {
      readonly compilerOptions: { readonly paths: Readonly<Record<string, readonly string[]>> };
    };
    const known = Object.keys(compilerOptions.paths).filter((name) => name.startsWith('c/'));
    const present = componentBundles(ROOT)
      .filter(({ isStyleOnly }) => !isStyleOnly)
      .map(({ name }) => `c/${name}`);
    assert.deepEqual(known, present, `paths in config/typescript/${config}.json`);
  }
});
