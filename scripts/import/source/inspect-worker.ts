// The thread that inspects a large file: answers once, with the inspection or with why there is none.

import { parentPort, workerData } from 'node:worker_threads';
import { inspectSource, type InspectOptions } from './inspect-source.ts';
import type { SourceInspection } from './inspection.ts';
import { ImportRefusal } from './refusal.ts';

export interface InspectOrder {
  readonly path: string;
  readonly options: InspectOptions;
}

/** A refusal travels as its parts: classes do not survive the way between threads. */
export type InspectAnswer =
  | { readonly kind: 'inspection'; readonly inspection: SourceInspection }
  | { readonly kind: 'refusal'; readonly refusal: Pick<ImportRefusal, 'code' | 'message' | 'action' | 'exitCode' | 'values'> }
  | { readonly kind: 'error'; readonly error: unknown };

async function answer({ path, options }: InspectOrder): Promise<InspectAnswer> {
  try {
    return { kind: 'inspection', inspection: await inspectSource(path, options) };
  } catch (error) {
    if (!(error instanceof ImportRefusal)) return { kind: 'error', error };
    const { code, message, action, exitCode, values } = error;
    return { kind: 'refusal', refusal: { code, message, action, exitCode, values } };
  }
}

const port = parentPort;
if (port === null) throw new Error('inspect-worker.ts runs as a worker thread only');
port.postMessage(await answer(workerData as InspectOrder));
