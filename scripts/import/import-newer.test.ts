import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { projectOfOneBusiness } from './testing/import-project.ts';
import type { ImportDocument, ImportProject } from './testing/import-project.ts';

let project: ImportProject;

before(async () => {
  project = await projectOfOneBusiness();
});
after(() => project.close());

async function load(
  obtainedOn: string,
  rows: readonly string[],
  { header = 'Einddatum;Opzegtermijn;Maandbedrag', source = 'Gids', more = [] as string[] } = {},
) {
  const path = project.file(
    'f.csv',
    [`KvK-nummer;Huidige leverancier;Dienst;Contractnummer;${header}`, ...rows.map((row) => `12345678;Waddenwind;Gas;${row}`), ''].join(
      '\n',
    ),
  );
  const { stdout, exitCode } = await project.run(
    'load',
    path,
    '--org',
    'local',
    '--json',
    '--source',
    source,
    '--obtained-on',
    obtainedOn,
    '--legal-basis',
    'x',
    ...more,
  );
  assert.equal(exitCode, 0, stdout);
  return JSON.parse(stdout) as ImportDocument;
}

function counts({ rows }: ImportDocument): string {
  return `created ${rows.created}, updated ${rows.updated}, unchanged ${rows.unchanged}, kept ${rows.kept}`;
}

async function contract(number: string) {
  const [found] = await project.query(
    `SELECT Id, End_Date__c, Notice_Length__c, Monthly_Value__c, Claim_Count__c, Hand_Edited_At__c FROM Competitor_Contract__c WHERE Contract_Number__c = '${number}'`,
  );
  return found ?? {};
}

async function lastWrites(): Promise<string> {
  const stamps = await Promise.all(
    ['Competitor_Contract__c', 'Contract_Claim__c', 'Account', 'Competitor__c'].map((object) =>
      project.query(`SELECT MAX(SystemModstamp) stamp, COUNT(Id) total FROM ${object}`),
    ),
  );
  return JSON.stringify(stamps.map(([found]) => [found?.['stamp'], found?.['total']]));
}

test('an older file does not overwrite newer statements: its row becomes a claim, and a re-run writes nothing', async () => {
  assert.equal(counts(await load('2026-10-15', ['OLD;31-12-2027;;'])), 'created 1, updated 0, unchanged 0, kept 0');
  const older = await load('2026-09-01', ['OLD;30-06-2027;3 maanden;'], { source: 'Oude gids' });
  assert.equal(counts(older), 'created 0, updated 0, unchanged 0, kept 1');
  assert.ok(older.warnings.some(({ code }) => code === 'KEPT_NEWER_KNOWN'));
  const kept = await contract('OLD');
  assert.deepEqual([kept['End_Date__c'], kept['Notice_Length__c'], kept['Claim_Count__c']], ['2027-12-31', null, 1]);
  const [claim] = await project.query(
    "SELECT Said_End_Date__c, Said_Notice_Length__c, Said_Notice_Unit__c, Said_On_Date__c, Source__c FROM Contract_Claim__c WHERE Competitor_Contract__r.Contract_Number__c = 'OLD'",
  );
  assert.deepEqual(
    [
      claim?.['Said_End_Date__c'],
      claim?.['Said_Notice_Length__c'],
      claim?.['Said_Notice_Unit__c'],
      claim?.['Said_On_Date__c'],
      claim?.['Source__c'],
    ],
    ['2027-06-30', 3, 'Months', '2026-09-01', 'Oude gids'],
  );
  const before = await lastWrites();
  assert.equal(
    counts(await load('2026-09-01', ['OLD;30-06-2027;3 maanden;'], { source: 'Oude gids' })),
    'created 0, updated 0, unchanged 1, kept 0',
  );
  assert.equal(await lastWrites(), before, 'nothing but the run itself was written');
  assert.equal(counts(await load('2026-11-01', ['OLD;30-06-2027;3 maanden;'])), 'created 0, updated 1, unchanged 0, kept 0');
  assert.equal((await contract('OLD'))['End_Date__c'], '2027-06-30');
});

