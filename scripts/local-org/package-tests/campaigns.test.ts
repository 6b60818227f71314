// Campaigns as communication sees them through the API: the matrix, and the bounds on campaigns and on persons.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { openOrgUnderTest, refused, type Fields, type OrgUnderTest } from '../testing/org-under-test.ts';
import { campaignsUnderTest } from './campaigns-under-test.ts';

let org: OrgUnderTest;

before(async () => {
  org = await openOrgUnderTest('2026-11-23');
});
after(() => org.close());
const { account, campaign, contact, member, policy, rule, setPolicy, stopCampaigns } = campaignsUnderTest(() => org);
beforeEach(() => stopCampaigns());

const service = (fields: Fields = {}): Promise<string> =>
  campaign({ Message_Kind__c: 'Service', Message_Kind_Reason__c: 'Tells of changed terms', ...fields });

test('what the matrix does not allow cannot be offered, and service messages offer nothing', async () => {
  const product = await org.create('Product2', { Name: 'Fibre 1G', Product_Category__c: 'Internet' });
  const proposition = await org.create('Proposition__c', {
    Name: 'Year of support',
    Offer__c: 'Fibre with a year of support',
    External_Id__c: 'support',
  });
  const offer = { Proposition__c: proposition, Product__c: product };
  await refused(campaign(offer), /matrix does not allow/);
  const field = await org.create('Product_Proposition__c', { Proposition__c: proposition, Product__c: product });
  await refused(org.create('Product_Proposition__c', { Proposition__c: proposition, Product__c: product }), /duplicate/i);
  const id = await campaign(offer);
  await refused(service(offer), /A service message carries no offer/);
  await refused(campaign({ Message_Kind__c: 'Service' }), /Say why these messages serve/);
  await refused(campaign({ Proposition__c: proposition }), /Choose the product/);
  await refused(rule({ Message_Kind__c: 'Commercial', Proposition__c: proposition, Product_Category__c: 'Gas' }), /matrix does not allow/);
  await rule({
    Message_Kind__c: 'Commercial',
    Proposition__c: proposition,
    Product_Category__c: 'Internet',
    Is_Active__c: true,
    Offset_Days__c: 999,
  });
  await refused(org.update('Product_Proposition__c', field, { Is_Allowed__c: false }), /Say why/);
  await org.update('Product_Proposition__c', field, { Is_Allowed__c: false, Reason__c: 'Not profitable' });
  await org.update('Campaign', id, { IsActive: false });
  await refused(org.update('Campaign', id, { IsActive: true }), /matrix does not allow/);
});

test('eight campaigns and four base campaigns run at once, and the policy says whether too few do', async () => {
  assert.match(String((await policy())['Verdict__c']), /^Too few: 0 campaigns run, and between 3 and 8 should/);
  const ids = [];
  for (let at = 0; at < 8; at++) ids.push(await campaign());
  await refused(campaign(), /At most 8 campaigns may run at once/);
  for (let at = 0; at < 4; at++) await campaign({ Is_Base_Campaign__c: true });
  await refused(campaign({ Is_Base_Campaign__c: true }), /At most 4 base campaigns/);
  assert.deepEqual(
    { ...(await policy()), Id: '' },
    { Id: '', Running_Campaigns__c: 8, Running_Base_Campaigns__c: 4, Verdict__c: 'Within bounds: 8 campaigns run, between 3 and 8.' },
  );
  await org.update('Campaign', ids[0] ?? '', { IsActive: false });
  await campaign();
  const many = await org.connection.sobject('Campaign').create(
    Array.from({ length: 20 }, (_, at) => ({ Name: `Wave ${at}`, IsActive: true })),
    { allOrNone: false },
  );
  assert.ok(many.every((one) => !one.success));
  assert.equal((await policy())['Running_Campaigns__c'], 8);
});

test('a person is refused the campaign that is one too many, and service messages do not count', async () => {
  await setPolicy({ Person_Campaigns__c: 2, Rolling_Touches__c: null, Rolling_Days__c: null });
  const person = await contact(await account('Vaak Gevraagd'));
  for (let at = 0; at < 2; at++) await member(await campaign(), person);
  const third = await campaign();
  await refused(member(third, person), /in 2 running campaigns already; at most 2/);
  await member(await service(), person);
  await member(third, await contact(await account('Ander')));
  const [first] = await org.rows(`SELECT CampaignId FROM CampaignMember WHERE ContactId = '${person}' AND Is_Counted__c = true`);
  await org.update('Campaign', String(first?.['CampaignId']), { IsActive: false });
  await member(third, person);
});

