// Dutch words of the standard objects, as the platform has them: data in standard-translations/<language>.json.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ObjectTranslation, Translation } from './translations.ts';

interface TranslatedObjectData {
  readonly label?: string;
  readonly labelPlural?: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Labels of picklist values by field and master label. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const FOLDER = join(import.meta.dirname, 'standard-translations');

/** Translations of standard objects, and of the fields that every object has, by language such as `nl_NL`; the maps may be added to. */
export function standardTranslations(): Map<string, Translation> {
  return new Map(
    readdirSync(FOLDER).map((file) => {
      const data = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Readonly<Record<string, TranslatedObjectData>>;
      const objects = new Map(Object.entries(data).map(([name, object]) => [name, objectTranslation(object)]));
      return [file.replace(/\.json$/, ''), { objects, valueSets: new Map() }];
    }),
  );
}

function objectTranslation(data: TranslatedObjectData): ObjectTranslation {
  const { fields, values = {}, ...words } = data;
  return {
    ...words,
    errorMessages: new Map(),
    fields: new Map(Object.entries(fields).map(([name, label]) => [name, { label, values: new Map(Object.entries(values[name] ?? {})) }])),
  };
}
