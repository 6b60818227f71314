// Judges the package's metadata without an org: `node scripts/build/check-metadata.ts [folder …]`, by default the package directories.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkPackage } from './metadata/check-package.ts';
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
  const { files, findings } = checkPackage(named.length > 0 ? named : packageDirectories(ROOT), ROOT);
  if (findings.length > 0) console.error(tellFindings(findings));
  console.log(`${files} metadata files checked, ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}.`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}
