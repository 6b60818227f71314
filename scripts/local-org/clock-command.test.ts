import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startLocalOrg, type LocalOrg } from './start.ts';

const COMMAND = join(import.meta.dirname, 'clock-command.ts');
const place = mkdtempSync(join(tmpdir(), 'clock-command-'));
let running: LocalOrg;

before(async () => {
  running = await startLocalOrg({
    folder: join(place, '.local-org'),
    metadataFolders: [join(import.meta.dirname, 'engine/__fixtures__/days')],
    now: () => new Date('2026-11-22T10:00:00Z'),
  });
  const admin = running.org.session(running.org.defaultUserId);
  assert.ok(admin);
  const deal = { CloseDate: '2026-11-24', StageName: 'Prospecting' };
  const rows = [
    { ...deal, Name: 'Good' },
    { ...deal, Name: 'Bad', Description: 'no id' },
  ];
  assert.ok(running.org.insert(admin, 'Opportunity', rows, { allOrNone: true }).every(({ success }) => success));
});

after(async () => {
  await running.close();
  rmSync(place, { recursive: true });
});

/** What the command prints in the folder of the org, and how it ends. */
function command(
  cwd: string,
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly problem: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [COMMAND, ...words], { cwd }, (_error, out, problem) =>
      resolve({ code: child.exitCode ?? -1, out, problem }),
    );
  });
}

test('the clock is shown, moved day by day with what the flows did, and not moved back', async () => {
  const shown = await command(place);
  assert.equal(shown.code, 0, shown.problem);
  assert.match(shown.out, /stands on 2026-11-22 .*\n {2}Opportunity_Scheduled_Chase: daily at 06:00 from 2026-11-24\n/);

  const moved = await command(place, '2026-11-25');
  assert.equal(moved.code, 0, moved.problem);
  const lines = moved.out.split('\n');
  assert.deepEqual(lines.slice(0, 6), [
    '2026-11-23',
    '  Week_Scheduled_Greet: 1 interview',
    '2026-11-24',
    '  Opportunity_Scheduled_Chase: 2 interviews, 1 created Task, 1 updated Opportunity, 1 fault',
    '2026-11-25',
    '  Opportunity_Scheduled_Chase: 1 interview, 1 fault',
  ]);
  assert.match(moved.out, /Flows that failed, each undone:\n {2}Opportunity_Scheduled_Chase, Make_Task, 006\w{15}: .*MALFORMED_ID/);
  assert.match(moved.out, /stands on 2026-11-25/);

  const again = await command(place, '2026-11-25');
  assert.match(again.out, /^2026-11-25 has run already: nothing to do\.\n/);
  const back = await command(place, '2026-11-24');
  assert.deepEqual([back.code, back.out], [3, '']);
  assert.match(back.problem, /^The clock cannot go back: it stands on 2026-11-25/);
});

test('the command says what is wrong: no day, no org, an org that does not run', async () => {
  const noDay = await command(place, 'tomorrow');
  assert.deepEqual(
    [noDay.code, noDay.problem],
    [2, '"tomorrow" is no day. Write one day as YYYY-MM-DD: npm run org:clock -- 2027-01-15\n'],
  );
  const noOrg = await command(tmpdir(), '2027-01-15');
  assert.equal(noOrg.code, 3);
  assert.match(noOrg.problem, /^There is no local org in .*\. Start one with npm start\.\n$/);
});

test('outbox, flow errors and clock are read over HTTP by those who are signed in', async () => {
  const ask = (resource: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${running.url}/services/data/v68.0/local/${resource}`, {
      ...init,
      headers: { authorization: `Bearer ${running.accessToken}`, 'content-type': 'application/json' },
    });
  const outbox = (await (await ask('outbox')).json()) as { totalSize: number; messages: { kind: string; serial: number }[] };
  assert.deepEqual(
    outbox.messages.map(({ kind }) => kind),
    ['notification', 'email'],
  );
  const rest = (await (await ask(`outbox?after=${outbox.messages[0]?.serial ?? 0}`)).json()) as { messages: unknown[] };
  assert.equal(rest.messages.length, 1);
  assert.equal((await ask('outbox?after=x')).status, 400);
  assert.equal((await ask('clock', { method: 'POST', body: '{}' })).status, 400);
  assert.equal((await fetch(`${running.url}/services/data/v68.0/local/outbox`)).status, 401);
});
