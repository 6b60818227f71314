// The thread behind file-thread.ts.

import { parentPort } from 'node:worker_threads';
import { readPart } from '../source/file-part.ts';
import { ImportRefusal } from '../source/refusal.ts';
import { BatchBuffers, buffersOf } from './batch-buffers.ts';
import { BlockReader } from './block-reader.ts';
import type { ThreadAnswer, ThreadInput, ThreadOrder } from './file-thread.ts';
import { limitsOf } from './plausibility.ts';
import { BlockTransformer } from './transform-block.ts';

const port = parentPort;
if (port === null) throw new Error('file-thread-worker.ts runs as a worker thread only');

/** Reads and transforms the blocks of one file. */
class BlockWork {
  readonly #reader: BlockReader;
  readonly #transformer: BlockTransformer;

  constructor({ inspection, settings }: ThreadInput) {
    this.#reader = new BlockReader(inspection, settings.language);
    this.#transformer = new BlockTransformer({ inspection, settings, limits: limitsOf(settings) });
  }

  batch(block: Parameters<BlockReader['read']>[0], used: ArrayBuffer[] | undefined): ReturnType<BlockTransformer['transform']> {
    return this.#transformer.transform(this.#reader.read(block), block, new BatchBuffers(used));
  }

  close(): void {
    this.#reader.close();
  }
}

const unused: ArrayBuffer[][] = [];
let work: BlockWork | undefined;

async function carryOut(order: ThreadOrder): Promise<readonly [ThreadAnswer, ArrayBuffer[]?] | undefined> {
  if ('buffers' in order) unused.push(order.buffers);
  else if ('begin' in order) {
    work?.close();
    work = new BlockWork(order.begin);
  } else if ('part' in order) return [{ kind: 'part', findings: await readPart(order.part) }];
  else if (work === undefined) throw new Error('a block came before what to transform it by');
  else {
    const batch = work.batch(order.block, unused.pop());
    return [{ kind: 'batch', batch }, buffersOf(batch)];
  }
  return undefined;
}

function told(error: unknown): ThreadAnswer {
  if (!(error instanceof ImportRefusal)) return { kind: 'error', error };
  return { kind: 'refusal', code: error.code, message: error.message, action: error.action };
}

let before = Promise.resolve();
port.on('message', (order: ThreadOrder) => {
  before = before.then(async () => {
    try {
      const answer = await carryOut(order);
      if (answer) port.postMessage(...answer);
    } catch (error) {
      port.postMessage(told(error));
    }
  });
});
