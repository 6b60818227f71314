import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Row, StoredRow } from '../../platform/record.ts';
import { loadSchema } from '../metadata/load-schema.ts';
import { memoryHost } from './__fixtures__/memory-host.ts';
import type { Flow, TriggeredRecord } from './flow.ts';
import { loadFlows } from './load-flows.ts';
import { runAfterSave, runBeforeSave } from './run-flow.ts';

const flows = loadFlows([fileURLToPath(new URL('__fixtures__/flows', import.meta.url))], loadSchema([]));
const ACCOUNT: StoredRow = { Id: '001000000000001AAA', Name: 'Bakker', OwnerId: '005000000000002AAA' };

function flowNamed(name: string): Flow {
  const flow = flows.find((one) => one.name === name);
  assert.ok(flow, name);
  return flow;
}

const created = (record: Row): TriggeredRecord => ({ record, prior: undefined, isNew: true });
const updated = (prior: StoredRow, changes: Row): TriggeredRecord => ({ record: { ...prior, ...changes }, prior, isNew: false });

test('active flows are loaded in the order in which the platform runs them, drafts are not', () => {
  assert.deepEqual(
    flows.map(({ name }) => name),
    [
      'Opportunity_BeforeSave_Assign',
      'Account_AfterSave_Tidy_Contacts',
      'Asset_AfterSave_Clean_Up',
      'Case_BeforeSave_Check',
      'Text_Sub_Measure',
      'Contact_AfterSave_Call_Sub',
    ],
  );
});

test('assignments change numbers, dates, texts and collections one after the other', () => {
  const host = memoryHost({
    Account: [ACCOUNT],
    User: [
      { Id: '005000000000001AAA', LastName: 'Vos' },
      { Id: '005000000000002AAA', LastName: 'Smit' },
    ],
  });
  const record: Row = { Name: 'Deal', AccountId: ACCOUNT.Id, Amount: 100, CloseDate: '2026-12-15', LeadSource: 'Web' };
  const [outcome] = runBeforeSave(flowNamed('Opportunity_BeforeSave_Assign'), [created(record)], host);
  assert.deepEqual(outcome, { errors: [], started: true });
  assert.deepEqual(record, {
    Name: 'Deal',
    AccountId: ACCOUNT.Id,
    Amount: 111.5,
    CloseDate: '2027-01-14',
    LeadSource: null,
    TotalOpportunityQuantity: 2,
    NextStep: 'Call Bakker about 7.7',
    Description: 'Dear Vos, Smit sends Deal.',
  });
});

test('a formula is computed anew when a variable that it reads has changed', () => {
  const record: Row = { Name: 'Deal', AccountId: null, Amount: null, CloseDate: null };
  runBeforeSave(flowNamed('Opportunity_BeforeSave_Assign'), [created(record)], memoryHost({ User: [] }));
  assert.equal(record['NextStep'], 'Call  about 7.7');
  assert.equal(record['Amount'], 11.5);
  assert.equal(record['CloseDate'], null);
});

test('interviews of a batch share reads and save together, each with its own records', () => {
  const second: StoredRow = { ...ACCOUNT, Id: '001000000000002AAA', Name: 'Slager' };
  const contacts: StoredRow[] = ['Zwart', 'Aarts', 'Mol', 'Kuit'].map((LastName, index) => ({
    Id: `00300000000000${index}AAA`,
    AccountId: index === 3 ? second.Id : ACCOUNT.Id,
    LastName,
    Email: LastName === 'Aarts' ? null : `${LastName}@example.nl`,
  }));
  const host = memoryHost({ Account: [ACCOUNT, second], Contact: contacts, Task: [] });
  const batch = [ACCOUNT, second].map((account) => created({ ...account, Rating: 'Hot', Industry: null }));
  const outcomes = runAfterSave(flowNamed('Account_AfterSave_Tidy_Contacts'), batch, host);
  assert.deepEqual(outcomes, [
    { errors: [], started: true },
    { errors: [], started: true },
  ]);
  assert.deepEqual(host.log, ['select Contact', 'select Contact', 'update Contact x3', 'create Task x2']);
  assert.deepEqual(
    contacts.map((contact) => contact['Title']),
    ['Bakker', undefined, 'Bakker', 'Slager'],
  );
  assert.deepEqual(
    host.tables['Task']?.map((task) => [task['Subject'], task['WhatId'], task['ActivityDate']]),
    [
      ['Contacts of Bakker: done', ACCOUNT.Id, '2026-11-22'],
      ['Contacts of Slager: done', second.Id, '2026-11-22'],
    ],
  );
});