test('what a rep typed stays, also against a newer file, until the file is told to win', async () => {
  await load('2026-10-01', ['REP;31-12-2027;;10,00']);
  await project.update('Competitor_Contract__c', [{ Id: (await contract('REP'))['Id'], End_Date__c: '2028-02-29' }]);
  const newer = await load('2026-11-20', ['REP;31-12-2028;;12,00']);
  assert.equal(counts(newer), 'created 0, updated 0, unchanged 0, kept 1');
  assert.ok(newer.warnings.some(({ code, message }) => code === 'KEPT_TYPED_BY_HAND' && message.includes('--overwrite always')));
  assert.deepEqual([(await contract('REP'))['End_Date__c'], (await contract('REP'))['Monthly_Value__c']], ['2028-02-29', 10]);
  const forced = await load('2026-11-20', ['REP;31-12-2028;;12,00'], { more: ['--overwrite', 'always'] });
  assert.equal(counts(forced), 'created 0, updated 1, unchanged 0, kept 0');
  const after = await contract('REP');
  assert.deepEqual([after['End_Date__c'], after['Monthly_Value__c'], after['Hand_Edited_At__c']], ['2028-12-31', 12, null]);
});

test('of rows about one contract the newest counts wherever it stands, the first of one day; the others become claims', async () => {
  const header = 'Einddatum;Peildatum';
  const rows = ['TWO;31-12-2027;13-03-2026', 'TWO;31-12-2028;01-09-2026', 'TWO;31-12-2029;01-06-2026', 'TWO;31-12-2028;01-01-2026'];
  const dated = await load('2026-11-20', rows, { header });
  assert.equal(counts(dated), 'created 1, updated 0, unchanged 0, kept 2');
  assert.deepEqual([(await contract('TWO'))['End_Date__c'], (await contract('TWO'))['Claim_Count__c']], ['2028-12-31', 2]);
  assert.equal(counts(await load('2026-11-20', rows, { header })), 'created 0, updated 0, unchanged 3, kept 0');
  const plain = await load('2026-11-20', ['ONE;31-12-2027;;', 'ONE;31-12-2028;;', 'ONE;31-12-2027;;']);
  assert.equal(counts(plain), 'created 1, updated 0, unchanged 0, kept 1');
  assert.equal((await contract('ONE'))['End_Date__c'], '2027-12-31');
});

test('a blank cell keeps, the clear marker clears, and what a contract needs cannot be cleared', async () => {
  await load('2026-10-01', ['CLR;31-12-2027;3 maanden;10,00']);
  await load('2026-10-02', ['CLR;31-12-2027;;11,00']);
  assert.deepEqual([(await contract('CLR'))['Notice_Length__c'], (await contract('CLR'))['Monthly_Value__c']], [3, 11]);
  await load('2026-10-03', ['CLR;#LEEG;#clear;']);
  const cleared = await contract('CLR');
  assert.deepEqual([cleared['End_Date__c'], cleared['Notice_Length__c'], cleared['Monthly_Value__c']], [null, null, 11]);
  const path = project.file('g.csv', 'KvK-nummer;Huidige leverancier;Dienst;Contractnummer\n12345678;#LEEG;Gas;X\n');
  const { document } = await project.load(path);
  assert.equal(document.rows.rejected, 1);
});

test('a contract that a rep typed is not doubled by a file: the file becomes a claim beside it', async () => {
  const [account] = await project.query("SELECT Id FROM Account WHERE KvK_Number__c = '12345678'");
  const [competitor] = await project.query("SELECT Id FROM Competitor__c WHERE External_Id__c = 'waddenwind'");
  await project.create('Competitor_Contract__c', [
    {
      Account__c: account?.['Id'],
      Competitor__c: competitor?.['Id'],
      Product_Category__c: 'Gas',
      Contract_Number__c: 'HAND',
      End_Date__c: '2029-01-31',
    },
  ]);
  const path = project.file(
    'h.csv',
    'KvK-nummer;Huidige leverancier;Dienst;Contractnummer;Einddatum\n12345678;Waddenwind;Gas;hand;31-12-2027\n',
  );
  const checked = await project.run('check', path, '--org', 'local', '--json');
  assert.equal(counts(JSON.parse(checked.stdout) as ImportDocument), 'created 0, updated 0, unchanged 0, kept 1');
  assert.equal(counts((await project.load(path)).document), 'created 0, updated 0, unchanged 0, kept 1');
  const found = await project.query("SELECT End_Date__c, Claim_Count__c FROM Competitor_Contract__c WHERE Contract_Number__c LIKE 'HAND'");
  assert.deepEqual(
    found.map((row) => [row['End_Date__c'], row['Claim_Count__c']]),
    [['2029-01-31', 1]],
  );
});

