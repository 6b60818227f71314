// Brings the starter rules into an org: creates what is missing and leaves what the admin changed, unless told to take the starter's.
import type { Connection } from 'jsforce/lib/connection.js';
import { upsertRecords } from '../../data/save-records.ts';
import { comparedFields, differencesOf, type RuleDifference } from './compare-rule.ts';
import { keyOf, readRuleFiles, type RuleFile, type RuleRecord } from './rule-files.ts';

export interface KeptRule {
  readonly key: string;
  readonly differences: readonly RuleDifference[];
}

/** What happened to the records of one object; `isAbsent` when the org has no such object, or the user may not see it. */
export interface RuleOutcome {
  readonly object: string;
  readonly isAbsent: boolean;
  readonly created: readonly string[];
  readonly unchanged: readonly string[];
  /** Differ from the starter record and were left as they are. */
  readonly kept: readonly KeptRule[];
  /** Differed and were set to the starter record. */
  readonly taken: readonly string[];
}

export interface RuleLoad {
  /** Keys of records that get the starter's values although the org's differ. */
  readonly take?: ReadonlySet<string>;
  /** Only tells what would happen. */
  readonly isCheck?: boolean;
}

const KEYS_IN_A_QUERY = 100;

/** Loads every rule file of a folder in its order; running it again changes nothing. Throws the org's error when it refuses a record. */
export async function loadRules(connection: Connection, folder: string, load: RuleLoad = {}): Promise<readonly RuleOutcome[]> {
  const files = readRuleFiles(folder);
  if (load.isCheck) return Promise.all(files.map((file) => loadRuleFile(connection, file, load)));
  const outcomes: RuleOutcome[] = [];
  // later files refer to records of earlier ones
  for (const file of files) outcomes.push(await loadRuleFile(connection, file, load));
  return outcomes;
}

async function loadRuleFile(connection: Connection, file: RuleFile, { take, isCheck }: RuleLoad): Promise<RuleOutcome> {
  const { object, externalIdField, records } = file;
  const inOrg = await recordsInOrg(connection, file);
  if (!inOrg) return { object, isAbsent: true, created: [], unchanged: [], kept: [], taken: [] };
  const missing = records.filter((record) => !inOrg.has(keyOf(file, record)));
  const differing = records.flatMap((record) => {
    const key = keyOf(file, record);
    const differences = differencesOf(record, inOrg.get(key) ?? record);
    return differences.length > 0 ? [{ key, record, differences }] : [];
  });
  const taken = differing.filter(({ key }) => take?.has(key));
  const written: readonly RuleRecord[] = [...missing, ...taken.map(({ record }) => record)];
  if (!isCheck && written.length > 0) await upsertRecords(connection, object, externalIdField, written);
  const touched = new Set([...missing.map((record) => keyOf(file, record)), ...differing.map(({ key }) => key)]);
  return {
    object,
    isAbsent: false,
    created: missing.map((record) => keyOf(file, record)),
    unchanged: records.map((record) => keyOf(file, record)).filter((key) => !touched.has(key)),
    kept: differing.filter(({ key }) => !take?.has(key)).map(({ key, differences }) => ({ key, differences })),
    taken: taken.map(({ key }) => key),
  };
}

/** The records of these keys by key, or undefined when there is no such object for this user. */
async function recordsInOrg(
  connection: Connection,
  file: RuleFile,
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>> | undefined> {
  const found = new Map<string, Readonly<Record<string, unknown>>>();
  const keys = file.records.map((record) => keyOf(file, record));
  for (let from = 0; from < keys.length; from += KEYS_IN_A_QUERY) {
    const list = keys.slice(from, from + KEYS_IN_A_QUERY).map((key) => `'${key.replaceAll(/['\\]/g, '\\$&')}'`);
    const soql = `SELECT ${comparedFields(file.records).join(', ')} FROM ${file.object} WHERE ${file.externalIdField} IN (${list.join(', ')})`;
    try {
      const { records } = await connection.query<Readonly<Record<string, unknown>>>(soql, { autoFetch: true, maxFetch: KEYS_IN_A_QUERY });
      for (const record of records) found.set(String(record[file.externalIdField]), record);
    } catch (error) {
      if (error instanceof Error && 'errorCode' in error && error.errorCode === 'INVALID_TYPE') return undefined;
      throw error;
    }
  }
  return found;
}
