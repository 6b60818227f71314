// A thread that reads and transforms what it is told, one order after another.

import { Worker } from 'node:worker_threads';
import type { PartFindings, PartOrder } from '../source/file-part.ts';
import type { SourceBlock, SourceInspection } from '../source/inspection.ts';
import { ImportRefusal } from '../source/refusal.ts';
import type { TransformedBatch } from './batch.ts';
import { buffersOf } from './batch-buffers.ts';
import type { TransformSettings } from './settings.ts';

/** What blocks are transformed by, until the next `begin`. */
export interface ThreadInput {
  readonly inspection: SourceInspection;
  readonly settings: TransformSettings;
}

/** A part of the file to read, what to transform by, a block to transform, or the buffers of a batch that is done with. */
export type ThreadOrder =
  { readonly part: PartOrder } | { readonly begin: ThreadInput } | { readonly block: SourceBlock } | { readonly buffers: ArrayBuffer[] };

/** To a part and to a block. A refusal travels as its parts: classes do not survive the way between threads. */
export type ThreadAnswer =
  | { readonly kind: 'part'; readonly findings: PartFindings }
  | { readonly kind: 'batch'; readonly batch: TransformedBatch }
  | { readonly kind: 'refusal'; readonly code: string; readonly message: string; readonly action: string }
  | { readonly kind: 'error'; readonly error: unknown };

/** A thread does not share the compile cache of the command; without one it loads the TypeScript stripper, which takes 26 MB. */
const START_WORKER = `
  require('node:module').enableCompileCache();
  import(${JSON.stringify(new URL('./file-thread-worker.ts', import.meta.url).href)});
`;

interface Awaiting {
  readonly resolve: (answer: ThreadAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** Answers in the order in which it is asked. */
export class FileThread {
  readonly #worker = new Worker(START_WORKER, { eval: true, resourceLimits: { maxYoungGenerationSizeMb: 4 } });
  readonly #awaiting: Awaiting[] = [];
  #failure: unknown;

  constructor() {
    this.#worker.on('message', (answer: ThreadAnswer) => this.#awaiting.shift()?.resolve(answer));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', (code) => this.#fail(new Error(`the thread that reads the file ended early (code ${code})`)));
  }

  get isBusy(): boolean {
    return this.#awaiting.length > 0;
  }

  async readPart(part: PartOrder): Promise<PartFindings> {
    const answer = await this.#ask({ part });
    if (answer.kind === 'part') return answer.findings;
    throw failureOf(answer);
  }

  /** The blocks that follow are transformed by this. */
  begin(input: ThreadInput): void {
    this.#worker.postMessage({ begin: input } satisfies ThreadOrder);
  }

  async transform(block: SourceBlock): Promise<TransformedBatch> {
    const answer = await this.#ask({ block });
    if (answer.kind === 'batch') return answer.batch;
    throw failureOf(answer);
  }

  /** Returns the buffers of a batch to the thread that filled them. */
  takeBack(batch: TransformedBatch): void {
    const buffers = buffersOf(batch);
    this.#worker.postMessage({ buffers } satisfies ThreadOrder, buffers);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #ask(order: ThreadOrder): Promise<ThreadAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) {
        reject(this.#failure);
        return;
      }
      this.#awaiting.push({ resolve, reject });
      this.#worker.postMessage(order);
    });
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    for (const { reject } of this.#awaiting.splice(0)) reject(error);
  }
}

function failureOf(answer: ThreadAnswer): unknown {
  if (answer.kind === 'refusal') return new ImportRefusal(answer.code, answer.message, answer.action);
  return answer.kind === 'error' ? answer.error : new Error(`a thread answered with a ${answer.kind} that nobody had asked for`);
}
