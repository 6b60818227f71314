// For tests: a project folder with a local org to import into, and the import as a user starts it.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { startLocalOrg } from '../../local-org/start.ts';
import type { LocalOrg } from '../../local-org/start.ts';
import type { Fault } from '../../local-org/api/local/faults.ts';
import { runImport } from '../run-import.ts';

const MAIN = join(import.meta.dirname, '..', 'start.mjs');
export const PROVENANCE = ['--source', 'Bedrijvengids', '--obtained-on', '2026-11-01', '--legal-basis', 'gerechtvaardigd belang'];

export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ImportProject {
  readonly folder: string;
  readonly org: LocalOrg;
  /** Writes a file into the project and returns its path. */
  file(name: string, content: string | Uint8Array): string;
  /** Runs `npm run import -- …` in the project, inside this process. */
  run(...argv: readonly string[]): Promise<CommandResult>;
  /** The same as a process of its own. */
  spawn(...argv: readonly string[]): Promise<CommandResult>;
  /** The same on a terminal, where a person types these lines. */
  answering(lines: readonly string[], ...argv: readonly string[]): Promise<CommandResult>;
  /** Loads into the local org with complete provenance and parses the JSON document. */
  load(path: string, ...more: readonly string[]): Promise<CommandResult & { readonly document: ImportDocument }>;
  /** Signs in anew, after a session was ended. */
  signInAgain(): Promise<void>;
  /** Runs the import as a process that may write files of so many kilobytes at most. */
  limited(kilobytes: number, ...argv: readonly string[]): Promise<CommandResult>;
  /** Points `--org local` to another address or session. */
  connect(instanceUrl: string, accessToken: string): void;
  /** Switches faults of the org on (in an org that was started with them) and the earlier ones off. */
  fault(...faults: readonly Fault[]): Promise<void>;
  /** How often the faults have happened. */
  hits(): Promise<readonly number[]>;
  query(soql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  create(object: string, records: readonly Readonly<Record<string, unknown>>[]): Promise<void>;
  /** Changes records by their Id, as the administrator. */
  update(object: string, records: readonly Readonly<Record<string, unknown>>[]): Promise<void>;
  close(): Promise<void>;
}

export interface ImportDocument {
  readonly status: number;
  readonly run: Readonly<Record<string, string | null>>;
  readonly rows: Readonly<Record<'read' | 'created' | 'updated' | 'unchanged' | 'kept' | 'skipped' | 'rejected', number>>;
  readonly files: { readonly rejects: string | null; readonly report: string | null };
  readonly warnings: readonly { readonly code: string; readonly message: string; readonly lines?: readonly number[] }[];
  readonly error?: { readonly code: string; readonly message: string; readonly action: string };
}

export interface ProjectOptions {
  /** The package unless said otherwise. */
  readonly metadataFolders?: readonly string[];
  readonly faults?: boolean;
}

/** Starts an org in memory and an empty project beside it. */
export async function importProject(options: ProjectOptions = {}): Promise<ImportProject> {
  const folder = mkdtempSync(join(tmpdir(), 'import-project-'));
  const org = await startLocalOrg(options);
  let token = org.accessToken;
  const headers = () => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' });
  const send = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const init = { method, headers: headers(), ...(body !== undefined && { body: JSON.stringify(body) }) };
    const response = await fetch(`${org.url}/services/data/v68.0${path}`, init);
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response.status === 204 ? undefined : response.json();
  };
  const save = async (method: 'POST' | 'PATCH', object: string, records: readonly Readonly<Record<string, unknown>>[]): Promise<void> => {
    const body = { allOrNone: true, records: records.map((record) => ({ attributes: { type: object }, ...record })) };
    const results = (await send(method, '/composite/sobjects', body)) as { success: boolean; errors: unknown }[];
    const failed = results.find(({ success }) => !success);
    if (failed) throw new Error(JSON.stringify(failed.errors));
  };
  const run = (...argv: readonly string[]): Promise<CommandResult> => runHere(folder, argv);
  const connect = (instanceUrl: string, accessToken: string): void => {
    mkdirSync(join(folder, '.local-org'), { recursive: true });
    writeFileSync(join(folder, '.local-org', 'connection.json'), JSON.stringify({ instanceUrl, accessToken, username: org.username }));
  };
  connect(org.url, org.accessToken);
  return {
    folder,
    org,
    run,
    spawn: (...argv) => runApart(folder, [process.execPath, MAIN, ...argv]),
    answering: (lines, ...argv) => runHere(folder, argv, lines),
    limited: (kilobytes, ...argv) =>
      runApart(folder, ['sh', '-c', `ulimit -f ${kilobytes * 2} && exec "$@"`, 'sh', process.execPath, MAIN, ...argv]),
    signInAgain() {
      token = org.signIn(org.username);
      connect(org.url, token);
      return Promise.resolve();
    },
    connect,
    file(name, content) {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    },
    async load(path, ...more) {
      const result = await run('load', path, '--org', 'local', '--json', ...PROVENANCE, ...more);
      return { ...result, document: JSON.parse(result.stdout) as ImportDocument };
    },
    async fault(...faults) {
      await send('POST', '/local/faults', { faults });
    },
    async hits() {
      return ((await send('GET', '/local/faults')) as { hits: number[] }).hits;
    },
    async query(soql) {
      return ((await send('GET', `/query?q=${encodeURIComponent(soql)}`)) as { records: Record<string, unknown>[] }).records;
    },
    create: (object, records) => save('POST', object, records),
    update: (object, records) => save('PATCH', object, records),
    async close() {
      await org.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A project whose org knows the provider Waddenwind and one business, Zaak, with KvK number 12345678. */
export async function projectOfOneBusiness(options: ProjectOptions = {}): Promise<ImportProject> {
  const project = await importProject(options);
  await project.create('Competitor__c', [
    { Name: 'Waddenwind', External_Id__c: 'waddenwind', Review_State__c: 'Confirmed', Is_Active__c: true },
  ]);
  await project.create('Account', [{ Name: 'Zaak', KvK_Number__c: '12345678' }]);
  return project;
}

async function runHere(folder: string, argv: readonly string[], lines?: readonly string[]): Promise<CommandResult> {
  const [stdout, stderr] = [new TextStream(), new TextStream()];
  const stdin = lines === undefined ? { isTTY: false } : Object.assign(Readable.from(lines.map((line) => `${line}\n`)), { isTTY: true });
  if (lines !== undefined) Object.assign(stderr, { isTTY: true });
  const exitCode = await runImport(argv, {
    folder,
    environment: { ...process.env, LC_ALL: 'C' },
    stdin: stdin as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    stderr: stderr as unknown as NodeJS.WriteStream,
    now: () => new Date(),
    randomText: () => randomBytes(3).toString('hex'),
    clock: () => performance.now(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, Math.min(milliseconds, 50))),
  });
  return { exitCode, stdout: stdout.text, stderr: stderr.text };
}

class TextStream extends Writable {
  text = '';

  override _write(piece: Buffer, _encoding: string, done: () => void): void {
    this.text += piece.toString('utf8');
    done();
  }
}

function runApart(folder: string, [command = '', ...argv]: readonly string[]): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, argv, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LANG: 'C' },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}
