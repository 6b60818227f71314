// A copy of the package as it goes to an org, with JavaScript instead of TypeScript: the project itself stays without build output.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const PROJECT_FILES = ['sfdx-project.json', '.forceignore'];
const NOT_FOR_AN_ORG = /\.ts$|[\\/]__tests__$/;
/** Below the project, where git and the metadata check do not look. */
const STAGES = 'node_modules/.cache';

/** A Salesforce project that can be deployed as it is. */
export interface Stage {
  readonly folder: string;
  /** Component files that were built. */
  readonly built: number;
  remove(): void;
}

/**
 * Puts the package together in a folder of its own, since deployments may run side by side; the components are built in a thread of their own.
 * Throws with every type error.
 */
export async function stagePackage(project: string): Promise<Stage> {
  const stages = path.join(project, STAGES);
  mkdirSync(stages, { recursive: true });
  const folder = mkdtempSync(path.join(stages, `deploy-${process.pid}-`));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    for (const file of PROJECT_FILES) cpSync(path.join(project, file), path.join(folder, file));
    const source = path.join(project, 'force-app');
    cpSync(source, path.join(folder, 'force-app'), { recursive: true, filter: (file) => !NOT_FOR_AN_ORG.test(file) });
    const worker = new Worker(new URL('emit-worker.ts', import.meta.url), { workerData: path.join(folder, 'force-app') });
    const [built] = (await once(worker, 'message')) as [number];
    return { folder, built, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
