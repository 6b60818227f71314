// Runs a command as a process of its own and measures what it took: wall time, processor time and peak memory.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Measured {
  readonly wallSeconds: number;
  /** User and system time of the process, without its children. */
  readonly cpuSeconds: number;
  /** Largest resident memory, in megabytes of 2^20 bytes. */
  readonly peakMegabytes: number;
  readonly exitCode: number;
  readonly stdout: string;
}

const TICKS_PER_SECOND = 100;
const POLL_MILLISECONDS = 25;

function peakKilobytes(pid: number): number | undefined {
  try {
    // a process that has ended but was not waited for has no memory any more
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return undefined; // the process has ended between two looks
  }
}

function cpuTicks(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return undefined;
  }
}

/** Processor time that a running process has taken so far, in seconds. */
export function cpuSeconds(pid: number): number {
  return (cpuTicks(pid) ?? Number.NaN) / TICKS_PER_SECOND;
}

/** Measures a command; Linux only, because it reads /proc. Output is kept, not shown. Rejects when the command cannot start. */
export async function measureProcess(
  command: string,
  args: readonly string[],
  options: { env?: NodeJS.ProcessEnv; cwd?: string } = {},
): Promise<Measured> {
  if (process.platform !== 'linux') throw new Error('Benchmarks read /proc and run on Linux only.');
  const started = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...options.env }, cwd: options.cwd });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  let peak = 0;
  let ticks = 0;
  const look = setInterval(() => {
    if (child.pid === undefined) return;
    peak = Math.max(peak, peakKilobytes(child.pid) ?? 0);
    ticks = cpuTicks(child.pid) ?? ticks;
  }, POLL_MILLISECONDS);
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? -1));
  }).finally(() => clearInterval(look));
  return {
    wallSeconds: (performance.now() - started) / 1000,
    cpuSeconds: ticks / TICKS_PER_SECOND,
    peakMegabytes: peak / 1024,
    exitCode,
    stdout: exitCode === 0 ? stdout : `${stdout}\n${stderr}`,
  };
}
