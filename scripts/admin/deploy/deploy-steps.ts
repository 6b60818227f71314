// The order in which the package is deployed: what every org takes in one go, then each gated folder on its own.
import { GATED_FOLDERS, type PackageFolder } from '../package-inventory.ts';

export interface DeployStep {
  readonly name: string;
  /** Folders below the project, such as `force-app/contracts`. */
  readonly folders: readonly string[];
  /** What a refusal of a gated step means; absent where the deployment cannot go on without the step. */
  readonly whenRefused?: string;
}

const REASONS: Readonly<Record<string, string>> = {
  consent:
    'Consent needs Data Protection and Privacy: Setup > Data Protection and Privacy > "Make data protection details available in records". Everything else works without it; no page claims that somebody may be approached.',
  analytics: 'Reports and dashboards need the folders feature and enough room for custom report types. The pages show the same numbers.',
  dutch:
    'Dutch needs the language nl_NL: Setup > Translation Workbench > Translation Language Settings > enable, add Dutch. English works without it.',
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
