import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Row } from '../../../platform/record.ts';
import { openDaysOrg, type DaysOrg } from '../__fixtures__/days-org.ts';

/** A contract that starts the flow at once. */
function followed({ made }: DaysOrg, fields: Row = {}): string {
  const [AccountId = ''] = made('Account', { Name: 'Bakery' });
  const [id = ''] = made('Contract', { AccountId, Name: 'Paper', Status: 'In Approval Process', ...fields });
  return id;
}

const tasks = ({ values }: DaysOrg): readonly string[] =>
  values('Subject', 'Task ORDER BY ActivityDate, Subject').map(
    (subject, at) => `${String(values('ActivityDate', 'Task ORDER BY ActivityDate, Subject')[at])} ${String(subject)}`,
  );

const change = ({ org, session }: DaysOrg, Id: string, fields: Row): void => {
  const [result] = org.update(session, 'Contract', [{ Id, ...fields }], { allOrNone: true });
  assert.equal(result?.success, true, JSON.stringify(result?.errors));
};

test('a path runs its hours after the save, and its days before a date of the record', async () => {
  const days = openDaysOrg();
  followed(days, { CustomerSignedDate: '2026-12-10' });
  assert.deepEqual(days.values('SpecialTerms', 'Contract'), ['Followed']);
  assert.equal(days.org.automation.readClock().pendingPaths, 2);
  const reports = await days.until('2026-12-04');
  assert.deepEqual(tasks(days), ['2026-11-23 Ask Paper', '2026-12-03 Prepare Paper']);
  assert.deepEqual(
    reports.flatMap(({ day, runs }) =>
      runs.filter(({ path }) => path !== null).map(({ path, interviews, saved }) => [day, path, interviews, saved]),
    ),
    [
      ['2026-11-23', 'Next_Day', 1, { 'created Task': 1 }],
      ['2026-12-03', 'Before_Signing', 1, { 'created Task': 1 }],
    ],
  );
  assert.equal(days.org.automation.readClock().pendingPaths, 0);
});

test('a path follows the date that it counts from, and does not run when the date is taken away', async () => {
  const days = openDaysOrg();
  const moved = followed(days, { Name: 'Moved', CustomerSignedDate: '2026-12-10' });
  const emptied = followed(days, { Name: 'Emptied', CustomerSignedDate: '2026-12-10' });
  change(days, moved, { CustomerSignedDate: '2026-12-20' });
  change(days, emptied, { CustomerSignedDate: null });
  await days.until('2026-12-31');
  assert.deepEqual(tasks(days), ['2026-11-23 Ask Emptied', '2026-11-23 Ask Moved', '2026-12-13 Prepare Moved']);
});

test('nothing waits any more when the record no longer meets the entry conditions, or is gone', async () => {
  const days = openDaysOrg();
  const left = followed(days, { Name: 'Left', CustomerSignedDate: '2026-12-10' });
  const gone = followed(days, { Name: 'Gone', CustomerSignedDate: '2026-12-10' });
  change(days, left, { Status: 'Draft' });
  days.org.remove(days.session, 'Contract', [gone], { allOrNone: true });
  await days.until('2026-12-31');
  assert.deepEqual(tasks(days), []);
  assert.deepEqual(days.org.automation.flowErrors(0, 10).errors, []);
});

test('what waits is undone with the save that it came from, and other saves do not plan it again', async () => {
  const days = openDaysOrg();
  const id = followed(days, { CustomerSignedDate: '2026-11-25' });
  assert.equal(days.org.automation.readClock().pendingPaths, 1, 'a time that has passed is not waited for');
  change(days, id, { Description: 'Another field' });
  assert.equal(days.org.automation.readClock().pendingPaths, 1);
  assert.throws(() =>
    days.org.transaction(() => {
      followed(days);
      assert.equal(days.org.automation.readClock().pendingPaths, 2);
      throw new Error('undo');
    }),
  );
  assert.equal(days.org.automation.readClock().pendingPaths, 1);
});
