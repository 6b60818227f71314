import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import rules from '../../config/rules/consent-rules.json' with { type: 'json' };
import { importProject } from './testing/import-project.ts';
import type { ImportProject } from './testing/import-project.ts';

let project: ImportProject;

before(async () => {
  project = await importProject();
  await project.create(rules.object, rules.records);
  await project.create('Account', [
    { Name: 'Bakkerij Jansen', KvK_Number__c: '12345678', Legal_Form__c: 'Sole Proprietorship' },
    { Name: 'Loodgieters De Boer', KvK_Number__c: '23456789', Legal_Form__c: 'Sole Proprietorship' },
    { Name: 'Kapsalon Krul', KvK_Number__c: '34567890', Legal_Form__c: 'Sole Proprietorship' },
  ]);
  const accounts = await project.query('SELECT Id FROM Account ORDER BY KvK_Number__c');
  const [bakery, plumber, barber] = accounts.map((account) => account['Id']);
  await project.create('Contact', [
    { LastName: 'Jansen', AccountId: bakery, Email: 'Jan@bakkerij.example', Phone: '020 - 123 45 67' },
    { LastName: 'Boer', AccountId: plumber, Email: 'info@boer.example', MobilePhone: '06 12345678' },
    { LastName: 'Smit', AccountId: plumber, Email: 'info@boer.example' },
    { LastName: 'Krul', AccountId: barber },
  ]);
});
after(() => project.close());

async function verdicts(name: string): Promise<Readonly<Record<string, unknown>>> {
  const found = await project.query(`SELECT Channel__c, Verdict__c FROM Consent_Verdict__c WHERE Contact__r.LastName = '${name}'`);
  return Object.fromEntries(found.map((verdict) => [String(verdict['Channel__c']), verdict['Verdict__c']]));
}

async function evidence(run: string | null | undefined): Promise<readonly string[]> {
  const fields = 'Contact__r.LastName, Channel__c, State__c, Captured_At__c, Source__c';
  const soql = `SELECT ${fields} FROM Consent_Evidence__c WHERE Import_Run__r.External_Id__c = '${run ?? ''}' ORDER BY External_Id__c`;
  return (await project.query(soql)).map((one) => {
    const { LastName = '' } = one['Contact__r'] as { readonly LastName?: string };
    return [LastName, one['Channel__c'], one['State__c'], String(one['Captured_At__c'] ?? '-').slice(0, 16), one['Source__c'] ?? '-'].join(
      ' ',
    );
  });
}

const load = (name: string, lines: readonly string[], ...more: readonly string[]) =>
  project.load(project.file(name, lines.join('\n')), '--kind', 'consent', ...more);

