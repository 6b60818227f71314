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
  dashboards: 'dashboards/**/*.dashboard-meta.xml',
  quickActions: 'quickActions/*.quickAction-meta.xml',
  reports: 'reports/**/*.report-meta.xml',
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
    folders.flatMap((folder) => globSync(pattern, { cwd: path.join(stage, 'force-app', folder) }).map((file) => path.join(folder, file)));
  const labels = found('labels/*.labels-meta.xml').flatMap((file) =>
    [...readFileSync(path.join(stage, 'force-app', file), 'utf8').matchAll(/<fullName>([^<]+)<\/fullName>/g)].map(([, name = '']) => name),
  );
  const named = Object.entries(NAMED_AFTER_FILES).map(([list, pattern]): [string, ReadonlySet<string>] => [
    list,
    new Set(found(pattern).map(nameOf)),
  ]);
  return { ...Object.fromEntries(named), customLabels: new Set(labels) };
}

/** `consent/tabs/X.tab-meta.xml` → `X`; what lies in a folder is named with it, as reports are. */
function nameOf(file: string): string {
  const [, , ...rest] = file.split(path.sep);
  return rest.join('/').replace(/\.\w+-meta\.xml$/, '');
}
