// Who may load files: the permission set of the data steward is enough, that of a sales rep is not.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { importProject } from './testing/import-project.ts';
import type { ImportProject } from './testing/import-project.ts';

let project: ImportProject;
before(async () => {
  project = await importProject();
  await project.create('Account', [{ Name: 'Zaak', KvK_Number__c: '12345678' }]);
  await project.create('Lifecycle_Stage__c', [{ Name: 'Suspect', External_Id__c: 'SUSPECT', Order__c: 1 }]);
});
after(() => project.close());

const HEADER = 'KvK-nummer;Bedrijfsnaam;Huidige leverancier;Dienst;Contractnummer;Einddatum;Opzegtermijn;Maandbedrag';
const file = (name: string, ...rows: readonly string[]): string => project.file(name, `${[HEADER, ...rows].join('\n')}\n`);
const actAs = (username: string): void => project.connect(project.org.url, project.org.signIn(username));

test('the data steward loads, loads newer, makes accounts and undoes', async () => {
  actAs('data.steward@local.example');
  const first = await project.load(
    file('een.csv', '12345678;Zaak;Nieuwe Stroom;Gas;A;31-12-2027;1 maand;10,00', '87654321;Ander;Nieuwe Stroom;Gas;B;31-12-2027;;'),
    '--accounts',
    'create',
  );
  assert.equal(first.exitCode, 0, first.stdout + first.stderr);
  assert.equal(first.document.rows.created, 2);
  const second = await project.load(file('twee.csv', '12345678;Zaak;Nieuwe Stroom;Gas;A;31-12-2028;1 maand;12,00'));
  assert.equal(second.exitCode, 0, second.stdout + second.stderr);
  assert.equal(second.document.rows.updated, 1);
  for (const { document } of [second, first]) {
    const undone = await project.run('undo', document.run['id'] ?? '', '--json');
    assert.equal(undone.exitCode, 0, undone.stdout + undone.stderr);
  }
  assert.deepEqual(await project.query('SELECT Id FROM Competitor_Contract__c'), []);
});

test('a sales rep is told what the org refuses, and nothing is loaded', async () => {
  actAs('noor.noord@local.example');
  const refused = await project.load(file('drie.csv', '12345678;Zaak;Nieuwe Stroom;Gas;C;31-12-2027;;'));
  assert.equal(refused.exitCode, 3);
  assert.equal(refused.document.error?.code, 'PERMISSION_MISSING');
  assert.match(refused.document.error?.action ?? '', /SME_Data_Steward/);
  assert.deepEqual(await project.query('SELECT Id FROM Competitor_Contract__c'), []);
});

test('nor may a rep or a manager take a run back: they are told which permission set allows it, and everything stays', async () => {
  actAs('data.steward@local.example');
  const { document } = await project.load(file('vier.csv', '12345678;Zaak;Nieuwe Stroom;Gas;D;31-12-2027;;'));
  for (const user of ['noor.noord', 'sales.manager']) {
    actAs(`${user}@local.example`);
    const { exitCode, stderr } = await project.run('undo', document.run['id'] ?? '');
    assert.equal(exitCode, 3, stderr);
    assert.match(stderr, /The user \S+ (cannot use|may not delete) .*--name SME_Data_Steward/);
  }
  assert.equal((await project.query('SELECT Id FROM Competitor_Contract__c')).length, 1);
});
