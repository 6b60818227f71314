import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { importProject } from './testing/import-project.ts';
import type { ImportDocument, ImportProject } from './testing/import-project.ts';

let project: ImportProject;

before(async () => {
  project = await importProject();
  await project.create('Competitor__c', [
    { Name: 'Waddenwind', External_Id__c: 'waddenwind', Review_State__c: 'Confirmed', Is_Active__c: true },
  ]);
  await project.create('Lifecycle_Stage__c', [{ Name: 'Suspect', External_Id__c: 'SUSPECT', Order__c: 1 }]);
  await project.create('Account', [
    {
      Name: 'Bakkerij Jansen B.V.',
      KvK_Number__c: '12345678',
      Branch_Number__c: '000012345678',
      Postcode__c: '1234 AB',
      House_Number__c: '12',
    },
    { Name: 'Slagerij De Vries', KvK_Number__c: '23456789', VAT_Number__c: 'NL002455799B11', Postcode__c: '2345 BC', House_Number__c: '5' },
    { Name: 'Café Het Anker', Postcode__c: '3456 CD', House_Number__c: '7' },
    { Name: 'Twee onder een dak', KvK_Number__c: '34567890', Branch_Number__c: '000099999999' },
    { Name: 'Tweede onder een dak', KvK_Number__c: '34567891', Branch_Number__c: '000099999999' },
  ]);
});
after(() => project.close());

const HEADER =
  'KvK-nummer;Bedrijfsnaam;Vestigingsnummer;BTW-nummer;Postcode;Huisnummer;Huidige leverancier;Dienst;Contractnummer;Einddatum';

function file(name: string, ...rows: readonly string[]): string {
  return project.file(name, `${[HEADER, ...rows].join('\n')}\n`);
}

function review(document: ImportDocument): { readonly path: string; readonly lines: readonly string[] } {
  const path = join(project.folder, '.import', document.run['id'] ?? '', 'accounts-review.csv');
  return { path, lines: readFileSync(path, 'utf8').split('\r\n').slice(1, -1) };
}

/** As a spreadsheet saves it: numbers lose their leading zeros. */
function decide(path: string, decisions: Readonly<Record<string, string>>): void {
  const text = readFileSync(path, 'utf8');
  const lines = text.split('\r\n').map((line) => {
    const found = Object.entries(decisions).find(([part]) => line.includes(part));
    return found ? line.replace(/""$/, `"${found[1]}"`) : line;
  });
  writeFileSync(path, lines.join('\r\n').replaceAll(/"0+(\d+)"/g, '$1'));
}

async function accountOf(contract: string): Promise<unknown> {
  const [found] = await project.query(`SELECT Account__r.Name FROM Competitor_Contract__c WHERE Contract_Number__c = '${contract}'`);
  return (found?.['Account__r'] as { readonly Name?: unknown } | undefined)?.Name;
}

test('a row without KvK number is matched by its branch or VAT number, when one account has it', async () => {
  const { document } = await project.load(
    file(
      'nummers.csv',
      ';Jansen;000012345678;;;;Waddenwind;Gas;BR;31-12-2027',
      ';De Vries;;NL002455799B11;;;Waddenwind;Gas;VAT;31-12-2027',
      ';Dak;000099999999;;;;Waddenwind;Gas;TWO;31-12-2027',
    ),
  );
  assert.deepEqual([document.rows.created, document.rows.rejected], [2, 1]);
  assert.deepEqual([await accountOf('BR'), await accountOf('VAT')], ['Bakkerij Jansen B.V.', 'Slagerij De Vries']);
  const [contract] = await project.query("SELECT External_Id__c FROM Competitor_Contract__c WHERE Contract_Number__c = 'BR'");
  assert.equal(contract?.['External_Id__c'], '12345678|waddenwind|gas|br', 'the same key as under its KvK number');
});