test('consent is given to whom the address names, with its moment and its proof; loading the file again writes nothing', async () => {
  const lines = [
    'E-mailadres;Kanaal;Toestemming;Datum toestemming;Bron;Toestemmingstekst;Inzendingsnummer;Doel',
    'jan@bakkerij.example;E-mail;ja;13-02-2026 14:05;Webformulier;Ja, mail mij.;F-100;Nieuws',
    'onbekend@nergens.example;E-mail;ja;14-02-2026 09:00;Webformulier;Ja, mail mij.;F-101;Nieuws',
    'jan@bakkerij.example;E-mail;bounced;15-02-2026;;;;',
    'jan@bakkerij.example;E-mail;ja;01-01-2199;Webformulier;;;',
  ];
  const path = project.file('formulier.csv', lines.join('\n'));
  const check = await project.run('check', path, '--kind', 'consent', '--org', 'local', '--json');
  assert.match(check.stdout, /"VERDICTS_MAY_ALLOW","message":"Up to 1 verdict may become/);
  assert.deepEqual(await project.query('SELECT Id FROM Consent_Evidence__c'), []);
  const { document } = await load('formulier.csv', lines);
  assert.deepEqual(document.rows, { read: 4, created: 1, updated: 0, unchanged: 0, kept: 0, skipped: 0, rejected: 3 });
  const rejects = readFileSync(join(project.folder, document.files.rejects ?? ''), 'utf8');
  for (const code of ['CONTACT_NOT_FOUND', 'NOT_A_STATEMENT', 'SAID_IN_FUTURE']) assert.ok(rejects.includes(`;${code};`), code);
  assert.ok(document.warnings.some(({ message }) => message === '1 verdict has become "may".'));
  assert.deepEqual(await evidence(document.run['id']), ['Jansen Email Given 2026-02-13T13:05 Webformulier']);
  const [kept] = await project.query('SELECT Wording__c, Proof_Reference__c, Purpose__c, Import_Run__r.Kind__c FROM Consent_Evidence__c');
  assert.deepEqual([kept?.['Wording__c'], kept?.['Proof_Reference__c'], kept?.['Purpose__c']], ['Ja, mail mij.', 'F-100', 'Nieuws']);
  assert.equal((await verdicts('Jansen'))['Email'], 'May');
  const again = await load('formulier.csv', lines);
  assert.deepEqual(again.document.rows, { read: 4, created: 0, updated: 0, unchanged: 1, kept: 0, skipped: 0, rejected: 3 });
  assert.deepEqual(await evidence(again.document.run['id']), []);
});

test('no line of a report, a log or the org names an address; only the rejects file does, for whoever corrects it', async () => {
  const { document, stdout, stderr } = await load('namen.csv', [
    'Email;Statement;Said on;Channel',
    'mevrouw.onbekend@nergens.example;no;2026-03-02;e-mail',
    'mevrouw.onbekend@@nergens;no;2026-03-02;e-mail',
  ]);
  const [run] = await project.query(
    `SELECT Reject_Summary__c, Notice_Summary__c FROM Import_Run__c WHERE External_Id__c = '${document.run['id'] ?? ''}'`,
  );
  const report = readFileSync(join(project.folder, document.files.report ?? ''), 'utf8');
  for (const text of [stdout, stderr, report, JSON.stringify(run)]) assert.doesNotMatch(text, /onbekend/);
});

test('a no wins over doubt: whoever may have unsubscribed is left in peace, and the report says so', async () => {
  const { document } = await load(
    'afmeldingen.csv',
    ['E-mailadres;Uitgeschreven op', 'INFO@boer.example;2026-03-01', 'jan@bakkerij.example;2026-03-01 10:00'],
    '--mapping',
    'channel:=Email',
  );
  assert.deepEqual([document.rows.created, document.status], [2, 0]);
  const told = document.warnings.find(({ code }) => code === 'REFUSAL_OF_SEVERAL');
  assert.deepEqual(told?.lines, [2]);
  assert.deepEqual(
    await evidence(document.run['id']),
    [
      // a day without a time counts to its end
      'Boer Email Withdrawn 2026-03-01T22:59 Bedrijvengids',
      'Smit Email Withdrawn 2026-03-01T22:59 Bedrijvengids',
      'Jansen Email Withdrawn 2026-03-01T09:00 Bedrijvengids',
    ].sort(byContact(await ids())),
  );
  for (const name of ['Boer', 'Smit', 'Jansen']) assert.equal((await verdicts(name))['Email'], 'May Not', name);
  // consent of before stays what it was, and does not come back
  const older = await load(
    'ouder.csv',
    ['Email;Channel;Consent;Consent date;Source', 'jan@bakkerij.example;e-mail;yes;2026-02-20;fair'].map((line) => line),
  );
  assert.equal(older.document.rows.created, 1);
  assert.equal((await verdicts('Jansen'))['Email'], 'May Not');
});

/** Evidence is told in the order of its external ids, which begin with channel and contact. */
async function ids(): Promise<ReadonlyMap<string, string>> {
  const contacts = await project.query('SELECT Id, LastName FROM Contact');
  return new Map(contacts.map((contact) => [String(contact['LastName']), String(contact['Id']).toLowerCase()]));
}
function byContact(known: ReadonlyMap<string, string>): (one: string, other: string) => number {
  const key = (text: string): string => known.get(text.split(' ')[0] ?? '') ?? '';
  return (one, other) => (key(one) < key(other) ? -1 : 1);
}

test('consent of which nobody can tell whose it is waits for a decision, and goes where a person decided', async () => {
  const lines = ['E-mail;Kanaal;Toestemming;Datum toestemming;Bron', 'info@boer.example;telefoon;ja;2026-05-04;Vakbeurs Utrecht'];
  const { document } = await load('beurs.csv', lines);
  assert.equal(document.rows.rejected, 1);
  const review = join(project.folder, '.import', document.run['id'] ?? '', 'contacts-review.csv');
  const text = readFileSync(review, 'utf8');
  assert.match(text, /"Smit"/);
  writeFileSync(review, text.replace(/^(.*"Smit".*);""\r$/m, '$1;"zelfde"\r'));
  const decided = await load('beurs.csv', lines, '--decisions', review);
  assert.equal(decided.document.rows.created, 1);
  assert.deepEqual([(await verdicts('Smit'))['Phone'], (await verdicts('Boer'))['Phone']], ['May', 'May Not']);
  writeFileSync(review, text.replace(/^(.*"Smit".*);""\r$/m, '$1;"misschien"\r'));
  assert.match(
    (await load('beurs.csv', lines, '--decisions', review)).document.error?.message ?? '',
    /line 3: "misschien" is not a decision/,
  );
});

test('a phone number is found however it is written; a business by its only contact, unless the row names somebody else', async () => {
  const { document } = await load(
    'beurs-kaarten.csv',
    [
      'Telefoon;E-mail;KvK-nummer;Mag bellen;Mag mailen;Datum;Beurs',
      '+31 (0)20 1234567;;;ja;;2026-06-01 11:30;Vakbeurs',
      '612345678;;;ja;;2026-06-01;Vakbeurs',
      ';krul@kapsalon.example;34567890;;ja;2026-06-01;Vakbeurs',
      ';;34567890;nee;;2026-06-02;Vakbeurs',
      ';;23456789;ja;;2026-06-02;Vakbeurs',
    ],
    '--mapping',
    'Datum=saidOn',
  );
  assert.deepEqual(await evidence(document.run['id']), [
    'Krul Email Given 2026-05-31T22:00 Vakbeurs',
    'Jansen Phone Given 2026-06-01T09:30 Vakbeurs',
    'Boer Phone Given 2026-05-31T22:00 Vakbeurs',
    'Krul Phone Refused 2026-06-02T21:59 Vakbeurs',
  ]);
  const rejects = readFileSync(join(project.folder, document.files.rejects ?? ''), 'utf8');
  assert.match(rejects, /^6;.*;CONTACT_DOUBTFUL;/m);
});

test('a yes without moment or place is kept as a claim, and says so; nothing becomes consent by itself', async () => {
  const { document } = await load(
    'lijst.csv',
    ['E-mail;Nieuwsbrief;Datum toestemming', 'jan@bakkerij.example;J;', 'jan@bakkerij.example;1;01-01-1900'],
    '--mapping',
    'postConsent:=ja',
  );
  assert.deepEqual(await evidence(document.run['id']), ['Jansen Email Claimed - -', 'Jansen Post Claimed - -']);
  assert.ok(document.warnings.some(({ code }) => code === 'CONSENT_ONLY_CLAIMED'));
  assert.ok(document.warnings.some(({ code }) => code === 'SENTINEL_DATE'));
  assert.equal(document.rows.skipped, 1);
});

test('a run that was a mistake is taken back, and the verdicts that followed from it as well', async () => {
  const before = await verdicts('Jansen');
  const { document } = await load(
    'fout.csv',
    ['Telefoonnummer;Do not call;Call date', '0201234567;yes;2026-07-01', '0201234567;no;2026-07-02'],
    '--mapping',
    'optedOut:=nee',
  );
  assert.deepEqual([document.rows.created, document.rows.rejected], [1, 1]);
  assert.equal((await verdicts('Jansen'))['Phone'], 'May Not');
  const undone = await project.run('undo', document.run['id'] ?? '', '--org', 'local');
  assert.equal(undone.exitCode, 0, undone.stderr);
  assert.deepEqual(await evidence(document.run['id']), []);
  assert.deepEqual(await verdicts('Jansen'), before);
  const again = await project.run('undo', document.run['id'] ?? '', '--org', 'local');
  assert.equal(again.exitCode, 0, again.stderr);
});

test('a file that says a day in two ways, options of contracts and fields of contracts are refused', async () => {
  const header = 'E-mail;Toestemming;Datum toestemming';
  const ambiguous = await load('dag.csv', [header, 'jan@bakkerij.example;ja;03-04-2026']);
  assert.equal(ambiguous.document.error?.code, 'AMBIGUOUS_DATES');
  const lines = [header, 'jan@bakkerij.example;ja;13-04-2026'];
  assert.match(
    (await load('optie.csv', lines, '--accounts', 'create')).document.error?.message ?? '',
    /--accounts does not belong to files of consent/,
  );
  assert.equal((await load('veld.csv', lines, '--mapping', 'Toestemming=provider')).document.error?.code, 'MAPPING_INVALID');
  assert.equal((await load('niemand.csv', ['Naam;Toestemming', 'Jan;ja'])).document.error?.code, 'MISSING_COLUMN');
  assert.equal((await load('niets.csv', ['E-mail;Telefoon', 'jan@bakkerij.example;0201234567'])).document.error?.code, 'MISSING_COLUMN');
});

test('files of every make are understood: encodings, titles, formulas, totals and rows of another shape', async () => {
  const lines = [
    'Toestemmingen café, export van 1-9-2026',
    'E-mailadres\tNaam\tKanaal\tVerklaring\tDatum en tijd\tBron\tGetoonde tekst',
    'jan@bakkerij.example\tJosé\tpost\topt-in\t14-08-2026 10:00\tKaart\t=HYPERLINK("https://x.example";"Ja")',
    '',
    'jan@bakkerij.example\tJosé\tpost\tja\t31-02-2026\tKaart\tJa',
    'jan@bakkerij.example\tJosé\tpost\tmisschien\t15-08-2026\tKaart\tJa',
    'jan@bakkerij.example\tJosé\tpost',
    'E-mailadres\tNaam\tKanaal\tVerklaring\tDatum en tijd\tBron\tGetoonde tekst',
    'Totaal\t4\t\t\t\t\t',
  ];
  const encoded = [
    ['windows-1252', Buffer.from(lines.join('\r\n'), 'latin1')],
    ['utf-16', Buffer.from(`\u{feff}${lines.join('\r\n')}`, 'utf16le')],
  ] as const;
  for (const [at, [name, bytes]] of encoded.entries()) {
    const { document } = await project.load(project.file(`${name}.csv`, bytes), '--kind', 'consent');
    const { read, created, unchanged, skipped, rejected } = document.rows;
    assert.deepEqual([read, created, unchanged, skipped, rejected], [7, 1 - at, at, 3, 3], name);
    const rejects = readFileSync(join(project.folder, document.files.rejects ?? ''), 'utf8');
    for (const code of ['INVALID_DATE', 'STATEMENT_UNKNOWN', 'RAGGED_ROW']) assert.ok(rejects.includes(`\t${code}\t`), `${name}: ${code}`);
    assert.doesNotMatch(JSON.stringify(document.warnings), /José/);
    assert.match(
      readFileSync(join(project.folder, document.files.report ?? ''), 'utf8'),
      name === 'utf-16' ? /--kind consent/ : /Windows|windows/,
    );
  }
  const [kept] = await project.query("SELECT Wording__c FROM Consent_Evidence__c WHERE Channel__c = 'Post' AND Wording__c != null");
  assert.equal(kept?.['Wording__c'], '=HYPERLINK("https://x.example";"Ja")');
});

test('an org without the consent package is told so, before anything is written', async () => {
  const bare = await importProject({ metadataFolders: ['base', 'lifecycle', 'contracts'].map((name) => `force-app/${name}`) });
  try {
    const path = bare.file('toestemming.csv', 'E-mail;Toestemming\njan@bakkerij.example;nee');
    const { document, exitCode } = await bare.load(path, '--kind', 'consent');
    assert.equal(exitCode, 3);
    assert.equal(document.error?.code, 'CONSENT_MISSING');
    assert.match(document.error.message, /the consent package is not deployed there/);
    assert.equal(existsSync(join(bare.folder, '.import', document.run['id'] ?? '-')), false);
  } finally {
    await bare.close();
  }
});
