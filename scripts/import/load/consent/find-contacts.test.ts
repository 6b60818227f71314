import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Statement } from '../../transform/consent/statements.ts';
import { ContactFinder } from './find-contacts.ts';
import type { OrgContact, Person } from './org-contacts.ts';

const contact = (id: string, of: Partial<OrgContact>): OrgContact => ({ id, name: id, account: '', email: '', phones: [], kvk: '', ...of });
const finder = new ContactFinder([
  contact('anna', { email: 'anna@x.example', phones: ['+31201111111'], kvk: '11111111' }),
  contact('bert', { email: 'info@y.example', phones: ['+31202222222', '+31612345678'], kvk: '22222222' }),
  contact('cees', { email: 'info@y.example', phones: ['+31202222222'], kvk: '22222222' }),
  contact('dirk', { kvk: '33333333' }),
  contact('erna', { email: 'erna@z.example', kvk: '44444444' }),
]);

/** Names of those it is, with a question mark where a person has to tell. */
function who(state: Statement['state'], person: Partial<Person>, channel: Statement['channel'] = 'Email'): string {
  const finding = finder.find({ email: '', phones: [], kvk: '', ...person }, { channel, state, said: '' });
  if (finding.kind === 'nobody') return '-';
  return finding.contacts.map(({ id }) => id).join(' ') + (finding.kind === 'doubtful' ? '?' : '');
}

test('a yes goes to the one whom the address names; of several to the one whom the row names otherwise as well', () => {
  assert.equal(who('Given', { email: 'anna@x.example' }), 'anna');
  assert.equal(who('Given', { email: 'anna@x.example', phones: ['+31202222222'] }), 'anna');
  assert.equal(who('Given', { email: 'info@y.example' }), 'bert cees?');
  assert.equal(who('Given', { email: 'info@y.example', phones: ['+31612345678'] }), 'bert');
  assert.equal(who('Given', { phones: ['+31202222222'] }), 'bert cees?');
  assert.equal(who('Given', { email: 'nobody@x.example', phones: ['+31201111111'] }), 'anna');
});

test('a business finds its only contact, unless that is somebody else', () => {
  assert.equal(who('Given', { kvk: '33333333', email: 'new@z.example' }), 'dirk');
  assert.equal(who('Given', { kvk: '44444444', email: 'other@z.example' }), 'erna?');
  assert.equal(who('Given', { kvk: '22222222' }), 'bert cees?');
  assert.equal(who('Given', { kvk: '99999999' }), '-');
});

test('a no counts for everybody who may have said it, and for nobody who has not', () => {
  assert.equal(who('Withdrawn', { email: 'info@y.example' }), 'bert cees');
  assert.equal(who('Withdrawn', { email: 'anna@x.example', phones: ['+31202222222'] }), 'anna');
  assert.equal(who('Refused', { email: 'anna@x.example', phones: ['+31202222222'] }, 'Phone'), 'anna bert cees');
  assert.equal(who('Refused', { kvk: '22222222' }, 'Phone'), 'bert cees');
  assert.equal(who('Refused', { kvk: '44444444', email: 'other@z.example' }), '-');
  assert.equal(who('Refused', { kvk: '44444444', email: 'other@z.example' }, 'Phone'), 'erna');
});
