import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Row } from '../../../platform/record.ts';
import { openDaysOrg } from '../__fixtures__/days-org.ts';

const deal = (Name: string, CloseDate: string, Description: string | null = null): Row => ({
  Name,
  CloseDate,
  Description,
  StageName: 'Prospecting',
});

test('each day runs its scheduled flows for the records that meet their filters on that day', async () => {
  const { until, made, values, org } = openDaysOrg();
  made('Opportunity', deal('Early', '2026-11-20'), deal('Later', '2026-11-26'), deal('Never', '2027-03-01'));
  const reports = await until('2026-11-27');
  assert.deepEqual(
    reports.map(({ day, runs }) => [day, runs.map(({ flow, interviews }) => `${flow} ${interviews}`)]),
    [
      ['2026-11-23', ['Week_Scheduled_Greet 1']],
      ['2026-11-24', ['Opportunity_Scheduled_Chase 1']],
      ['2026-11-25', ['Opportunity_Scheduled_Chase 0']],
      ['2026-11-26', ['Opportunity_Scheduled_Chase 1']],
      ['2026-11-27', ['Opportunity_Scheduled_Chase 0']],
    ],
  );
  assert.deepEqual(reports[1]?.runs[0]?.saved, { 'created Task': 1, 'updated Opportunity': 1 });
  assert.deepEqual(values('Subject', 'Task ORDER BY ActivityDate'), ['Chase Early', 'Chase Later']);
  assert.deepEqual(values('ActivityDate', 'Task ORDER BY ActivityDate'), ['2026-11-24', '2026-11-26']);
  assert.equal(org.today(), '2026-11-27');
});

test('the present day can be run once more without moving the clock to another day', async () => {
  const { org, made, until } = openDaysOrg();
  await until('2026-11-24');
  made('Opportunity', deal('Late', '2026-11-24'));
  const { day, runs } = await org.automation.runPresentDay();
  assert.deepEqual(
    [day, org.today(), runs.map(({ flow, interviews }) => `${flow} ${interviews}`)],
    ['2026-11-24', '2026-11-24', ['Opportunity_Scheduled_Chase 1']],
  );
});

test('a flow runs at the time of its schedule in the zone of the org, and its messages wait in the outbox', async () => {
  const { until, values, org } = openDaysOrg();
  const at = ({ runs }: { readonly runs: readonly unknown[] }): number => runs.length;
  assert.equal((await until('2026-11-30')).map(at).at(-1), 2);
  const { totalSize, messages } = org.automation.outbox(0, 100);
  assert.equal(totalSize, 4);
  const [notification, mail] = messages;
  assert.ok(notification?.kind === 'notification' && mail?.kind === 'email');
  assert.equal(notification.sentAt, '2026-11-23T21:30:00.000Z');
  assert.equal(notification.body, '2026-11-23 2026-11-23 21:30:00Z');
  assert.deepEqual(notification.recipientIds, values('Id', "User WHERE UserType = 'AutomatedProcess'"), '$User is whom the flow runs as');
  assert.deepEqual(mail.addresses, ['week@local.example', 'month@local.example']);
  assert.deepEqual(
    org.automation.outbox(mail.serial, 100).messages.map(({ sentAt }) => sentAt),
    ['2026-11-30T21:30:00.000Z', '2026-11-30T21:30:00.000Z'],
  );
});

test('an interview that fails is undone and told of; the others of its batch run', async () => {
  const { until, made, values, org } = openDaysOrg();
  const rows = Array.from({ length: 450 }, (_, at) => deal(`Deal ${at}`, '2026-11-01', at === 7 ? 'no id' : null));
  const ids = made('Opportunity', ...rows);
  const [, day] = await until('2026-11-24');
  assert.deepEqual(day?.runs[0], {
    flow: 'Opportunity_Scheduled_Chase',
    label: 'Chase opportunities',
    path: null,
    interviews: 450,
    saved: { 'created Task': 449, 'updated Opportunity': 449 },
    faults: 1,
  });
  const { errors } = org.automation.flowErrors(0, 10);
  const [error] = errors;
  assert.ok(error && errors.length === 1);
  assert.equal(error.recordId, ids[7]);
  assert.equal(error.element, 'Make_Task');
  assert.match(error.message, /tried to create records: MALFORMED_ID/);
  assert.deepEqual(values('Name', 'Opportunity WHERE NextStep = null'), ['Deal 7']);
});

