// Loads the starter rules (notice regimes, lifecycle stages, …) that stand in config/rules as records with a source.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Connection } from 'jsforce';
import { upsertRecords } from './save-records.ts';

interface RuleFile {
  readonly object: string;
  readonly externalIdField: string;
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

/** Names without ending, sorted so that `stage-gates` comes before the `stage-gates-criteria` that point at it. */
function ruleFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

/** Upserts every rule file of a folder in file-name order; gives the number of records by object. */
export async function loadRules(connection: Connection, folder: string): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const name of ruleFiles(folder)) {
    const { object, externalIdField, records } = JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as RuleFile;
    await upsertRecords(connection, object, externalIdField, records);
    counts[object] = (counts[object] ?? 0) + records.length;
  }
  return counts;
}
