// Inspects a large file on a thread of its own, so that this one can talk to the org meanwhile.

import { once } from 'node:events';
import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { inspectSource, type InspectOptions } from './inspect-source.ts';
import type { InspectAnswer, InspectOrder } from './inspect-worker.ts';
import type { SourceInspection } from './inspection.ts';
import { ImportRefusal } from './refusal.ts';

/** Smaller files are read before a thread has started. */
const LARGE_BYTES = 16 * 1024 * 1024;

export function isLarge(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) >= LARGE_BYTES;
}

/** The same as `inspectSource`, for a file of any size. */
export async function inspectFile(path: string, options: InspectOptions): Promise<SourceInspection> {
  if (!isLarge(path)) return inspectSource(path, options);
  const answer = await onThread({ path, options });
  if (answer.kind === 'inspection') return answer.inspection;
  if (answer.kind === 'error') throw answer.error;
  const { code, message, action, exitCode, values } = answer.refusal;
  throw new ImportRefusal(code, message, action, { exitCode, values });
}

/** As in transform-source.ts: a thread does not share the compile cache of the command. */
const START_WORKER = `
  require('node:module').enableCompileCache();
  import(${JSON.stringify(new URL('./inspect-worker.ts', import.meta.url).href)});
`;

async function onThread(order: InspectOrder): Promise<InspectAnswer> {
  const worker = new Worker(START_WORKER, { eval: true, workerData: order, resourceLimits: { maxYoungGenerationSizeMb: 4 } });
  try {
    // an error of the thread itself rejects the wait
    const [answer] = (await once(worker, 'message')) as [InspectAnswer];
    return answer;
  } finally {
    await worker.terminate();
  }
}
