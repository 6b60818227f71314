// The second pass: transforms the file block by block, on threads where there is more than one block, and keeps file order.

import { availableParallelism } from 'node:os';
import type { SourceInspection } from '../source/inspection.ts';
import type { TransformedBatch } from './batch.ts';
import { BatchBuffers } from './batch-buffers.ts';
import { BlockReader } from './block-reader.ts';
import type { FileThread, ThreadInput } from './file-thread.ts';
import { FileThreads } from './file-threads.ts';
import { limitsOf } from './plausibility.ts';
import type { TransformSettings } from './settings.ts';
import { BlockTransformer } from './transform-block.ts';

/** Blocks that each thread has in hand or finished and not yet taken: what bounds the memory, and how long the consumer may be busy elsewhere. */
const BLOCKS_PER_THREAD = 6;

/**
 * Batches in file order; the sum of their `read` is `inspection.rows`. Nothing is read ahead of the consumer further than a few
 * blocks. The arrays of a batch are lent: they are used again when the next batch is asked for. Throws ImportRefusal when the file
 * changed since its inspection. Uses the threads of `threads` and leaves them there; leaving the loop early ends them.
 */
export async function* transformSource(
  inspection: SourceInspection,
  settings: TransformSettings,
  threads?: FileThreads,
): AsyncGenerator<TransformedBatch, void, undefined> {
  if (inspection.blocks.length <= 1 && settings.workers === undefined) {
    yield* transformHere(inspection, settings);
    return;
  }
  const used = threads ?? new FileThreads();
  let isDone = false;
  try {
    yield* transformOnThreads(inspection, settings, used);
    isDone = true;
  } finally {
    if (!isDone || threads === undefined) await used.close();
  }
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

async function* transformOnThreads(
  inspection: SourceInspection,
  settings: TransformSettings,
  from: FileThreads,
): AsyncGenerator<TransformedBatch, void, undefined> {
  const wanted = settings.workers ?? Math.max(1, availableParallelism() - 1);
  const count = Math.min(wanted, inspection.blocks.length);
  // Blocks and spellings stay here: a thread is told each block when its turn comes.
  const input: ThreadInput = {
    inspection: { ...inspection, blocks: [], providers: [], categories: [], notices: [], withoutKvk: [], shortKvk: [] },
    settings,
  };
  const threads = await from.take(count);
  for (const thread of threads) thread.begin(input);
  const waiting: { readonly thread: FileThread; readonly answer: Promise<TransformedBatch> }[] = [];
  let next = 0;
  const send = (): void => {
    const block = inspection.blocks[next];
    const thread = threads[next % count];
    if (block === undefined || thread === undefined) return;
    next += 1;
    const answer = thread.transform(block);
    // The consumer meets a failure when it comes to this block; until then it must not count as unhandled.
    answer.catch(() => undefined);
    waiting.push({ thread, answer });
  };
  for (let at = 0; at < count * BLOCKS_PER_THREAD; at += 1) send();
  for (let first = waiting.shift(); first !== undefined; first = waiting.shift()) {
    const batch = await first.answer;
    send();
    yield batch;
    first.thread.takeBack(batch);
  }
}
