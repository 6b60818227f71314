// The whole package brought into an empty local org by `npm run deploy`, then changed, listed, given back and taken away by the sf CLI.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { stagePackage } from '../../admin/deploy/stage-package.ts';
import { examineOrg } from '../../admin/doctor/examine-org.ts';
import { openTargetOrg } from '../../admin/target-org.ts';
import { judgeSource } from '../../build/metadata/judge-source.ts';
import { sfUnderTest, type SfUnderTest } from '../testing/sf-under-test.ts';
import { startLocalOrg, type LocalOrg } from '../start.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');

interface Deployed {
  readonly id: string;
  readonly status: string;
  readonly numberComponentsTotal: number;
  readonly details: { readonly componentFailures: readonly { fullName: string; problem: string; lineNumber: number }[] };
}

/** Holds the org's folder, as a project does. */
let place: string;
let folder: string;
let org: LocalOrg;
let client: SfUnderTest;
let rest: SfUnderTest;

before(async () => {
  place = mkdtempSync(join(tmpdir(), 'empty-org-'));
  folder = join(place, '.local-org');
  org = await startLocalOrg({ folder, judge: judgeSource, without: ['consent'] });
  client = sfUnderTest(org);
  rest = client.with({ SF_ORG_METADATA_REST_DEPLOY: 'true' });
  await client.signIn();
  const stage = await stagePackage(PROJECT);
  cpSync(stage.folder, client.home, { recursive: true });
  stage.remove();
});
after(async () => {
  client.close();
  await org.close();
  rmSync(place, { recursive: true, force: true });
});

const customObjects = (): readonly string[] => org.org.schema.objects.map(({ name }) => name).filter((name) => name.endsWith('__c'));
const sourceFiles = (): readonly string[] => globSync('metadata/force-app/**/*-meta.xml', { cwd: folder });

test('npm run deploy brings the package into an org that lacks consent, and explains what was refused', async () => {
  assert.deepEqual(customObjects(), [], 'an empty org knows nothing of the package');
  const main = join(PROJECT, 'scripts/admin/deploy/main.ts');
  const { code, said, pid } = await new Promise<{ code: unknown; said: string; pid: number | undefined }>((done) => {
    const child = execFile(
      process.execPath,
      [main, '--target-org', org.username],
      { cwd: client.home, env: client.environment },
      (error, stdout, stderr) => done({ code: error?.code ?? 0, said: stdout + stderr, pid: child.pid }),
    );
  });
  assert.equal(code, 0, said);
  assert.match(said, /^core +deployed$/m);
  assert.match(said, /^consent +refused$/m);
  assert.match(said, /^analytics +deployed$/m);
  assert.match(said, /^dutch +deployed$/m);
  assert.match(said, /force-app\/consent\/flows\/\w+\.flow-meta\.xml:\d+.*ContactPointTypeConsent: There is no such object/);
  assert.match(said, /Setup > Data Protection and Privacy > Edit/);
  assert.match(said, /npm run rules -- --target-org admin@local\.example/);
  assert.ok(customObjects().includes('Competitor_Contract__c'));
  assert.ok(!customObjects().includes('Consent_Verdict__c'));
  const session = org.org.session(org.org.defaultUserId);
  assert.ok(session);
  const assigned = org.org.query(session, 'SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.IsCustom = true').totalSize;
  assert.equal(assigned, 0, 'nothing is assigned by itself');
  assert.deepEqual(globSync(`node_modules/.cache/deploy-${pid}-*`, { cwd: PROJECT }), [], 'what it put together is gone');
});

test('the doctor knows what was deployed, and what was refused', async () => {
  const { connection } = await openTargetOrg('local', place);
  const examinations = await examineOrg(connection, 'local', join(PROJECT, 'config/rules'));
  const said = examinations?.flatMap(({ findings }) => findings.map(({ what }) => what)).join('\n') ?? '';
  assert.match(said, /Dutch is deployed/);
  assert.match(said, /The folder consent is not deployed/);
});

