import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { projectOfOneBusiness } from './testing/import-project.ts';
import type { ImportProject } from './testing/import-project.ts';
import { runUntil } from './testing/killed-import.ts';

let project: ImportProject;

before(async () => {
  project = await projectOfOneBusiness();
  await project.create('Lifecycle_Stage__c', [{ Name: 'Suspect', External_Id__c: 'SUSPECT', Order__c: 1 }]);
});
after(() => project.close());

const HEADER = 'KvK-nummer;Bedrijfsnaam;Huidige leverancier;Dienst;Contractnummer;Einddatum;Opzegtermijn;Maandbedrag';

function file(name: string, ...rows: readonly string[]): string {
  return project.file(name, `${[HEADER, ...rows].join('\n')}\n`);
}

interface Undone {
  readonly undo: { readonly deleted: number; readonly restored: number; readonly kept: number };
  readonly files: { readonly kept: string | null };
}

async function undo(run: string | null | undefined): Promise<Undone> {
  const { exitCode, stdout, stderr } = await project.run('undo', run ?? '', '--json');
  assert.equal(exitCode, 0, stdout + stderr);
  return JSON.parse(stdout) as Undone;
}

async function contracts() {
  const found = await project.query(
    'SELECT Contract_Number__c, End_Date__c, Notice_Length__c, Monthly_Value__c, Competitor__r.External_Id__c FROM Competitor_Contract__c ORDER BY Contract_Number__c',
  );
  return found.map((row) => [
    row['Contract_Number__c'],
    row['End_Date__c'],
    row['Notice_Length__c'],
    row['Monthly_Value__c'],
    (row['Competitor__r'] as { External_Id__c: string }).External_Id__c,
  ]);
}

test('undoing deletes what a run made, restores what it changed, and keeps what a person or a later run changed', async () => {
  const first = await project.load(
    file(
      'een.csv',
      '12345678;Zaak;Waddenwind;Gas;A;31-12-2027;1 maand;10,00',
      '12345678;Zaak;Waddenwind;Gas;B;31-12-2027;;',
      '12345678;Zaak;Waddenwind;Gas;C;31-12-2027;;5,00',
    ),
  );
  assert.equal(first.exitCode, 0, first.stdout);
  const before = await contracts();

  const second = await project.load(
    file(
      'twee.csv',
      '12345678;Zaak;Waddenwind;Gas;A;31-12-2028;3 maanden;12,50',
      '12345678;Zaak;Waddenwind;Gas;B;31-12-2028;2 maanden;20,00',
      '12345678;Zaak;Waddenwind;Gas;B;31-03-2029;2 maanden;20,00',
      '12345678;Zaak;Waddenwind;Gas;D;31-12-2028;;',
      '12345678;Zaak;Waddenwind;Gas;E;31-12-2028;;',
      '12345678;Zaak;Waddenwind;Gas;F;31-12-2028;;',
      '87654321;Nieuw B.V.;Onbekende Leverancier;Gas;G;31-12-2028;;',
      '76543218;Ook nieuw B.V.;Waddenwind;Gas;H;31-12-2028;;',
    ),
    ...['--accounts', 'create', '--job-size', '0.001'],
  );
  assert.deepEqual([second.document.rows.created, second.document.rows.updated, second.document.rows.kept], [5, 2, 1], second.stdout);

  // a person edits E and calls the new account, a later run changes F
  const [edited] = await project.query("SELECT Id FROM Competitor_Contract__c WHERE Contract_Number__c = 'E'");
  await project.update('Competitor_Contract__c', [{ Id: edited?.['Id'], End_Date__c: '2029-01-31' }]);
  const [called] = await project.query("SELECT Id FROM Account WHERE KvK_Number__c = '76543218'");
  await project.create('Contact', [{ LastName: 'Jansen', AccountId: called?.['Id'] }]);
  await project.load(file('drie.csv', '12345678;Zaak;Waddenwind;Gas;F;31-12-2030;;'));

  const { undo: counts, files } = await undo(second.document.run['id']);
  assert.deepEqual(counts, { deleted: 6, restored: 2, kept: 2 });
  assert.deepEqual(await contracts(), [
    ...before,
    ['E', '2029-01-31', null, null, 'waddenwind'],
    ['F', '2030-12-31', null, null, 'waddenwind'],
  ]);
  assert.match(
    readFileSync(join(project.folder, files.kept ?? ''), 'utf8'),
    /Competitor_Contract__c;\w{18};edited;.*\r\nAccount;\w{18};in-use;/s,
  );
  const accounts = await project.query('SELECT KvK_Number__c FROM Account WHERE KvK_Number__c != null ORDER BY KvK_Number__c');
  assert.deepEqual(
    accounts.map((account) => account['KvK_Number__c']),
    ['12345678', '76543218'],
  );
  assert.deepEqual(await project.query("SELECT Id FROM Competitor__c WHERE Review_State__c = 'To Review'"), []);
  const [run] = await project.query(
    `SELECT Undo_State__c, Undo_Deleted__c, Undo_Restored__c, Undo_Kept__c FROM Import_Run__c WHERE External_Id__c = '${second.document.run['id']}'`,
  );
  assert.deepEqual(
    [run?.['Undo_State__c'], run?.['Undo_Deleted__c'], run?.['Undo_Restored__c'], run?.['Undo_Kept__c']],
    ['Undone In Part', 6, 2, 2],
  );
  const again = await undo(second.document.run['id']);
  assert.deepEqual(again.undo, counts, 'undoing twice changes nothing and tells the same');
});

