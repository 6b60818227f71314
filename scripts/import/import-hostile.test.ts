import assert from 'node:assert/strict';
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
