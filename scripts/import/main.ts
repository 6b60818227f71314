// Command line of the import: `npm run import -- check FILE` and `load FILE`. Clock, random numbers and streams are made here.
import { randomBytes } from 'node:crypto';
import { enableCompileCache } from 'node:module';

// before the other modules: compiled once, they start faster and need less memory the next time
enableCompileCache();
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
