// Judges the package's metadata without an org: `node scripts/build/check-metadata.ts [--faults] [folder …]`, by default the package directories; --faults leaves our rules of style out.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
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

if (import.meta.main) process.exitCode = main();

/** 0 when there is nothing to tell, 1 when there is, 2 when a folder is not there. */
function main(): number {
  const { values, positionals } = parseArgs({ options: { faults: { type: 'boolean', default: false } }, allowPositionals: true });
  const named = positionals.map((folder) => path.resolve(folder));
  const absent = named.find((folder) => !statSync(folder, { throwIfNoEntry: false })?.isDirectory());
  if (absent !== undefined) {
    console.error(`${absent} is no folder. Name folders that hold Salesforce metadata in source format.`);
    return 2;
  }
  const folders = named.length > 0 ? named : packageDirectories(ROOT);
  const { files, findings, shapeOnly, madeInCode } = checkPackage(folders, named.length > 0 ? process.cwd() : ROOT);
  const today = new Date().toISOString().slice(0, 10);
  const all =
    named.length > 0 || findings.length > 0
      ? findings
      : checkStarterRecords(path.join(ROOT, 'config/rules'), ROOT, loadSchema(folders), today);
  const told = values.faults ? all.filter(({ level }) => level !== 'advice') : all;
  if (told.length > 0) console.error(tellFindings(told));
  if (shapeOnly.length > 0)
    console.log(`Only the shape was judged, not what they refer to, of files of the kinds ${shapeOnly.join(', ')}.`);
  if (madeInCode.length > 0) console.log(`Queries that code puts together were not held against the schema: ${madeInCode.join(', ')}.`);
  console.log(`${files} metadata files checked, ${told.length} ${told.length === 1 ? 'finding' : 'findings'}.`);
  return told.length > 0 ? 1 : 0;
}
