// The second pass: transforms the file block by block, on worker threads where there is more than one block, and keeps file order.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SourceBlock, SourceInspection } from '../source/inspection.ts';
import { ImportRefusal } from '../source/refusal.ts';
import type { TransformedBatch } from './batch.ts';
import { BatchBuffers, buffersOf } from './batch-buffers.ts';
import { BlockReader } from './block-reader.ts';
import { limitsOf } from './plausibility.ts';
import type { TransformSettings } from './settings.ts';
import { BlockTransformer } from './transform-block.ts';
import type { WorkerAnswer, WorkerInput, WorkerOrder } from './transform-worker.ts';

/** Blocks that each worker has in hand or finished and not yet taken: what bounds the memory. */
const BLOCKS_PER_WORKER = 3;

/**
 * Batches in file order; the sum of their `read` is `inspection.rows`. Nothing is read ahead of the consumer further than a few
 * blocks. The arrays of a batch are lent: they are used again when the next batch is asked for. Throws ImportRefusal when the file changed since its inspection. Leaving the loop early stops the workers.
 */
export async function* transformSource(
  inspection: SourceInspection,
  settings: TransformSettings,
): AsyncGenerator<TransformedBatch, void, undefined> {
  if (inspection.blocks.length <= 1 && settings.workers === undefined) yield* transformHere(inspection, settings);
  else yield* transformOnWorkers(inspection, settings);
}

function* transformHere(inspection: SourceInspection, settings: TransformSettings): Generator<TransformedBatch, void, undefined> {
  const reader = new BlockReader(inspection, settings.language);
  try {
    const transformer = new BlockTransformer({ inspection, settings, limits: limitsOf(settings) });
    for (const block of inspection.blocks) yield transformer.transform(reader.read(block), block, new BatchBuffers());
  } finally {
    reader.close();
  }
}

async function* transformOnWorkers(
  inspection: SourceInspection,
  settings: TransformSettings,
): AsyncGenerator<TransformedBatch, void, undefined> {
  const wanted = settings.workers ?? Math.max(1, availableParallelism() - 1);
  const count = Math.min(wanted, inspection.blocks.length);
  // Blocks and spellings stay here: a worker is told each block when its turn comes.
  const input: WorkerInput = {
    inspection: { ...inspection, blocks: [], providers: [], categories: [], notices: [], withoutKvk: [], shortKvk: [] },
    settings,
  };
  const workers = Array.from({ length: count }, () => new TransformThread(input));
  try {
    const waiting: { readonly worker: TransformThread; readonly answer: Promise<TransformedBatch> }[] = [];
    let next = 0;
    const send = (): void => {
      const block = inspection.blocks[next];
      const worker = workers[next % count];
      if (block === undefined || worker === undefined) return;
      next += 1;
      const answer = worker.transform(block);
      // The consumer meets a failure when it comes to this block; until then it must not count as unhandled.
      answer.catch(() => undefined);
      waiting.push({ worker, answer });
    };
    for (let at = 0; at < count * BLOCKS_PER_WORKER; at += 1) send();
    for (let first = waiting.shift(); first !== undefined; first = waiting.shift()) {
      const batch = await first.answer;
      send();
      yield batch;
      first.worker.takeBack(batch);
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.close()));
  }
}

/** A thread does not share the compile cache of the command; without one it loads the TypeScript stripper, which takes 26 MB. */
const START_WORKER = `
  require('node:module').enableCompileCache();
  import(${JSON.stringify(new URL('./transform-worker.ts', import.meta.url).href)});
`;

interface Awaiting {
  readonly resolve: (batch: TransformedBatch) => void;
  readonly reject: (error: unknown) => void;
}

/** A worker that answers in the order in which it is asked. */
class TransformThread {
  readonly #worker: Worker;
  readonly #awaiting: Awaiting[] = [];
  #failure: unknown;

  constructor(input: WorkerInput) {
    this.#worker = new Worker(START_WORKER, { eval: true, workerData: input, resourceLimits: { maxYoungGenerationSizeMb: 4 } });
    this.#worker.on('message', (answer: WorkerAnswer) => this.#settle(answer));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', (code) => this.#fail(new Error(`the transforming thread ended early (code ${code})`)));
  }

  transform(block: SourceBlock): Promise<TransformedBatch> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) {
        reject(this.#failure);
        return;
      }
      this.#awaiting.push({ resolve, reject });
      this.#worker.postMessage({ block } satisfies WorkerOrder);
    });
  }

  /** Returns the buffers of a batch to the worker that filled them. */
  takeBack(batch: TransformedBatch): void {
    const buffers = buffersOf(batch);
    this.#worker.postMessage({ buffers } satisfies WorkerOrder, buffers);
  }

  #settle(answer: WorkerAnswer): void {
    const awaiting = this.#awaiting.shift();
    if (answer.kind === 'batch') awaiting?.resolve(answer.batch);
    else awaiting?.reject(answer.kind === 'refusal' ? new ImportRefusal(answer.code, answer.message, answer.action) : answer.error);
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    for (const { reject } of this.#awaiting.splice(0)) reject(error);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
