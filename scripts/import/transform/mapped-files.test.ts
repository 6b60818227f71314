import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SOURCE_FIELDS } from '../source/source-field.ts';
import { parseSupplierMapping } from '../source/supplier-mapping.ts';
import { fixture, temporaryFile } from '../source/testing/source-file.ts';
import { transformFile } from './testing/transform-file.ts';

const READING = { kind: 'contracts', language: 'en' } as const;
const SUPPLIERS = fileURLToPath(new URL('../../../config/suppliers', import.meta.url));

test('the mappings that ship are valid, and their README names every field', () => {
  const names = readdirSync(SUPPLIERS).filter((name) => name.endsWith('.json'));
  assert.ok(names.length > 0);
  for (const name of names)
    assert.doesNotThrow(() => parseSupplierMapping(readFileSync(`${SUPPLIERS}/${name}`, 'utf8'), name, READING), name);
  const readme = readFileSync(`${SUPPLIERS}/README.md`, 'utf8');
  assert.doesNotThrow(() => parseSupplierMapping(/```json\n([^`]*)```/.exec(readme)?.[1] ?? '', 'README.md', READING));
  for (const field of Object.keys(SOURCE_FIELDS)) assert.ok(readme.includes(`\`${field}\``), field);
});

test('a supplier mapping names columns, translates values and clears fields', async (context) => {
  const path = temporaryFile(
    context,
    'Klantnr;KvK;Leverancier;Dienst;Product;Vervaldatum;Bedrag;Opzegtermijn\n' +
      '1;12345670;NLE;E;[leeg];01-02-2027;1.234;[leeg]\n' +
      '2;12345671;nle ;vt;Vast;[leeg];12;3 mnd\n',
  );
  const { rows, inspection, rejected } = await transformFile(path, { mapping: 'mkb-contractdata' });
  assert.deepEqual(rejected, []);
  assert.deepEqual(
    inspection.providers.map(({ text, writtenAs, key, count }) => [text, writtenAs, key, count]),
    [['Noordlicht Energie B.V.', ['NLE', 'nle'], 'noordlicht-energie', 2]],
  );
  const [first, second] = rows;
  assert.deepEqual(
    [
      first?.['Competitor__r.External_Id__c'],
      first?.['Product_Category__c'],
      first?.['Product_Name__c'],
      first?.['End_Date__c'],
      first?.['Monthly_Value__c'],
      first?.['Notice_Length__c'],
      first?.['Notice_Unit__c'],
    ],
    ['noordlicht-energie', 'Electricity', '#N/A', '2027-02-01', '1234', '#N/A', '#N/A'],
  );
  assert.deepEqual(
    [second?.['Product_Category__c'], second?.['End_Date__c'], second?.['Date_Precision__c'], second?.['Is_End_Date_Derived__c']],
    ['Fixed Telephony', '#N/A', 'Unknown', 'false'],
  );
});

test('fixed values stand in every row', async (context) => {
  const path = temporaryFile(
    context,
    'KvK;Leverancier E;Start;Eind\n12345670;Waddenwind;20240101;20261231\n12345671;Waddenwind;20240101;20271231\n',
  );
  const { rows } = await transformFile(path, { mapping: 'energy-desk' });
  assert.deepEqual(
    rows.map((row) => [row['Product_Category__c'], row['End_Date__c']]),
    [
      ['Electricity', '2026-12-31'],
      ['Electricity', '2027-12-31'],
    ],
  );
});

test('a provider given for the whole file is one the org is asked for', async (context) => {
  const path = temporaryFile(context, 'KvK;Dienst;Einddatum\n12345670;internet;31-12-2026\n');
  const { rows, inspection } = await transformFile(path, { mapping: 'provider:=Telenoord B.V.' });
  assert.deepEqual(
    inspection.providers.map(({ text, key, count }) => [text, key, count]),
    [['Telenoord B.V.', 'telenoord', 1]],
  );
  assert.equal(rows[0]?.['Competitor__r.External_Id__c'], 'telenoord');
});

test('text that was encoded twice is repaired when the mapping says so', async (context) => {
  const mapping = temporaryFile(context, '{"repairMojibake": true}', 'repair.json');
  const { accounts } = await transformFile(fixture('encoding-mojibake.csv'), { mapping }, { accountsMode: 'create' });
  assert.deepEqual(
    accounts.map(({ Name }) => Name),
    ['Café Noordzee', 'Büro Zuid – Oost'],
  );
});

test('a day per row goes above the day of the file and may not lie in the future', async (context) => {
  const path = temporaryFile(
    context,
    'KvK;Leverancier;Dienst;Einddatum;Peildatum\n12345670;T;internet;31-12-2026;15-10-2026\n12345671;T;internet;31-12-2026;\n12345672;T;internet;31-12-2026;31-12-2026\n',
  );
  const { rows, rejected } = await transformFile(path);
  assert.deepEqual(
    rows.map((row) => row['Obtained_On_Date__c']),
    ['2026-10-15', '2026-11-02'],
  );
  assert.deepEqual(
    rejected.map(({ line, column, code }) => [line, column, code]),
    [[4, 'Peildatum', 'DATE_IN_FUTURE']],
  );
});

test('all faults of a row are told at once', async (context) => {
  const path = temporaryFile(
    context,
    'KvK;Leverancier;Dienst;Einddatum;Aantal\nabc;T;koffie;31-02-2026;veel\n12345670;T;gas;31-12-2026;1\n',
  );
  const { rejected } = await transformFile(path, {}, { language: 'nl' });
  assert.equal(rejected[0]?.code, 'KVK_INVALID');
  assert.match(
    rejected[0]?.reason ?? '',
    /^"abc" is geen KvK-nummer\. Ook Dienst: .*Ook Einddatum: "31-02-2026" is geen bestaande dag\. Ook Aantal: /,
  );
});

test('contracts that began before 1970 are dated like any other', async (context) => {
  const path = temporaryFile(
    context,
    'KvK;Leverancier;Dienst;Ingangsdatum;Looptijd (jaar);Einddatum\n12345670;T;gas;31-03-1968;60;\n12345671;T;gas;31-03-1968;;31-12-2026\n12345672;T;gas;31-03-1969;;31-03-1968\n',
  );
  const { rows, rejected } = await transformFile(path, {}, { plausibility: { termAtMostMonths: 1_200 } });
  assert.deepEqual(
    rows.map((row) => [row['End_Date__c'], row['Is_End_Date_Derived__c']]),
    [
      ['2028-03-30', 'true'],
      ['2026-12-31', 'false'],
    ],
  );
  assert.deepEqual(
    rejected.map(({ code }) => code),
    ['END_BEFORE_START'],
  );
});