interface Typed {
  readonly Contract_Number__c?: string;
  readonly End_Date__c?: string;
  readonly Monthly_Value__c?: number;
}

/** A business of its own with contracts that a rep typed. */
async function typedFor(kvk: string, ...contracts: readonly Typed[]): Promise<void> {
  await project.create('Account', [{ Name: `Zaak ${kvk}`, KvK_Number__c: kvk }]);
  const [account] = await project.query(`SELECT Id FROM Account WHERE KvK_Number__c = '${kvk}'`);
  const [competitor] = await project.query("SELECT Id FROM Competitor__c WHERE External_Id__c = 'waddenwind'");
  const common = { Account__c: account?.['Id'], Competitor__c: competitor?.['Id'], Product_Category__c: 'Gas' };
  await project.create(
    'Competitor_Contract__c',
    contracts.map((contract) => ({ ...common, ...contract })),
  );
}

async function heldBy(kvk: string): Promise<readonly (readonly unknown[])[]> {
  const found = await project.query(
    `SELECT Contract_Number__c, End_Date__c, Monthly_Value__c, Claim_Count__c, External_Id__c FROM Competitor_Contract__c WHERE Account__r.KvK_Number__c = '${kvk}' ORDER BY Name`,
  );
  return found.map((row) =>
    ['Contract_Number__c', 'End_Date__c', 'Monthly_Value__c', 'Claim_Count__c', 'External_Id__c'].map((field) => row[field] ?? null),
  );
}

test('a contract that was typed without its number is completed by the one row that can be about it, contradicted, or left for a person', async () => {
  await typedFor('22000001', { End_Date__c: '2027-12-31', Monthly_Value__c: 8 });
  await typedFor('22000002', { End_Date__c: '2027-12-31' });
  await typedFor('22000003', { End_Date__c: '2027-12-31' });
  await typedFor('22000004', {}, {});
  await typedFor('22000005', {}, { Contract_Number__c: 'KNOWN' });
  const rows = [
    '1;ONE;31-12-2027;9,00',
    '2;TWO;30-06-2028;9,00',
    '3;A;31-12-2027;',
    '3;B;31-12-2027;',
    '4;C;31-12-2027;',
    '5;D;31-12-2027;',
  ];
  const path = project.file(
    't.csv',
    `KvK-nummer;Huidige leverancier;Dienst;Contractnummer;Einddatum;Maandbedrag\n${rows
      .map((row) => `2200000${row[0]};Waddenwind;Gas${row.slice(1)}`)
      .join('\n')}\n`,
  );
  const before = await Promise.all([1, 2, 3, 4, 5].map((last) => heldBy(`2200000${last}`)));
  const checked = JSON.parse((await project.run('check', path, '--org', 'local', '--json')).stdout) as ImportDocument;
  const { document } = await project.load(path);
  assert.equal(counts(document), 'created 0, updated 1, unchanged 0, kept 1');
  assert.deepEqual([checked.rows, document.rows.rejected], [document.rows, 4]);
  assert.deepEqual(await heldBy('22000001'), [['ONE', '2027-12-31', 8, 0, '22000001|waddenwind|gas|one']]);
  assert.deepEqual(await heldBy('22000002'), [[null, '2027-12-31', null, 1, '22000002|waddenwind|gas|two']]);
  for (const last of [3, 4, 5]) assert.equal((await heldBy(`2200000${last}`)).length, last === 3 ? 1 : 2);
  const reasons = readFileSync(join(project.folder, document.files.rejects ?? ''), 'utf8');
  assert.equal(reasons.match(/CONTRACT_WITHOUT_NUMBER;"?A person typed contract CC-\d+ with this provider/g)?.length, 4);

  const again = await project.load(path);
  assert.equal(counts(again.document), 'created 0, updated 0, unchanged 2, kept 0');
  const undone = await project.run('undo', document.run['id'] ?? '', '--json');
  assert.equal(undone.exitCode, 0, undone.stdout);
  assert.deepEqual(await Promise.all([1, 2, 3, 4, 5].map((last) => heldBy(`2200000${last}`))), before);
});
