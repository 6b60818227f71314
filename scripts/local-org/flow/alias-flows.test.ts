// The package's own alias flows, executed from their files: one alias moves all contracts of a provider that was still to be reviewed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Row, StoredRow } from '../../platform/record.ts';
import { loadSchema } from '../metadata/load-schema.ts';
import type { MemoryHost } from './__fixtures__/memory-host.ts';
import { memoryHost } from './__fixtures__/memory-host.ts';
import type { Flow } from './flow.ts';
import { loadFlows } from './load-flows.ts';
import { runAfterSave, runBeforeSave } from './run-flow.ts';

const folders = ['contracts', 'lifecycle'].map((name) => fileURLToPath(new URL(`../../../force-app/${name}`, import.meta.url)));
const flows = loadFlows(folders, loadSchema(folders));
const [KNOWN, REVIEWED, OTHER] = ['a01000000000001AAA', 'a01000000000002AAA', 'a01000000000003AAA'] as const;

function flowNamed(name: string): Flow {
  const flow = flows.find((one) => one.name === name);
  assert.ok(flow, name);
  return flow;
}

function orgWith(refuse?: (row: Row) => string | undefined): MemoryHost {
  const competitor = (Id: string, key: string, state: string): StoredRow => ({
    Id,
    External_Id__c: key,
    Review_State__c: state,
    Is_Active__c: true,
  });
  const contract = (Id: string, of: string): StoredRow => ({ Id, Competitor__c: of });
  return memoryHost(
    {
      Competitor__c: [
        competitor(KNOWN, 'noordlicht', 'Confirmed'),
        competitor(REVIEWED, 'noordlicht-energie', 'To Review'),
        competitor(OTHER, 'zon', 'To Review'),
      ],
      Competitor_Contract__c: [
        contract('a02000000000001AAA', REVIEWED),
        contract('a02000000000002AAA', OTHER),
        contract('a02000000000003AAA', REVIEWED),
      ],
    },
    refuse ? { refuse } : {},
  );
}

const alias = (): Row => ({
  Id: 'a03000000000001AAA',
  Name: 'Noordlicht Energie B.V.',
  External_Id__c: 'noordlicht-energie',
  Competitor__c: KNOWN,
  Contract_Key__c: null,
});

test('an alias remembers under which key its contracts were loaded', () => {
  const record = alias();
  runBeforeSave(flowNamed('Competitor_Alias_BeforeSave_Set_Contract_Key'), [{ record, prior: undefined, isNew: true }], orgWith());
  assert.equal(record['Contract_Key__c'], 'noordlicht-energie');
  const unknown: Row = { ...alias(), External_Id__c: 'noordlicht' };
  runBeforeSave(flowNamed('Competitor_Alias_BeforeSave_Set_Contract_Key'), [{ record: unknown, prior: undefined, isNew: true }], orgWith());
  assert.equal(unknown['Contract_Key__c'], null);
});

test('a new alias moves the contracts to its competitor and marks the provider as merged', () => {
  const host = orgWith();
  const record: Row = { ...alias(), Contract_Key__c: 'noordlicht-energie' };
  const [outcome] = runAfterSave(flowNamed('Competitor_Alias_AfterSave_Move_Contracts'), [{ record, prior: undefined, isNew: true }], host);
  assert.deepEqual(outcome?.errors, []);
  assert.deepEqual(
    host.tables['Competitor_Contract__c']?.map((contract) => contract['Competitor__c']),
    [KNOWN, OTHER, KNOWN],
  );
  const reviewed = host.tables['Competitor__c']?.find(({ Id }) => Id === REVIEWED);
  assert.deepEqual([reviewed?.['Review_State__c'], reviewed?.['Is_Active__c']], ['Merged', false]);
});

test('when a contract cannot be moved the alias is not saved and says why', () => {
  const host = orgWith((row) => ('Competitor__c' in row ? 'Locked by another user' : undefined));
  const record: Row = { ...alias(), Contract_Key__c: 'noordlicht-energie' };
  const [outcome] = runAfterSave(flowNamed('Competitor_Alias_AfterSave_Move_Contracts'), [{ record, prior: undefined, isNew: true }], host);
  assert.equal(outcome?.errors[0]?.statusCode, 'FIELD_CUSTOM_VALIDATION_EXCEPTION');
  assert.match(outcome?.errors[0]?.message ?? '', /could not be moved.*FIELD_CUSTOM_VALIDATION_EXCEPTION: Locked by another user/);
});
