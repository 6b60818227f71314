import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDaysOrg } from '../__fixtures__/days-org.ts';

test('a flow that runs before a deletion may keep single records; the others go', () => {
  const { org, session, made, values } = openDaysOrg();
  const ids = made('Case', { Subject: 'Open', Status: 'New' }, { Subject: 'Done', Status: 'Closed' });
  const results = org.remove(session, 'Case', ids, { allOrNone: false });
  assert.deepEqual(
    results.map(({ success, errors }) => [success, errors.map(({ message }) => message)]),
    [
      [false, ['Open is kept.']],
      [true, []],
    ],
  );
  assert.deepEqual(values('Subject', 'Case'), ['Open']);
});
