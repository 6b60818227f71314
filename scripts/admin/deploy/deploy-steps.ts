// The order in which the package is deployed: what every org takes in one go, then each gated folder on its own.
import { GATED_FOLDERS, type PackageFolder } from '../package-inventory.ts';

export interface DeployStep {
  /** `core`, or the gated folder. */
  readonly name: string;
  /** Folders below the project, such as `force-app/contracts`. */
  readonly folders: readonly string[];
  /** What a refusal of a gated step means and what to do; absent where the deployment cannot go on without the step. */
  readonly whenRefused?: string;
}

const REASONS: Readonly<Record<string, string>> = {
  consent:
    'Consent was refused; nothing of it was changed. It needs Data Protection and Privacy:\n' +
    '  Setup > Data Protection and Privacy > Edit > "Make data protection details available in records", then run this command again.\n' +
    '  Everything else works without it; no page claims that somebody may be approached.',
  analytics:
    'Reports and dashboards were refused; nothing of them was changed. They need room for custom report types and dashboards:\n' +
    '  the errors above name what is missing. Everything else works without them; the pages show the same numbers.',
  dutch:
    'Dutch was refused; nothing of it was changed. It needs the language nl_NL:\n' +
    '  Setup > Translation Workbench > Translation Language Settings > Enable > Add > Dutch, then run this command again.\n' +
    '  Everything works in English without it.',
};

export function deploySteps(folders: readonly PackageFolder[]): readonly DeployStep[] {
  const names = folders.map(({ name }) => name);
  const core = names.filter((name) => !GATED_FOLDERS.includes(name));
  const gated = GATED_FOLDERS.filter((name) => names.includes(name));
  return [
    { name: 'core', folders: core.map(folderOf) },
    ...gated.map((name) => ({
      name,
      folders: [folderOf(name)],
      whenRefused: REASONS[name] ?? `${name} was refused; everything else works.`,
    })),
  ];
}

function folderOf(name: string): string {
  return `force-app/${name}`;
}
