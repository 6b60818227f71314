import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Connection } from 'jsforce';

const START = path.join(import.meta.dirname, 'start.ts');
const START_LIMIT = 180_000;

interface Running {
  readonly process: ChildProcess;
  readonly output: string;
}

let folder = '';
let running: Running;

/** Runs `npm start`'s program in the folder until it says that it is running, or ends. */
async function start(port: string): Promise<Running & { readonly exitCode: number | null }> {
  const child = spawn(process.execPath, [START], {
    cwd: folder,
    env: { ...process.env, LOCAL_ORG_PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ready = new Promise<void>((resolve) => {
    const hear = (text: string): void => {
      output += text;
      if (output.includes('Stop with Ctrl+C')) resolve();
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.once('close', () => resolve());
  });
  await ready;
  return { process: child, output, exitCode: child.exitCode };
}

async function stop({ process: child }: Running): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'close');
}

function connect(): Connection {
  const { instanceUrl, accessToken } = JSON.parse(readFileSync(path.join(folder, '.local-org/connection.json'), 'utf8')) as Record<
    string,
    string
  >;
  return new Connection({ instanceUrl, accessToken, version: '68.0' });
}

before(
  async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'npm-start-'));
    running = await start('0');
  },
  { timeout: START_LIMIT },
);

after(async () => {
  await stop(running);
  rmSync(folder, { recursive: true, force: true });
});

test('a browser is first signed in as a sales rep, whose worklist has work', async () => {
  const { instanceUrl = '' } = JSON.parse(readFileSync(path.join(folder, '.local-org/connection.json'), 'utf8')) as Record<string, string>;
  const page = await fetch(`${instanceUrl}/`);
  const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const answer = await fetch(`${instanceUrl}/services/oauth2/userinfo`, { headers: { cookie } });
  const { name, user_id } = (await answer.json()) as { readonly name: string; readonly user_id: string };
  assert.equal(name, 'Zoë Zuid');
  const { totalSize } = await connect().query(
    `SELECT Id FROM Competitor_Contract__c WHERE Account__r.OwnerId = '${user_id}' AND Decision_Date__c = NEXT_N_DAYS:90 LIMIT 50`,
  );
  assert.equal(totalSize, 50);
});

test('npm start imports the sample and says where the pages are', async () => {
  assert.match(running.output, /Customer Lifecycle is running: +http:\/\/127\.0\.0\.1:\d+\//);
  const run = readdirSync(path.join(folder, '.import'))[0] ?? '';
  const report = JSON.parse(readFileSync(path.join(folder, '.import', run, 'report.json'), 'utf8')) as { rows: Record<string, number> };
  const { read = 0, created = 0, updated = 0, unchanged = 0, kept = 0, skipped = 0, rejected = 0 } = report.rows;
  assert.equal(read, created + updated + unchanged + kept + skipped + rejected);
  assert.ok(read >= 5000 && rejected > 100, `${read} read, ${rejected} rejected`);
  const { records } = await connect().query<{ n: number }>('SELECT COUNT(Id) n FROM Competitor_Contract__c WHERE Import_Run__c != null');
  assert.equal(records[0]?.n, created);
});

test('decision dates follow the inclusive-end rule on the imported contracts', async () => {
  const { records } = await connect().query<{ End_Date__c: string; Notice_Length__c: number; Decision_Date__c: string }>(
    "SELECT End_Date__c, Notice_Length__c, Decision_Date__c FROM Competitor_Contract__c WHERE Notice_Unit__c = 'Months' AND Notice_Length__c = 1 AND End_Date__c > TODAY AND CALENDAR_MONTH(End_Date__c) = 12 AND DAY_IN_MONTH(End_Date__c) = 31 LIMIT 5",
  );
  assert.equal(records.length, 5);
  for (const { End_Date__c: end, Decision_Date__c: decision } of records) assert.equal(decision, `${end.slice(0, 4)}-11-30`);
});

test('the connection file is for its owner alone', () => {
  assert.equal(statSync(path.join(folder, '.local-org/connection.json')).mode & 0o777, 0o600);
});

test('a busy port is one clear sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const taken = mkdtempSync(path.join(tmpdir(), 'npm-start-busy-'));
  const child = spawn(process.execPath, [START], {
    cwd: taken,
    env: { ...process.env, LOCAL_ORG_PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let error = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text));
  const [code] = (await once(child, 'close')) as [number];
  other.close();
  rmSync(taken, { recursive: true, force: true });
  assert.equal(error.trim(), `Port ${port} is in use. Stop the other program or set LOCAL_ORG_PORT to a free port.`);
  assert.equal(code, 3);
});

test('a second start keeps the data and imports nothing', async () => {
  await stop(running);
  const runs = readdirSync(path.join(folder, '.import')).length;
  running = await start('0');
  assert.doesNotMatch(running.output, /Importing the sample/);
  assert.equal(readdirSync(path.join(folder, '.import')).length, runs);
  const { records } = await connect().query<{ n: number }>('SELECT COUNT(Id) n FROM Competitor_Contract__c');
  assert.ok((records[0]?.n ?? 0) > 4000);
});
