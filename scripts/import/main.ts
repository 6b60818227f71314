// Command line of the import: `npm run import -- check FILE` and `load FILE`. Clock, random numbers and streams are made here.
import { randomBytes } from 'node:crypto';
import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

// Both keep memory small: compiled modules need no TypeScript stripper in memory, and short-lived batches no large nursery.
enableCompileCache();
setFlagsFromString('--semi-space-growth-factor=1');
const { runImport } = await import('./run-import.ts');

process.exitCode = await runImport(process.argv.slice(2), {
  folder: process.cwd(),
  environment: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
  randomText: () => randomBytes(3).toString('hex'),
  clock: () => performance.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
});
