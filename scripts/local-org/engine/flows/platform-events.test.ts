// Platform events: who hears them, when, and whether a save that is undone takes them back.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDaysOrg } from '../__fixtures__/days-org.ts';

const metadata = join(import.meta.dirname, '../__fixtures__/events');
const notes = (org: ReturnType<typeof openDaysOrg>): readonly unknown[] => org.values('Subject', 'Task ORDER BY Subject');

test('an event that is published at once outlives the save that is undone; one that waits for the commit does not', () => {
  const org = openDaysOrg({ metadata });
  const [kept, refused] = org.org.insert(
    org.session,
    'Account',
    [{ Name: 'Told and kept' }, { Name: 'Told, refused', Industry: 'Banking' }],
    { allOrNone: false },
  );
  assert.deepEqual([kept?.success, refused?.success], [true, false]);
  assert.deepEqual(refused?.errors[0]?.message, 'Not this one.');
  // The one that is kept is saved again without the other, and tells again, as on the platform.
  assert.deepEqual(notes(org), ['Told and kept after commit', 'Told and kept at once', 'Told and kept at once', 'Told, refused at once']);
});

test('all or none: what waits for the commit of a request that fails is never told', () => {
  const org = openDaysOrg({ metadata });
  assert.throws(() =>
    org.org.transaction(() => {
      org.made('Account', { Name: 'Told first' });
      assert.deepEqual(notes(org), [], 'nothing is heard before the transaction ends');
      throw new Error('undone');
    }),
  );
  assert.deepEqual(notes(org), ['Told first at once']);
});

test('two hundred events are heard together; what does not fit is refused; events are neither read nor changed', () => {
  const org = openDaysOrg({ metadata });
  org.made('Account', ...Array.from({ length: 200 }, (_, row) => ({ Name: `Told ${row}` })));
  assert.equal(notes(org).length, 400);
  const [long] = org.org.insert(org.session, 'Told_At_Once__e', [{ What__c: 'x'.repeat(21) }], { allOrNone: false });
  assert.equal(long?.errors[0]?.statusCode, 'STRING_TOO_LONG');
  assert.throws(() => org.org.query(org.session, 'SELECT What__c FROM Told_At_Once__e'), /does not support query/);
  assert.throws(
    () => org.org.update(org.session, 'Told_At_Once__e', [{ Id: 'e00000000000001AAA' }], { allOrNone: false }),
    /does not support/,
  );
});
