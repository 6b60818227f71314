// The starter rules as they stand in config/rules: one file for each object, in the order in which they can be loaded.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Fields of one starter record; a reference is a relationship with the external id of the other record. */
export type RuleRecord = Readonly<Record<string, string | number | boolean | null | Readonly<Record<string, string>>>>;

export interface RuleFile {
  readonly object: string;
  readonly externalIdField: string;
  readonly records: readonly RuleRecord[];
}

/** Reads every file of a folder. Names without ending are sorted, so that `stage-gates` comes before the `stage-gates-criteria` that point at it. */
export function readRuleFiles(folder: string): readonly RuleFile[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort()
    .map((name) => JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as RuleFile);
}

export function keyOf(file: RuleFile, record: RuleRecord): string {
  return String(record[file.externalIdField]);
}
