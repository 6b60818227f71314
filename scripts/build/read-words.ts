// The words of the pages: custom labels of the package and their translations, and the shell's own.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { metadataFiles } from './metadata-files.ts';

/** Language of the labels as they are written in the package. */
export const SOURCE_LANGUAGE = 'en_US';

const WORDS_FOLDER = 'scripts/local-org/pages/words';
/** No metadata translates the name of a list view: these go to orgs of that language, and the pages show them to readers of it. */
const LIST_NAMES_FOLDER = 'config/list-names';

/** Custom labels by full name, as the package has them. */
export function packageLabels(root: string): ReadonlyMap<string, string> {
  const labels = metadataFiles(root, 'labels', 'CustomLabels').flatMap(({ root: file }) => file.all('labels'));
  return new Map(labels.map((label) => [label.required('fullName'), label.required('value')]));
}

/** The shell's words in the language of the package. */
export function shellWords(root: string): ReadonlyMap<string, string> {
  return new Map(Object.entries(readJson(root, `${SOURCE_LANGUAGE}.json`)));
}

/** All words of each language that the package is translated into, by the names that the pages ask for. */
export function translatedWords(root: string): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const languages = new Map<string, Record<string, string>>();
  for (const { name: language, root: file } of metadataFiles(root, 'translation', 'Translations')) {
    const words = languages.get(language) ?? {
      ...prefixed('shell', readJson(root, `${language}.json`)),
      ...readJson(root, `base-components.${language}.json`),
      ...listWords(root, language),
    };
    const add = (element: string, prefix: string): void => {
      for (const entry of file.all(element)) {
        const label = entry.text('label');
        if (label !== undefined) words[`${prefix}.${entry.required('name')}`] = label;
      }
    };
    add('customLabels', 'c');
    add('customTabs', 'tab');
    add('customApplications', 'app');
    languages.set(language, words);
  }
  for (const { name, root: file } of metadataFiles(root, 'objectTranslation', 'CustomObjectTranslation')) {
    // file names are `Account-nl_NL`
    const at = name.lastIndexOf('-');
    const words = languages.get(name.slice(at + 1));
    if (words) Object.assign(words, sectionWords(name.slice(0, at), file.all('layouts')));
  }
  return languages;
}

function sectionWords(
  object: string,
  layouts: readonly { all(name: string): readonly { text(name: string): string | undefined }[] }[],
): Record<string, string> {
  const sections = layouts.flatMap((layout) => layout.all('sections'));
  return Object.fromEntries(
    sections.flatMap((section) => {
      const [name, label] = [section.text('section'), section.text('label')];
      return name && label ? [[`section.${object}.${name}`, label]] : [];
    }),
  );
}

function listWords(root: string, language: string): Record<string, string> {
  const file = path.join(root, LIST_NAMES_FOLDER, `${language}.json`);
  const names = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Readonly<Record<string, string>>>>;
  return Object.fromEntries(
    Object.entries(names).flatMap(([object, lists]) => Object.entries(lists).map(([name, label]) => [`list.${object}.${name}`, label])),
  );
}

function prefixed(prefix: string, words: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([name, text]) => [`${prefix}.${name}`, text]));
}

function readJson(root: string, file: string): Record<string, string> {
  return JSON.parse(readFileSync(path.join(root, WORDS_FOLDER, file), 'utf8')) as Record<string, string>;
}
