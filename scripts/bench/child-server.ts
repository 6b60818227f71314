// Starts a server of the benchmark as a process of its own and waits for the connection that it tells.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface Connection {
  readonly instanceUrl: string;
  readonly accessToken: string;
  readonly username: string;
}

export interface ChildServer extends Connection {
  readonly pid: number;
  stop(): Promise<void>;
}

const SCRIPTS = path.join(import.meta.dirname, '..');
const START_SECONDS = 60;
/**
 * As `npm run org` starts it: a load leaves young garbage, which costs nothing when it is collected seldom; what it takes for old by mistake
 * is collected when it is as much again as what is in use, where V8 by itself would wait for four times as much.
 */
const MEMORY = ['--max-semi-space-size=64', '--heap-growing-percent=100'];

function stopper(child: ChildProcess): () => Promise<void> {
  return () =>
    new Promise((resolve) => {
      child.once('close', () => resolve());
      child.stdin?.end();
      child.kill('SIGTERM');
    });
}

/** Starts the sink and leaves its connection in `folder` as a local org would, so that `--org local` finds it there. */
export async function startSink(folder: string, accounts: number): Promise<ChildServer> {
  const child = spawn(process.execPath, [path.join(SCRIPTS, 'bench/sink-server.ts'), String(accounts)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').once('data', resolve);
    child.once('close', () => reject(new Error('the sink ended before it was ready')));
  });
  const connection = JSON.parse(line) as Connection;
  mkdirSync(path.join(folder, '.local-org'), { recursive: true });
  writeFileSync(path.join(folder, '.local-org', 'connection.json'), line);
  return { ...connection, pid: child.pid ?? 0, stop: stopper(child) };
}

/** Starts `npm run org` in `folder`, on disk and on a free port; an empty one holds no package. */
export async function startOrg(folder: string, { isEmpty = false } = {}): Promise<ChildServer> {
  const child = spawn(process.execPath, [...MEMORY, path.join(SCRIPTS, 'local-org/main.mjs'), ...(isEmpty ? ['--empty'] : [])], {
    cwd: folder,
    env: { ...process.env, LOCAL_ORG_PORT: '0' },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const file = path.join(folder, isEmpty ? '.local-org/empty' : '.local-org', 'connection.json');
  for (let waited = 0; !existsSync(file); waited += 0.1) {
    if (waited > START_SECONDS || child.exitCode !== null) throw new Error('the local org did not start');
    await wait(100);
  }
  await wait(100);
  const connection = JSON.parse(readFileSync(file, 'utf8')) as Connection;
  return { ...connection, pid: child.pid ?? 0, stop: stopper(child) };
}

/** A request to `/services/data/v68.0`; throws with the answer's text when it is refused. */
export async function request(
  server: Connection,
  method: string,
  resource: string,
  body?: string,
  type = 'application/json',
): Promise<Response> {
  const response = await fetch(`${server.instanceUrl}/services/data/v68.0${resource}`, {
    method,
    headers: { authorization: `Bearer ${server.accessToken}`, 'content-type': type },
    ...(body === undefined ? {} : { body }),
  });
  if (!response.ok) throw new Error(`${method} ${resource}: ${response.status} ${await response.text()}`);
  return response;
}
