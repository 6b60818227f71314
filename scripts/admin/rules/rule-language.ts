// The starter rules in another language: an org has one name for a rule, whatever its readers speak, so that it is written in the org's own.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RuleFile, RuleRecord } from './rule-files.ts';

/** Texts of `config/rules/languages`, by object, field and the English text of the starter record. */
export type RuleTexts = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

/** The language in which the starter records are written. */
export const WRITTEN_IN = 'en_US';

/** Fields in which records of several objects carry their Dutch text themselves, since components show both: `Dutch_Name__c` beside `Name`. */
const BESIDE: Readonly<Record<string, string>> = { nl_NL: 'Dutch_' };

/** Languages that the starter rules of a folder can be written in. */
export function ruleLanguages(folder: string): readonly string[] {
  const others = path.join(folder, 'languages');
  const files = existsSync(others) ? readdirSync(others).filter((file) => file.endsWith('.json')) : [];
  return [WRITTEN_IN, ...files.map((file) => file.slice(0, -'.json'.length)).sort()];
}

/** The texts of a language; none for the one that the records are written in. */
export function readRuleTexts(folder: string, language: string): RuleTexts {
  if (language === WRITTEN_IN) return {};
  return JSON.parse(readFileSync(path.join(folder, 'languages', `${language}.json`), 'utf8')) as RuleTexts;
}

/** The records of a file in a language; what has no text in it stays as it is written. */
export function inLanguage(file: RuleFile, language: string, texts: RuleTexts): RuleFile {
  const ofObject = texts[file.object] ?? {};
  const records = file.records.map((record) =>
    Object.fromEntries(
      Object.entries(record).map(([field, value]) => {
        if (typeof value !== 'string' || field === file.externalIdField) return [field, value];
        return [field, ofObject[field]?.[value] ?? besideIt(record, field, language) ?? value];
      }),
    ),
  );
  return { ...file, records };
}

function besideIt(record: RuleRecord, field: string, language: string): string | undefined {
  const prefix = BESIDE[language];
  if (prefix === undefined) return undefined;
  const text = record[`${prefix}${field === 'Name' ? 'Name__c' : field}`];
  return typeof text === 'string' && text !== '' ? text : undefined;
}
