import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { nameLists } from './name-lists.ts';

const PROJECT = path.resolve(import.meta.dirname, '../../..');
const NAMES = path.join(PROJECT, 'config/list-names');
const LISTS = 'force-app/collective/objects/Collective__c/listViews';

test('a Dutch org gets Dutch names of lists, and any other the English ones', () => {
  const stage = mkdtempSync(path.join(tmpdir(), 'lists-'));
  const label = (): string =>
    /<label>(.*)<\/label>/.exec(readFileSync(path.join(stage, LISTS, 'All.listView-meta.xml'), 'utf8'))?.[1] ?? '';
  try {
    cpSync(path.join(PROJECT, LISTS), path.join(stage, LISTS), { recursive: true });
    assert.equal(nameLists(stage, 'en_US', NAMES), 0);
    assert.equal(label(), 'All Collectives');
    assert.equal(nameLists(stage, 'nl_NL', NAMES), 3);
    assert.equal(label(), 'Alle collectieven');
  } finally {
    rmSync(stage, { recursive: true });
  }
});
