import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { packageLabels, shellWords, translatedWords } from './read-words.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();

test('every word of the worklist is there in Dutch, with the same placeholders', () => {
  const dutch = translatedWords(ROOT).get('nl_NL') ?? {};
  const labels = [...packageLabels(ROOT)].filter(([name]) => name.startsWith('Worklist_'));
  assert.ok(labels.length > 40);
  for (const [name, english] of labels) {
    const translated = dutch[`c.${name}`];
    assert.ok(translated, `${name} has no Dutch translation`);
    assert.deepEqual(placeholders(translated), placeholders(english), name);
  }
});

test('every label of the worklist and its figures is used, and none is missing', () => {
  const own = /^(?:Worklist|Calendar|Capacity)_/;
  const sources = globSync('force-app/contracts/lwc/*/*.ts', { cwd: ROOT }).map((file) => readFileSync(path.join(ROOT, file), 'utf8'));
  const used = sources.flatMap((source) => [...source.matchAll(/label\/c\.(\w+)/g)].map(([, name = '']) => name));
  const defined = [...packageLabels(ROOT).keys()].filter((name) => own.test(name));
  assert.deepEqual([...new Set(used)].filter((name) => own.test(name)).sort(), defined.sort());
});

test('the words of the shell are the same in both languages', () => {
  const dutch = Object.keys(translatedWords(ROOT).get('nl_NL') ?? {}).filter((name) => name.startsWith('shell.'));
  assert.deepEqual(dutch.sort(), [...shellWords(ROOT).keys()].map((name) => `shell.${name}`).sort());
});

test('every word of the shell is used', () => {
  const sources = globSync('scripts/local-org/pages/browser/**/*.ts', { cwd: ROOT }).map((file) =>
    readFileSync(path.join(ROOT, file), 'utf8'),
  );
  for (const name of shellWords(ROOT).keys()) {
    assert.ok(
      sources.some((source) => source.includes(`@salesforce/label/shell.${name}'`)),
      name,
    );
  }
});

test('every list of the package has a Dutch name, and no name is left of a list that is gone', () => {
  const lists = globSync('force-app/*/objects/*/listViews/*.listView-meta.xml', { cwd: ROOT }).map((file) => {
    const [, , , object = '', , name = ''] = file.split(path.sep);
    return `list.${object}.${path.basename(name, '.listView-meta.xml')}`;
  });
  const named = Object.keys(translatedWords(ROOT).get('nl_NL') ?? {}).filter((name) => name.startsWith('list.'));
  assert.deepEqual(named.sort(), lists.sort());
});