test('an update starts the flow only when the record has come to meet the conditions', () => {
  const prior: StoredRow = { ...ACCOUNT, Rating: 'Cold', NumberOfEmployees: 9, Industry: 'Banking' };
  const started = (change: TriggeredRecord): boolean => {
    const host = memoryHost({ Contact: [], Task: [] });
    runAfterSave(flowNamed('Account_AfterSave_Tidy_Contacts'), [change], host);
    return host.log.length > 0;
  };
  assert.equal(started(updated(prior, { Rating: 'Hot' })), true);
  assert.equal(started(updated({ ...prior, Rating: 'Hot' }, { Name: 'Other' })), false);
  assert.equal(started(updated({ ...prior, Rating: 'Hot', NumberOfEmployees: null }, { Industry: null })), true);
  assert.equal(started(updated(prior, { Rating: 'Hot', NumberOfEmployees: 3 })), false);
});

test('a save that is refused goes down the fault path with the platform message', () => {
  const contact: StoredRow = { Id: '003000000000001AAA', AccountId: ACCOUNT.Id, LastName: 'Mol', Email: 'mol@example.nl' };
  const host = memoryHost({ Contact: [contact], Task: [] }, { refuse: (row) => ('Title' in row ? 'No titles here' : undefined) });
  const [outcome] = runAfterSave(
    flowNamed('Account_AfterSave_Tidy_Contacts'),
    [created({ ...ACCOUNT, Rating: 'Hot', Industry: null })],
    host,
  );
  assert.deepEqual(outcome, { errors: [], started: true });
  assert.equal(
    host.tables['Task']?.[0]?.['Subject'],
    'Contacts of Bakker: This error occurred when the flow tried to update records: FIELD_CUSTOM_VALIDATION_EXCEPTION: No titles here. ' +
      'You can look up ExceptionCode values in the SOAP API Developer Guide.',
  );
});

test('without a fault path the record is not saved and the message names the process', () => {
  const host = memoryHost({ Contact: [], Task: [] }, { refuse: () => 'Tasks are closed' });
  const [outcome] = runAfterSave(
    flowNamed('Account_AfterSave_Tidy_Contacts'),
    [created({ ...ACCOUNT, Rating: 'Hot', Industry: null })],
    host,
  );
  assert.equal(outcome?.errors[0]?.statusCode, 'CANNOT_EXECUTE_FLOW_TRIGGER');
  assert.equal(
    outcome?.errors[0]?.message,
    "We can't save this record because the “Account AfterSave Tidy Contacts” process failed. Give your Salesforce admin these details. " +
      'This error occurred when the flow tried to create records: FIELD_CUSTOM_VALIDATION_EXCEPTION: Tasks are closed. ' +
      'You can look up ExceptionCode values in the SOAP API Developer Guide.',
  );
});

test('entry formulas see changes and permissions; numbered logic and custom errors stop single records', () => {
  const prior: StoredRow = { Id: '500000000000001AAA', Subject: 'OK then', Priority: 'Low', IsEscalated: false };
  const check = (change: TriggeredRecord, permissions: readonly string[] = []): readonly string[] =>
    runBeforeSave(flowNamed('Case_BeforeSave_Check'), [change], memoryHost({}, { permissions }))[0]?.errors.map(
      (error) => `${error.fields.join()}: ${error.message}`,
    ) ?? [];
  assert.deepEqual(check(updated(prior, { Subject: 'Broken' })), ['Subject: Broken needs an owner.', ': Ask your manager.']);
  assert.deepEqual(check(updated(prior, { Subject: 'Broken' }), ['Bypass']), []);
  assert.deepEqual(check(updated(prior, { Subject: 'OK again' })), []);
  assert.deepEqual(check(created({ Subject: 'Broken' })), []);
});

