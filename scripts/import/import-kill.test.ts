import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { after, before, test } from 'node:test';
import { PROVENANCE, projectOfOneBusiness } from './testing/import-project.ts';
import type { ImportDocument, ImportProject } from './testing/import-project.ts';
import { runUntil } from './testing/killed-import.ts';

/** Kills in one test; the long run is `npm run test:long`. */
const KILLS = Number(process.env['IMPORT_KILLS'] ?? 5);
const KILLS_OF_ONE_COMMAND = 3;
const ROWS = 2_000;
const CHANGED = 250;
/** About as many steps as each command of a cycle has when nothing kills it. */
const STEPS = { load: 200, update: 75, restore: 45, delete: 65 };

let project: ImportProject;

before(async () => {
  project = await projectOfOneBusiness();
});
after(() => project.close());

/** Rows of one supplier file: many plain ones, the first with an end date of their own, one contradiction, two rejects. */
function file(name: string, endOfFirst: string): string {
  const rows = Array.from({ length: ROWS }, (_, row) => `12345678;Waddenwind;Gas;kill-${row};${row < CHANGED ? endOfFirst : '31-12-2027'}`);
  rows.push(
    '12345678;Waddenwind;Gas;kill-600;30-06-2027',
    '12345678;Waddenwind;Gas;kill-601;31-02-2027',
    '87654321;Waddenwind;Gas;x;31-12-2027',
  );
  return project.file(name, `KvK-nummer;Huidige leverancier;Dienst;Contractnummer;Einddatum\n${rows.join('\n')}\n`);
}

const load = (path: string): readonly string[] => ['load', path, '--org', 'local', '--json', '--job-size', '0.04', ...PROVENANCE];
const undo = (run: string): readonly string[] => ['undo', run, '--json'];

interface ListedRun {
  readonly id: string;
  readonly status: string;
  readonly file: string;
  readonly undone: boolean;
  readonly rows: ImportDocument['rows'] | null;
}

async function runs(): Promise<readonly ListedRun[]> {
  return (JSON.parse((await project.run('runs', '--json')).stdout) as { readonly runs: readonly ListedRun[] }).runs;
}

/** What a steward types after a load was killed: `resume` of its run, or the load again when it had not come to one. */
async function goOn(argv: readonly string[], known: ReadonlySet<string>): Promise<readonly string[]> {
  const [command, path = ''] = argv;
  if (command !== 'load') return argv;
  const run = (await runs()).find(({ id, status, file: of }) => !known.has(id) && status !== 'checked' && of === path);
  return run === undefined ? argv : ['resume', run.id, '--json'];
}

interface Attempt {
  readonly stdout: string;
  readonly killed: number;
}

/** Types the command, and what continues it, while it is killed at random steps of the `steps` that it has. */
async function withKills(argv: readonly string[], steps: number, kills: number): Promise<Attempt> {
  const known = new Set((await runs()).map(({ id }) => id));
  let typed = argv;
  for (let killed = 0; ; killed += 1) {
    const step = killed < kills ? randomInt(1, steps + 1) : Infinity;
    const { exitCode, stdout, stderr } = await runUntil(project.folder, { step }, typed);
    if (exitCode !== null) {
      assert.ok(exitCode <= 1, `${typed.join(' ')}: ${stdout}${stderr}`);
      return { stdout, killed };
    }
    typed = typed[0] === 'load' ? await goOn(typed, known) : typed;
  }
}

async function count(what: string): Promise<number> {
  return Number((await project.query(`SELECT COUNT(Id) total FROM ${what}`))[0]?.['total']);
}

async function assertHeld(contracts: number, changed: number): Promise<void> {
  const [held] = await project.query('SELECT COUNT(Id) total, COUNT_DISTINCT(External_Id__c) keys FROM Competitor_Contract__c');
  assert.deepEqual([held?.['total'], held?.['keys']], [contracts, contracts]);
  assert.equal(await count('Competitor_Contract__c WHERE End_Date__c = 2027-11-30'), changed);
  assert.equal(await count('Contract_Claim__c'), contracts > 0 ? 1 : 0);
}

