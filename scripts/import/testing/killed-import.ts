// For tests: the import as a process of its own that is killed without warning, at a point of its work and never at a point in time.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const MAIN = join(import.meta.dirname, '..', 'start.mjs');
const DIE_AT_STEP = pathToFileURL(join(import.meta.dirname, 'die-at-step.ts')).href;

/** Where the process ends: before its n-th step (a write to the journal, to a file or to the network), or right after a journal entry. */
export type Death = { readonly step: number } | { readonly entry: string };

export interface KilledResult {
  /** Null when it was killed. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the import in `folder` and lets it die there; it ends by itself when it never comes to that point. */
export function runUntil(folder: string, death: Death, argv: readonly string[]): Promise<KilledResult> {
  if ('step' in death) return run(folder, argv, { IMPORT_DIES_AT_STEP: String(death.step) });
  return run(folder, argv, { IMPORT_DIES_AFTER_ENTRY: death.entry });
}

function run(folder: string, argv: readonly string[], environment: Readonly<Record<string, string>>): Promise<KilledResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', DIE_AT_STEP, MAIN, ...argv], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LANG: 'C', ...environment },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}
