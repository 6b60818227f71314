// What an admin waits for: the check of the whole package, its deployment to an empty org, and the doctor of an org with many contracts.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startOrg, type ChildServer } from './child-server.ts';
import { fillLocalOrg } from './fill-local-org.ts';
import { cpuSeconds, measureProcess, type Measured } from './measure-process.ts';
import { sfEnvironment, sfLogin } from './sf-command.ts';
import { markdownTable } from './table.ts';

const SCRIPTS = path.join(import.meta.dirname, '..');
const CONTRACTS_PER_ACCOUNT = 2;

interface Line {
  readonly command: string;
  readonly took: Measured;
  /** Processor time of the local org meanwhile, in seconds; absent where none was asked. */
  readonly orgCpu?: number;
}

/** Runs a script of the project; `exitCodes`: those that tell that it did its work. */
async function node(script: string, args: readonly string[], exitCodes: readonly number[], options = {}): Promise<Measured> {
  const took = await measureProcess(process.execPath, [path.join(SCRIPTS, script), ...args], options);
  if (!exitCodes.includes(took.exitCode)) throw new Error(`${script} ended with ${took.exitCode}: ${took.stdout}`);
  return took;
}

async function withOrgCpu(command: string, org: ChildServer, work: () => Promise<Measured>): Promise<Line> {
  const before = cpuSeconds(org.pid);
  return { command, took: await work(), orgCpu: cpuSeconds(org.pid) - before };
}

async function deployments(folder: string): Promise<readonly Line[]> {
  mkdirSync(folder);
  const org = await startOrg(folder, { isEmpty: true });
  try {
    const home = path.join(folder, 'home');
    mkdirSync(home);
    await sfLogin(home, org, 'empty');
    const deploy = (...more: readonly string[]): Promise<Measured> =>
      node('admin/deploy/main.ts', ['--target-org', 'empty', ...more], [0], { env: sfEnvironment(home) });
    return [
      await withOrgCpu('npm run deploy, to an empty local org', org, () => deploy()),
      await withOrgCpu('npm run deploy once more, nothing changed', org, () => deploy()),
    ];
  } finally {
    await org.stop();
  }
}

async function examinations(folder: string, contracts: number): Promise<readonly Line[]> {
  mkdirSync(folder);
  const org = await startOrg(folder);
  try {
    await fillLocalOrg(org, contracts, CONTRACTS_PER_ACCOUNT);
    const told = contracts.toLocaleString('en-US');
    // 1: something needs attention, as in an org whose contracts were just loaded
    const examine = (): Promise<Measured> => node('admin/doctor/main.ts', ['--target-org', 'local'], [0, 1], { cwd: folder });
    return [
      await withOrgCpu(`npm run doctor, ${told} contracts, first`, org, examine),
      await withOrgCpu(`npm run doctor, ${told} contracts, again`, org, examine),
    ];
  } finally {
    await org.stop();
  }
}

/** Prints the time of each command. */
export async function benchAdmin(contracts: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-admin-'));
  try {
    const lines: readonly Line[] = [
      { command: 'npm run check:metadata', took: await node('build/check-metadata.ts', [], [0]) },
      ...(await deployments(path.join(folder, 'empty'))),
      ...(await examinations(path.join(folder, 'full'), contracts)),
    ];
    const rows = lines.map(({ command, took, orgCpu }) => [command, took.wallSeconds, took.cpuSeconds, orgCpu ?? '']);
    console.log(`\n${markdownTable(['Command', 'wall s', 'CPU s', 'CPU s of the org'], rows)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
