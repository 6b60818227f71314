// Deployments to a local org: each is unpacked, laid over a copy of the metadata, judged, and takes effect as a whole or not at all.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { recordId } from '../../platform/record-id.ts';
import type { ComponentMessage, DeployOptions, DeployResult } from '../api/metadata/metadata-service.ts';
import { unpackZip, UnreadableZip } from './incoming-zip.ts';
import type { Judge } from './judge.ts';
import { judgedMessages } from './judged-messages.ts';
import { componentsIn, layOver, takeAway } from './overlay.ts';
import { copyProject, openSourceProject, recoverProject, replaceProject, sourceOf } from './source-folder.ts';

export interface DeploymentPlace {
  /** The org's own folder. */
  readonly folder: string;
  readonly judge: Judge;
  readonly now: () => Date;
  /** Opens an org over the metadata in memory; throws when the local org cannot run it. */
  readonly tryOut: (source: string) => void;
  /** Opens the org again over the metadata that has come into its place. */
  readonly reopen: () => void;
}

export interface Deployments {
  deploy(zip: Buffer, options: DeployOptions, userId: string): DeployResult;
  result(id: string): DeployResult | undefined;
  /** The metadata that the org runs on, in source format. */
  readonly source: string;
}

/** Deployments run one after another, in the order in which they came. */
export function openDeployments(place: DeploymentPlace): Deployments {
  const project = join(place.folder, 'metadata');
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

type Outcome = Pick<DeployResult, 'status' | 'messages'> & { readonly errorMessage?: string };

async function carryOut(place: DeploymentPlace, project: string, id: string, zip: Buffer, options: DeployOptions): Promise<Outcome> {
  if (!options.rollbackOnError) {
    const errorMessage =
      'NOT_IMPLEMENTED: the local org deploys everything or nothing; rollbackOnError=false (sf: --ignore-errors) is not implemented.';
    return { status: 'Failed', messages: [], errorMessage };
  }
  const work = join(place.folder, `deploy-${id}`);
  const next = join(work, 'next');
  try {
    const messages = await lay(place, project, zip, work, next);
    if (messages.some(({ success }) => !success)) {
      return {
        status: 'Failed',
        messages: messages.map((message) => (message.success ? { ...message, created: false, changed: false } : message)),
      };
    }
    if (!options.checkOnly) {
      replaceProject(project, next);
      place.reopen();
    }
    return { status: 'Succeeded', messages };
  } catch (error) {
    const errorMessage =
      error instanceof UnreadableZip ? error.message : `UNKNOWN_EXCEPTION: ${error instanceof Error ? error.message : String(error)}`;
    return { status: 'Failed', messages: [], errorMessage };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Unpacks, lays over a copy and judges; the copy is ready to take the place of the metadata when nothing failed. */
async function lay(place: DeploymentPlace, project: string, zip: Buffer, work: string, next: string): Promise<readonly ComponentMessage[]> {
  const incoming = await unpackZip(zip, join(work, 'incoming'));
  const known = new Set((await componentsIn(sourceOf(project))).map(({ type, fullName }) => `${type.name} ${fullName}`));
  copyProject(project, next);
  const source = sourceOf(next);
  layOver(incoming.source, source);
  const absent = await takeAway(source, incoming.deletions);
  const deleted = incoming.deletions.flatMap(({ type, members }) => members.map((fullName) => deletion(type, fullName, absent)));
  const judged = await judgedMessages(incoming.components, place.judge(source), source, (type, fullName) =>
    known.has(`${type} ${fullName}`),
  );
  const messages = [...incoming.problems, ...judged, ...deleted];
  const refused = messages.every(({ success }) => success) ? refusalOf(place, source) : undefined;
  return refused ? [...messages, refused] : messages;
}

/** What the local org itself cannot run although an org would take it: told by the words of the part that refuses. */
function refusalOf(place: DeploymentPlace, source: string): ComponentMessage | undefined {
  try {
    place.tryOut(source);
    return undefined;
  } catch (error) {
    const problem = `The local org cannot run this metadata: ${error instanceof Error ? error.message.replaceAll(`${source}/`, '') : String(error)}`;
    return {
      componentType: '',
      fullName: 'local org',
      fileName: '',
      success: false,
      created: false,
      changed: false,
      deleted: false,
      problem,
    };
  }
}

/** Deleting what is not there is a warning, not an error, as on the platform. */
function deletion(
  type: string,
  fullName: string,
  absent: readonly { readonly type: string; readonly fullName: string }[],
): ComponentMessage {
  const isAbsent = absent.some((one) => one.type === type && one.fullName === fullName);
  return {
    componentType: type,
    fullName,
    fileName: 'destructiveChanges.xml',
    success: true,
    created: false,
    changed: false,
    deleted: !isAbsent,
    ...(isAbsent ? { problem: `No ${type} named: ${fullName} found` } : {}),
  };
}
