// What the package consists of, read from force-app: its folders, and the objects, flows and permission sets in each.
import { globSync } from 'node:fs';
import path from 'node:path';

const PROJECT = path.resolve(import.meta.dirname, '../..');

/** Names in one package folder. */
export interface PackageFolder {
  readonly name: string;
  /** Custom objects and platform events, `…__c` and `…__e`. */
  readonly objects: readonly string[];
  /** Flows without their folder and ending. */
  readonly flows: readonly string[];
  readonly permissionSets: readonly string[];
}

/** Folders that need something of the org which not every org has: they are deployed apart. */
export const GATED_FOLDERS: readonly string[] = ['consent', 'analytics', 'dutch'];

/** The folders of force-app by name; those without objects, flows and permission sets included. */
export function readInventory(): readonly PackageFolder[] {
  return globSync('force-app/*', { cwd: PROJECT })
    .map((folder) => path.basename(folder))
    .sort()
    .map((name) => ({
      name,
      objects: names(`force-app/${name}/objects/*__[ce]/*.object-meta.xml`, '.object-meta.xml'),
      flows: names(`force-app/${name}/flows/*.flow-meta.xml`, '.flow-meta.xml'),
      permissionSets: names(`force-app/${name}/permissionsets/*.permissionset-meta.xml`, '.permissionset-meta.xml'),
    }));
}

function names(pattern: string, ending: string): readonly string[] {
  return globSync(pattern, { cwd: PROJECT })
    .map((file) => path.basename(file, ending))
    .sort();
}