test('a person is refused the touch that is one too many within the days, a lead as well', async () => {
  await setPolicy({ Person_Campaigns__c: 8, Rolling_Touches__c: 1, Rolling_Days__c: 30 });
  const lead = await org.create('Lead', { LastName: 'Peters', Company: 'Peters bv' });
  const [one, two] = [await campaign(), await campaign()];
  await org.create('CampaignMember', { CampaignId: one, LeadId: lead });
  await refused(org.create('CampaignMember', { CampaignId: two, LeadId: lead }), /added 1 times in the last 30 days; at most 1/);
  await setPolicy({ Rolling_Touches__c: null, Rolling_Days__c: null });
});

test('members of one person in the same save count for one another: as many as fit are added, the others refused', async () => {
  await setPolicy({ Person_Campaigns__c: 3, Rolling_Touches__c: null, Rolling_Days__c: null });
  const accountId = await account('Zelfde Bestand');
  const people = await org.connection
    .sobject('Contact')
    .create(Array.from({ length: 40 }, (_, at) => ({ AccountId: accountId, LastName: `Naam ${at}` })));
  const campaigns: string[] = [];
  for (let at = 0; at < 5; at++) campaigns.push(await campaign());
  await member(campaigns[0] ?? '', people[0]?.id ?? '');
  const lines = people.flatMap((one, at) => campaigns.slice(at === 0 ? 1 : 0).map((CampaignId) => ({ CampaignId, ContactId: one.id })));
  assert.equal(lines.length, 199);
  const added = await org.connection.sobject('CampaignMember').create(lines, { allOrNone: false });
  assert.equal(added.filter((one) => one.success).length, 40 * 3 - 1);
  assert.ok(added.every((one) => one.success || /in [34] running campaigns already; at most 3/.test(JSON.stringify(one.errors))));
  const counts = await org.rows(
    `SELECT ContactId, COUNT(Id) n FROM CampaignMember WHERE Contact.AccountId = '${accountId}' GROUP BY ContactId`,
  );
  assert.deepEqual([counts.length, new Set(counts.map((one) => one['n']))], [40, new Set([3])]);
});

test('bulk loads of history by whoever may bypass automation are not checked', async () => {
  await setPolicy({ Person_Campaigns__c: 1 });
  const person = await contact(await account('Oude Bekende'));
  await member(await campaign(), person);
  const second = await campaign();
  await refused(member(second, person), /in 1 running campaigns already/);
  const [set] = await org.rows("SELECT Id FROM PermissionSet WHERE Name = 'SME_Automation_Bypass'");
  const [user] = await org.rows(`SELECT Id FROM User WHERE Username = '${org.org.username}'`);
  const assignment = await org.create('PermissionSetAssignment', { PermissionSetId: set?.['Id'], AssigneeId: user?.['Id'] });
  await member(second, person);
  await org.connection.sobject('PermissionSetAssignment').destroy(assignment);
  await refused(member(await campaign(), person), /in 2 running campaigns already/);
});

test('200 members are added in one request', async () => {
  const accountId = await account('Groot');
  const contacts = await org.connection
    .sobject('Contact')
    .create(Array.from({ length: 200 }, (_, at) => ({ AccountId: accountId, LastName: `Naam ${at}` })));
  const CampaignId = await campaign();
  const added = await org.connection.sobject('CampaignMember').create(contacts.map((one) => ({ CampaignId, ContactId: one.id })));
  assert.ok(added.every((one) => one.success));
});

