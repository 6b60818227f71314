// Command line of the import: `npm run import -- check FILE` and `load FILE`. Clock, random numbers and streams are made here.
import { randomBytes } from 'node:crypto';
import { interrupted } from './plan/import-failure.ts';
import { runImport } from './run-import.ts';

// a second signal ends the process at once
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort(interrupted()));

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(stopping.signal.reason as Error);
    };
    const timer = setTimeout(() => {
      stopping.signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (stopping.signal.aborted) stop();
    else stopping.signal.addEventListener('abort', stop, { once: true });
  });
}

process.exitCode = await runImport(process.argv.slice(2), {
  folder: process.cwd(),
  environment: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
  randomText: () => randomBytes(3).toString('hex'),
  clock: () => performance.now(),
  wait,
  signal: stopping.signal,
});
