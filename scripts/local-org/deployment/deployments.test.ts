import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { deployedOrgUnderTest, type DeployAnswer, type DeployedOrgUnderTest, type Package } from './deployed-org-under-test.ts';

let org: DeployedOrgUnderTest;
before(async () => {
  org = await deployedOrgUnderTest();
});
after(() => org.close());

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const field = (name: string, more = '<type>Text</type>\n<length>20</length>'): string =>
  `<fields>\n<fullName>${name}</fullName>\n<label>${name}</label>\n${more}\n</fields>`;
const object = (...fields: readonly string[]): string =>
  [
    `<?xml version="1.0" encoding="UTF-8"?>\n<CustomObject ${NAMESPACE}>`,
    '<deploymentStatus>Deployed</deploymentStatus>',
    ...fields,
    '<label>Park</label>\n<nameField>\n<label>Name</label>\n<type>Text</type>\n</nameField>',
    '<pluralLabel>Parks</pluralLabel>\n<sharingModel>ReadWrite</sharingModel>\n</CustomObject>',
  ].join('\n');
const LABELS = `<CustomLabels ${NAMESPACE}><labels><fullName>Yes</fullName><language>en_US</language><protected>false</protected><shortDescription>Yes</shortDescription><value>Yes</value></labels></CustomLabels>`;
const park = (...fields: readonly string[]): Package => ({
  files: { 'objects/Park__c.object': object(...fields) },
  types: { CustomObject: ['Park__c'] },
});
const said = ({ details }: DeployAnswer): readonly string[] =>
  details.componentFailures.map(({ fullName, lineNumber, problem }) => `${fullName}:${lineNumber ?? '-'} ${problem}`);
const objects = (): readonly string[] => org.org.org.schema.objects.map(({ name }) => name).filter((name) => name.endsWith('__c'));

test('a file that is no XML is refused with its line, and nothing is applied', async () => {
  const broken = object(field('State__c')).replace('</label>', '</lable>');
  const answer = await org.deploy({
    files: { 'objects/Park__c.object': broken, 'labels/CustomLabels.labels': LABELS },
    types: { CustomObject: ['Park__c'], CustomLabel: ['Yes'] },
  });
  assert.equal(answer.status, 'Failed');
  assert.equal(said(answer).length, 1);
  assert.match(said(answer)[0] ?? '', /^Park__c:6 Error parsing file: /);
  assert.equal(answer.details.componentFailures[0]?.fileName, 'objects/Park__c.object');
  assert.deepEqual([objects(), answer.numberComponentsDeployed], [[], 0]);
});

test('an element that there is not and a reference to nothing are refused by file and line', async () => {
  const answer = await org.deploy(
    park(
      field('State__c', '<type>Text</type>\n<lenght>20</lenght>'),
      field('Lake__c', '<referenceTo>Lake__c</referenceTo>\n<relationshipName>Parks</relationshipName>\n<type>Lookup</type>'),
    ),
  );
  assert.equal(answer.status, 'Failed');
  const told = said(answer).join('\n');
  assert.match(told, /Park__c\.State__c:\d+ lenght: CustomField has no element lenght/);
  assert.match(told, /Park__c\.Lake__c:\d+ Park__c\.Lake__c: There is no object Lake__c/);
  assert.deepEqual(objects(), []);
});

test('a file that the manifest does not name, and one that it names and that is not there, are refused', async () => {
  const answer = await org.deploy({
    ...park(),
    files: { ...park().files, 'labels/CustomLabels.labels': LABELS },
    types: { CustomObject: ['Park__c', 'Lake__c'] },
  });
  const told = said(answer).join('\n');
  assert.match(told, /CustomLabels:- Not in package\.xml/);
  assert.match(told, /Lake__c:- Entity of type 'CustomObject' named 'Lake__c' cannot be found/);
  assert.deepEqual(objects(), []);
});

test('a manifest of a version that no org knows is refused, and one of an older version names only what that version had', async () => {
  assert.match((await org.deploy({ ...park(), version: '20.0' })).errorMessage ?? '', /asks for version 20\.0; this org knows 50\.0 to/);
  const answer = await org.deploy({ ...park(), types: { CustomObject: ['Park__c'], FlowTest: ['*'] }, version: '52.0' });
  assert.match(said(answer).join('\n'), /Unknown type name 'FlowTest' specified in package\.xml/);
  assert.deepEqual(objects(), []);
});

