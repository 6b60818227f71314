// The importer against the sf CLI, jsforce and the bare socket: the same rows to the same sink, ours from a dirty supplier file, theirs
// from a ready-made CSV.
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeSupplierFile } from '../data/supplier-file.ts';
import { request, startSink, type ChildServer } from './child-server.ts';
import { measureProcess, type Measured } from './measure-process.ts';
import { markdownTable } from './table.ts';

const PROJECT = path.join(import.meta.dirname, '..', '..');
const SF = path.join(PROJECT, 'node_modules/@salesforce/cli/bin/run.js');
const QUIET = {
  SF_DISABLE_TELEMETRY: 'true',
  SF_SKIP_NEW_VERSION_CHECK: 'true',
  SF_AUTOUPDATE_DISABLE: 'true',
  SF_DISABLE_LOG_FILE: 'true',
};

interface Upload {
  readonly file: string;
  readonly object: string;
  readonly rows: number;
}

/** Joins the contract jobs that the importer sent into one CSV, so that the CLI sends exactly the same rows. */
async function captured(sink: ChildServer, target: string): Promise<number> {
  const uploads = (await (await request(sink, 'GET', '/sink/uploads')).json()) as readonly Upload[];
  let rows = 0;
  for (const upload of uploads.filter(({ object }) => object === 'Competitor_Contract__c')) {
    const content = readFileSync(upload.file);
    appendFileSync(target, rows === 0 ? content : content.subarray(content.indexOf(10) + 1));
    rows += upload.rows;
  }
  return rows;
}

async function measureBoth(rows: number): Promise<readonly (readonly (string | number)[])[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-import-'));
  const file = path.join(folder, 'supplier.csv');
  const ready = path.join(folder, 'ready.csv');
  await writeSupplierFile(file, { rows, dirty: 0.02, seed: 3, today: '2026-11-22', encoding: 'windows-1252' });
  const sink = await startSink(folder, rows);
  try {
    const node = async (script: string, args: readonly string[], cwd = folder): Promise<Measured> => {
      const took = await measureProcess(process.execPath, [path.join(PROJECT, 'scripts', script), ...args], { cwd });
      if (took.exitCode > 1) throw new Error(`${script} ended with ${took.exitCode}: ${took.stdout}`);
      return took;
    };
    const provenance = ['--source', 'Bench', '--obtained-on', '2026-11-22', '--legal-basis', 'none: generated data'];
    const load = ['load', file, '--org', 'local', ...provenance];
    const decoded = await node('bench/decode-peer.ts', [file]);
    const checked = await node('import/main.ts', ['check', file]);
    const ours = await node('import/main.ts', load);
    const sent = await captured(sink, ready);
    const withSuccesses = await node('import/main.ts', [...load, '--successes']);
    const bare = await node('bench/socket-peer.ts', [sink.instanceUrl, sink.accessToken, ready]);
    const env = { ...QUIET, HOME: folder, SF_ACCESS_TOKEN: sink.accessToken };
    const login = ['org', 'login', 'access-token', '--instance-url', sink.instanceUrl, '--no-prompt', '--alias', 'sink'];
    await measureProcess(process.execPath, [SF, ...login], { env });
    const upsert = [
      ...['data', 'upsert', 'bulk', '--sobject', 'Competitor_Contract__c', '--external-id', 'External_Id__c'],
      ...['--file', ready, '--wait', '30', '--target-org', 'sink'],
    ];
    const theirs = await measureProcess(process.execPath, [SF, ...upsert], { env });
    if (theirs.exitCode !== 0) throw new Error(`sf data upsert bulk ended with ${theirs.exitCode}: ${theirs.stdout}`);
    const libraries = await node('bench/jsforce-peer.ts', [sink.instanceUrl, sink.accessToken, ready]);
    const row = (name: string, count: number, took: Measured): readonly (string | number)[] => [
      ...[name, count, took.wallSeconds, took.cpuSeconds, Math.round(took.peakMegabytes)],
      ratio(took.wallSeconds, theirs.wallSeconds),
    ];
    return [
      row('read and decode the file', rows, decoded),
      row('npm run import -- check (no org)', rows, checked),
      row('file to socket, nothing checked', sent, bare),
      row('npm run import -- load (validates, matches, dedupes)', rows, ours),
      row('the same with --successes (ids of all rows fetched)', rows, withSuccesses),
      row('sf data upsert bulk (sends a ready CSV)', sent, theirs),
      row('csv-parse + jsforce loadAndWaitForResults', sent, libraries),
    ];
  } finally {
    await sink.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of two times, with two decimals. */
function ratio(one: number, other: number): string {
  return (one / other).toFixed(2);
}

/** Prints wall time, processor time and peak memory of both for each number of rows. */
export async function benchImportLoad(sizes: readonly number[]): Promise<void> {
  const rows: (readonly (string | number)[])[] = [];
  for (const size of sizes) rows.push(...(await measureBoth(size)));
  console.log(`\n${markdownTable(['Load into a sink', 'rows', 'wall s', 'CPU s', 'peak MB', 'wall / sf'], rows)}`);
}
