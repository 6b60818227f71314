import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Row, Value } from '../../platform/record.ts';
import { loadSchema } from '../metadata/load-schema.ts';
import { memoryHost } from './__fixtures__/memory-host.ts';
import { loadFlows } from './load-flows.ts';
import { runBeforeSave } from './run-flow.ts';

const schema = loadSchema([]);

/** Compiles one flow of pieces and gives the record that it leaves. */
function run(pieces: string, first: string, record: Row, object = 'Lead'): Row {
  const folder = mkdtempSync(join(tmpdir(), 'flow-'));
  try {
    const start = `<start><connector><targetReference>${first}</targetReference></connector><object>${object}</object><recordTriggerType>CreateAndUpdate</recordTriggerType><triggerType>RecordBeforeSave</triggerType></start>`;
    writeFileSync(join(folder, 'Lead_Flow.flow-meta.xml'), `<Flow><label>Lead Flow</label>${pieces}${start}<status>Active</status></Flow>`);
    const [flow] = loadFlows([folder], schema);
    assert.ok(flow);
    const [outcome] = runBeforeSave(flow, [{ record, prior: undefined, isNew: true }], memoryHost({}));
    assert.deepEqual(outcome?.errors, []);
    return record;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const item = (target: string, operator: string, value: string): string =>
  `<assignmentItems><assignToReference>${target}</assignToReference><operator>${operator}</operator><value>${value}</value></assignmentItems>`;
const text = (value: string): string => `<stringValue>${value}</stringValue>`;

/** Words after an operator has been applied to the collection `a b c b`. */
function words(operator: string, value: string): Value {
  const variables = ['Words', 'Others']
    .map((name) => `<variables><name>${name}</name><dataType>String</dataType><isCollection>true</isCollection></variables>`)
    .join('');
  const filled = ['a', 'b', 'c', 'b'].map((word) => item('Words', 'Add', text(word))).join('');
  const others = ['b', 'x'].map((word) => item('Others', 'Add', text(word))).join('');
  const change = `<assignments><name>Change</name>${filled}${others}${item('Words', operator, value)}<connector><targetReference>Each</targetReference></connector></assignments>`;
  const each =
    '<loops><name>Each</name><collectionReference>Words</collectionReference><nextValueConnector><targetReference>Write</targetReference></nextValueConnector></loops>';
  const write = `<assignments><name>Write</name>${item('$Record.Description', 'Add', '<elementReference>Each</elementReference>')}<connector><targetReference>Each</targetReference></connector></assignments>`;
  return run(`${variables}${change}${write}${each}`, 'Change', { Description: null })['Description'] ?? null;
}

test('collections change by every operator', () => {
  const cases: readonly (readonly [operator: string, value: string, left: Value])[] = [
    ['Add', text('z'), 'abcbz'],
    ['AddItem', text('z'), 'abcbz'],
    ['AddAtStart', text('z'), 'zabcb'],
    ['Add', '<elementReference>Others</elementReference>', 'abcbbx'],
    ['Assign', '<elementReference>Others</elementReference>', 'bx'],
    ['RemoveFirst', text('b'), 'acb'],
    ['RemoveFirst', text('z'), 'abcb'],
    ['RemoveAll', text('b'), 'ac'],
    ['RemoveAll', '<elementReference>Others</elementReference>', 'ac'],
    ['RemoveUncommon', '<elementReference>Others</elementReference>', 'bb'],
    ['RemoveBeforeFirst', text('c'), 'cb'],
    ['RemoveAfterFirst', text('b'), 'ab'],
    ['RemovePosition', '<numberValue>3.0</numberValue>', 'abb'],
  ];
  for (const [operator, value, left] of cases) assert.equal(words(operator, value), left, `${operator} ${value}`);
});

test('adding to and subtracting from single values starts at nothing where they are blank', () => {
  const cases: readonly (readonly [field: string, before: Value, operator: string, value: string, after: Value])[] = [
    ['AnnualRevenue', 10, 'Add', '<numberValue>0.1</numberValue>', 10.1],
    ['AnnualRevenue', null, 'Add', '<numberValue>5.0</numberValue>', 5],
    ['AnnualRevenue', 10, 'Subtract', '<numberValue>2.5</numberValue>', 7.5],
    ['Description', 'ab', 'Add', text('cd'), 'abcd'],
    ['Description', null, 'Add', text('cd'), 'cd'],
    ['Description', 'ab', 'Assign', '<elementReference>$GlobalConstant.EmptyString</elementReference>', null],
    ['ActivityDate', '2026-12-31', 'Add', '<numberValue>1.0</numberValue>', '2027-01-01'],
    ['ActivityDate', '2026-03-01', 'Subtract', '<numberValue>1.0</numberValue>', '2026-02-28'],
    ['ActivityDate', null, 'Add', '<numberValue>1.0</numberValue>', null],
    ['ActivityDate', null, 'Assign', '<dateValue>2026-12-31</dateValue>', '2026-12-31'],
    ['ReminderDateTime', '2026-12-31T12:00:00.000Z', 'Add', '<numberValue>0.5</numberValue>', '2027-01-01T00:00:00.000Z'],
    ['ReminderDateTime', null, 'Assign', '<dateTimeValue>2026-12-31T13:00:00.000+0100</dateTimeValue>', '2026-12-31T12:00:00.000Z'],
  ];
  for (const [field, before, operator, value, after] of cases) {
    const pieces = `<assignments><name>Change</name>${item(`$Record.${field}`, operator, value)}</assignments>`;
    const object = /Date/.test(field) ? 'Task' : 'Lead';
    assert.equal(run(pieces, 'Change', { [field]: before }, object)[field], after, `${field} ${operator} ${value}`);
  }
});

/** Whether a decision takes its outcome for a condition. */
function holds(left: string, operator: string, right: string, record: Row): boolean {
  const condition = `<conditions><leftValueReference>${left}</leftValueReference><operator>${operator}</operator>${right === '' ? '' : `<rightValue>${right}</rightValue>`}</conditions>`;
  const pieces =
    `<assignments><name>Yes</name>${item('$Record.Title', 'Assign', text('yes'))}</assignments>` +
    `<assignments><name>Fill</name>${item('Words', 'Add', text('warm'))}<connector><targetReference>Ask</targetReference></connector></assignments>` +
    `<decisions><name>Ask</name><rules><name>It_Holds</name><conditionLogic>and</conditionLogic>${condition}<connector><targetReference>Yes</targetReference></connector></rules></decisions>` +
    '<variables><name>Words</name><dataType>String</dataType><isCollection>true</isCollection></variables>' +
    '<variables><name>None</name><dataType>String</dataType><isCollection>true</isCollection></variables>';
  return run(pieces, 'Fill', { ...record })['Title'] === 'yes';
}

test('conditions compare by every operator; a blank is never less or greater', () => {
  const yes = '<booleanValue>true</booleanValue>';
  const no = '<booleanValue>false</booleanValue>';
  const five = '<numberValue>5.0</numberValue>';
  const list = '<elementReference>Words</elementReference>';
  const cases: readonly (readonly [left: string, operator: string, right: string, value: Value, holds: boolean])[] = [
    ['$Record.Rating', 'EqualTo', text('warm'), 'warm', true],
    ['$Record.Rating', 'EqualTo', text('warm'), 'Warm', false],
    ['$Record.Rating', 'NotEqualTo', text('warm'), null, true],
    ['$Record.Rating', 'Contains', text('ar'), 'warm', true],
    ['$Record.Rating', 'StartsWith', text('wa'), 'warm', true],
    ['$Record.Rating', 'EndsWith', text('wa'), 'warm', false],
    ['$Record.Rating', 'StartsWith', text('wa'), null, false],
    ['$Record.Rating', 'In', list, 'warm', true],
    ['$Record.Rating', 'NotIn', list, 'warm', false],
    ['$Record.Rating', 'IsNull', yes, null, true],
    ['$Record.Rating', 'IsNull', no, 'warm', true],
    ['$Record.Rating', 'IsBlank', yes, ' ', true],
    ['$Record.Rating', 'WasSet', yes, 'warm', true],
    ['Words', 'Contains', text('warm'), null, true],
    ['Words', 'IsEmpty', yes, null, false],
    ['None', 'IsEmpty', yes, null, true],
    ['$Record.AnnualRevenue', 'EqualTo', five, 5, true],
    ['$Record.AnnualRevenue', 'GreaterThan', five, 6, true],
    ['$Record.AnnualRevenue', 'GreaterThan', five, 5, false],
    ['$Record.AnnualRevenue', 'GreaterThanOrEqualTo', five, 5, true],
    ['$Record.AnnualRevenue', 'LessThan', five, null, false],
    ['$Record.AnnualRevenue', 'LessThanOrEqualTo', five, 5, true],
    ['$Record.ConvertedDate', 'LessThan', '<elementReference>$Flow.CurrentDate</elementReference>', '2026-11-21', true],
    ['$Record.IsConverted', 'EqualTo', no, null, true],
    ['$Record.Rating', 'IsChanged', yes, 'warm', false],
  ];
  for (const [left, operator, right, value, expected] of cases) {
    const field = left.startsWith('$Record.') ? left.slice('$Record.'.length) : 'Rating';
    assert.equal(holds(left, operator, right, { [field]: value }), expected, `${left} ${operator} ${right} with ${value}`);
  }
});
