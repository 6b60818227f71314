import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadFlowTests } from '../../flow/flow-test.ts';
import { loadFlows } from '../../flow/load-flows.ts';
import { loadSchema } from '../../metadata/load-schema.ts';
import { DAYS_FOLDER, openDaysOrg } from '../__fixtures__/days-org.ts';

const FILE = 'Contract_Is_Followed.flowtest-meta.xml';

/** What a test of the fixture, with one piece of its text replaced, finds wrong. */
function outcome(from: string, to: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'flowtests-'));
  try {
    cpSync(join(DAYS_FOLDER, 'flowtests'), folder, { recursive: true });
    const text = readFileSync(join(folder, FILE), 'utf8');
    assert.ok(text.includes(from), from);
    writeFileSync(join(folder, FILE), text.replace(from, to));
    const schema = loadSchema([DAYS_FOLDER]);
    const flows = loadFlows([DAYS_FOLDER], schema);
    const days = openDaysOrg();
    const failures = loadFlowTests([folder], flows, schema).flatMap((one) => days.org.automation.runFlowTest(one));
    assert.deepEqual(days.values('Id', 'Contract'), [], 'the test has left a record behind');
    return failures;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a flow test passes when its assertions hold, and leaves nothing behind', () => {
  assert.deepEqual(outcome('Paper', 'Pen'), []);
});

test('an assertion that does not hold is told with its message, or by what it asks', () => {
  assert.deepEqual(outcome('<stringValue>Followed<', '<stringValue>Left<'), ['The contract is not marked as followed.']);
  assert.deepEqual(outcome('<booleanValue>true<', '<booleanValue>false<'), ['Note_Start WasVisited does not hold at Finish']);
});

test('a record that does not start the flow fails the test', () => {
  const never = ['The record does not meet the entry conditions of the flow.'];
  assert.deepEqual(outcome('"Status":"Draft"', '"Status":"In Approval Process"'), never);
});

test('a flow that fails fails its test, unless the test expects it', () => {
  const long = 'x'.repeat(300);
  const unexpected = outcome('<operator>WasVisited<', '<operator>HasError<');
  assert.deepEqual(unexpected, ['Note_Start HasError does not hold at Finish']);
  assert.throws(() => outcome('"Name":"Paper"', `"Nmae":"${long}"`), /Start names the field Contract.Nmae, which does not exist/);
});

test('a test may ask for a scheduled path instead of what runs at once', () => {
  const path = (name: string): string =>
    `<elementApiName>Start</elementApiName><parameters><leftValueReference>ScheduledPathApiName</leftValueReference><type>ScheduledPath</type><value><stringValue>${name}</stringValue></value></parameters>`;
  const failures = outcome('<elementApiName>Start</elementApiName>', path('Next_Day'));
  assert.deepEqual(failures, ['The contract is not marked as followed.', 'Note_Start WasVisited does not hold at Finish']);
  assert.throws(() => outcome('<elementApiName>Start</elementApiName>', path('Never')), /asks for the path Never/);
});

test('what would not be tested faithfully is refused', () => {
  assert.throws(
    () => outcome('<flowApiName>Contract_AfterSave_Follow<', '<flowApiName>Gone<'),
    /is of the flow Gone, which does not exist/,
  );
  assert.throws(() => outcome('>Contract_AfterSave_Follow<', '>Week_Scheduled_Greet<'), /a scheduled flow, which flow tests do not reach/);
  assert.throws(() => outcome('InputTriggeringRecordUpdated', 'MockElementOutput'), /gives a parameter of type MockElementOutput/);
  assert.throws(
    () => outcome('<testType>', '<doesCommitChanges>true</doesCommitChanges><testType>'),
    /<doesCommitChanges> is not implemented/,
  );
});
