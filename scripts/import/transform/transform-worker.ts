// The thread that transforms blocks: receives a block's place in the file, answers with the batch.

import { parentPort, workerData } from 'node:worker_threads';
import type { SourceBlock, SourceInspection } from '../source/inspection.ts';
import { ImportRefusal } from '../source/refusal.ts';
import type { TransformedBatch } from './batch.ts';
import { BlockReader } from './block-reader.ts';
import { limitsOf } from './plausibility.ts';
import type { TransformSettings } from './settings.ts';
import { BatchBuffers, buffersOf } from './batch-buffers.ts';
import { BlockTransformer } from './transform-block.ts';

export interface WorkerInput {
  readonly inspection: SourceInspection;
  readonly settings: TransformSettings;
}

/** A block to transform, or the buffers of a batch that is done with. */
export type WorkerOrder = { readonly block: SourceBlock } | { readonly buffers: ArrayBuffer[] };

/** A refusal travels as its parts: classes do not survive the way between threads. */
export type WorkerAnswer =
  | { readonly kind: 'batch'; readonly batch: TransformedBatch }
  | { readonly kind: 'refusal'; readonly code: string; readonly message: string; readonly action: string }
  | { readonly kind: 'error'; readonly error: unknown };

const port = parentPort;
if (port === null) throw new Error('transform-worker.ts runs as a worker thread only');

const { inspection, settings } = workerData as WorkerInput;
const reader = new BlockReader(inspection, settings.language);
const unused: ArrayBuffer[][] = [];
const transformer = new BlockTransformer({ inspection, settings, limits: limitsOf(settings) });

port.on('message', (order: WorkerOrder) => {
  if ('buffers' in order) {
    unused.push(order.buffers);
    return;
  }
  const { block } = order;
  try {
    const batch = transformer.transform(reader.read(block), block, new BatchBuffers(unused.pop()));
    port.postMessage({ kind: 'batch', batch } satisfies WorkerAnswer, buffersOf(batch));
  } catch (error) {
    const answer: WorkerAnswer =
      error instanceof ImportRefusal
        ? { kind: 'refusal', code: error.code, message: error.message, action: error.action }
        : { kind: 'error', error };
    port.postMessage(answer);
  }
});