test('the clock cannot go back, and a day is run once', async () => {
  const { until, org } = openDaysOrg();
  await until('2026-11-25');
  assert.throws(() => org.automation.advanceClock('2026-11-24'), /The clock cannot go back: it stands on 2026-11-25/);
  assert.throws(() => org.automation.advanceClock('soon'), /until is "soon", which is no day/);
  assert.throws(() => org.automation.advanceClock('2926-11-25'), /more than ten years ahead of 2026-11-25/);
  assert.deepEqual(await until('2026-11-25'), []);
});

test('one run at a time moves the clock; one that is left in between can be taken up again', async () => {
  const { until, made, org, values } = openDaysOrg();
  made('Opportunity', deal('Early', '2026-11-20'));
  const days = org.automation.advanceClock('2026-11-24');
  await days.next();
  await assert.rejects(until('2026-11-24'), /The clock is already being moved/);
  await days.return(undefined);
  assert.equal(org.automation.readClock().ranThrough, '2026-11-23');
  assert.equal((await until('2026-11-24')).length, 1);
  assert.deepEqual(values('Subject', 'Task'), ['Chase Early']);
});

test('days that came while the org was switched off are run as of their own day, once, and the clock is back at the present', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'missed-days-'));
  try {
    const before = openDaysOrg({ folder });
    before.made('Opportunity', deal('Early', '2026-11-20'), deal('Later', '2026-11-26'), deal('Next', '2026-11-28'));
    before.org.close();
    const { org, values } = openDaysOrg({ folder, now: () => new Date('2026-11-27T06:00:00Z') });
    const days: string[] = [];
    for await (const { day } of org.automation.runMissedDays()) days.push(day);
    assert.deepEqual(days, ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']);
    assert.deepEqual(values('Subject', 'Task ORDER BY ActivityDate'), ['Chase Early', 'Chase Later']);
    assert.deepEqual(
      values('CreatedDate', 'Task ORDER BY ActivityDate').map((instant) => String(instant).slice(0, 10)),
      ['2026-11-24', '2026-11-26'],
    );
    assert.equal(org.automation.readClock().now, '2026-11-27T06:00:00.000Z');
    for await (const { day } of org.automation.runMissedDays()) assert.fail(`${day} is run again`);
    org.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('missed days that are broken off go on where they stopped, and the clock is at the present meanwhile', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'missed-days-'));
  try {
    openDaysOrg({ folder }).org.close();
    const { org } = openDaysOrg({ folder, now: () => new Date('2026-11-27T06:00:00Z') });
    for await (const { day } of org.automation.runMissedDays()) if (day === '2026-11-24') break;
    const { now, ranThrough } = org.automation.readClock();
    assert.deepEqual([now, ranThrough], ['2026-11-27T06:00:00.000Z', '2026-11-24']);
    const days: string[] = [];
    for await (const { day } of org.automation.runMissedDays()) days.push(day);
    assert.deepEqual(days, ['2026-11-25', '2026-11-26', '2026-11-27']);
    org.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('after the run the clock goes on with the real time of day, also in an org that is opened again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clock-'));
  try {
    const first = openDaysOrg({ folder });
    await first.until('2027-07-01');
    // Summer time: ten o'clock UTC was eleven in Amsterdam when the real day was in winter.
    assert.equal(first.org.now().toISOString(), '2027-07-01T09:00:00.000Z');
    first.org.close();
    const again = openDaysOrg({ folder, now: () => new Date('2026-11-23T10:00:00Z') });
    assert.equal(again.org.today(), '2027-07-02');
    const { ranThrough } = again.org.automation.readClock();
    assert.equal(ranThrough, '2027-07-01');
    assert.deepEqual(
      (await again.until('2027-07-02')).map(({ day }) => day),
      ['2027-07-02'],
    );
    again.org.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
