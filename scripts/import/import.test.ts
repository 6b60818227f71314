import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { importProject, PROVENANCE } from './testing/import-project.ts';
import type { ImportDocument, ImportProject } from './testing/import-project.ts';

let project: ImportProject;

before(async () => {
  project = await importProject();
  await project.create('Lifecycle_Stage__c', [{ Name: 'Suspect', External_Id__c: 'SUSPECT', Order__c: 1 }]);
  await project.create('Competitor__c', [
    { Name: 'Noordlicht Energie', External_Id__c: 'noordlicht-energie', Review_State__c: 'Confirmed', Is_Active__c: true },
  ]);
  await project.create(
    'Account',
    ['00000012', '12345678', '23456789', '34567890'].map((kvk) => ({
      // a number that lost its zeros is completed only where the name agrees
      Name: kvk === '00000012' ? 'Café Het Anker' : `Zaak ${kvk}`,
      KvK_Number__c: kvk,
      Legal_Form__c: 'Private Limited Company',
    })),
  );
});
after(() => project.close());

const HEADER = 'KvK-nummer;Bedrijfsnaam;Huidige leverancier;Dienst;Contractnummer;Ingangsdatum;Einddatum;Opzegtermijn;Maandbedrag';

function contracts(...rows: readonly string[]): string {
  return `${[HEADER, ...rows].join('\r\n')}\r\n`;
}

function addsUp({ rows }: ImportDocument): boolean {
  return rows.read === rows.created + rows.updated + rows.unchanged + rows.kept + rows.skipped + rows.rejected;
}

async function countContracts(): Promise<number> {
  return (await project.query('SELECT Id FROM Competitor_Contract__c')).length;
}

