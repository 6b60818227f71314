// Which files of the staged package a step sends: gated folders go without their translations, so that these are never what they are
// refused for; Dutch brings them, less the words of folders that the org has refused.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withoutParts } from '../../platform/metadata-parts.ts';
import { GATED_FOLDERS } from '../package-inventory.ts';
import type { DeployStep } from './deploy-steps.ts';

const TRANSLATIONS = 'objectTranslations';

/** Lists of a translation file that name the same things as files of a package folder. */
const NAMED_AFTER_FILES: Readonly<Record<string, string>> = {
  customApplications: 'applications/*.app-meta.xml',
  customTabs: 'tabs/*.tab-meta.xml',
  quickActions: 'quickActions/*.quickAction-meta.xml',
  reportTypes: 'reportTypes/*.reportType-meta.xml',
};

/** Folders and files of `stage` to deploy for a step, to an org that has refused other steps. Takes words out of the Dutch files there. */
export function placesOf(step: DeployStep, refused: readonly string[], stage: string): readonly string[] {
  if (step.name === 'dutch') return dutchPlaces(step, refused, stage);
  if (!GATED_FOLDERS.includes(step.name)) return step.folders;
  return step.folders.flatMap((folder) => globSync(`${folder}/*`, { cwd: stage }).filter((place) => path.basename(place) !== TRANSLATIONS));
}

function dutchPlaces({ folders }: DeployStep, refused: readonly string[], stage: string): readonly string[] {
  takeWordsOut(refused, stage);
  const translated = GATED_FOLDERS.filter((name) => name !== 'dutch' && !refused.includes(name)).map(
    (name) => `force-app/${name}/${TRANSLATIONS}`,
  );
  return [...folders, ...translated.filter((place) => existsSync(path.join(stage, place)))];
}

function takeWordsOut(refused: readonly string[], stage: string): void {
  const gone = wordsOf(refused, stage);
  for (const file of globSync('force-app/dutch/translations/*.translation-meta.xml', { cwd: stage })) {
    const target = path.join(stage, file);
    writeFileSync(target, withoutParts(readFileSync(target, 'utf8'), gone));
  }
}

function wordsOf(folders: readonly string[], stage: string): Readonly<Record<string, ReadonlySet<string>>> {
  const found = (pattern: string): readonly string[] =>
    folders.flatMap((folder) => globSync(`force-app/${folder}/${pattern}`, { cwd: stage }).map((file) => path.join(stage, file)));
  const labels = found('labels/*.labels-meta.xml').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/<fullName>([^<]+)<\/fullName>/g)].map(([, name = '']) => name),
  );
  const named = Object.entries(NAMED_AFTER_FILES).map(([list, pattern]): [string, ReadonlySet<string>] => [
    list,
    new Set(found(pattern).map((file) => path.basename(file).split('.')[0] ?? '')),
  ]);
  return { ...Object.fromEntries(named), customLabels: new Set(labels) };
}
