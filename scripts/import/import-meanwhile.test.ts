// What people and other runs do while a run lies still: it goes on without undoing any of it, and says so.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PROVENANCE, projectOfOneBusiness } from './testing/import-project.ts';
import type { ImportDocument, ImportProject } from './testing/import-project.ts';
import { runUntil } from './testing/killed-import.ts';

let project: ImportProject;

before(async () => {
  project = await projectOfOneBusiness();
  await project.create('Lifecycle_Stage__c', [{ Name: 'Suspect', External_Id__c: 'SUSPECT', Order__c: 1 }]);
});
after(() => project.close());

const HEADER = 'KvK-nummer;Bedrijfsnaam;Huidige leverancier;Dienst;Contractnummer;Einddatum';

function file(name: string, ...rows: readonly string[]): string {
  return project.file(name, `${[HEADER, ...rows].join('\n')}\n`);
}

const zaak = (number: string, end: string): string => `12345678;Zaak;Waddenwind;Gas;${number};${end}`;

async function one(soql: string): Promise<Readonly<Record<string, unknown>>> {
  const [record, another] = await project.query(soql);
  assert.ok(record !== undefined && another === undefined, soql);
  return record;
}

const contract = (number: string) =>
  one(`SELECT Id, End_Date__c, Claim_Count__c FROM Competitor_Contract__c WHERE Contract_Number__c = '${number}'`);

async function killedRun(): Promise<string> {
  const { runs } = JSON.parse((await project.run('runs', '--json')).stdout) as {
    readonly runs: readonly { readonly id: string; readonly status: string; readonly undone: boolean }[];
  };
  return runs.find(({ status, undone }) => status === 'sending' && !undone)?.id ?? '';
}

test('what was written while a run lay still is not overwritten when it goes on, not counted as its work, and not undone with it', async () => {
  await project.load(file('eerst.csv', zaak('REP', '31-12-2027'), zaak('RUN', '31-12-2027'), zaak('SAME', '31-12-2027')));
  const filling = Array.from({ length: 1_500 }, (_, row) => zaak(`M-${row}`, '31-12-2027'));
  const path = file(
    'groot.csv',
    ...filling,
    ...[zaak('REP', '31-12-2028'), zaak('RUN', '31-12-2028'), zaak('SAME', '31-12-2028'), zaak('NEW', '31-12-2028')],
    '61000002;Verse BV;Verse Stroom;Gas;FRESH;31-12-2028',
  );
  const options = ['--accounts', 'create', '--job-size', '0.05'];
  await runUntil(project.folder, { entry: 'contracts-0001 .* finished' }, ['load', path, '--org', 'local', ...options, ...PROVENANCE]);
  const killed = await killedRun();
  assert.deepEqual(await project.query("SELECT Id FROM Competitor_Contract__c WHERE Contract_Number__c = 'NEW'"), []);

  await project.update('Competitor_Contract__c', [{ Id: (await contract('REP'))['Id'], End_Date__c: '2029-02-28' }]);
  const other = await project.load(file('ander.csv', zaak('RUN', '30-06-2029'), zaak('SAME', '31-12-2028'), zaak('NEW', '30-06-2029')));
  assert.deepEqual([other.document.rows.created, other.document.rows.updated], [1, 2]);
  const provider = await one("SELECT Id FROM Competitor__c WHERE External_Id__c = 'verse-stroom'");
  await project.update('Competitor__c', [{ Id: provider['Id'], Name: 'Verse Stroom Nederland', Review_State__c: 'Confirmed' }]);

  // and it is killed twice more: when it has decided what to leave out, and when it has begun with the claims of that
  for (const entry of ['^left-out contracts', '^claims-0001 .* opened']) {
    assert.equal((await runUntil(project.folder, { entry }, ['resume', killed])).exitCode, null, entry);
  }
  const resumed = JSON.parse((await project.run('resume', killed, '--json')).stdout) as ImportDocument;
  assert.deepEqual(resumed.rows, { read: 1_505, created: 1_501, updated: 0, unchanged: 1, kept: 3, skipped: 0, rejected: 0 });
  assert.match(resumed.warnings.find(({ code }) => code === 'KEPT_WRITTEN_MEANWHILE')?.message ?? '', /^3 rows .* lay still/);
  assert.match(resumed.warnings.find(({ code }) => code === 'ACCOUNTS_CREATED')?.message ?? '', /^1 account was/);
  for (const [number, end, claims] of [
    ['REP', '2029-02-28', 1],
    ['RUN', '2029-06-30', 1],
    ['NEW', '2029-06-30', 1],
    ['SAME', '2028-12-31', 0],
  ] as const) {
    const found = await contract(number);
    assert.deepEqual([found['End_Date__c'], found['Claim_Count__c']], [end, claims], number);
  }
  assert.equal(
    (await one("SELECT Review_State__c FROM Competitor__c WHERE External_Id__c = 'verse-stroom'"))['Review_State__c'],
    'Confirmed',
  );

  const undone = await project.run('undo', killed, '--json');
  assert.equal(undone.exitCode, 0, undone.stdout);
  const left = await project.query('SELECT Contract_Number__c, End_Date__c FROM Competitor_Contract__c ORDER BY Contract_Number__c');
  assert.deepEqual(
    left.map((found) => [found['Contract_Number__c'], found['End_Date__c']]),
    [
      ['NEW', '2029-06-30'],
      ['REP', '2029-02-28'],
      ['RUN', '2029-06-30'],
      ['SAME', '2028-12-31'],
    ],
  );
  assert.deepEqual(await project.query('SELECT Id FROM Contract_Claim__c'), []);
  await one("SELECT Id FROM Competitor__c WHERE Name = 'Verse Stroom Nederland'");
  await one('SELECT Id FROM Account');
});

