import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { importProject } from '../testing/import-project.ts';
import type { ImportProject } from '../testing/import-project.ts';
import { EXPECTED } from './expected-outcomes.ts';
import type { ExpectedOutcome } from './expected-outcomes.ts';

const FILES = join(import.meta.dirname, 'files');

let project: ImportProject;

before(async () => {
  project = await importProject();
  await project.create('Lifecycle_Stage__c', [{ Name: 'Suspect', External_Id__c: 'SUSPECT', Order__c: 1 }]);
  await project.create('Competitor__c', [
    { Name: 'Waddenwind', External_Id__c: 'waddenwind', Review_State__c: 'Confirmed', Is_Active__c: true },
  ]);
  await project.create('Account', [
    { Name: 'Zaak', KvK_Number__c: '12345678' },
    { Name: 'Nulzaak', KvK_Number__c: '01234567' },
    { Name: 'Bakkerij Jansen B.V.', Postcode__c: '1234 AB', House_Number__c: '12' },
  ]);
});
after(() => project.close());

test('every one of the fifty inputs has its file, and every file of 1 to 41 its expectation', () => {
  const names = readdirSync(FILES);
  const numbers = new Set(names.map((name) => Number(/^\d+/.exec(name)?.[0] ?? 0)));
  for (let number = 1; number <= 50; number += 1) assert.ok(numbers.has(number), `${number}`);
  assert.deepEqual(names.filter((name) => !/^(4[2-9]|50)-/.test(name)).sort(), Object.keys(EXPECTED).sort());
});

type Stored = Readonly<Record<string, unknown>>;

/** A field of the record or, behind a dot, of its parent. */
function valueOf(record: Stored, path: string): unknown {
  return path.split('.').reduce<unknown>((at, name) => (at as Stored)[name], record);
}

async function storedBy(run: string, fields: readonly string[]): Promise<readonly Stored[]> {
  const selected = [...new Set(['Contract_Number__c', 'Connection_Code__c', ...fields])].join(', ');
  return project.query(
    `SELECT ${selected} FROM Competitor_Contract__c WHERE Import_Run__r.External_Id__c = '${run}' ORDER BY Contract_Number__c, Connection_Code__c`,
  );
}

/** What a run leaves behind holds neither a citizen's number nor a session. */
function assertNothingSecret(run: string): void {
  const folder = join(project.folder, '.import', run);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()))
    assert.doesNotMatch(readFileSync(join(entry.parentPath, entry.name), 'latin1'), /123456782|00D\w{12,}!/, entry.name);
}

async function check(name: string, expected: ExpectedOutcome): Promise<void> {
  const runsBefore = (await project.query('SELECT Id FROM Import_Run__c')).length;
  const { exitCode, document, stdout } = await project.load(join(FILES, name), ...(expected.options ?? []));
  if (expected.refused !== undefined) {
    const [code, message, action] = expected.refused;
    assert.deepEqual([exitCode, document.error?.code], [2, code], stdout);
    assert.match(document.error?.message ?? '', message);
    assert.match(document.error?.action ?? '', action);
    assert.equal((await project.query('SELECT Id FROM Import_Run__c')).length, runsBefore, 'nothing was written');
    return;
  }
  const rejected = expected.rejected ?? [];
  assert.equal(exitCode, rejected.length > 0 ? 1 : 0, stdout);
  const { rows, run, files, warnings } = document;
  assert.equal(rows.read, rows.created + rows.updated + rows.unchanged + rows.kept + rows.skipped + rows.rejected, 'the numbers add up');
  const lines = files.rejects === null ? '' : readFileSync(join(project.folder, files.rejects), 'utf8');
  const delimiter = /Reject_Line(.)/.exec(lines)?.[1] ?? ';';
  const told = lines
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(delimiter))
    .filter(([line = '']) => /^\d+$/.test(line));
  assert.deepEqual(
    told.map((cells) => cells.slice(0, 3).join(' ')),
    rejected,
  );
  const fields = Object.keys(expected.stored ?? {});
  const stored = await storedBy(run['id'] ?? '', fields);
  for (const field of fields)
    assert.deepEqual(
      stored.map((record) => valueOf(record, field)),
      expected.stored?.[field],
      field,
    );
  assert.equal(rows.created, stored.length);
  const unused = "Id NOT IN (SELECT Competitor__c FROM Competitor_Contract__c) AND Review_State__c = 'To Review'";
  assert.deepEqual(await project.query(`SELECT Name FROM Competitor__c WHERE ${unused}`), [], 'no provider is left of rejected rows');
  assert.deepEqual([rows.skipped, rows.kept], [expected.skipped ?? 0, expected.kept ?? 0], stdout);
  assertNothingSecret(run['id'] ?? '');
  for (const [code, sentence] of Object.entries(expected.told ?? {}))
    assert.match(warnings.find((warning) => warning.code === code)?.message ?? '', sentence, code);
}

for (const [name, expected] of Object.entries(EXPECTED)) {
  test(`${name} is ${expected.refused === undefined ? 'loaded as stated' : `refused: ${expected.refused[0]}`}`, () =>
    check(name, expected));
}
