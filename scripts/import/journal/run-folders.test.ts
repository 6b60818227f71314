import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { listRuns, newRunId, pruneRuns, runsFolder } from './run-folders.ts';
import { RunJournal } from './run-journal.ts';

test('what the org has something of is not pruned, nor what is at work; a load that was killed before it sent anything is', (context) => {
  const project = mkdtempSync(join(tmpdir(), 'run-folders-'));
  context.after(() => rmSync(project, { recursive: true }));
  const make = (id: string, status: string, facts: readonly string[] = []): void => {
    const folder = join(runsFolder(project), id);
    mkdirSync(folder, { recursive: true });
    const journal = new RunJournal(folder);
    if (status !== 'preparing') journal.write('status', status);
    for (const fact of facts) journal.write(fact, {});
    journal.close();
  };
  make('20260101-000000-done', 'finished');
  make('20260101-000000-sent', 'sending');
  make('20260101-000000-broke', 'broken');
  make('20260101-000000-undone', 'broken', ['undone']);
  make('20260101-000000-undoing', 'finished', ['undoing']);
  make('20260101-000000-killed', 'preparing');
  make('20260101-000000-busy', 'preparing');
  make('20261101-000000-young', 'finished');
  const { pid: gone } = spawnSync(process.execPath, ['--version']);
  for (const [org, run, pid] of [
    ['one', 'killed', gone],
    ['two', 'busy', process.pid],
  ] as const)
    writeFileSync(join(runsFolder(project), `${org}.lock`), JSON.stringify({ pid, run: `20260101-000000-${run}` }));
  const short = (ids: readonly string[]): readonly string[] => ids.map((id) => id.slice(16)).sort();
  assert.deepEqual(short(pruneRuns(project, '2026-10-01T00:00:00.000Z')), ['done', 'killed', 'undone']);
  assert.deepEqual(short(listRuns(project).map(({ id }) => id)), ['broke', 'busy', 'sent', 'undoing', 'young']);
});

test('runs of one second are listed in their order, the latest first, beside runs whose ids have no milliseconds', (context) => {
  const project = mkdtempSync(join(tmpdir(), 'run-folders-'));
  context.after(() => rmSync(project, { recursive: true }));
  const begun = ['2026-11-22T12:00:00.007Z', '2026-11-22T12:00:00.070Z', '2026-11-22T12:00:01.000Z'];
  const ids = begun.map((at, number) => newRunId(new Date(at), ['f', '3', '0'][number] ?? ''));
  assert.deepEqual(ids, ['20261122-120000007-f', '20261122-120000070-3', '20261122-120001000-0']);
  for (const id of ['20261122-120000-z', ...ids]) mkdirSync(join(runsFolder(project), id), { recursive: true });
  const listed = listRuns(project).map(({ id, startedAt }) => [id, startedAt]);
  assert.deepEqual(listed, [
    [ids[2], begun[2]],
    [ids[1], begun[1]],
    [ids[0], begun[0]],
    ['20261122-120000-z', '2026-11-22T12:00:00.000Z'],
  ]);
});