test('what is no zip, or has no manifest, is refused as a whole', async () => {
  const answer = await org.deploy({ files: {}, types: {}, version: 'x' });
  assert.match(answer.errorMessage ?? '', /package\.xml asks for version x/);
});

test('without rollback what an org takes stays, and what is refused takes along what stands on it', async () => {
  const wrong = field('Size__c', '<type>Texxt</type>');
  const answer = await org.deploy(
    {
      files: {
        'objects/Park__c.object': object(field('State__c'), wrong),
        'labels/CustomLabels.labels': LABELS,
        'layouts/Park__c-Park Layout.layout': `<Layout ${NAMESPACE}><layoutSections><customLabel>true</customLabel><detailHeading>true</detailHeading><editHeading>true</editHeading><label>Park</label><layoutColumns><layoutItems><behavior>Edit</behavior><field>Size__c</field></layoutItems></layoutColumns><style>OneColumn</style></layoutSections></Layout>`,
      },
      types: { CustomObject: ['Park__c'], CustomLabel: ['Yes'], Layout: ['Park__c-Park Layout'] },
    },
    { rollbackOnError: false },
  );
  assert.deepEqual([answer.status, answer.success], ['SucceededPartial', false]);
  assert.deepEqual(answer.details.componentFailures.map(({ fullName }) => fullName).sort(), ['Park__c-Park Layout', 'Park__c.Size__c']);
  const kept = org.org.org.schema.object('Park__c');
  assert.deepEqual([kept?.field('State__c')?.name, kept?.field('Size__c')], ['State__c', undefined]);
});

test('what is deployed again as it is counts as unchanged', async () => {
  const again = await org.deploy(park(field('State__c')));
  assert.equal(again.status, 'Succeeded');
  assert.deepEqual(
    again.details.componentSuccesses.filter(({ created, changed }) => created || changed),
    [],
  );
  const changed = await org.deploy(park(field('State__c', '<type>Text</type>\n<length>40</length>')));
  assert.deepEqual(
    changed.details.componentSuccesses.filter((one) => one.changed).map(({ fullName }) => fullName),
    ['Park__c.State__c'],
  );
});

test('a deployment waits for the Bulk job that is running, which loses no row', { timeout: 300_000 }, async () => {
  await org.request('POST', '/local/faults', { faults: [{ kind: 'stand-still', fromRecord: 200 }] });
  const { id } = (await org.request('POST', '/jobs/ingest', { object: 'Park__c', operation: 'insert' })) as { id: string };
  const rows = Array.from({ length: 1_000 }, (_, at) => `Park ${at}\n`);
  await fetch(`${org.org.url}/services/data/v68.0/jobs/ingest/${id}/batches`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${org.org.accessToken}`, 'content-type': 'text/csv' },
    body: `Name\n${rows.join('')}`,
  });
  await org.request('PATCH', `/jobs/ingest/${id}`, { state: 'UploadComplete' });
  const deployment = await org.start(park(field('Colour__c')));
  const job = async () => (await org.request('GET', `/jobs/ingest/${id}`)) as { state: string; numberRecordsProcessed: number };
  while ((await job()).numberRecordsProcessed < 200);
  // longer than it takes to judge two fields, on whatever machine: it never ends while the job stands still
  for (let asked = 0; asked < 1_000; asked += 1) assert.equal((await org.result(deployment)).done, false);
  await org.request('POST', '/local/faults', { faults: [] });
  while (!(await org.result(deployment)).done);
  assert.deepEqual([(await job()).state, (await job()).numberRecordsProcessed], ['JobComplete', 1_000]);
  assert.equal((await org.result(deployment)).status, 'Succeeded');
  assert.ok(org.org.org.schema.object('Park__c')?.field('Colour__c'));
  const { totalSize } = (await org.request('GET', '/query?q=SELECT+COUNT()+FROM+Park__c')) as { totalSize: number };
  assert.equal(totalSize, 1_000);
});
