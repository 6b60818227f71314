// For tests, preloaded into an import process: counts its outward steps and ends it without warning at a chosen one.
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { StatementSync } from 'node:sqlite';
import { isMainThread } from 'node:worker_threads';

type Operation = (this: unknown, ...values: unknown[]) => unknown;

/** Number of the step that is not done any more. */
const LAST = Number(process.env['IMPORT_DIES_AT_STEP'] ?? Infinity);
/** Regular expression over the values of a journal entry: the process ends as soon as such an entry is on disk. */
const ENTRY = process.env['IMPORT_DIES_AFTER_ENTRY'];

let steps = 0;

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  // the signal is delivered at once; nothing may happen in between
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

function step(): void {
  steps += 1;
  if (steps === LAST) die();
}

function counted(owner: object, name: string, after?: (values: readonly unknown[]) => void): void {
  const operations = owner as Record<string, Operation>;
  const operation = operations[name];
  if (operation === undefined) throw new Error(`there is no ${name} to count`);
  operations[name] = function (...values) {
    step();
    const result = operation.apply(this, values);
    after?.(values);
    return result;
  };
}

if (isMainThread) {
  counted(StatementSync.prototype, 'run', (values) => {
    if (ENTRY !== undefined && new RegExp(ENTRY).test(values.join(' '))) die();
    step();
  });
  counted(net.Socket.prototype, 'write');
  for (const name of ['rmSync', 'mkdirSync', 'linkSync', 'writeFileSync']) counted(fs, name);
  for (const name of ['open', 'writeFile', 'rm', 'rename', 'mkdir']) counted(promises, name);
  syncBuiltinESMExports();
}
