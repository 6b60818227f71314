// For tests: the import as a process of its own that is killed without warning.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '..', 'main.ts');

/** Starts the import and kills it (SIGKILL) after that many milliseconds, or as soon as `when` says so. Returns its exit code, or null when it was killed. */
export function runFor(
  folder: string,
  milliseconds: number,
  argv: readonly string[],
  when?: () => Promise<boolean>,
): Promise<{ readonly exitCode: number | null; readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...argv], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LANG: 'C' },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    void (async () => {
      while (when !== undefined && child.exitCode === null) if (await when()) return child.kill('SIGKILL');
      return false;
    })();
    child.on('error', reject);
    child.on('close', (exitCode) => {
      clearTimeout(timer);
      resolve({ exitCode, stdout, stderr });
    });
  });
}
