import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import iconv from 'iconv-lite';
import { importProject, PROVENANCE } from './testing/import-project.ts';
import type { ImportProject } from './testing/import-project.ts';

let project: ImportProject;

before(async () => {
  project = await importProject();
  await project.create('Competitor__c', [
    { Name: 'Waddenwind', External_Id__c: 'waddenwind', Review_State__c: 'Confirmed', Is_Active__c: true },
  ]);
  await project.create('Lifecycle_Stage__c', [{ Name: 'Suspect', External_Id__c: 'SUSPECT', Order__c: 1 }]);
  await project.create('Account', [
    { Name: 'Zaak', KvK_Number__c: '12345678' },
    { Name: 'Nulzaak', KvK_Number__c: '01234567' },
  ]);
});
after(() => project.close());

async function contracts(prefix: string) {
  return project.query(
    `SELECT Contract_Number__c, Account__r.KvK_Number__c, End_Date__c, Is_End_Date_Derived__c, Date_Precision__c, Notice_Length__c, Notice_Unit__c, Monthly_Value__c, Connection_Code__c FROM Competitor_Contract__c WHERE Contract_Number__c LIKE '${prefix}%' ORDER BY Contract_Number__c`,
  );
}

test('everything at once: UTF-16, sep line, titles, odd headers, mixed line ends, repeated header, totals, injections, blanks', async () => {
  const rows = [
    'sep=;',
    'Overzicht contracten;;;;;;',
    ';;;;;;',
    'KvK nr.;Bedrijfs naam;Huidige aanbieder;Dienst;Contractnr;Contract-einddatum;Opzegtermijn (mnd)',
    '1234567;\u00a0Nulzaak\u200b ;WADDENWIND B.V.;gas;ALL-1;31-12-2027;3',
    'KvK: 12345678;"=HYPERLINK(""http://x.example"")";Waddenwind;Gas;ALL-2;30.06.2027;1',
    ';;;;;;',
    'KvK nr.;Bedrijfs naam;Huidige aanbieder;Dienst;Contractnr;Contract-einddatum;Opzegtermijn (mnd)',
    '12345678.0;"Twee',
    'regels";Waddenwind;Gas;ALL-3;eind 2027;n.v.t.',
    '12345678;<script>alert(1)</script>;Waddenwind;Gas;ALL-4;9999-12-31;',
    '12345678;Zaak;Waddenwind;Gas;ALL-5;31-02-2027;1',
    '123456789012;Zaak;Waddenwind;Gas;ALL-6;31-12-2027;1',
    '12345678;Zaak;Waddenwind;Gas;ALL-1x',
    'Totaal;;;;;;6',
    '\u001a',
  ];
  const text = rows.map((row, at) => row + (at % 3 === 0 ? '\r\n' : '\n')).join('');
  const path = project.file('alles.csv', Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(text, 'utf-16le')]));
  const { document, stdout } = await project.load(path, '--date-format', 'dd-mm-yyyy');
  assert.deepEqual([document.rows.created, document.rows.rejected], [3, 4], stdout);
  assert.equal(document.rows.read, document.rows.created + document.rows.skipped + document.rows.rejected);
  assert.deepEqual(
    (await contracts('ALL-')).map((row) => [row['Contract_Number__c'], row['End_Date__c'], row['Notice_Length__c']]),
    [
      ['ALL-1', '2027-12-31', 3],
      ['ALL-2', '2027-06-30', 1],
      ['ALL-4', null, null],
    ],
  );
  const rejects = readFileSync(join(project.folder, document.files.rejects ?? ''), 'utf8')
    .split('\r\n')
    .slice(1, -1);
  assert.deepEqual(
    rejects.map((line) => line.split(';')[2]),
    ['DATE_NOT_UNDERSTOOD', 'INVALID_DATE', 'KVK_IS_BRANCH_NUMBER', 'RAGGED_ROW'],
  );
});

test('one accent at the very end decides the encoding of a megabyte before it, and its names arrive whole', async () => {
  const rows = Array.from(
    { length: 9_000 },
    (_, row) => `12345678;Zaak met een lange naam om ruimte te vullen ${row};Waddenwind;Gas;LATE-${row};31-12-2027;${'x'.repeat(60)}`,
  );
  rows.push('99000001;Caf\u00e9 De Zon;Waddenwind;Gas;LATE-X;31-12-2027;');
  const text = `KvK-nummer;Bedrijfsnaam;Huidige leverancier;Dienst;Contractnummer;Einddatum;Opmerking\n${rows.join('\n')}\n`;
  const { document } = await project.load(project.file('laat.csv', iconv.encode(text, 'windows-1252')), '--accounts', 'create');
  assert.equal(document.rows.created, 9_001);
  assert.ok(document.warnings.some(({ code }) => code === 'ENCODING_TAKEN'));
  const [account] = await project.query("SELECT Name FROM Account WHERE KvK_Number__c = '99000001'");
  assert.equal(account?.['Name'], 'Caf\u00e9 De Zon');
});

