// Judges the package's metadata without an org: `node scripts/build/check-metadata.ts [folder …]`, by default the package directories.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadSchema } from '../local-org/metadata/load-schema.ts';
import { checkPackage } from './metadata/check-package.ts';
import { checkStarterRecords } from './metadata/check-starter-records.ts';
import { tellFindings } from './metadata/finding.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Folders of sfdx-project.json. */
export function packageDirectories(root: string): readonly string[] {
  const project = JSON.parse(readFileSync(path.join(root, 'sfdx-project.json'), 'utf8')) as {
    readonly packageDirectories: readonly { readonly path: string }[];
  };
  return project.packageDirectories.map((directory) => path.join(root, directory.path));
}

if (import.meta.main) {
  const named = process.argv.slice(2).map((folder) => path.resolve(folder));
  const folders = named.length > 0 ? named : packageDirectories(ROOT);
  const { files, findings } = checkPackage(folders, ROOT);
  const today = new Date().toISOString().slice(0, 10);
  const all =
    named.length > 0 || findings.length > 0
      ? findings
      : checkStarterRecords(path.join(ROOT, 'config/rules'), ROOT, loadSchema(folders), today);
  if (all.length > 0) console.error(tellFindings(all));
  console.log(`${files} metadata files checked, ${all.length} ${all.length === 1 ? 'finding' : 'findings'}.`);
  process.exitCode = all.length > 0 ? 1 : 0;
}