test('contracts that a person typed without number while a run lay still are completed when it goes on, not doubled', async () => {
  const numbered = Array.from({ length: 700 }, (_, row) => zaak(`T-${row}`, '31-12-2027'));
  const path = file(
    'getypt.csv',
    ...numbered,
    '12345678;Zaak;Waddenwind;Internet;INT-1;31-12-2028',
    '12345678;Zaak;Waddenwind;Elektriciteit;EL-1;31-12-2028',
    '12345678;Zaak;Waddenwind;Verzekering;;31-12-2028',
  );
  await runUntil(project.folder, { entry: 'contracts-0001 .* finished' }, [
    'load',
    path,
    '--org',
    'local',
    '--job-size',
    '0.05',
    ...PROVENANCE,
  ]);
  const killed = await killedRun();
  const [account] = await project.query("SELECT Id FROM Account WHERE KvK_Number__c = '12345678'");
  const [provider] = await project.query("SELECT Id FROM Competitor__c WHERE External_Id__c = 'waddenwind'");
  const typed = { Account__c: account?.['Id'], Competitor__c: provider?.['Id'] };
  await project.create('Competitor_Contract__c', [
    { ...typed, Product_Category__c: 'Internet' },
    { ...typed, Product_Category__c: 'Electricity', End_Date__c: '2029-06-30' },
    { ...typed, Product_Category__c: 'Insurance', End_Date__c: '2029-06-30' },
  ]);
  // and it is killed once more, when it has completed them
  assert.equal((await runUntil(project.folder, { entry: '^claims-0001 .* opened' }, ['resume', killed])).exitCode, null);
  const { rows } = JSON.parse((await project.run('resume', killed, '--json')).stdout) as ImportDocument;
  assert.deepEqual(rows, { read: 703, created: 700, updated: 1, unchanged: 0, kept: 2, skipped: 0, rejected: 0 });
  const told = async (): Promise<readonly unknown[]> => {
    const others = "Product_Category__c IN ('Internet', 'Electricity', 'Insurance')";
    const found = await project.query(
      `SELECT Contract_Number__c, End_Date__c, Claim_Count__c FROM Competitor_Contract__c WHERE ${others} ORDER BY Product_Category__c`,
    );
    return found.map((one) => [one['Contract_Number__c'], one['End_Date__c'], one['Claim_Count__c']]);
  };
  assert.deepEqual(await told(), [
    ['INT-1', '2028-12-31', 0],
    [null, '2029-06-30', 1],
    [null, '2029-06-30', 1],
  ]);
  const undone = await project.run('undo', killed, '--json');
  assert.equal(undone.exitCode, 0, undone.stdout);
  assert.deepEqual(await told(), [
    [null, null, 0],
    [null, '2029-06-30', 0],
    [null, '2029-06-30', 0],
  ]);
});

test('an account that a person made while a run lay still keeps its name and its stage, and stays when the run is undone', async () => {
  const path = file(
    'beurs.csv',
    '61000001;Onbekend BV;Waddenwind;Gas;ACC-1;31-12-2028',
    '61000002;Ander BV;Waddenwind;Gas;ACC-2;31-12-2028',
  );
  await runUntil(project.folder, { entry: 'status "sending"' }, ['load', path, '--org', 'local', '--accounts', 'create', ...PROVENANCE]);
  const killed = await killedRun();
  await project.create('Account', [{ Name: 'Ontmoet op de beurs', KvK_Number__c: '61000001' }]);
  const { rows, warnings } = JSON.parse((await project.run('resume', killed, '--json')).stdout) as ImportDocument;
  assert.deepEqual([rows.created, rows.kept], [2, 0]);
  assert.match(warnings.find(({ code }) => code === 'ACCOUNTS_CREATED')?.message ?? '', /^1 account was/);
  const accounts = "SELECT Name, Lifecycle_Stage__c FROM Account WHERE KvK_Number__c LIKE '6100000%'";
  const met = { Name: 'Ontmoet op de beurs', Lifecycle_Stage__c: null };
  const told = async (): Promise<readonly unknown[]> =>
    (await project.query(`${accounts} ORDER BY KvK_Number__c`)).map(({ Name, Lifecycle_Stage__c }) => ({ Name, Lifecycle_Stage__c }));
  assert.deepEqual((await told())[0], met);
  assert.equal((await project.run('undo', killed, '--json')).exitCode, 0);
  assert.deepEqual(await told(), [met]);
});
