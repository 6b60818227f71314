// Deployments to a local org: each is given an id at once and carried out in its turn; its result is asked for by the id.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordId } from '../../platform/record-id.ts';
import type { DeployOptions, DeployResult } from '../api/metadata/metadata-service.ts';
import { carryOut, type DeploymentPlace } from './carry-out.ts';
import { openSourceProject, recoverProject } from './source-folder.ts';

export interface Deployments {
  deploy(zip: Buffer, options: DeployOptions, userId: string): DeployResult;
  result(id: string): DeployResult | undefined;
  /** The metadata that the org runs on, in source format. */
  readonly source: string;
}

/** Deployments run one after another, in the order in which they came. */
export function openDeployments(place: DeploymentPlace): Deployments {
  const project = join(place.folder, 'metadata');
  // the nearest one counts: that of a project around would leave out whatever lies below a folder such as .local-org
  writeFileSync(join(place.folder, '.forceignore'), '');
  recoverProject(project);
  const source = openSourceProject(project);
  const results = new Map<string, DeployResult>();
  let serial = 0;
  let last: Promise<void> = Promise.resolve();
  const set = (id: string, change: Partial<DeployResult>): void => {
    const known = results.get(id);
    if (known) results.set(id, { ...known, ...change });
  };
  const run = async (id: string, zip: Buffer, options: DeployOptions): Promise<void> => {
    set(id, { status: 'InProgress' });
    const outcome = await carryOut(place, project, id, zip, options);
    set(id, { ...outcome, completedDate: place.now().toISOString() });
  };
  return {
    source,
    result: (id) => results.get(id) ?? results.get(longId(id, results)),
    deploy(zip, options, userId) {
      const id = recordId('0Af', (serial += 1));
      const createdDate = place.now().toISOString();
      const result: DeployResult = { id, status: 'Pending', options, createdById: userId, createdDate, messages: [] };
      results.set(id, result);
      last = last.then(() => run(id, zip, options));
      return result;
    },
  };
}

/** Clients send ids of 15 or 18 characters. */
function longId(id: string, results: ReadonlyMap<string, unknown>): string {
  return [...results.keys()].find((known) => known.slice(0, 15) === id.slice(0, 15)) ?? '';
}
