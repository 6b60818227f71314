// Loads the schema of an org: the standard objects and what the package folders add.
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSchema } from './build-schema.ts';
import { agreeingObjects } from './check-schema.ts';
import { LabelCatalogue } from './custom-labels.ts';
import { customObject, readObjectFolder } from './custom-object.ts';
import type { ObjectFolder } from './custom-object.ts';
import { extendedStandardObject } from './extended-standard-object.ts';
import { customKeyPrefixes } from './key-prefix.ts';
import { MetadataRefusal } from './metadata-refusal.ts';
import { readMetadataXml } from './metadata-xml.ts';
import type { XmlElement } from './metadata-xml.ts';
import type { ObjectDefinition } from './object-definition.ts';
import type { OrgFeature } from './org-feature.ts';
import type { Schema } from './schema.ts';
import { standardObjects } from './standard-object.ts';
import { standardTranslations } from './standard-translation.ts';
import { objectTranslation, valueTranslations } from './translations.ts';
import type { Translation } from './translations.ts';
import { globalValueSet } from './value-set.ts';

/** Objects whose custom fields a package defines on Activity (Metadata API Developer Guide, CustomField). */
const ACTIVITIES = ['Task', 'Event'];

/** Names of the object folders that add to a standard object. */
const additions = (object: string): readonly string[] => (ACTIVITIES.includes(object) ? [object, 'Activity'] : [object]);

/**
 * Reads the source-format folders (package directories, in any depth of `main/default`) into one schema,
 * for an org that lacks some features. Throws MetadataRefusal, naming the file, for metadata about data that is wrong or not supported.
 */
export function loadSchema(folders: readonly string[], without: readonly OrgFeature[] = []): Schema {
  const places = folders.flatMap(metadataFolders);
  const globals = new Map(
    filesIn(places, 'globalValueSets', '.globalValueSet-meta.xml').map(({ file, name }) => [
      name,
      globalValueSet(name, readMetadataXml(file, 'GlobalValueSet')),
    ]),
  );
  const refused = places.find((place) => basename(place) === 'standardValueSets');
  if (refused) throw new MetadataRefusal(refused, 'changes standard picklists, which the local org does not implement');
  const parts = byName(foldersIn(places, 'objects').map((folder) => readObjectFolder(folder, globals)));
  const standard = standardObjects(without).map((object) =>
    extendedStandardObject(
      object,
      additions(object.name).flatMap((name) => parts.get(name) ?? []),
    ),
  );
  const standardNames = new Set([...standard.map((object) => object.name), 'Activity']);
  const custom = [...parts.keys()]
    .filter((name) => !standardNames.has(name))
    .sort()
    .map((name) => customObject(parts.get(name) ?? []));
  const prefixes = customKeyPrefixes(custom.filter(({ publish }) => publish === undefined).map((object) => object.name));
  const objects: readonly ObjectDefinition[] = [
    ...standard,
    ...custom.map((object) => ({ ...object, keyPrefix: prefixes.get(object.name) ?? '' })),
  ];
  const labels = new LabelCatalogue();
  for (const { file } of filesIn(places, 'labels', '.labels-meta.xml')) labels.addLabels(readMetadataXml(file, 'CustomLabels'));
  return buildSchema(agreeingObjects(objects), labels, translations(places, labels));
}

function translations(places: readonly string[], labels: LabelCatalogue): ReadonlyMap<string, Translation> {
  const byLanguage = standardTranslations();
  const of = (language: string): Translation => {
    const known = byLanguage.get(language) ?? { objects: new Map(), valueSets: new Map() };
    byLanguage.set(language, known);
    return known;
  };
  for (const { file, name } of filesIn(places, 'translations', '.translation-meta.xml'))
    labels.addTranslations(readMetadataXml(file, 'Translations'), name);
  for (const { file, name } of filesIn(places, 'globalValueSetTranslations', '.globalValueSetTranslation-meta.xml')) {
    const [set, language] = nameAndLanguage(file, name);
    of(language).valueSets.set(set, valueTranslations(readMetadataXml(file, 'GlobalValueSetTranslation'), 'valueTranslation'));
  }
  for (const folder of foldersIn(places, 'objectTranslations')) {
    const [object, language] = nameAndLanguage(folder, basename(folder));
    const root = readMetadataXml(join(folder, `${basename(folder)}.objectTranslation-meta.xml`), 'CustomObjectTranslation');
    const known = of(language).objects;
    const added = objectTranslation(root, fieldTranslationFiles(folder));
    for (const name of object === 'Activity' ? ACTIVITIES : [object])
      known.set(name, { ...known.get(name), ...added, fields: new Map([...(known.get(name)?.fields ?? []), ...added.fields]) });
  }
  return byLanguage;
}

function fieldTranslationFiles(folder: string): readonly XmlElement[] {
  const ending = '.fieldTranslation-meta.xml';
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => readMetadataXml(join(folder, file), 'CustomFieldTranslation'));
}

function nameAndLanguage(file: string, name: string): readonly [string, string] {
  const parts = /^(.+)-([a-z]{2}(?:_[A-Z]{2})?)$/.exec(name);
  if (!parts?.[1] || !parts[2]) throw new MetadataRefusal(file, 'is not named <Name>-<language>');
  return [parts[1], parts[2]];
}

/** Every folder below a package directory, itself included: features may be nested. */
function metadataFolders(folder: string): readonly string[] {
  if (!existsSync(folder)) throw new MetadataRefusal(folder, 'is not there: name folders that hold Salesforce metadata in source format');
  const below = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'lwc')
    .map((entry) => join(folder, entry.name))
    .sort();
  return [folder, ...below.flatMap(metadataFolders)];
}

function foldersIn(places: readonly string[], kind: string): readonly string[] {
  return places
    .filter((place) => basename(place) === kind)
    .flatMap((place) =>
      readdirSync(place, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(place, entry.name)),
    );
}

function filesIn(places: readonly string[], kind: string, ending: string): readonly { readonly file: string; readonly name: string }[] {
  return places
    .filter((place) => basename(place) === kind)
    .flatMap((place) =>
      readdirSync(place)
        .sort()
        .map((entry) => {
          if (!entry.endsWith(ending)) throw new MetadataRefusal(join(place, entry), `is not a ${ending} file`);
          return { file: join(place, entry), name: entry.slice(0, -ending.length) };
        }),
    );
}

function byName(folders: readonly ObjectFolder[]): ReadonlyMap<string, readonly ObjectFolder[]> {
  return Map.groupBy(folders, (folder) => folder.name);
}