test('a hostile file gets the report that a steward would want, and its good rows are in the org', async () => {
  const path = project.file(
    'gids.csv',
    contracts(
      '12345678;Bakkerij Jansen;Noordlicht Energie B.V.;Elektriciteit;N-1;01-01-2025;31-12-2027;3 maanden;1.234,56',
      '12;Café "Het Anker";NOORDLICHT ENERGIE;Gas;N-2;;30-06-2027;1 maand;45,-',
      '12345678;=HYPERLINK("http://x.example");Noordlicht;Gas;N-3;;31-02-2027;;',
      '99999999;Onbekend B.V.;Noordlicht Energie;Gas;N-4;;31-12-2027;;',
      '',
      '12345678;Bakkerij Jansen;Noordlicht Energie B.V.;Elektriciteit;N-1;01-01-2025;31-12-2027;3 maanden;1.234,56',
      '12345678;Bakkerij Jansen;Noordlicht Energie B.V.;Elektriciteit;N-1;01-01-2025;31-12-2028;3 maanden;1.234,56',
      HEADER,
      '23456789;Twee "regels";"Glas',
      'vezel Oost";Internet;N-5;;31-03-2027;;10,00',
      '34567890;kort;x',
    ),
  );
  const { exitCode, document, stdout } = await project.load(path, '--date-format', 'dd-mm-yyyy');
  assert.equal(exitCode, 1);
  assert.equal(document.status, 1);
  assert.equal(stdout.trim().split('\n').length, 1, 'one document and nothing else');
  assert.deepEqual(Object.keys(document), ['status', 'run', 'rows', 'files', 'warnings']);
  assert.deepEqual(document.rows, { read: 10, created: 3, updated: 0, unchanged: 0, kept: 1, skipped: 3, rejected: 3 });
  assert.match(document.run['sha256'] ?? '', /^[0-9a-f]{64}$/);
  assert.deepEqual(
    [document.run['source'], document.run['obtainedOn'], document.run['org']],
    ['Bedrijvengids', '2026-11-01', project.org.username],
  );

  const rejects = readFileSync(join(project.folder, document.files.rejects ?? ''), 'utf8').split('\r\n');
  assert.deepEqual(
    rejects.slice(1, -1).map((row) => row.split(';').slice(0, 3)),
    [
      ['4', 'Einddatum', 'INVALID_DATE'],
      ['5', 'KvK-nummer', 'ACCOUNT_NOT_FOUND'],
      ['12', '', 'RAGGED_ROW'],
    ],
  );
  assert.ok(rejects[1]?.includes('\'=HYPERLINK(""http://x.example"")'), 'a formula is guarded');
  assert.equal(statSync(join(project.folder, document.files.rejects ?? '')).mode & 0o777, 0o600);
  assert.equal(statSync(join(project.folder, '.import', document.run['id'] ?? '')).mode & 0o777, 0o700);
  assert.deepEqual(readdirSync(join(project.folder, '.import', document.run['id'] ?? '')).sort(), [
    'rejects.csv',
    'report.json',
    'report.txt',
    'run.sqlite',
  ]);

  const loaded = await project.query(
    'SELECT Account__r.KvK_Number__c, Competitor__r.External_Id__c, Competitor__r.Review_State__c, End_Date__c, Monthly_Value__c, Import_Run__r.State__c FROM Competitor_Contract__c ORDER BY Contract_Number__c',
  );
  assert.deepEqual(
    loaded.map((row) => {
      const [account, competitor, run] = [row['Account__r'], row['Competitor__r'], row['Import_Run__r']] as Record<string, unknown>[];
      return [
        account?.['KvK_Number__c'],
        competitor?.['External_Id__c'],
        competitor?.['Review_State__c'],
        row['End_Date__c'],
        row['Monthly_Value__c'],
        run?.['State__c'],
      ];
    }),
    [
      ['12345678', 'noordlicht-energie', 'Confirmed', '2027-12-31', 1234.56, 'Completed With Rejects'],
      ['00000012', 'noordlicht-energie', 'Confirmed', '2027-06-30', 45, 'Completed With Rejects'],
      ['23456789', 'glas-vezel-oost', 'To Review', '2027-03-31', 10, 'Completed With Rejects'],
    ],
  );
  const unknown = document.warnings.find(({ code }) => code === 'PROVIDER_UNKNOWN');
  assert.match(unknown?.message ?? '', /Glas.vezel Oost" \(1\)/s);
  const [run] = await project.query(
    'SELECT Rows_Read__c, Rows_Created__c, Rows_Skipped__c, Rows_Rejected__c, Rows_Kept__c, Legal_Basis__c, File_Hash__c FROM Import_Run__c',
  );
  assert.deepEqual(
    [
      run?.['Rows_Read__c'],
      run?.['Rows_Created__c'],
      run?.['Rows_Skipped__c'],
      run?.['Rows_Rejected__c'],
      run?.['Rows_Kept__c'],
      run?.['Legal_Basis__c'],
      run?.['File_Hash__c'],
    ],
    [10, 3, 3, 3, 1, 'gerechtvaardigd belang', document.run['sha256']],
  );
});

test('the rejects file, corrected, is loaded like any other file and leaves nothing behind', async () => {
  const path = project.file(
    'fout.csv',
    contracts('12345678;+Jansen;Noordlicht Energie;Gas;C-1;;31-02-2028;;', '23456789;-Twee;Noordlicht Energie;Gas;C-2;;31-12-2028;;'),
  );
  const first = await project.load(path);
  assert.deepEqual([first.document.rows.created, first.document.rows.rejected], [1, 1]);
  const rejects = join(project.folder, first.document.files.rejects ?? '');
  const corrected = project.file('goed.csv', readFileSync(rejects, 'utf8').replaceAll('31-02-2028', '29-02-2028'));
  const second = await project.load(corrected);
  assert.deepEqual(
    [second.exitCode, second.document.rows.read, second.document.rows.created, second.document.files.rejects],
    [0, 1, 1, null],
    second.stdout,
  );
  const [loaded] = await project.query("SELECT End_Date__c FROM Competitor_Contract__c WHERE Contract_Number__c = 'C-1'");
  assert.equal(loaded?.['End_Date__c'], '2028-02-29');
});

test('the same file again is unchanged, a changed row is updated, and nothing is doubled', async () => {
  const rows = Array.from({ length: 300 }, (_, row) => `12345678;Jansen;Noordlicht Energie;Gas;R-${row};;31-12-2027;1 maand;${row},00`);
  const path = project.file('maand.csv', contracts(...rows));
  const first = await project.load(path);
  assert.deepEqual([first.exitCode, first.document.rows.created], [0, 300]);
  const before = await countContracts();
  const second = await project.load(path);
  assert.deepEqual(
    [second.exitCode, second.document.rows],
    [0, { read: 300, created: 0, updated: 0, unchanged: 300, kept: 0, skipped: 0, rejected: 0 }],
  );
  assert.ok(first.document.warnings.every(({ code }) => code !== 'FILE_LOADED_BEFORE'));
  assert.match(
    second.document.warnings.find(({ code }) => code === 'FILE_LOADED_BEFORE')?.message ?? '',
    /loaded before: IR-\d+ on 20\d\d-/,
  );
  project.file('maand.csv', contracts(...rows.with(7, '12345678;Jansen;Noordlicht Energie;Gas;R-7;;31-12-2029;1 maand;7,00')));
  const third = await project.load(path);
  assert.deepEqual([third.document.rows.updated, third.document.rows.unchanged], [1, 299], third.stdout);
  assert.equal(await countContracts(), before);
  const [changed] = await project.query("SELECT End_Date__c FROM Competitor_Contract__c WHERE Contract_Number__c = 'R-7'");
  assert.equal(changed?.['End_Date__c'], '2029-12-31');
});

test('with --accounts create unknown businesses become accounts in stage Suspect', async () => {
  const rows = [
    '76543210;Nieuw B.V.;Noordlicht Energie;Gas;A-1;;31-12-2027;;',
    '76543210;Nieuw B.V.;Noordlicht Energie;Elektriciteit;A-2;;31-12-2027;;',
  ];
  const { document, exitCode } = await project.load(project.file('nieuw.csv', contracts(...rows)), '--accounts', 'create');
  assert.deepEqual([exitCode, document.rows.created], [0, 2], JSON.stringify(document));
  assert.ok(document.warnings.some(({ code, message }) => code === 'ACCOUNTS_CREATED' && message.startsWith('1 account')));
  const [account] = await project.query("SELECT Name, Lifecycle_Stage__r.External_Id__c FROM Account WHERE KvK_Number__c = '76543210'");
  assert.deepEqual(
    [account?.['Name'], (account?.['Lifecycle_Stage__r'] as Record<string, unknown>)['External_Id__c']],
    ['Nieuw B.V.', 'SUSPECT'],
  );
});

test('an unknown provider keeps its row, and one alias later claims all its contracts', async () => {
  const path = project.file('onbekend.csv', contracts('12345678;Jansen;Noord Licht (zakelijk);Gas;P-1;;31-12-2027;;'));
  const first = await project.load(path);
  assert.ok(
    first.document.warnings.some(({ code, message }) => code === 'PROVIDER_UNKNOWN' && message.includes('"Noord Licht (zakelijk)" (1)')),
  );
  const [confirmed] = await project.query("SELECT Id FROM Competitor__c WHERE External_Id__c = 'noordlicht-energie'");
  await project.create('Competitor_Alias__c', [
    { Name: 'Noord Licht (zakelijk)', External_Id__c: 'noord-licht-zakelijk', Competitor__c: confirmed?.['Id'] },
  ]);
  const second = await project.load(path);
  assert.equal(second.document.rows.created, 0, 'the contract keeps its external id');
  const found = await project.query("SELECT Competitor__r.External_Id__c FROM Competitor_Contract__c WHERE Contract_Number__c = 'P-1'");
  assert.deepEqual(
    found.map((row) => (row['Competitor__r'] as Record<string, unknown>)['External_Id__c']),
    ['noordlicht-energie'],
  );
});

test('a mapping that reads a spelling as a provider which the org does not know is told by that provider', async () => {
  const path = project.file('vertaald.csv', contracts('12345678;Jansen;Noordlicht Energie;Gas;V-1;;31-12-2027;;'));
  const mapping = project.file(
    'vertaald.json',
    JSON.stringify({ values: { provider: { 'Noordlicht Energie': 'Zuidlicht', 'Nog iets': 'Zuidlicht' } } }),
  );
  const { document } = await project.load(path, '--mapping', mapping);
  assert.match(document.warnings.find(({ code }) => code === 'PROVIDER_UNKNOWN')?.message ?? '', /rows: "Zuidlicht" \(1\)/);
  const named = await project.query("SELECT Name FROM Competitor__c WHERE External_Id__c = 'zuidlicht'");
  assert.deepEqual(
    named.map((record) => record['Name']),
    ['Zuidlicht'],
  );
  assert.equal((await project.run('undo', document.run['id'] ?? '', '--quiet')).exitCode, 0);
});

test('rows that the org itself refuses come back with their line and the rule in words', async () => {
  await project.create('Account', [{ Name: 'Oud', KvK_Number__c: '45678901' }]);
  const path = project.file(
    'regels.csv',
    contracts(
      '45678901;Oud;Noordlicht Energie;Gas;W-1;;31-12-2027;;1,00',
      `45678901;Oud;Noordlicht Energie;Gas;W-2;;31-12-2027;;${'9'.repeat(15)},00`,
    ),
  );
  const { document } = await project.load(path);
  assert.ok(addsUp(document));
  assert.deepEqual([document.rows.created, document.rows.rejected], [1, 1], JSON.stringify(document));
});

test('check tells what load would do and writes nothing', async () => {
  const path = project.file(
    'proef.csv',
    contracts('12345678;Jansen;Noordlicht Energie;Gas;Z-1;;31-12-2027;;', '99999998;Weg;Nergens Energie;Gas;Z-2;;31-12-2027;;'),
  );
  const before = [
    await countContracts(),
    (await project.query('SELECT Id FROM Import_Run__c')).length,
    (await project.query('SELECT Id FROM Competitor__c')).length,
  ];
  const alone = await project.run('check', path, '--json');
  const document = JSON.parse(alone.stdout) as ImportDocument;
  assert.deepEqual([alone.exitCode, document.rows.created, document.run['org']], [0, 2, null]);
  assert.ok(document.warnings.some(({ code }) => code === 'NOT_COMPARED'));
  const compared = await project.run('check', path, '--org', 'local', '--language', 'nl');
  assert.equal(compared.exitCode, 1);
  assert.match(compared.stdout, /zouden nieuw zijn +1\n/);
  assert.match(compared.stdout, /geweigerd +1\n[^]*1 {2}ACCOUNT_NOT_FOUND {2}\(regel 3: /);
  assert.match(compared.stdout, /"Nergens Energie" \(1\)/);
  const creating = await project.run('check', path, '--org', 'local', '--accounts', 'create');
  assert.match(creating.stdout, /- 1 account would be created, as Suspect\./);
  assert.match((await project.run('runs')).stdout, /checked .* 2 read, 2 would be created\n/);
  assert.deepEqual(
    [
      await countContracts(),
      (await project.query('SELECT Id FROM Import_Run__c')).length,
      (await project.query('SELECT Id FROM Competitor__c')).length,
    ],
    before,
  );
});

test('wrong usage and refused files end with 2, say the next step and write nothing', async () => {
  const good = project.file('goed2.csv', contracts('12345678;Jansen;Noordlicht Energie;Gas;U-1;;31-12-2027;;'));
  const before = [await countContracts(), (await project.query('SELECT Id FROM Import_Run__c')).length];
  const cases: [string[], RegExp][] = [
    [[], /No command is given\. Type npm run import -- check FILE/],
    [['resume', 'x'], /There is no run "x" in \.import\. See npm run import -- runs/],
    [['load', good], /load needs --org/],
    [['load', good, '--org', 'local', '--source', 'x', '--obtained-on', '2026-11-01'], /load needs --legal-basis/],
    [['load', join(project.folder, 'niet.csv'), '--org', 'local', ...PROVENANCE], /niet\.csv does not exist\./],
    [['load', project.file('leeg.csv', ''), '--org', 'local', ...PROVENANCE], /leeg\.csv is empty\./],
    [['load', project.file('boek.csv', Buffer.from('504b0304140006000800', 'hex')), '--org', 'local', ...PROVENANCE], /compressed|Excel/],
    [['load', project.file('vreemd.csv', 'a;b\n1;2\n'), '--org', 'local', ...PROVENANCE], /header/],
    [
      ['load', project.file('dag.csv', contracts('12345678;J;Noordlicht Energie;Gas;U-2;;03-04-2027;;')), '--org', 'local', ...PROVENANCE],
      /--date-format/,
    ],
  ];
  for (const [argv, message] of cases) {
    const result = await project.run(...argv);
    assert.equal(result.exitCode, 2, `${argv.join(' ')}: ${result.stderr}`);
    assert.match(result.stderr, message);
    assert.equal(result.stdout, '');
  }
  const json = await project.run('load', join(project.folder, 'niet.csv'), '--org', 'local', '--json', ...PROVENANCE);
  const document = JSON.parse(json.stdout) as ImportDocument;
  assert.deepEqual([document.status, document.error?.code, document.rows.read], [2, 'FILE_NOT_FOUND', 0]);
  assert.deepEqual([await countContracts(), (await project.query('SELECT Id FROM Import_Run__c')).length], before);
});

test('as a process of its own the import prints one document, tells the target on the side and ends with its exit code', async () => {
  const good = project.file(
    'proces.csv',
    contracts('12345678;Jansen;Noordlicht Energie;Gas;S-1;;31-12-2027;;', '99999997;Weg;Noordlicht Energie;Gas;S-2;;31-12-2027;;'),
  );
  const loaded = await project.spawn('load', good, '--org', 'local', '--json', ...PROVENANCE);
  assert.deepEqual([loaded.exitCode, (JSON.parse(loaded.stdout) as ImportDocument).rows.created], [1, 1]);
  assert.match(loaded.stderr, /^Target: .+ \(local org, .+@local\.example, http:\/\/127\.0\.0\.1:\d+\)\n$/);
  const help = await project.spawn('--help');
  assert.equal(help.exitCode, 0);
  assert.match(help.stdout, /npm run import -- load FILE/);
  const refused = await project.spawn('load', good);
  assert.deepEqual([refused.exitCode, refused.stdout], [2, '']);
});
