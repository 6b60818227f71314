// A copy of the package as it goes to an org, with JavaScript instead of TypeScript: the project itself stays without build output.
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { emitComponents } from '../../build/emit-components.ts';

const PROJECT_FILES = ['sfdx-project.json', '.forceignore'];
const NOT_FOR_AN_ORG = /\.ts$|[\\/]__tests__$/;

/** Makes `stage` a Salesforce project that can be deployed as it is; gives the number of files built. Throws with every type error. */
export function stagePackage(project: string, stage: string): number {
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  for (const file of PROJECT_FILES) cpSync(path.join(project, file), path.join(stage, file));
  const source = path.join(project, 'force-app');
  cpSync(source, path.join(stage, 'force-app'), { recursive: true, filter: (file) => !NOT_FOR_AN_ORG.test(file) });
  return emitComponents(path.join(stage, 'force-app')).length;
}
