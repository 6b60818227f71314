import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { flowGraph } from '../build/metadata/flow-graph.ts';
import { parseXml } from '../build/metadata/xml-document.ts';
import { flowPicture } from './flow-picture.ts';
import { flowStory } from './flow-story.ts';
import { formulaWords } from './formula-words.ts';
import { packageDocs } from './package-docs.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const words = {
  object: (name: string) => name.replace('__c', ''),
  field: (_: string, name: string) => name.replace('__c', ''),
  path: (_: string, name: string) => name.replace('__c', ''),
  label: () => 'No.',
};

test('the pages below docs tell the flows and the data model as they are now: if not, run npm run docs', () => {
  const pages = packageDocs(ROOT);
  for (const [file, text] of pages) assert.equal(readFileSync(path.join(ROOT, 'docs', file), 'utf8'), text, file);
  const written = globSync('flows/*.md', { cwd: path.join(ROOT, 'docs') });
  assert.deepEqual(
    written.filter((file) => !pages.has(file)),
    [],
    'pages about folders without flows',
  );
  const flows = globSync('force-app/*/flows/*.flow-meta.xml', { cwd: ROOT }).map((file) => path.basename(file, '.flow-meta.xml'));
  const told = [...pages.values()].join('\n');
  assert.deepEqual(
    flows.filter((name) => !told.includes(`\`${name}\``)),
    [],
    'flows without a section',
  );
});

const FLOW = `<Flow xmlns="http://soap.sforce.com/2006/04/metadata">
  <description>Starts when a park is opened. Does: looks. Writes the state.</description>
  <label>Park: Open</label>
  <start>
    <connector><targetReference>Find</targetReference></connector>
    <filterLogic>and</filterLogic>
    <filters><field>State__c</field><operator>EqualTo</operator><value><stringValue>Open</stringValue></value></filters>
    <filters><field>Opened__c</field><operator>IsNull</operator><value><booleanValue>false</booleanValue></value></filters>
    <object>Park__c</object><recordTriggerType>Create</recordTriggerType><triggerType>RecordAfterSave</triggerType>
  </start>
  <recordLookups>
    <name>Find</name><label>Find "it"</label>
    <connector><targetReference>Ask</targetReference></connector>
    <faultConnector><targetReference>Stop</targetReference></faultConnector>
    <object>Park__c</object>
  </recordLookups>
  <decisions>
    <name>Ask</name><label>Is it new?</label><defaultConnectorLabel>No</defaultConnectorLabel>
    <rules><name>Yes</name><label>Yes</label><connector><targetReference>Save</targetReference></connector></rules>
  </decisions>
  <recordUpdates>
    <name>Save</name><label>Save it</label><inputReference>$Record</inputReference>
    <inputAssignments><field>State__c</field></inputAssignments>
  </recordUpdates>
  <customErrors>
    <name>Stop</name><label>Stop</label>
    <customErrorMessages><errorMessage>{!$Label.No} {!$Flow.FaultMessage}</errorMessage></customErrorMessages>
  </customErrors>
</Flow>`;

function story() {
  const parsed = parseXml(FLOW);
  assert.ok('root' in parsed);
  return flowStory({ path: 'a', kind: 'flow', name: 'Park_Open', object: '', root: parsed.root }, words);
}

test('a flow is told by its start, what it writes, what it refuses with, and what follows a fault', () => {
  const { moment, condition, said, written, refusals, faults } = story();
  assert.equal(moment, 'when a Park is created, after the save');
  assert.equal(condition, 'State is “Open” and Opened is filled in');
  assert.deepEqual(said, { starts: 'when a park is opened', does: 'looks', writes: 'Writes the state.' });
  assert.deepEqual(
    [...written].map(([object, fields]) => [object, ...fields]),
    [['Park', 'State']],
  );
  assert.deepEqual(refusals, ['No. (what the platform said)']);
  assert.deepEqual(faults, [
    { then: 'the save is refused: “No. (what the platform said)”', steps: ['Find "it"'] },
    { then: 'the save is refused with the platform’s own message', steps: ['Save it'] },
  ]);
});

test('its picture has every step, names outcomes and faults, and ends where an outcome leads nowhere', () => {
  const parsed = parseXml(FLOW);
  assert.ok('root' in parsed);
  const picture = flowPicture(flowGraph({ path: 'a', kind: 'flow', name: 'Park_Open', object: '', root: parsed.root }), 'now');
  for (const line of [
    'Start(["now"])',
    'Find[("Get Records<br/>Find #quot;it#quot;")]:::data',
    'Ask -->|"Yes"| Save',
    'Ask -->|"No"| End_Ask([End])',
    'Find -.->|"fault"| Stop',
  ])
    assert.ok(picture.split('\n').includes(`  ${line}`), `${line} is not in\n${picture}`);
});

test('entry formulas are told in words; those that are no plain conditions stand as they are', () => {
  const told = (formula: string): string | undefined => formulaWords(formula, 'Park__c', words);
  assert.equal(
    told('AND(ISPICKVAL({!$Record.State__c}, "Open"), NOT({!$Record.Is_Full__c}), OR(ISNEW(), ISCHANGED({!$Record.State__c})))'),
    'State is “Open” and Is_Full is no and (it is new or State has changed)',
  );
  assert.equal(
    told('NOT(OR(ISBLANK({!$Record.Day__c}), {!$Record.Day__c} < TODAY() + 7))'),
    'Day is filled in and Day is at least today plus 7',
  );
  assert.equal(told('{!$Record.Size__c} > {!$Record__Prior.Size__c}'), 'Size is above what Size was before');
  assert.equal(told('MOD({!$Record.Size__c}, 2) = 0'), undefined);
});
