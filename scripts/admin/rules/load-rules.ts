// Brings the starter rules into an org, in its language: creates what is missing and leaves what the admin changed, unless told otherwise.
import type { Connection } from 'jsforce/lib/connection.js';
import { upsertRecords } from '../../data/save-records.ts';
import { comparedFields, differencesOf, type RuleDifference } from './compare-rule.ts';
import { keyOf, readRuleFiles, type RuleFile, type RuleRecord } from './rule-files.ts';
import { inLanguage, readRuleTexts, ruleLanguages, WRITTEN_IN } from './rule-language.ts';

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
  /** Had texts of the starter record in another language, which are now in this one; the rest of the record may be kept. */
  readonly renamed: readonly string[];
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
  /** Of names and texts, such as `nl_NL`: one of `ruleLanguages`. By default the organization's own, or English where there are no texts in it. */
  readonly language?: string | undefined;
}

/** A file in the language that is wanted, and in the others that its records may still have. */
interface WrittenFile extends RuleFile {
  readonly inOtherLanguages: readonly RuleFile[];
}

const KEYS_IN_A_QUERY = 100;

/** Loads every rule file of a folder in its order; running it again changes nothing. Throws the org's error when it refuses a record. */
export async function loadRules(connection: Connection, folder: string, load: RuleLoad = {}): Promise<readonly RuleOutcome[]> {
  const languages = ruleLanguages(folder);
  const language = load.language ?? (await languageOfOrg(connection, languages));
  const inAll = languages.map((one) => ({ language: one, texts: readRuleTexts(folder, one) }));
  const files = readRuleFiles(folder).map((file): WrittenFile => {
    const written = inAll.map((one) => ({ language: one.language, file: inLanguage(file, one.language, one.texts) }));
    const wanted = written.find((one) => one.language === language)?.file ?? file;
    return { ...wanted, inOtherLanguages: written.filter((one) => one.language !== language).map((one) => one.file) };
  });
  if (load.isCheck) return Promise.all(files.map((file) => loadRuleFile(connection, file, load)));
  const outcomes: RuleOutcome[] = [];
  // later files refer to records of earlier ones
  for (const file of files) outcomes.push(await loadRuleFile(connection, file, load));
  return outcomes;
}

async function languageOfOrg(connection: Connection, languages: readonly string[]): Promise<string> {
  const { records } = await connection.query<{ readonly LanguageLocaleKey: string }>('SELECT LanguageLocaleKey FROM Organization');
  return languages.find((language) => language === records[0]?.LanguageLocaleKey) ?? WRITTEN_IN;
}

async function loadRuleFile(connection: Connection, file: WrittenFile, { take, isCheck }: RuleLoad): Promise<RuleOutcome> {
  const { object, externalIdField, records } = file;
  const inOrg = await recordsInOrg(connection, file);
  if (!inOrg) return { object, isAbsent: true, created: [], unchanged: [], renamed: [], kept: [], taken: [] };
  const missing = records.filter((record) => !inOrg.has(keyOf(file, record)));
  const differing = records.flatMap((record) => {
    const key = keyOf(file, record);
    const differences = differencesOf(record, inOrg.get(key) ?? record);
    return differences.length > 0 ? [{ key, record, differences }] : [];
  });
  const taken = differing.filter(({ key }) => take?.has(key));
  const left = differing.filter(({ key }) => !take?.has(key)).map((one) => ({ ...one, ...partedByLanguage(file, one) }));
  const renamed = left.filter(({ foreign }) => foreign.length > 0);
  const written: readonly RuleRecord[] = [
    ...missing,
    ...taken.map(({ record }) => record),
    ...renamed.map(({ key, foreign }) => ({
      [externalIdField]: key,
      ...Object.fromEntries(foreign.map(({ field, starter }) => [field, starter])),
    })),
  ];
  if (!isCheck && written.length > 0) await upsertRecords(connection, object, externalIdField, written);
  const touched = new Set([...missing.map((record) => keyOf(file, record)), ...differing.map(({ key }) => key)]);
  return {
    object,
    isAbsent: false,
    created: missing.map((record) => keyOf(file, record)),
    unchanged: records.map((record) => keyOf(file, record)).filter((key) => !touched.has(key)),
    renamed: renamed.map(({ key }) => key),
    kept: left.filter(({ own }) => own.length > 0).map(({ key, own }) => ({ key, differences: own })),
    taken: taken.map(({ key }) => key),
  };
}

/** Differences that are the starter record in another language, and those that somebody made. */
function partedByLanguage(
  file: WrittenFile,
  { key, differences }: KeptRule,
): { readonly foreign: readonly RuleDifference[]; readonly own: readonly RuleDifference[] } {
  const elsewhere = file.inOtherLanguages.flatMap((other) => other.records.filter((record) => keyOf(other, record) === key));
  const isForeign = ({ field, inOrg }: RuleDifference): boolean => elsewhere.some((record) => record[field] === inOrg);
  // a value that is no text is the same in every language, so that it differs from all of them
  return { foreign: differences.filter(isForeign), own: differences.filter((one) => !isForeign(one)) };
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