test('consent follows over REST once the org has it, and the words of the core stay', async () => {
  const port = Number(new URL(org.url).port);
  await org.close();
  org = await startLocalOrg({ folder, port, judge: judgeSource });
  const labels = (): number =>
    sourceFiles()
      .filter((file) => file.endsWith('labels-meta.xml'))
      .map((file) => readFileSync(join(folder, file), 'utf8').split('<fullName>').length)[0] ?? 0;
  const before = labels();
  const consent = await rest.result<Deployed>('project', 'deploy', 'start', '-o', 'local', '--source-dir', 'force-app/consent');
  assert.equal(consent.status, 'Succeeded');
  assert.ok(labels() > before);
  assert.ok(customObjects().includes('Consent_Verdict__c'));
});

test('a validation changes nothing, and its report can be asked for', async () => {
  const before = sourceFiles().length;
  const validated = await client.result<Deployed>('project', 'deploy', 'validate', '-o', 'local', '--source-dir', 'force-app/collective');
  const report = await client.result<Deployed>('project', 'deploy', 'report', '-o', 'local', '--job-id', validated.id);
  assert.deepEqual([validated.status, report.status, report.id], ['Succeeded', 'Succeeded', validated.id]);
  assert.equal(sourceFiles().length, before);
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

test('what was deployed is listed, and given back as it was', async () => {
  const listed = await client.result<{ fullName: string }[]>('org', 'list', 'metadata', '-o', 'local', '--metadata-type', 'Flow');
  const flows = globSync('force-app/*/flows/*.flow-meta.xml', { cwd: client.home });
  assert.equal(listed.length, flows.length);
  mkdirSync(join(client.home, 'back'));
  const wanted = ['--metadata', 'CustomObject:Competitor__c', 'Flow', 'Report:Lifecycle_Reports/Known_Dates'];
  await client.result('project', 'retrieve', 'start', '-o', 'local', ...wanted, '--output-dir', 'back');
  const flow = 'flows/Notice_Regime_AfterSave_Refuse_Overlap.flow-meta.xml';
  const words = (file: string): string => readFileSync(join(client.home, file), 'utf8').replaceAll(/\s+/g, '');
  assert.equal(words(`back/${flow}`), words(`force-app/contracts/${flow}`));
  const report = 'reports/Lifecycle_Reports/Known_Dates.report-meta.xml';
  assert.equal(words(`back/${report}`), words(`force-app/analytics/${report}`));
});

test('a destructive change takes everything away: metadata, tables, columns, and the records that stood for it', async () => {
  const session = org.org.session(org.org.defaultUserId);
  assert.ok(session);
  const [account] = org.org.insert(session, 'Account', [{ Name: 'Blijft' }], { allOrNone: true });
  const [competitor] = org.org.insert(session, 'Competitor__c', [{ Name: 'Polder', External_Id__c: 'polder' }], { allOrNone: true });
  assert.ok(account?.success && competitor?.success);
  await rest.result('project', 'generate', 'manifest', '--source-dir', 'force-app', '--type', 'destroy');
  writeFileSync(
    join(client.home, 'package.xml'),
    '<Package xmlns="http://soap.sforce.com/2006/04/metadata"><version>68.0</version></Package>',
  );
  const destroyed = await rest.result<Deployed>(
    ...['project', 'deploy', 'start', '-o', 'local', '--manifest', 'package.xml'],
    ...['--post-destructive-changes', 'destructiveChanges.xml'],
  );
  assert.equal(destroyed.status, 'Succeeded');
  assert.deepEqual(customObjects(), []);
  const left = sourceFiles().filter((file) => !/objects\/[A-Za-z0-9]+\/[A-Za-z0-9]+\.object-meta\.xml$/.test(file));
  assert.deepEqual(left, [], 'only the empty files of standard objects may stay');
  const count = (soql: string): number => org.org.query(session, soql).totalSize;
  assert.equal(count("SELECT Id FROM PermissionSet WHERE Name LIKE 'SME%'"), 0);
  assert.equal(count('SELECT Id FROM FlowDefinitionView'), 0);
  assert.equal(count("SELECT Id FROM Account WHERE Name = 'Blijft'"), 1, 'what is the customer’s own stays');
  const port = Number(new URL(org.url).port);
  await org.close();
  const database = new DatabaseSync(join(folder, 'org.sqlite'));
  const made = database.prepare("SELECT name FROM sqlite_schema WHERE sql LIKE '%\\_\\_c%' ESCAPE '\\'").all();
  database.close();
  org = await startLocalOrg({ folder, port, judge: judgeSource });
  assert.deepEqual(made, [], 'tables, columns or indexes of the package');
});