test('policies and rules that contradict themselves are refused in plain words', async () => {
  await refused(setPolicy({ Minimum_Campaigns__c: 9 }), /fewest campaigns cannot be more/);
  await refused(setPolicy({ Rolling_Days__c: 5, Rolling_Touches__c: null }), /or neither/);
  const second = {
    Name: 'Second',
    External_Id__c: 'second',
    Minimum_Campaigns__c: 1,
    Maximum_Campaigns__c: 2,
    Base_Campaigns__c: 1,
    Person_Campaigns__c: 1,
  };
  await refused(org.create('Frequency_Policy__c', { ...second, Is_Active__c: true }), /Starter frequency is active already/);
  await refused(rule({ Event__c: 'Product Bought', Direction__c: 'After' }), /about one product/);
  await refused(rule({ Event__c: 'Stage Entered', Direction__c: 'After' }), /Choose the stage/);
  await refused(rule({ Event__c: 'After Purchase' }), /Before works only for/);
  await refused(rule({ Event__c: 'Decision Date Near', Direction__c: 'After' }), /it is too late/);
  await refused(rule({ Direction__c: 'After', Offset_Days__c: 0 }), /1 or more after/);
  await refused(rule({ Action__c: 'Add To Campaign' }), /Choose the campaign/);
  await refused(rule({ Action__c: 'Add To Campaign', Campaign__c: await campaign() }), /another message kind/);
});

test('a campaign serves one of six goals, and one of two directions', async () => {
  const goals = ['Acquisition', 'Retention', 'Service and Ease', 'More Customer Value', 'Self-Service', 'Binding Services'];
  for (const [at, Goal__c] of goals.entries())
    await campaign({ Goal__c, IsActive: false, Direction__c: at % 2 === 0 ? 'Outbound' : 'Inbound' });
  await refused(campaign({ Goal__c: 'Noise', IsActive: false }), /bad value for restricted picklist/i);
});

test('an e-mail campaign takes nobody without an address', async () => {
  const person = await contact(await account('Zonder Adres'));
  const mailing = await service({ Type: 'Email' });
  await refused(member(mailing, person), /has no e-mail address/);
  await member(await service({ Type: 'Conference' }), person);
  await org.update('Contact', person, { Email: 'jansen@zonder.example' });
  await member(mailing, person);
});

test('an answer to a campaign about a product is interest in it, which is followed and is not taken for their initiative', async () => {
  const business = await org.create('Account', { Name: 'Answers' });
  const answering = await org.create('Contact', { AccountId: business, LastName: 'Prins', Email: 'prins@answers.example' });
  const fibre = await org.create('Product2', { Name: 'Fibre', Product_Category__c: 'Internet', IsActive: true });
  const about = {
    Name: 'Fibre for you',
    Type: 'Direct Mail',
    Message_Kind__c: 'Service',
    Message_Kind_Reason__c: 'Tells when the engineer comes',
    IsActive: true,
    Product__c: fibre,
  };
  const running = await org.create('Campaign', about);
  const member = await org.create('CampaignMember', { CampaignId: running, ContactId: answering });
  const interest = `SELECT Product_Category__c, Channel__c, Campaign__c FROM Product_Interest__c WHERE Account__c = '${business}'`;
  assert.deepEqual(await org.rows(interest), []);
  await org.update('CampaignMember', member, { Status: 'Responded' });
  assert.deepEqual(await org.rows(interest), [{ Product_Category__c: 'Internet', Channel__c: 'Other', Campaign__c: running }]);
  assert.deepEqual(await org.rows(`SELECT Started_By__c FROM Account WHERE Id = '${business}'`), [{ Started_By__c: null }]);
});

test('answers are counted and held against the aim of the campaign', async () => {
  const id = await campaign({ Goal_Count__c: 4 });
  const people = await Promise.all(['One', 'Two', 'Three'].map(async (name) => contact(await account(name))));
  const members: string[] = [];
  for (const person of people) members.push(await member(id, person));
  const result = async (): Promise<unknown[]> =>
    Object.values((await org.rows(`SELECT Answer_Count__c, Goal_Reached_Percent__c FROM Campaign WHERE Id = '${id}'`))[0] ?? {});
  assert.deepEqual(await result(), [null, 0]);
  await org.connection.sobject('CampaignMember').update(members.map((Id) => ({ Id, Status: 'Responded' })));
  assert.deepEqual(await result(), [3, 75]);
  await org.update('CampaignMember', members[0] ?? '', { Status: 'Sent' });
  assert.deepEqual(await result(), [2, 50]);
  await refused(campaign({ Goal_Count__c: 0 }), /one answer or more/);
});
