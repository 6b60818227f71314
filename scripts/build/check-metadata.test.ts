// The metadata check is silent about a sound package, ours included, and names each planted error.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { format, resolveConfig } from 'prettier';
import { packageDirectories } from './check-metadata.ts';
import { checkPackage } from './metadata/check-package.ts';
import { tellFindings } from './metadata/finding.ts';
import { PLANTED_ERRORS } from './metadata/__fixtures__/planted-errors.ts';
import { PLANTED_IN_ANALYTICS } from './metadata/__fixtures__/planted-in-analytics.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SOUND = path.join(import.meta.dirname, 'metadata/__fixtures__/small-package');
const work = mkdtempSync(path.join(tmpdir(), 'check-metadata-'));
after(() => rmSync(work, { recursive: true, force: true }));

test('the package itself has no findings', () => {
  const { files, findings } = checkPackage(packageDirectories(ROOT), ROOT);
  assert.equal(tellFindings(findings), '');
  assert.ok(files > 300, `only ${files} files were looked at`);
});

test('a sound package has no findings', () => {
  assert.deepEqual(checkPackage([SOUND], SOUND).findings, []);
});

for (const [index, planted] of [...PLANTED_ERRORS, ...PLANTED_IN_ANALYTICS].entries()) {
  test(`it finds ${planted.what}`, () => {
    const folder = path.join(work, String(index));
    cpSync(SOUND, folder, { recursive: true });
    const file = path.join(folder, planted.file);
    if (planted.change === undefined) rmSync(file);
    else {
      const before = readFileSync(file, 'utf8');
      const [from, to] = planted.change;
      assert.ok(before.includes(from), `${planted.file} does not hold ${from}`);
      writeFileSync(file, before.replace(from, to));
    }
    const told = tellFindings(checkPackage([folder], folder).findings);
    assert.match(told, planted.message);
    assert.doesNotMatch(told, /undefined|\[object/);
  });
}

test('a finding tells file, line, element, message and fix', () => {
  const told = tellFindings([{ level: 'fault', file: 'a.xml', line: 3, element: 'label', message: 'It is empty.', fix: 'Fill it in.' }]);
  assert.equal(told, 'a.xml:3 label: It is empty. Fix: Fill it in.');
});

test('the formatting of the repository leaves formulas and texts in XML as they are', async () => {
  const rule = '<A>\n  <formula>IF(a &lt;&gt; b, "x &amp;  y", c &gt;= d)</formula>\n</A>\n';
  const filepath = path.join(ROOT, 'force-app/contracts/flows/Any.flow-meta.xml');
  assert.equal(await format(rule, { ...(await resolveConfig(filepath)), filepath }), rule);
});
