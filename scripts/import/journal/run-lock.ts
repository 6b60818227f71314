// Keeps two loads of one project from writing to the same org at the same time.
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who holds the lock. */
export interface LockHolder {
  readonly pid: number;
  readonly run: string;
}

const ATTEMPTS = 3;

/**
 * Takes the lock of an org for a run; `folder` is that of all runs. Returns the function that gives it back, or the holder when another process has it. A lock whose
 * process is gone is taken over.
 */
export function lockOrg(folder: string, orgId: string, run: string): (() => void) | LockHolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${orgId.replaceAll(/\W/g, '')}.lock`);
  for (let attempt = 1; ; attempt += 1) {
    if (linked(path, JSON.stringify({ pid: process.pid, run }), run)) return () => rmSync(path, { force: true });
    const holder = readHolder(path);
    if (holder !== undefined && isImporting(holder.pid)) return holder;
    if (attempt === ATTEMPTS) return holder ?? { pid: 0, run: '' };
    rmSync(path, { force: true });
  }
}

/** True when a process that lives holds a lock for the run. */
export function isAtWork(folder: string, run: string): boolean {
  const locks = readdirSync(folder).filter((name) => name.endsWith('.lock'));
  return locks.some((name) => {
    const holder = readHolder(join(folder, name));
    return holder?.run === run && isImporting(holder.pid);
  });
}

/** Makes the file with its content in one step; false when it is there already. */
function linked(path: string, content: string, run: string): boolean {
  const written = `${path}.${run}`;
  // of a process that was killed just after it had the lock: writing to it would write into the lock itself
  rmSync(written, { force: true });
  writeFileSync(written, content, { mode: 0o600 });
  try {
    linkSync(written, path);
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(written, { force: true });
  }
}

function readHolder(path: string): LockHolder | undefined {
  try {
    const { pid, run } = JSON.parse(readFileSync(path, 'utf8')) as Partial<LockHolder>;
    return typeof pid === 'number' && typeof run === 'string' ? { pid, run } : undefined;
  } catch {
    // given back, or killed while writing it
    return undefined;
  }
}

/** True when that process lives and is not, after a restart of the machine, something else under the same number. */
function isImporting(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: unknown }).code === 'EPERM';
  }
  if (pid === process.pid || process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('import');
  } catch {
    return false;
  }
}
