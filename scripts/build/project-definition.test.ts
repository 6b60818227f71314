// What sf reads of the project besides metadata: packages in an order in which they can be made, a scratch org with settings that exist.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { loadMetadataTypes } from './metadata/metadata-types.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));

interface PackageDirectory {
  readonly path: string;
  readonly package: string;
  readonly versionNumber: string;
  readonly definitionFile: string;
  readonly dependencies?: readonly { readonly package: string }[];
}

test('every package folder is a package, and stands behind those that it depends on', () => {
  const { packageDirectories } = read('sfdx-project.json') as { readonly packageDirectories: readonly PackageDirectory[] };
  const made = new Set<string>();
  for (const { path: folder, package: name, versionNumber, definitionFile, dependencies = [] } of packageDirectories) {
    assert.match(versionNumber, /^\d+\.\d+\.\d+\.NEXT$/, folder);
    assert.ok(existsSync(path.join(ROOT, folder)) && existsSync(path.join(ROOT, definitionFile)), folder);
    assert.deepEqual(
      dependencies.map((one) => one.package).filter((one) => !made.has(one)),
      [],
      `${folder} depends on packages that come after it`,
    );
    assert.ok(!made.has(name), `${name} is named twice`);
    made.add(name);
  }
});

test('the scratch org switches on settings that there are, consent and translation among them', () => {
  const { settings } = read('config/project-scratch-def.json') as {
    readonly settings: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  const types = loadMetadataTypes();
  for (const [name, values] of Object.entries(settings)) {
    const shape = types.shape(`${name.charAt(0).toUpperCase()}${name.slice(1)}`);
    assert.equal(shape?.kind, 'structure', `${name} is no type of settings`);
    for (const setting of Object.keys(values)) assert.ok(shape.members.has(setting), `${name} has no ${setting}`);
  }
  assert.equal(settings['partyDataModelSettings']?.['enableConsentManagement'], true);
  assert.equal(settings['languageSettings']?.['enableTranslationWorkbench'], true);
});