test('an outcome that asks for a change is taken when the record comes to meet it', () => {
  const prior: StoredRow = { Id: '500000000000001AAA', Subject: 'OK', Priority: 'Low', IsEscalated: false };
  const escalated = (change: TriggeredRecord): unknown => {
    runBeforeSave(flowNamed('Case_BeforeSave_Check'), [change], memoryHost({}));
    return change.record['IsEscalated'];
  };
  assert.equal(escalated(updated(prior, { Priority: 'High' })), true);
  assert.equal(escalated(updated({ ...prior, Priority: 'High' }, { Subject: 'OK 2' })), false);
  assert.equal(escalated(created({ Subject: 'New', Priority: 'High' })), true);
});

test('subflows take inputs, wait with the batch at their own elements, and hand outputs back', () => {
  const namesake: StoredRow = { Id: '001000000000009AAA', Name: 'Bakker' };
  const contacts: StoredRow[] = ['Bakker', 'Mol', 'Timmer'].map((LastName, index) => ({ Id: `00300000000000${index}AAA`, LastName }));
  const host = memoryHost({ Account: [namesake], Contact: contacts });
  const outcomes = runAfterSave(
    flowNamed('Contact_AfterSave_Call_Sub'),
    contacts.map((contact) => created({ ...contact })),
    host,
  );
  assert.ok(outcomes.every(({ errors }) => errors.length === 0));
  assert.deepEqual(host.log, ['select Account', 'select Account', 'select Account', 'update Contact x2']);
  assert.deepEqual(
    contacts.map((contact) => contact['Department']),
    ['Bakker', undefined, null],
  );
});

test('a flow that goes round for ever is stopped, and a formula that fails ends its own interview only', () => {
  const assets: StoredRow[] = [
    { Id: '02i000000000001AAA', Name: 'endless', Quantity: null },
    { Id: '02i000000000002AAA', Name: 'zero', Quantity: 0 },
    { Id: '02i000000000003AAA', Name: 'four', Quantity: 4 },
    { Id: '02i000000000004AAA', Name: 'clean', Quantity: null },
  ];
  const tasks: StoredRow[] = [{ Id: '00T000000000001AAA', WhatId: '02i000000000004AAA' }];
  const host = memoryHost({ Asset: assets, Task: tasks });
  const outcomes = runAfterSave(
    flowNamed('Asset_AfterSave_Clean_Up'),
    assets.map((asset) => created({ ...asset })),
    host,
  );
  assert.match(outcomes[0]?.errors[0]?.message ?? '', /“Asset AfterSave Clean Up” process failed.*run in a circle/);
  assert.match(outcomes[1]?.errors[0]?.message ?? '', /Division by zero/);
  assert.deepEqual(outcomes.slice(2), [
    { errors: [], started: true },
    { errors: [], started: true },
  ]);
  assert.equal(assets[2]?.['Description'], 'shared');
  assert.deepEqual(tasks, []);
});

test('an after-save flow works on its own copy of the record', () => {
  const record: Row = { Id: '02i000000000001AAA', Name: 'endless', Quantity: null, Description: 'as saved' };
  runAfterSave(flowNamed('Asset_AfterSave_Clean_Up'), [created(record)], memoryHost({ Asset: [], Task: [] }));
  assert.equal(record['Description'], 'as saved');
});

test('a host may remember selections between batches', () => {
  const kept = new Map<string, readonly StoredRow[]>();
  const host = { ...memoryHost({ Account: [], Contact: [] }), remembered: () => kept };
  const run = (): void =>
    void runAfterSave(flowNamed('Contact_AfterSave_Call_Sub'), [created({ Id: '003000000000001AAA', LastName: 'Mol' })], host);
  run();
  run();
  assert.deepEqual(host.log, ['select Account']);
});
