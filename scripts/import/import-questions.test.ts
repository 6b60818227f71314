import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { importProject } from './testing/import-project.ts';
import type { ImportProject } from './testing/import-project.ts';

let project: ImportProject;

before(async () => {
  project = await importProject();
  await project.create('Competitor__c', [
    { Name: 'Waddenwind Energie', External_Id__c: 'waddenwind-energie', Review_State__c: 'Confirmed', Is_Active__c: true },
    { Name: 'Polderlicht', External_Id__c: 'polderlicht', Review_State__c: 'Confirmed', Is_Active__c: true },
  ]);
  await project.create('Account', [{ Name: 'Zaak', KvK_Number__c: '12345678' }]);
});
after(() => project.close());

const PROVENANCE = ['--source', 'De Gids B.V.', '--obtained-on', '2026-11-01', '--legal-basis', 'x'];

test('what only a person knows is asked on a terminal; the answers are kept in the mapping of the supplier', async () => {
  const path = project.file(
    'vragen.csv',
    'KvK-nummer;Huidige leverancier;Dienst;Contractnummer;Vervaldatum;Maandbedrag\n12345678;Wadenwind energie;Gas;Q;03-04-2027;1,234\n12345678;Polderlicht;Gas;R;05-06-2027;2,345\n',
  );
  const without = await project.run('load', path, '--org', 'local', ...PROVENANCE);
  assert.equal(without.exitCode, 2);
  assert.match(without.stderr, /"Vervaldatum" may be the .*--mapping "Vervaldatum=endDate"/s);

  const asked = await project.answering(['1', 'no idea', '1', '1', '1'], 'load', path, '--org', 'local', ...PROVENANCE);
  assert.equal(asked.exitCode, 0, asked.stderr);
  assert.match(
    asked.stderr,
    /1\) "Vervaldatum" is the last day of the contract\n {2}2\) "Vervaldatum" is the first day after the contract\n {2}3\) leave/,
  );
  assert.match(asked.stderr, /1\) dd-mm-yyyy\n {2}2\) mm-dd-yyyy/);
  assert.match(asked.stderr, /1\) the comma/);
  assert.match(
    asked.stderr,
    /The org does not know the provider "Wadenwind energie" \(1 row\)\. Which one is it\?\n {2}1\) Waddenwind Energie/,
  );
  assert.match(asked.stderr, /kept in config\/suppliers\/de-gids\.json; next time add --mapping de-gids/);
  const loaded = await project.query(
    'SELECT End_Date__c, Monthly_Value__c, Competitor__r.Name FROM Competitor_Contract__c ORDER BY Contract_Number__c',
  );
  assert.deepEqual(
    loaded.map((row) => [row['End_Date__c'], row['Monthly_Value__c'], (row['Competitor__r'] as { Name: string }).Name]),
    [
      ['2027-04-03', 1.23, 'Waddenwind Energie'],
      ['2027-06-05', 2.35, 'Polderlicht'],
    ],
  );
  assert.deepEqual(JSON.parse(readFileSync(join(project.folder, 'config', 'suppliers', 'de-gids.json'), 'utf8')), {
    description: 'De Gids B.V.',
    columns: { Vervaldatum: 'endDate' },
    values: { provider: { 'Wadenwind energie': 'Waddenwind Energie' } },
    dateFormats: { endDate: 'dd-mm-yyyy' },
    decimal: ',',
  });
  const again = await project.load(path, '--mapping', 'de-gids');
  assert.deepEqual([again.exitCode, again.document.rows.unchanged], [0, 2], again.stdout);
});

test('rejected rows say with which options the corrected file is read in the same way', async () => {
  const path = project.file(
    'uitval.csv',
    'KvK-nummer;Huidige leverancier;Dienst;Contractnummer;Einddatum\n12345678;Polderlicht;Gas;U;03-04-2027\n12345678;Polderlicht;Gas;V;31-02-2027\n',
  );
  const result = await project.run('check', path, '--org', 'local', '--date-format', 'dd-mm-yyyy');
  assert.equal(result.exitCode, 1);
  assert.match(result.stdout, /rejects\.csv.*--date-format dd-mm-yyyy/s);
});

test('quiet says nothing, a log has one line of JSON per event', async () => {
  const path = project.file(
    'stil.csv',
    'KvK-nummer;Huidige leverancier;Dienst;Contractnummer;Einddatum\n12345678;Polderlicht;Gas;S;31-12-2027\n',
  );
  const quiet = await project.run('load', path, '--org', 'local', '--quiet', ...PROVENANCE);
  assert.deepEqual(quiet, { exitCode: 0, stdout: '', stderr: '' });
  const failing = await project.run('load', join(project.folder, 'weg.csv'), '--org', 'local', '--quiet', ...PROVENANCE);
  assert.deepEqual([failing.exitCode, failing.stdout], [2, '']);
  assert.match(failing.stderr, /weg\.csv/);
  const logged = await project.run('load', path, '--org', 'local', '--log-json', ...PROVENANCE);
  const events = logged.stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { at: string; level: string; event: string; rows?: { unchanged: number } });
  assert.equal(logged.stdout, '');
  assert.deepEqual([events.at(-1)?.event, events.at(-1)?.rows?.unchanged], ['done', 1]);
  assert.ok(events.every(({ at, level }) => at.endsWith('Z') && level === 'info'));
});

test('usage and files are refused in Dutch where the language is Dutch', async () => {
  const usage = await project.run('load', 'x.csv', '--language', 'nl');
  assert.match(usage.stderr, /load heeft --org nodig: het doel wordt altijd genoemd\./);
  const option = await project.run('check', 'x.csv', '--yes', '--language', 'nl');
  assert.match(option.stderr, /De optie --yes hoort niet bij de opdracht check\./);
  const help = await project.run('--help', '--language', 'nl');
  assert.match(help.stdout, /Importeer een bestand: contracten/);
});
