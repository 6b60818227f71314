// Judges metadata that a client deploys to a local org, by the same check as the package: only what an org refuses counts.
import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import type { Fault } from '../../local-org/deployment/judge.ts';
import type { OrgFeature } from '../../local-org/metadata/org-feature.ts';
import { checkPackage } from './check-package.ts';

/** Faults of everything below a folder in source format, for an org that lacks some features; our rules of style concern nobody else. */
export function judgeSource(source: string, without: readonly OrgFeature[] = []): readonly Fault[] {
  const { findings, shapeOnly } = checkPackage([source], source, { without, isLocalOrg: true });
  return findings
    .filter(({ level }) => level !== 'advice')
    .map(({ file, line, element, message, fix }) => ({ file: path.join(source, file), line, problem: `${element}: ${message} ${fix}` }))
    .concat(notImplemented(source, shapeOnly))
    .concat(bundlesWithoutScript(source))
    .concat(without.includes('translation') ? translationsIn(source) : []);
}

/** Types that exist, but that the local org does nothing with. */
function notImplemented(source: string, kinds: readonly string[]): readonly Fault[] {
  return kinds.flatMap((kind) =>
    globSync(`**/*.${kind}-meta.xml`, { cwd: source }).map((file) => ({
      file: path.join(source, file),
      line: 1,
      problem: `The local org does not implement the type of .${kind}-meta.xml files.`,
    })),
  );
}

/** What an org without Translation Workbench answers to every translation. */
function translationsIn(source: string): readonly Fault[] {
  return globSync('**/*.{translation,objectTranslation,globalValueSetTranslation}-meta.xml', { cwd: source }).map((file) => ({
    file: path.join(source, file),
    line: 1,
    problem: 'Not available for deploy for this organization',
  }));
}

/** An org takes JavaScript only: a bundle whose TypeScript was not built has none. A bundle of nothing but style is whole. */
function bundlesWithoutScript(source: string): readonly Fault[] {
  return globSync('**/lwc/*/*.js-meta.xml', { cwd: source })
    .map((file) => path.join(source, file))
    .filter((file) => !existsSync(file.replace('-meta.xml', '')) && !existsSync(file.replace('.js-meta.xml', '.css')))
    .map((file) => ({
      file,
      line: 1,
      problem: 'The bundle has no JavaScript file. Build the components first: npm run build:components.',
    }));
}
