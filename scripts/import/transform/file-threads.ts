// The threads of one import: they read the file in parts, and what ran warm there transforms it afterwards.

import type { ReadPart } from '../source/file-part.ts';
import { FileThread } from './file-thread.ts';

/** Starts threads when they are needed and keeps them until `close`. */
export class FileThreads {
  readonly #threads: FileThread[] = [];

  /** Reads a part on a thread that has nothing else to do. */
  readonly readPart: ReadPart = (order) => (this.#threads.find(({ isBusy }) => !isBusy) ?? this.#start()).readPart(order);

  /** So many threads, none of which has anything to do; those that are too many end, for the sake of memory. */
  async take(count: number): Promise<readonly FileThread[]> {
    while (this.#threads.length < count) this.#start();
    await Promise.all(this.#threads.splice(count).map((thread) => thread.close()));
    return [...this.#threads];
  }

  /** Ends them all, whatever they are doing. They start anew when they are asked again. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.splice(0).map((thread) => thread.close()));
  }

  #start(): FileThread {
    const thread = new FileThread();
    this.#threads.push(thread);
    return thread;
  }
}
