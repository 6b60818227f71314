// Days of the local org's clock over many contracts: seconds per day, memory, and what a changed record costs in small orgs and in large ones.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DayReport } from '../local-org/engine/automation/run-days.ts';
import { addDays } from '../platform/civil-date.ts';
import { request, startOrg, type ChildServer } from './child-server.ts';
import { fillLocalOrg } from './fill-local-org.ts';
import { markdownTable } from './table.ts';

const CONTRACTS_PER_ACCOUNT = 10;
const SMALL = 10_000;
/** So many days that a small org too has enough records that change. */
const SMALL_DAYS = 60;
const LARGE_DAYS = 3;
const POLL_MILLISECONDS = 50;

interface Measured {
  readonly day: string;
  readonly seconds: number;
  readonly interviews: number;
  /** Records that flows have saved. */
  readonly saved: number;
  readonly faults: number;
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Runs one day over HTTP, as the clock command does. */
async function runDay(server: ChildServer, day: string): Promise<Measured> {
  const started = performance.now();
  const text = await (await request(server, 'POST', '/local/clock', JSON.stringify({ until: day }))).text();
  const seconds = (performance.now() - started) / 1000;
  const reports = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as DayReport | { readonly error: string });
  const runs = reports.flatMap((report) => {
    if ('error' in report) throw new Error(report.error);
    return report.runs;
  });
  const saved = total(runs.flatMap((run) => Object.values(run.saved)));
  return { day, seconds, interviews: total(runs.map((run) => run.interviews)), saved, faults: total(runs.map((run) => run.faults)) };
}

/** Watches the resident memory of a process, in megabytes. */
function watchMemory(pid: number): { stop(): void; largest(): number } {
  let largest = 0;
  const timer = setInterval(() => {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    largest = Math.max(largest, Number(kilobytes ?? 0) / 1024);
  }, POLL_MILLISECONDS);
  return { stop: () => clearInterval(timer), largest: () => largest };
}

/**
 * Fills an org and runs the night after: whatever is in its window already gets its approach task, so that it is no day like the others and
 * is told of apart. Then stops the org, so that the memory of the load is not taken for that of the days.
 */
async function fill(folder: string, contracts: number): Promise<Measured> {
  const server = await startOrg(folder);
  try {
    const { today } = await fillLocalOrg(server, contracts, CONTRACTS_PER_ACCOUNT);
    return await runDay(server, addDays(today, 1));
  } finally {
    await server.stop();
    rmSync(path.join(folder, '.local-org', 'connection.json'));
  }
}

async function runDays(
  folder: string,
  from: string,
  count: number,
): Promise<{ readonly days: readonly Measured[]; readonly megabytes: number }> {
  const server = await startOrg(folder);
  const memory = watchMemory(server.pid);
  const days: Measured[] = [];
  try {
    for (let ahead = 1; ahead <= count; ahead += 1) days.push(await runDay(server, addDays(from, ahead)));
  } finally {
    memory.stop();
    await server.stop();
  }
  return { days, megabytes: memory.largest() };
}

async function measure(contracts: number): Promise<readonly (string | number)[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-clock-'));
  try {
    const first = await fill(folder, contracts);
    const { days, megabytes } = await runDays(folder, first.day, contracts <= SMALL ? SMALL_DAYS : LARGE_DAYS);
    const seconds = days.map((day) => day.seconds);
    const saved = total(days.map((day) => day.saved));
    const faults = first.faults + total(days.map((day) => day.faults));
    if (faults > 0) throw new Error(`${faults} interviews have failed`);
    const perDay = Math.round(saved / days.length);
    const perRecord = (total(seconds) * 1000) / saved;
    return [
      contracts,
      first.seconds,
      first.saved,
      days.length,
      Math.max(...seconds),
      total(seconds) / days.length,
      perDay,
      perRecord,
      Math.round(megabytes),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints the days of a small org beside those of one with the given number of contracts. */
export async function benchClockDay(contracts: number): Promise<void> {
  const rows: (readonly (string | number)[])[] = [];
  for (const size of [...new Set([Math.min(SMALL, contracts), contracts])]) rows.push(await measure(size));
  const headings = [
    'A day of the clock, contracts',
    'night after the load s',
    'records changed then',
    'days',
    'longest s',
    'mean s',
    'records changed a day',
    'ms per changed record',
    'peak MB',
  ];
  console.log(`\n${markdownTable(headings, rows)}`);
}
