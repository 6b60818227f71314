// The metadata check is silent about sound packages, ours included, names each planted error, and says what it cannot judge.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { format, resolveConfig } from 'prettier';
import { packageDirectories } from './check-metadata.ts';
import { checkPackage } from './metadata/check-package.ts';
import { tellFindings } from './metadata/finding.ts';
import { IN_ACCESS } from './metadata/__fixtures__/planted/access.ts';
import { IN_ANALYTICS } from './metadata/__fixtures__/planted/analytics.ts';
import { IN_COMPONENTS } from './metadata/__fixtures__/planted/components.ts';
import { IN_FLOWS } from './metadata/__fixtures__/planted/flows.ts';
import { IN_FLYING_SCHOOL } from './metadata/__fixtures__/planted/flying-school.ts';
import { IN_FORMULAS } from './metadata/__fixtures__/planted/formulas.ts';
import { IN_LABELS_AND_TRANSLATIONS } from './metadata/__fixtures__/planted/labels-and-translations.ts';
import { IN_LAYOUTS } from './metadata/__fixtures__/planted/layouts.ts';
import { IN_LENDING_LIBRARY } from './metadata/__fixtures__/planted/lending-library.ts';
import { IN_OBJECTS_AND_FIELDS } from './metadata/__fixtures__/planted/objects-and-fields.ts';
import { IN_OBSERVATORY } from './metadata/__fixtures__/planted/observatory.ts';
import type { PlantedError } from './metadata/__fixtures__/planted/plant.ts';
import { IN_SHAPE } from './metadata/__fixtures__/planted/shape.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FIXTURES = path.join(import.meta.dirname, 'metadata/__fixtures__');
const SOUND = path.join(FIXTURES, 'small-package');
const work = mkdtempSync(path.join(tmpdir(), 'check-metadata-'));
after(() => rmSync(work, { recursive: true, force: true }));

test('the package itself has no findings', () => {
  const { files, findings, shapeOnly, madeInCode } = checkPackage(packageDirectories(ROOT), ROOT);
  assert.equal(tellFindings(findings), '');
  assert.ok(files > 300, `only ${files} files were looked at`);
  assert.deepEqual(shapeOnly, []);
  assert.ok(madeInCode.length <= 5, `queries that are not held against the schema: ${madeInCode.join(', ')}`);
});

test('a sound package has no findings', () => {
  assert.deepEqual(checkPackage([SOUND], SOUND).findings, []);
});

/** Packages of other people's habits: what the check says of them besides advice, and the files of which it judges the shape alone. */
const OTHERS: Readonly<Record<string, { readonly unjudged: readonly RegExp[]; readonly shapeOnly: readonly string[] }>> = {
  'flying-school': {
    unjudged: [/is a dependent picklist .* which the local org does not implement/],
    shapeOnly: ['cls', 'messageChannel', 'resource'],
  },
  'lending-library': {
    unjudged: [
      /objects\/Case\/businessProcesses:1 schema: It is a kind of object metadata/,
      /Account has no field NaicsCode/,
      /The local org does not implement VLOOKUP/,
    ],
    shapeOnly: ['emailFolder', 'email', 'page', 'workflow'],
  },
  observatory: {
    unjudged: [/changes standard picklists, which the local org does not implement/],
    shapeOnly: ['cmp', 'evt', 'cls', 'cspTrustedSite', 'profile', 'remoteSite', 'rule', 'standardValueSet', 'trigger'],
  },
};

for (const [name, expected] of Object.entries(OTHERS)) {
  test(`the package ${name} raises no false alarm, and what is not judged is named`, () => {
    const folder = path.join(FIXTURES, name);
    const { findings, shapeOnly } = checkPackage([folder], folder);
    assert.equal(tellFindings(findings.filter(({ level }) => level === 'fault')), '');
    const unjudged = findings.filter(({ level }) => level === 'unjudged');
    assert.equal(unjudged.length, expected.unjudged.length, tellFindings(unjudged));
    for (const message of expected.unjudged) assert.match(tellFindings(unjudged), message);
    assert.deepEqual(shapeOnly, expected.shapeOnly);
  });
}

test('a type that the check does not know is named, not passed', () => {
  const folder = path.join(work, 'unknown');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'Stars.telescope-meta.xml'), '<Telescope xmlns="http://soap.sforce.com/2006/04/metadata"></Telescope>');
  const told = tellFindings(checkPackage([folder], folder).findings);
  assert.match(
    told,
    /Stars\.telescope-meta\.xml:1 Telescope: This check does not know files ending in \.telescope-meta\.xml\. Not judged:/,
  );
});

const PLANTED: Readonly<Record<string, readonly PlantedError[]>> = {
  'small-package': [
    ...[...IN_SHAPE, ...IN_OBJECTS_AND_FIELDS, ...IN_FORMULAS, ...IN_LAYOUTS, ...IN_ACCESS, ...IN_FLOWS, ...IN_COMPONENTS],
    ...[...IN_LABELS_AND_TRANSLATIONS, ...IN_ANALYTICS],
  ],
  'flying-school': IN_FLYING_SCHOOL,
  'lending-library': IN_LENDING_LIBRARY,
  observatory: IN_OBSERVATORY,
};

for (const [name, errors] of Object.entries(PLANTED)) {
  for (const [index, planted] of errors.entries()) {
    test(`in ${name} it finds ${planted.what}`, () => {
      const folder = path.join(work, name, String(index));
      cpSync(path.join(FIXTURES, name), folder, { recursive: true });
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