test('several lines per contract: every connection keeps its own end date, derived and month-only dates say so', async () => {
  const path = project.file(
    'aansluitingen.csv',
    [
      'KvK-nummer;Huidige leverancier;Dienst;Contractnummer;EAN-code;Ingangsdatum;Looptijd;Einddatum;Opzegtermijn',
      '12345678;Waddenwind;Elektriciteit;CON-1;871687112345678908;13-02-2025;36 maanden;;30 dagen',
      '12345678;Waddenwind;Elektriciteit;CON-1;871687112345678915;;;31-03-2028;1 maand',
      '12345678;Waddenwind;Elektriciteit;CON-1;871687112345678922;;;december 2028;',
      '12345678;Waddenwind;Elektriciteit;CON-1;8,71687E+17;;;31-12-2028;',
      '',
    ].join('\n'),
  );
  const { document, stdout } = await project.load(path);
  assert.deepEqual([document.rows.created, document.rows.rejected], [3, 1], stdout);
  const found = await contracts('CON-');
  assert.deepEqual(
    found
      .map((row) => [
        row['Connection_Code__c'],
        row['End_Date__c'],
        row['Is_End_Date_Derived__c'],
        row['Date_Precision__c'],
        row['Notice_Unit__c'],
      ])
      .sort(),
    [
      ['871687112345678908', '2028-02-12', true, 'Day', 'Days'],
      ['871687112345678915', '2028-03-31', false, 'Day', 'Months'],
      ['871687112345678922', '2028-12-31', false, 'Month', null],
    ],
  );
  assert.match(readFileSync(join(project.folder, document.files.rejects ?? ''), 'utf8'), /EAN_INFORMATION_LOST/);
});

test('columns about consent are told and never loaded; what people are called stays out of logs', async () => {
  const path = project.file(
    'toestemming.csv',
    'KvK-nummer;Bedrijfsnaam;Huidige leverancier;Dienst;Contractnummer;Einddatum;Opt-in;Bel-me-niet;Telefoon;E-mail\n' +
      '12345678;Geheime Zaak;Waddenwind;Gas;CONS-1;31-12-2027;ja;x;0612345678;jan@geheim.example\n' +
      '1234;Geheime Zaak;Waddenwind;Gas;CONS-2;31-02-2027;J;1;0612345678;jan@geheim.example\n',
  );
  const result = await project.run('load', path, '--org', 'local', '--log-json', ...PROVENANCE);
  assert.equal(result.exitCode, 1, result.stderr);
  assert.match(result.stderr, /CONSENT_COLUMNS.*Opt-in, Bel-me-niet speak of consent/);
  assert.doesNotMatch(result.stderr + result.stdout, /geheim|0612345678/i);
});

test('options and mappings that cannot be right are refused before a byte is sent', async () => {
  const path = project.file(
    'goed.csv',
    'KvK-nummer;Huidige leverancier;Dienst;Contractnummer;Einddatum\n12345678;Waddenwind;Gas;OK;31-12-2027\n',
  );
  const before = (await project.query('SELECT Id FROM Import_Run__c')).length;
  const cases: [string[], RegExp][] = [
    [['--mapping', 'Einddatum=eindDatum'], /"eindDatum" is not a field/],
    [['--mapping', 'Bestaat niet=endDate'], /Bestaat niet/],
    [['--mapping', 'geen-leverancier'], /geen-leverancier/],
    [['--quiet', '--log-json'], /contradict/],
    [['--prune', '3'], /--prune does not belong to the command load/],
    [['--job-size', '0'], /--job-size "0" is not a number from/],
    [['--decisions', join(project.folder, 'niets.csv')], /niets\.csv is not a review file/],
  ];
  for (const [options, message] of cases) {
    const result = await project.run('load', path, '--org', 'local', ...PROVENANCE, ...options);
    assert.equal(result.exitCode, 2, result.stderr);
    assert.match(result.stderr, message);
  }
  assert.equal((await project.query('SELECT Id FROM Import_Run__c')).length, before);
});