test('address and a similar name propose an account; a person decides, and nothing is merged before', async () => {
  const path = file(
    'adres.csv',
    ';JANSEN BV, Bakkerij;;;1234AB;12;Waddenwind;Gas;NAME;31-12-2027',
    ';Kapsalon Krul;;;1234AB;12;Waddenwind;Gas;OTHER;31-12-2027',
    '99999999;Slagerij de Vries B.V.;;;2345BC;5;Waddenwind;Gas;TAKEOVER;31-12-2027',
    '08888888;Cafe Anker;;;3456CD;7 a;Waddenwind;Gas;BARE;31-12-2027',
  );
  const first = await project.load(path);
  assert.deepEqual([first.document.rows.created, first.document.rows.rejected], [0, 4]);
  assert.match(first.document.warnings.find(({ code }) => code === 'ACCOUNT_REVIEW')?.message ?? '', /3 businesses.*--decisions \.import/);
  const proposals = review(first.document);
  assert.deepEqual(
    proposals.lines.map((line) => line.split('";"').slice(1, 6)),
    [
      ['2', '', 'JANSEN BV, Bakkerij', '1234 AB 12', 'address and name'],
      ['4', '99999999', 'Slagerij de Vries B.V.', '2345 BC 5', 'address and name'],
      ['5', '08888888', 'Cafe Anker', '3456 CD 7A', 'address and name'],
    ],
  );
  const wrong = await project.run(
    'load',
    path,
    '--org',
    'local',
    '--json',
    '--decisions',
    path,
    '--source',
    'x',
    '--obtained-on',
    '2026-11-01',
    '--legal-basis',
    'x',
  );
  assert.equal(wrong.exitCode, 2);
  assert.match(wrong.stdout, /is not a review file/);

  const empty = await project.load(path, '--decisions', proposals.path);
  assert.deepEqual([empty.exitCode, empty.document.error?.code], [2, 'USAGE']);
  assert.match(empty.document.error?.message ?? '', /holds no decision/);

  decide(proposals.path, { 'JANSEN BV': 'same', 'Slagerij de Vries': 'zelfde', 'Cafe Anker': 'same' });
  const decided = await project.load(path, '--decisions', proposals.path);
  assert.deepEqual([decided.document.rows.created, decided.document.rows.rejected], [3, 1], decided.stdout);
  assert.deepEqual(
    [await accountOf('NAME'), await accountOf('TAKEOVER'), await accountOf('BARE')],
    ['Bakkerij Jansen B.V.', 'Slagerij De Vries', 'Café Het Anker'],
  );
  const kvkOfCafe = async (): Promise<unknown> =>
    (await project.query("SELECT KvK_Number__c FROM Account WHERE Name = 'Café Het Anker'"))[0]?.['KvK_Number__c'];
  assert.equal(await kvkOfCafe(), '08888888', 'the account got the number by which it is known from now on');
  const undone = await project.run('undo', decided.document.run['id'] ?? '', '--json');
  assert.deepEqual((JSON.parse(undone.stdout) as { readonly undo: unknown }).undo, { deleted: 3, restored: 1, kept: 0 });
  assert.equal(await kvkOfCafe(), null, 'and undoing takes it back');
});

test('with --accounts create a business that resembles an account waits for a decision; a new one becomes a Suspect', async () => {
  await project.create('Account', [{ Name: 'Fietsen Bos', Postcode__c: '4567 DE', House_Number__c: '1' }]);
  const path = file(
    'nieuw.csv',
    '77777777;Bos Fietsen V.O.F.;;;4567DE;1;Waddenwind;Gas;BOS;31-12-2027',
    '66666666;Drukkerij Bos;;;4567DE;1;Waddenwind;Gas;DRUK;31-12-2027',
  );
  const { document } = await project.load(path, '--accounts', 'create');
  assert.deepEqual([document.rows.created, document.rows.rejected], [1, 1], JSON.stringify(document));
  const { path: file2 } = review(document);
  decide(file2, { 'Bos Fietsen': 'new' });
  const again = await project.load(path, '--accounts', 'create', '--decisions', file2);
  assert.deepEqual([again.document.rows.created, again.document.rows.unchanged, again.document.rows.rejected], [1, 1, 0]);
  const accounts = await project.query(
    "SELECT Lifecycle_Stage__r.External_Id__c FROM Account WHERE KvK_Number__c IN ('77777777', '66666666')",
  );
  assert.deepEqual(
    accounts.map((account) => (account['Lifecycle_Stage__r'] as { External_Id__c: string }).External_Id__c),
    ['SUSPECT', 'SUSPECT'],
  );
});

test('a file without a KvK column is read when it tells the business in another way', async () => {
  const path = project.file(
    'zonder.csv',
    'Vestigingsnummer;Huidige leverancier;Dienst;Contractnummer;Einddatum\n000012345678;Waddenwind;Gas;NOKVK;31-12-2027\n',
  );
  const { document } = await project.load(path);
  assert.deepEqual([document.rows.created, await accountOf('NOKVK')], [1, 'Bakkerij Jansen B.V.']);
});
