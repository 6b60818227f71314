// The importer against the sf CLI, jsforce, SFDMU and the bare socket: the same rows to the same sink, ours from a dirty supplier file,
// theirs from a ready-made CSV.
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeSupplierFile } from '../data/supplier-file.ts';
import { request, startSink, type ChildServer } from './child-server.ts';
import { runJsforce, runSfUpsert, runSfdmu } from './import-peers.ts';
import { measureProcess, type Measured } from './measure-process.ts';
import { SFDMU_VERSION } from './sfdmu-package.ts';
import { markdownTable } from './table.ts';

const SCRIPTS = path.join(import.meta.dirname, '..');
/** The others hold all rows in memory, some 2 to 4 GB for each million. */
const MOST_FOR_PEERS = 1_000_000;
/** As `npm run import` is started. */
const SMALL_NURSERY = '--max-semi-space-size=4';
const PROVENANCE = ['--source', 'Bench', '--obtained-on', '2026-11-22', '--legal-basis', 'none: generated data'];

interface Upload {
  readonly file: string;
  readonly object: string;
  readonly rows: number;
}

interface Line {
  readonly name: string;
  readonly rows: number;
  /** Absent for a peer that is not on this machine; the name says so. */
  readonly took: Measured | undefined;
}

/** Joins the contract jobs that the importer sent into one CSV, so that the others send exactly the same rows. */
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

async function measureAll(rows: number, hasPeers: boolean, sfdmu: string | undefined): Promise<readonly Line[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-import-'));
  const file = path.join(folder, 'supplier.csv');
  const ready = path.join(folder, 'ready.csv');
  await writeSupplierFile(file, { rows, dirty: 0.02, seed: 3, today: '2026-11-22', encoding: 'windows-1252' });
  const sink = await startSink(folder, rows);
  const node = async (script: string, args: readonly string[]): Promise<Measured> => {
    const took = await measureProcess(process.execPath, [SMALL_NURSERY, path.join(SCRIPTS, script), ...args], { cwd: folder });
    if (took.exitCode > 1) throw new Error(`${script} ended with ${took.exitCode}: ${took.stdout}`);
    return took;
  };
  try {
    const load = ['load', file, '--org', 'local', ...PROVENANCE];
    // compiled once, as for whoever uses the command a second time
    await node('import/start.mjs', ['check', '--help']);
    const lines: Line[] = [
      { name: 'read and decode the file', rows, took: await node('bench/decode-peer.ts', [file]) },
      { name: 'npm run import -- check (no org)', rows, took: await node('import/start.mjs', ['check', file]) },
      { name: 'npm run import -- load (validates, matches, dedupes)', rows, took: await node('import/start.mjs', load) },
    ];
    const sent = await captured(sink, ready);
    const bare = await node('bench/socket-peer.ts', [sink.instanceUrl, sink.accessToken, ready]);
    lines.splice(2, 0, { name: 'file to socket, nothing checked', rows: sent, took: bare });
    if (!hasPeers) return lines;
    const withSuccesses = await node('import/start.mjs', [...load, '--successes']);
    lines.push({ name: 'the same with --successes (ids of all rows fetched)', rows, took: withSuccesses });
    const sides = { sink, ready, folder };
    lines.push({ name: 'sf data upsert bulk (sends a ready CSV)', rows: sent, took: await runSfUpsert(sides) });
    lines.push({ name: 'csv-parse + jsforce loadAndWaitForResults', rows: sent, took: await runJsforce(sides) });
    if (rows <= 100_000) {
      const took = sfdmu === undefined ? undefined : await runSfdmu(sides, sfdmu);
      lines.push({ name: took ? `SFDMU ${SFDMU_VERSION} (upsert)` : 'SFDMU: not here, --with-sfdmu fetches it', rows: sent, took });
    }
    return lines;
  } finally {
    await sink.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of two numbers, with two decimals; '' when one is missing. */
function ratio(one: number | undefined, other: number | undefined): string {
  return one === undefined || other === undefined ? '' : (one / other).toFixed(2);
}

function cells(lines: readonly Line[]): readonly (readonly (string | number)[])[] {
  const sf = lines.find(({ name }) => name.startsWith('sf '))?.took;
  return lines.map(({ name, rows, took }) => [
    ...[name, rows, took?.wallSeconds ?? '', took?.cpuSeconds ?? '', took ? Math.round(took.peakMegabytes) : ''],
    ...[ratio(took?.wallSeconds, sf?.wallSeconds), ratio(took?.cpuSeconds, sf?.cpuSeconds)],
  ]);
}

/** Prints wall time, processor time and peak memory of all sides for each number of rows; of ours alone for more than the others can hold. */
export async function benchImportLoad(rows: number, { sfdmu }: { readonly sfdmu: string | undefined }): Promise<void> {
  const hasPeers = rows <= MOST_FOR_PEERS;
  const sizes = rows <= 100_000 ? [rows] : [hasPeers ? 100_000 : MOST_FOR_PEERS, rows];
  const measured: (readonly Line[])[] = [];
  for (const size of sizes) measured.push(await measureAll(size, hasPeers, sfdmu));
  console.log(
    `\n${markdownTable(['Load into a sink', 'rows', 'wall s', 'CPU s', 'peak MB', 'wall / sf', 'CPU / sf'], measured.flatMap(cells))}`,
  );
  const [small, large] = measured.map((lines) => lines.find(({ name }) => name.includes('-- load'))?.took);
  if (!hasPeers) console.log(`\nThe larger load took ${ratio(large?.wallSeconds, small?.wallSeconds)} times as long as the smaller one.`);
}
