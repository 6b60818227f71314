// Who gets the accounts that a load creates: the rep of the territory in which their postcode lies.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openOrgUnderTest, refused, type Fields, type OrgUnderTest } from '../testing/org-under-test.ts';

let org: OrgUnderTest;
let admin: string;
let reps: readonly string[];

before(async () => {
  org = await openOrgUnderTest('2026-11-23');
  admin = org.org.org.defaultUserId;
  reps = (await org.rows("SELECT Id FROM User WHERE Title LIKE 'Sales representative%' ORDER BY Username")).map(({ Id }) => String(Id));
  await territory('Noord', 8000, 9999, reps[0]);
  await territory('Zuid', 4200, 6499, reps[1]);
});
after(() => org.close());

function territory(name: string, first: number, last: number, user: string | undefined, more: Fields = {}): Promise<string> {
  return org.create('Sales_Territory__c', { Name: name, First_Postcode__c: first, Last_Postcode__c: last, User__c: user, ...more });
}

async function ownersOf(postcodes: readonly (string | null)[], more: Fields = {}): Promise<readonly unknown[]> {
  const created = await org.connection
    .sobject('Account')
    .create(postcodes.map((postcode) => ({ Name: `Bakkerij ${String(postcode)}`, Postcode__c: postcode, ...more })));
  const ids = created.map(({ id, errors }) => id ?? assert.fail(JSON.stringify(errors)));
  const owners = new Map(
    (await org.rows(`SELECT Id, OwnerId FROM Account WHERE Id IN ('${ids.join("','")}')`)).map((row) => [row['Id'], row]),
  );
  return ids.map((id) => owners.get(id)?.['OwnerId']);
}

test('accounts go to the rep of their postcode, the first and the last one included; elsewhere they stay with their creator', async () => {
  assert.deepEqual(await ownersOf(['8000 AA', '9999 ZZ', '4200 AB', '6499 XY', '7999 ZZ', '1012 AB', null]), [
    reps[0],
    reps[0],
    reps[1],
    reps[1],
    admin,
    admin,
    admin,
  ]);
});

test('an owner who was chosen stays', async () => {
  assert.deepEqual(await ownersOf(['8011 AB'], { OwnerId: reps[2] }), [reps[2]]);
});

test('who has a territory keeps what he writes down himself', async () => {
  const own = await territory('Kantoor', 1000, 1000, admin);
  assert.deepEqual(await ownersOf(['8011 AB']), [admin]);
  await org.update('Sales_Territory__c', own, { Is_Active__c: false });
  assert.deepEqual(await ownersOf(['8011 AB']), [reps[0]]);
});

test('a territory without an active rep gets nothing', async () => {
  const own = await territory('West', 2000, 2999, reps[2]);
  await org.update('User', reps[2] ?? '', { IsActive: false });
  assert.deepEqual(await ownersOf(['2511 AB']), [admin]);
  await org.update('User', reps[2] ?? '', { IsActive: true });
  assert.deepEqual(await ownersOf(['2511 AB']), [reps[2]]);
  await org.update('Sales_Territory__c', own, { Is_Active__c: false });
});

test('territories that share a postcode are refused, and so are ranges that cannot be', async () => {
  await refused(territory('Drenthe', 9400, 9499, reps[0]), /“Noord”/);
  await refused(territory('Drenthe', 9999, 9999, reps[0]), /“Noord”/);
  await refused(territory('Terug', 3999, 3000, reps[0]), /cannot come before/);
  await refused(territory('Kort', 350, 400, reps[0]), /four digits/);
  await territory('Drenthe', 9400, 9499, reps[0], { Is_Active__c: false });
});