test('undoing takes nothing along that people or other runs hung on what it made', async () => {
  const made = await project.load(
    file(
      'basis.csv',
      '65000001;Met agenda;Verse Stroom;Gas;U-1;31-12-2027;;',
      '65000002;Met gesprek;Verse Stroom;Gas;U-2;31-12-2027;;',
      '12345678;Zaak;Verse Stroom;Gas;U-3;31-12-2027;;',
      '12345678;Zaak;Verse Stroom;Gas;U-4;31-12-2027;;',
      '12345678;Zaak;Verse Stroom;Gas;U-5;31-12-2027;;',
      '12345678;Zaak;Oude Stroom;Gas;U-6;31-12-2027;;',
    ),
    ...['--accounts', 'create'],
  );
  const idOf = async (object: string, where: string): Promise<unknown> =>
    (await project.query(`SELECT Id FROM ${object} WHERE ${where}`))[0]?.['Id'];
  const contractOf = (number: string): Promise<unknown> => idOf('Competitor_Contract__c', `Contract_Number__c = '${number}'`);
  const moment = '2026-12-01T09:00:00.000Z';
  await project.create('Event', [
    {
      ...{ Subject: 'Bezoek', WhatId: await idOf('Account', "KvK_Number__c = '65000001'") },
      ...{ StartDateTime: moment, EndDateTime: moment, DurationInMinutes: 0, ActivityDateTime: moment },
    },
  ]);
  await project.create('Call_Outcome__c', [
    {
      Account__c: await idOf('Account', "KvK_Number__c = '65000002'"),
      ...{ Competitor_Contract__c: await contractOf('U-2'), Outcome__c: 'Interested' },
    },
  ]);
  await project.create('Task', [{ Subject: 'Bellen', WhatId: await contractOf('U-3') }]);
  await project.create('Competitor_Alias__c', [
    {
      ...{ Name: 'Oude Stroom Nederland', External_Id__c: 'oude-stroom-nl' },
      Competitor__c: await idOf('Competitor__c', "External_Id__c = 'oude-stroom'"),
    },
  ]);
  // an older file says otherwise about U-4: a claim of another run
  const older = await project.run(
    ...['load', file('ouder.csv', '12345678;Zaak;Verse Stroom;Gas;U-4;30-06-2027;;'), '--org', 'local', '--json'],
    ...['--source', 'y', '--obtained-on', '2026-09-01', '--legal-basis', 'x'],
  );
  assert.match(older.stdout, /"kept":1/);

  const { undo: counts, files } = await undo(made.document.run['id']);
  const list = readFileSync(join(project.folder, files.kept ?? ''), 'utf8');
  const kept = await Promise.all([contractOf('U-2'), contractOf('U-3'), contractOf('U-4')]);
  for (const id of kept) assert.match(list, new RegExp(`Competitor_Contract__c;${String(id)};in-use;`));
  // what hangs on a contract holds its account and its provider
  assert.deepEqual(counts, { deleted: 3, restored: 0, kept: 7 }, list);
  assert.deepEqual([await contractOf('U-1'), await contractOf('U-5'), await contractOf('U-6')], [undefined, undefined, undefined]);
  for (const what of ['Event', 'Call_Outcome__c', "Task WHERE Subject = 'Bellen'", 'Competitor_Alias__c', 'Contract_Claim__c'])
    assert.equal((await project.query(`SELECT Id FROM ${what}`)).length, 1, what);
});

test('a load that was killed can be taken back instead of continued', async () => {
  const rows = Array.from({ length: 2_000 }, (_, row) => `12345678;Zaak;Waddenwind;Gas;H-${row};31-12-2027;;`);
  const path = file('half.csv', ...rows);
  const provenance = ['--source', 'x', '--obtained-on', '2026-11-01', '--legal-basis', 'x'];
  const count = async (): Promise<number> =>
    Number((await project.query("SELECT COUNT(Id) total FROM Competitor_Contract__c WHERE Contract_Number__c LIKE 'H-%'"))[0]?.['total']);
  // the second of its jobs is known to be whole
  await runUntil(project.folder, { entry: 'contracts-0002 .* finished' }, [
    'load',
    path,
    '--org',
    'local',
    '--job-size',
    '0.03',
    ...provenance,
  ]);
  assert.ok((await count()) > 0);
  const { runs } = JSON.parse((await project.run('runs', '--json')).stdout) as {
    readonly runs: readonly { readonly id: string; readonly status: string; readonly file: string }[];
  };
  // by its file: runs that began in the same second are listed in any order
  const killed = runs.find((run) => run.file === path);
  assert.equal(killed?.status, 'sending');
  await runUntil(project.folder, { entry: '^undo-1-delete-contracts.* finished' }, ['undo', killed.id]);
  const halfway = await project.run('resume', killed.id);
  assert.deepEqual([halfway.exitCode, /Undoing run .* has begun .* -- undo /.test(halfway.stderr)], [2, true], halfway.stderr);
  assert.match((await project.run('runs')).stdout, new RegExp(`${killed.id} +undone in part: undo again`));
  await undo(killed.id);
  assert.equal(await count(), 0);
  const resumed = await project.run('resume', killed.id);
  assert.deepEqual([resumed.exitCode, /was undone/.test(resumed.stderr)], [2, true]);
});

test('runs are listed and old ones removed on request; what may be resumed stays', async () => {
  const { stdout } = await project.run('runs');
  assert.match(stdout, /undone/);
  const pruned = await project.run('runs', '--prune', '0', '--json');
  const { runs } = JSON.parse(pruned.stdout) as { readonly runs: readonly unknown[] };
  assert.deepEqual(runs, []);
  const gone = await project.run('undo', '2026', '--json');
  assert.equal(gone.exitCode, 2);
  assert.match(gone.stdout, /There is no run/);
});
