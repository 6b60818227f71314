// Carries out one deployment on a copy of the metadata: unpacked, laid over, judged, and put in place as a whole or in part.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ComponentMessage, DeployOptions, DeployResult, ManifestEntry } from '../api/metadata/metadata-service.ts';
import { componentKey, contentOf, type ComponentContent } from './component-content.ts';
import { unpackZip, UnreadableZip, type IncomingMetadata } from './incoming-zip.ts';
import type { Judge } from './judge.ts';
import { judgedMessages } from './judged-messages.ts';
import { componentsIn, layOver, takeAway } from './overlay.ts';
import { copyProject, replaceProject, sourceOf } from './source-folder.ts';

export interface DeploymentPlace {
  /** The org's own folder. */
  readonly folder: string;
  readonly judge: Judge;
  readonly now: () => Date;
  /** Opens an org over the metadata in memory, to throw when the local org cannot run it; gives what opens the org itself over it. */
  readonly tryOut: (source: string) => () => void;
  /** Resolves when nothing works on the org: Bulk jobs and requests keep the org that they began with. */
  readonly quiet: () => Promise<void>;
}

export type Outcome = Pick<DeployResult, 'status' | 'messages'> & { readonly errorMessage?: string };

/** Deploys a zip over a project; `id` names the folder that it is worked out in. */
export async function carryOut(place: DeploymentPlace, project: string, id: string, zip: Buffer, options: DeployOptions): Promise<Outcome> {
  const work = join(place.folder, `deploy-${id}`);
  const next = join(work, 'next');
  try {
    const incoming = await unpackZip(zip, join(work, 'incoming'));
    const before = contentOf(await componentsIn(sourceOf(project)));
    const { messages, refused, open } = await laid(place, project, next, incoming, before, options.rollbackOnError);
    const isWhole = refused.length === 0;
    const isTaken = isWhole || (!options.rollbackOnError && messages.some(({ success }) => success));
    if (isTaken && !options.checkOnly) {
      await place.quiet();
      replaceProject(project, next);
      open?.();
    }
    return {
      status: isWhole ? 'Succeeded' : isTaken ? 'SucceededPartial' : 'Failed',
      messages: [...refused, ...(isTaken ? messages : messages.map(undone))],
    };
  } catch (error) {
    const errorMessage =
      error instanceof UnreadableZip ? error.message : `UNKNOWN_EXCEPTION: ${error instanceof Error ? error.message : String(error)}`;
    return { status: 'Failed', messages: [], errorMessage };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

interface Laid {
  /** Of components that the org takes. */
  readonly messages: readonly ComponentMessage[];
  readonly refused: readonly ComponentMessage[];
  /** Opens the org over what was laid; absent when it cannot be opened. */
  readonly open?: () => void;
}

/**
 * Lays what came in over a copy and judges it. Without rollback what is refused is left out and the rest judged again, since others may
 * have stood on it, until the org takes what is left.
 */
async function laid(
  place: DeploymentPlace,
  project: string,
  next: string,
  incoming: IncomingMetadata,
  before: ComponentContent,
  rollbackOnError: boolean,
): Promise<Laid> {
  const refused = [...incoming.problems];
  let components = incoming.components;
  for (;;) {
    if (!rollbackOnError) components = await leaveOut(incoming.source, components, refused);
    const { messages, open } = await judgedOnce(place, project, next, { ...incoming, components }, before);
    const failures = messages.filter(({ success }) => !success);
    refused.push(...failures);
    const isOver = failures.length === 0 || rollbackOnError;
    // what is at fault outside of the components that came in cannot be left out
    const isStuck = !failures.some(({ componentType, fullName }) =>
      components.some((one) => one.type === componentType && one.fullName === fullName),
    );
    if (isOver || isStuck) return { messages: isOver ? messages.filter(({ success }) => success) : [], refused, ...(open && { open }) };
  }
}

/** Takes the refused out of what came in; gives the rest. */
async function leaveOut(
  source: string,
  components: IncomingMetadata['components'],
  refused: readonly ComponentMessage[],
): Promise<IncomingMetadata['components']> {
  const gone = new Set(refused.map(({ componentType, fullName }) => componentKey(componentType, fullName)));
  const [out, rest] = [
    components.filter(({ type, fullName }) => gone.has(componentKey(type, fullName))),
    components.filter(({ type, fullName }) => !gone.has(componentKey(type, fullName))),
  ];
  await takeAway(
    source,
    out.map(({ type, fullName }): ManifestEntry => ({ type, members: [fullName] })),
  );
  return rest;
}

async function judgedOnce(
  place: DeploymentPlace,
  project: string,
  next: string,
  incoming: IncomingMetadata,
  before: ComponentContent,
): Promise<{ readonly messages: readonly ComponentMessage[]; readonly open?: () => void }> {
  copyProject(project, next);
  const source = sourceOf(next);
  layOver(incoming.source, source);
  const absent = await takeAway(source, incoming.deletions);
  const deleted = incoming.deletions.flatMap(({ type, members }) => members.map((fullName) => deletion(type, fullName, absent)));
  const judged = await judgedMessages(incoming.components, place.judge(source), source, before);
  const messages = [...judged, ...deleted];
  if (messages.some(({ success }) => !success)) return { messages };
  const tried = triedOut(place, source);
  return typeof tried === 'function' ? { messages, open: tried } : { messages: [...messages, tried] };
}

function undone(message: ComponentMessage): ComponentMessage {
  return message.success ? { ...message, created: false, changed: false } : message;
}

/** What opens the org; or what the local org itself cannot run although an org would take it, by the words of the part that refuses. */
function triedOut(place: DeploymentPlace, source: string): ComponentMessage | (() => void) {
  try {
    return place.tryOut(source);
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