/** A file is loaded, loaded again with changes, and both loads are taken back: the org is as it was. Every command goes through `type`. */
async function cycle(round: string, type: (argv: readonly string[], name: keyof typeof STEPS) => Promise<string>): Promise<void> {
  const first = JSON.parse(await type(load(file(`${round}-first.csv`, '31-12-2027')), 'load')) as ImportDocument;
  assert.deepEqual(first.rows, { read: ROWS + 3, created: ROWS, updated: 0, unchanged: 0, kept: 1, skipped: 0, rejected: 2 });
  await assertHeld(ROWS, 0);
  const second = JSON.parse(await type(load(file(`${round}-second.csv`, '30-11-2027')), 'update')) as ImportDocument;
  const unchanged = ROWS - CHANGED + 1;
  assert.deepEqual(second.rows, { read: ROWS + 3, created: 0, updated: CHANGED, unchanged, kept: 0, skipped: 0, rejected: 2 });
  await assertHeld(ROWS, CHANGED);
  const states = await project.query(
    `SELECT State__c, Rows_Created__c, Rows_Updated__c FROM Import_Run__c WHERE External_Id__c IN ('${first.run['id']}', '${second.run['id']}') ORDER BY Name`,
  );
  assert.deepEqual(
    states.map((run) => [run['State__c'], run['Rows_Created__c'], run['Rows_Updated__c']]),
    [
      ['Completed With Rejects', ROWS, 0],
      ['Completed With Rejects', 0, CHANGED],
    ],
  );
  const restored = JSON.parse(await type(undo(second.run['id'] ?? ''), 'restore')) as { readonly undo: unknown };
  assert.deepEqual(restored.undo, { deleted: 0, restored: CHANGED, kept: 0 });
  await assertHeld(ROWS, 0);
  const emptied = JSON.parse(await type(undo(first.run['id'] ?? ''), 'delete')) as { readonly undo: unknown };
  assert.deepEqual(emptied.undo, { deleted: ROWS + 1, restored: 0, kept: 0 });
  await assertHeld(0, 0);
}

test('loads and undos that are killed again and again come to the same sums: no row lost, none doubled', async (context) => {
  let killed = 0;
  for (let round = 1; killed < KILLS; round += 1) {
    await cycle(`round-${round}`, async (argv, name) => {
      const attempt = await withKills(argv, STEPS[name], Math.min(KILLS_OF_ONE_COMMAND, KILLS - killed));
      killed += attempt.killed;
      return attempt.stdout;
    });
  }
  context.diagnostic(`killed ${killed} times`);
});

test('a load that was killed after its end, before it said so, is shown as finished and tells its report again', async () => {
  const path = file('ended.csv', '31-12-2027');
  const killed = await runUntil(project.folder, { entry: '^status "finished"' }, load(path));
  assert.deepEqual([killed.exitCode, killed.stdout], [null, '']);
  const run = (await runs()).find(({ file: of }) => of === path);
  assert.deepEqual([run?.status, run?.rows?.created, run?.rows?.rejected], ['finished', ROWS, 2]);
  assert.match((await project.run('runs')).stdout, /finished .*2,003 read, 2,000 created, 1 kept as claims, 2 rejected/);
  const again = await project.run('resume', run?.id ?? '', '--json');
  const document = JSON.parse(again.stdout) as ImportDocument;
  assert.deepEqual([again.exitCode, document.status, document.rows, document.run['id']], [1, 1, run?.rows, run?.id]);
  const text = await project.run('resume', run?.id ?? '');
  assert.match(text.stdout, /created +2,000\n/);
  await assertHeld(ROWS, 0);
  assert.equal(await count(`Import_Run__c WHERE File_Name__c = '${path}'`), 1);
});
