// The whole package deployed by the sf CLI into an empty local org, changed there, given back and taken away again.
import assert from 'node:assert/strict';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { emitComponents } from '../../build/emit-components.ts';
import { judgeSource } from '../../build/metadata/judge-source.ts';
import { sfUnderTest, type SfUnderTest } from '../sf-under-test.ts';
import { startLocalOrg, type LocalOrg } from '../start.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');
const CORE = ['base', 'lifecycle', 'contracts', 'comparison', 'feedback', 'campaigns', 'collective', 'app'];

interface Deployed {
  readonly status: string;
  readonly numberComponentsTotal: number;
  readonly details: { readonly componentFailures: readonly { fullName: string; problem: string; lineNumber: number }[] };
}

let folder: string;
let org: LocalOrg;
let client: SfUnderTest;
let rest: SfUnderTest;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'empty-org-'));
  org = await startLocalOrg({ folder, judge: judgeSource });
  client = sfUnderTest(org);
  rest = client.with({ SF_ORG_METADATA_REST_DEPLOY: 'true' });
  const { home } = client;
  for (const part of ['sfdx-project.json', '.forceignore', 'force-app']) cpSync(join(PROJECT, part), join(home, part), { recursive: true });
  emitComponents(join(home, 'force-app'));
  await client.signIn();
});
after(async () => {
  client.close();
  await org.close();
  rmSync(folder, { recursive: true, force: true });
});

const places = (folders: readonly string[]): readonly string[] => folders.flatMap((name) => ['--source-dir', `force-app/${name}`]);
const customObjects = (): readonly string[] => org.org.schema.objects.map(({ name }) => name).filter((name) => name.endsWith('__c'));
const sourceFiles = (): readonly string[] => globSync('metadata/force-app/**/*-meta.xml', { cwd: folder });

test('an empty org knows nothing of the package', () => {
  assert.deepEqual(customObjects(), []);
});

test('a dry run judges everything and changes nothing', async () => {
  const dry = await client.result<Deployed>('project', 'deploy', 'start', '-o', 'local', '--dry-run', ...places(CORE));
  assert.equal(dry.status, 'Succeeded');
  assert.ok(dry.numberComponentsTotal > 1_000);
  assert.deepEqual(customObjects(), []);
});

test('the core is deployed over SOAP, and the org runs on it', async () => {
  const deployed = await client.result<Deployed>('project', 'deploy', 'start', '-o', 'local', ...places(CORE));
  assert.equal(deployed.status, 'Succeeded');
  assert.ok(customObjects().includes('Competitor_Contract__c'));
  const stage = await client.result<{ id: string }>(
    'data',
    'create',
    'record',
    '-o',
    'local',
    '-s',
    'Competitor__c',
    '-v',
    "Name='Polder' External_Id__c=polder",
  );
  assert.match(stage.id, /^a/);
});

test('consent and Dutch follow over REST, and the words of the core stay', async () => {
  const labels = (): number =>
    sourceFiles()
      .filter((file) => file.endsWith('labels-meta.xml'))
      .map((file) => readFileSync(join(folder, file), 'utf8').split('<fullName>').length)[0] ?? 0;
  const before = labels();
  const early = await rest.run('project', 'deploy', 'start', '-o', 'local', ...places(['dutch']));
  const failures = (early.result as Deployed).details.componentFailures;
  assert.ok(
    failures.length > 0 && failures.every(({ problem }) => problem.includes('Consent') || problem.includes('consent')),
    'only the words of consent are missed',
  );
  const consent = await rest.result<Deployed>('project', 'deploy', 'start', '-o', 'local', ...places(['consent']));
  const dutch = await rest.result<Deployed>('project', 'deploy', 'start', '-o', 'local', ...places(['dutch']));
  assert.deepEqual([consent.status, dutch.status], ['Succeeded', 'Succeeded']);
  assert.ok(labels() > before);
  assert.ok(customObjects().includes('Consent_Verdict__c'));
});

test('a permission set is assigned to the user', async () => {
  const { successes } = await client.result<{ successes: readonly { value: string }[] }>(
    'org',
    'assign',
    'permset',
    '-o',
    'local',
    '-n',
    'SME_Data_Steward',
  );
  assert.deepEqual(
    successes.map(({ value }) => value),
    ['SME_Data_Steward'],
  );
});

test('a broken file is refused with its line, and nothing of the deployment is applied', async () => {
  const objects = join(client.home, 'force-app/contracts/objects/Competitor__c');
  const website = join(objects, 'fields/Website__c.field-meta.xml');
  const [sound, before] = [readFileSync(website, 'utf8'), sourceFiles().length];
  writeFileSync(website, sound.replace('<type>Url</type>', '<type>Urll</type>'));
  writeFileSync(join(objects, 'fields/New__c.field-meta.xml'), sound.replaceAll('Website', 'New'));
  const { status, result } = await client.run('project', 'deploy', 'start', '-o', 'local', '--source-dir', objects);
  const [failure] = (result as Deployed).details.componentFailures;
  assert.equal(status, 1);
  assert.equal(failure?.fullName, 'Competitor__c.Website__c');
  assert.equal(failure?.lineNumber, sound.slice(0, sound.indexOf('<type>')).split('\n').length);
  assert.match(failure?.problem ?? '', /"Urll" is no FieldType/);
  assert.equal(sourceFiles().length, before);
  writeFileSync(website, sound);
});

test('what was deployed is given back as it was', async () => {
  mkdirSync(join(client.home, 'back'));
  await client.result(
    'project',
    'retrieve',
    'start',
    '-o',
    'local',
    '--metadata',
    'CustomObject:Competitor__c',
    'Flow',
    '--output-dir',
    'back',
  );
  const flow = 'flows/Notice_Regime_BeforeSave_Refuse_Overlap.flow-meta.xml';
  const words = (file: string): string => readFileSync(join(client.home, file), 'utf8').replaceAll(/\s+/g, '');
  assert.equal(words(`back/${flow}`), words(`force-app/contracts/${flow}`));
});

test('a destructive change takes everything away', async () => {
  await rest.result('project', 'generate', 'manifest', '--source-dir', 'force-app', '--type', 'destroy');
  writeFileSync(
    join(client.home, 'package.xml'),
    '<Package xmlns="http://soap.sforce.com/2006/04/metadata"><version>68.0</version></Package>',
  );
  const destroyed = await rest.result<Deployed>(
    'project',
    'deploy',
    'start',
    '-o',
    'local',
    '--manifest',
    'package.xml',
    '--post-destructive-changes',
    'destructiveChanges.xml',
  );
  assert.equal(destroyed.status, 'Succeeded');
  assert.deepEqual(customObjects(), []);
  const left = sourceFiles().filter((file) => !/objects\/[A-Za-z0-9]+\/[A-Za-z0-9]+\.object-meta\.xml$/.test(file));
  assert.deepEqual(left, [], 'only the empty files of standard objects may stay');
});
