import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadSchema } from '../metadata/load-schema.ts';
import { loadFlows } from './load-flows.ts';
import { UnsupportedFlowElement } from './unsupported-flow-element.ts';

const schema = loadSchema([]);
const fixture = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`__fixtures__/flows/${name}.flow-meta.xml`, import.meta.url)), 'utf8').replace(/>\s+</g, '><');

/** Loads files by name and gives the refusal's message. */
function refusal(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'flows-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.flow-meta.xml`), text);
    loadFlows([folder], schema);
    return 'loaded';
  } catch (error) {
    assert.ok(error instanceof UnsupportedFlowElement, String(error));
    return error.message.replace(`${folder}/`, '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A fixture with one piece of its text replaced. */
function changed(name: string, from: string, to: string): string {
  const text = fixture(name);
  assert.ok(text.includes(from), `${name} has no ${from}`);
  return refusal({ [name]: text.replace(from, to), Text_Sub_Measure: fixture('Text_Sub_Measure') });
}

test('what would not be executed is refused with the file and the element', () => {
  const cases: readonly (readonly [fixture: string, from: string, to: string, reason: string])[] = [
    ['Case_BeforeSave_Check', '<customErrors>', '<screens><name>Ask</name></screens><customErrors>', 'Ask is one of <screens>'],
    [
      'Case_BeforeSave_Check',
      '<customErrors>',
      '<actionCalls><name>Post</name></actionCalls><customErrors>',
      'Post calls the action (none)',
    ],
    [
      'Case_BeforeSave_Check',
      '<object>Case</object>',
      '<object>Case</object><scheduledPaths><name>Later</name></scheduledPaths>',
      'start has scheduled paths, which only flows after the save can have',
    ],
    [
      'Case_BeforeSave_Check',
      '<customErrors>',
      '<actionCalls><name>Post</name><actionName>Charge</actionName><actionType>apex</actionType></actionCalls><customErrors>',
      'Post calls the action Charge of type apex',
    ],
    ['Case_BeforeSave_Check', 'RecordBeforeSave<', 'Capability<', 'start has the trigger Capability'],
    ['Case_BeforeSave_Check', 'RecordBeforeSave<', 'PlatformEvent<', 'start names the event Case, which does not exist'],
    ['Case_BeforeSave_Check', 'AutoLaunchedFlow', 'Flow', 'the flow is of type Flow'],
    ['Case_BeforeSave_Check', '<targetReference>Refuse<', '<targetReference>Nowhere<', 'leads to Nowhere, which does not exist'],
    ['Case_BeforeSave_Check', '<operator>StartsWith<', '<operator>IsToday<', 'uses the operator IsToday'],
    ['Case_BeforeSave_Check', '1 AND NOT 2', '1 AND NOT 3', 'asks for condition 3'],
    ['Case_BeforeSave_Check', '1 AND NOT 2', '(1 AND 2', 'open bracket'],
    ['Case_BeforeSave_Check', '<stringValue>OK<', '<stringValue>{!$Organization.Name}<', 'refers to $Organization.Name'],
    [
      'Case_BeforeSave_Check',
      '<stringValue>OK</stringValue>',
      '<numberValue>1.0</numberValue>',
      'compares a text with a number by StartsWith',
    ],
    ['Case_BeforeSave_Check', '{!$Permission.Bypass}', '{!$Setup.X__c.Y__c}', 'start has a formula that is not accepted'],
    ['Case_BeforeSave_Check', '<field>IsEscalated<', '<field>IsNothing<', 'Escalate names the field Case.IsNothing'],
    [
      'Case_BeforeSave_Check',
      '<booleanValue>true</booleanValue></value>',
      '<stringValue>yes</stringValue></value>',
      'Escalate puts a text where a boolean belongs',
    ],
    ['Opportunity_BeforeSave_Assign', '<object>Opportunity</object>', '<object>Chance</object>', 'names the object Chance'],
    ['Opportunity_BeforeSave_Assign', '{!Counter} * 2 / 3', 'LEN({!Doubled_Text})', 'It refers to itself through Doubled_Text'],
    [
      'Opportunity_BeforeSave_Assign',
      '<expression>TEXT({!Doubled})</expression>',
      '<expression>{!Doubled}</expression>',
      'gives a number, not a text',
    ],
    ['Opportunity_BeforeSave_Assign', '{!Doubled_Text}</stringValue>', '{!Counter}</stringValue>', 'only text is implemented'],
    ['Opportunity_BeforeSave_Assign', '<operator>Subtract<', '<operator>RemoveAll<', 'applies the operator RemoveAll to a number'],
    [
      'Opportunity_BeforeSave_Assign',
      '<assignToReference>$Record.Description<',
      '<assignToReference>One<',
      'assigns to One, which cannot be changed',
    ],
    ['Case_BeforeSave_Check', '<field>IsEscalated<', '<field>CaseNumber<', 'puts a boolean where a text belongs'],
    [
      'Opportunity_BeforeSave_Assign',
      '<assignToReference>$Record.LeadSource<',
      '<assignToReference>$Record.IsWon<',
      'assigns to $Record.IsWon, which cannot be changed',
    ],
    [
      'Account_AfterSave_Tidy_Contacts',
      '<triggerType>RecordAfterSave<',
      '<triggerType>RecordBeforeSave<',
      'which before-save flows may not',
    ],
    [
      'Account_AfterSave_Tidy_Contacts',
      '<collectionReference>By_Name<',
      '<collectionReference>currentItem_Those_With_Mail<',
      'loops over something that is no collection',
    ],
    [
      'Account_AfterSave_Tidy_Contacts',
      'SortCollectionProcessor',
      'RecommendationMapCollectionProcessor',
      'is a RecommendationMapCollectionProcessor',
    ],
    ['Account_AfterSave_Tidy_Contacts', '<sortField>LastName<', '<sortField>Size<', 'names the field Contact.Size'],
    ['Account_AfterSave_Tidy_Contacts', '<objectType>Contact<', '<objectType>Task<', 'puts a Contact where a Task belongs'],
    [
      'Contact_AfterSave_Call_Sub',
      '<flowName>Text_Sub_Measure<',
      '<flowName>Gone<',
      'calls the flow Gone, which does not exist or is not active',
    ],
    ['Contact_AfterSave_Call_Sub', '<name>Text</name>', '<name>Length</name>', 'hands Length to Text_Sub_Measure, which has no such input'],
    ['Contact_AfterSave_Call_Sub', 'Measure.Owner_Name', 'Measure.Its_Length', 'refers to Measure.Its_Length'],
  ];
  for (const [name, from, to, reason] of cases) {
    const message = changed(name, from, to);
    assert.ok(message.startsWith(`${name}.flow-meta.xml: `) && message.includes(reason), `${name}, ${to}: ${message}`);
  }
});

test('a before-save flow may call a flow that only reads, not one that changes records', () => {
  const caller = fixture('Contact_AfterSave_Call_Sub').replace('RecordAfterSave', 'RecordBeforeSave');
  const sub = fixture('Text_Sub_Measure');
  const changing = sub.replace(
    '<start>',
    '<recordDeletes><name>Drop</name><label>Drop</label><inputReference>Find_Namesake</inputReference></recordDeletes><start>',
  );
  assert.equal(refusal({ Contact_Flow: caller, Text_Sub_Measure: sub }), 'loaded');
  assert.match(refusal({ Contact_Flow: caller, Text_Sub_Measure: changing }), /Measure calls Text_Sub_Measure, which changes records/);
});

test('subflows that lead back to themselves are refused', () => {
  const sub = fixture('Text_Sub_Measure');
  const circle = sub.replace(
    '<variables>',
    '<subflows><name>Again</name><label>Again</label><flowName>Text_Sub_Measure</flowName></subflows><variables>',
  );
  assert.match(refusal({ Text_Sub_Measure: circle }), /leads back to the flow itself: Text_Sub_Measure → Text_Sub_Measure/);
});
