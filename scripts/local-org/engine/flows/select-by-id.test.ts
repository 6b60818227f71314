import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordId } from '../../../platform/record-id.ts';
import { loadSchema } from '../../metadata/load-schema.ts';
import { openStore } from '../../store/open-store.ts';
import { createCore } from '../create-core.ts';
import { DAYS_FOLDER } from '../__fixtures__/days-org.ts';
import { defaultSeed } from '../seed/seed-org.ts';
import type { RecordSelection } from '../../flow/flow-host.ts';
import { selectById } from './select-by-id.ts';
import { selectionSoql } from './selection-soql.ts';

const SESSION = { userId: '005000000000001AAA', username: '', language: 'en_US' };
const schema = loadSchema([DAYS_FOLDER]);
const core = createCore({
  schema,
  store: openStore(schema, ':memory:'),
  flows: [],
  now: () => new Date('2026-11-22T10:00:00Z'),
  users: defaultSeed(),
});
const id = recordId('00T', 1);
const created = '2026-11-22T10:00:00.000Z';
core.store.insert('Task', [{ Id: id, Subject: 'Call', ActivityDate: '2026-11-23', IsReminderSet: true, CreatedDate: created }]);

const selection = (value: string, more: Partial<RecordSelection> = {}): RecordSelection => ({
  object: 'Task',
  filters: [{ field: 'Id', operator: 'EqualTo', value }],
  filterLogic: 'and',
  limit: 1,
  fields: ['Id', 'Subject', 'ActivityDate', 'IsReminderSet', 'CreatedDate', 'WhatId'],
  ...more,
});

test('a record by its id is what the query would give', () => {
  for (const value of [id, id.slice(0, 15), recordId('00T', 99), recordId('001', 1)]) {
    const asked = selection(value);
    assert.deepEqual(selectById(core, asked), core.queryRows(SESSION, selectionSoql(schema, asked)), value);
  }
  assert.equal(selectById(core, selection(id))?.length, 1);
});

test('other selections, and formula fields, are left to queries', () => {
  const filter = { field: 'Subject', operator: 'EqualTo', value: 'Call' };
  for (const asked of [
    selection(id, { filters: [{ field: 'Subject', operator: 'EqualTo', value: 'Call' }] }),
    selection(id, { filters: [{ field: 'Id', operator: 'EqualTo', value: id }, filter] }),
    selection(id, { filters: [{ field: 'Id', operator: 'NotEqualTo', value: id }] }),
    selection('no id'),
    selection(id, { fields: ['Id', 'IsClosed'] }),
  ]) {
    assert.equal(selectById(core, asked), undefined);
  }
});
