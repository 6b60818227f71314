// What keeps event rules and campaigns modest beside their numbers: businesses that are left in peace, and series in their order.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openOrgUnderTest, refused, type Fields, type OrgUnderTest } from '../testing/org-under-test.ts';
import { campaignsUnderTest } from './campaigns-under-test.ts';

let org: OrgUnderTest;

before(async () => {
  org = await openOrgUnderTest('2026-11-23');
});
after(() => org.close());

const { account, campaign, contact, member, rule } = campaignsUnderTest(() => org);

test('who felt pushed is left in peace: no campaign and no rule that sells reaches the business until then', async () => {
  const [id, other] = [await account('Pushed'), await account('Not pushed')];
  const [person, colleague] = [await contact(id), await contact(other)];
  await org.create('Feedback__c', { Account__c: id, Score__c: 9, Felt_Pushed__c: 'Yes' });
  await org.create('Feedback__c', { Account__c: other, Score__c: 9, Felt_Pushed__c: 'No' });
  const rests = (at: string): Promise<readonly Fields[]> => org.rows(`SELECT Selling_Rests_Until_Date__c FROM Account WHERE Id = '${at}'`);
  assert.deepEqual(
    [await rests(id), await rests(other)],
    [[{ Selling_Rests_Until_Date__c: '2027-01-22' }], [{ Selling_Rests_Until_Date__c: null }]],
  );
  const sells = await campaign();
  await refused(member(sells, person), /felt pushed: nothing is sold to it until 22-01-2027/);
  await member(sells, colleague);
  await member(await campaign({ Message_Kind__c: 'Service', Message_Kind_Reason__c: 'Tells of changed terms' }), person);
  const touch = async (Message_Kind__c: string, Planned_For_Date__c: string): Promise<Fields | undefined> => {
    const made = await rule({ Message_Kind__c });
    const at = await org.create('Event_Touch__c', { Account__c: id, Event_Rule__c: made, Planned_For_Date__c, State__c: 'Planned' });
    return (await org.rows(`SELECT State__c, Verdict_Code__c, Verdict_Reason__c FROM Event_Touch__c WHERE Id = '${at}'`))[0];
  };
  assert.deepEqual(await touch('Commercial', '2027-01-22'), {
    State__c: 'Refused',
    Verdict_Code__c: 'Felt Pushed',
    Verdict_Reason__c: 'Somebody there felt pushed: selling to this business rests for now.',
  });
  assert.deepEqual(
    [(await touch('Commercial', '2027-01-23'))?.['State__c'], (await touch('Service', '2027-01-22'))?.['State__c']],
    ['Planned', 'Planned'],
  );
});

test('the steps of a series come one after another: who did not get one does not get the next', async () => {
  const [id, other] = [await account('In the series'), await account('New to it')];
  const first = await rule({ Name: 'First step' });
  const second = await rule({ Name: 'Second step', Follows_Rule__c: first });
  const touch = async (at: string, by: string, day: string): Promise<readonly unknown[]> => {
    const made = await org.create('Event_Touch__c', { Account__c: at, Event_Rule__c: by, Planned_For_Date__c: day, State__c: 'Planned' });
    const [row] = await org.rows(`SELECT State__c, Verdict_Code__c, Id FROM Event_Touch__c WHERE Id = '${made}'`);
    return Object.values(row ?? {});
  };
  const [state, , begun] = await touch(id, first, '2026-12-01');
  assert.equal(state, 'Planned');
  assert.deepEqual((await touch(id, second, '2026-12-08')).slice(0, 2), ['Refused', 'Step Before Missing']);
  await org.update('Event_Touch__c', String(begun), { State__c: 'Done' });
  assert.deepEqual((await touch(id, second, '2026-12-09')).slice(0, 2), ['Planned', 'Planned']);
  assert.deepEqual((await touch(other, second, '2026-12-09')).slice(0, 2), ['Refused', 'Step Before Missing']);
  await refused(org.update('Event_Rule__c', first, { Follows_Rule__c: first }), /cannot follow itself/);
});
