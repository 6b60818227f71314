// Two hundred records about one person, provider, campaign or position in one save. The platform
// changes one record at most twelve times in a bulk save, and a transaction has its limits; both are enforced here.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { MANY, openBulkUnderTest, TODAY, type BulkUnderTest } from './bulk-under-test.ts';

const PRODUCT_CATEGORIES = 9;
const SERVICE = { Message_Kind__c: 'Service', Message_Kind_Reason__c: 'Tells when the engineer comes' };
let bulk: BulkUnderTest;

before(async () => {
  bulk = await openBulkUnderTest();
});
after(() => bulk.org.close());

test('200 people of one business are judged, again when they object, and again when its legal form changes', async () => {
  const { id } = await bulk.customer();
  const people = await bulk.create('Contact', (at) => ({ AccountId: id, LastName: `Naam ${at}`, Email: `naam${at}@bedrijf.example` }));
  await bulk.update('Contact', people, { DoNotCall: true });
  await bulk.update('Account', [id], { Legal_Form__c: 'Sole Proprietorship' });
  const campaign = await bulk.org.create('Campaign', { Name: 'Invoices', Type: 'Direct Mail', ...SERVICE, IsActive: true });
  await bulk.create('CampaignMember', (at) => ({ CampaignId: campaign, ContactId: people[at] }));
  const refused = `SELECT Id FROM Consent_Verdict__c WHERE Account__c = '${id}' AND Channel__c = 'Phone' AND Verdict__c = 'May Not'`;
  assert.ok((await bulk.ids(refused)).length >= MANY);
});

test('200 statements of one person about consent lead to one decision', async () => {
  const { contact } = await bulk.customer();
  const statement = { Channel__c: 'Email', Source__c: 'web form' };
  await bulk.create('Consent_Evidence__c', (at) => ({
    Contact__c: contact,
    ...statement,
    State__c: at % 2 ? 'Refused' : 'Given',
    Captured_At__c: '2026-02-03T13:05:00Z',
  }));
  const individual = await bulk.org.create('Individual', { LastName: 'Visser' });
  await bulk.org.update('Contact', contact, { IndividualId: individual });
  const record = { ContactPointType: 'Email', CaptureContactPointType: 'Web', CaptureSource: 'web form', PrivacyConsentStatus: 'OptIn' };
  await bulk.create('ContactPointTypeConsent', (at) => ({
    Name: `Statement ${at}`,
    PartyId: individual,
    ...record,
    CaptureDate: '2026-03-01T09:00:00Z',
  }));
  const second = await bulk.customer();
  await bulk.update('Contact', [second.contact], { IndividualId: individual });
  assert.equal((await bulk.ids(`SELECT Id FROM Consent_Evidence__c WHERE Contact__c = '${second.contact}'`)).length, MANY);
});

test('200 rules of one channel are written and changed', async () => {
  const rule = {
    Channel__c: 'Post',
    Legal_Form_Group__c: 'Any',
    Customer_Relation__c: 'Any',
    Evidence_Needed__c: 'None',
    Verdict__c: 'Ask First',
    Reason__c: 'No Consent',
    Source__c: 'Law',
    Checked_On_Date__c: '2026-11-01',
  };
  const rules = await bulk.create('Consent_Rule__c', (at) => ({
    Name: `Rule ${at}`,
    External_Id__c: `rule-${at}`,
    ...rule,
    Priority__c: 500 + at,
  }));
  await bulk.update('Consent_Rule__c', rules, { Checked_On_Date__c: TODAY, Is_Active__c: false });
});

test('200 campaigns at once are refused by their number, in plain words', async () => {
  const campaigns = await bulk.create('Campaign', (at) => ({ Name: `Plan ${at}`, Type: 'Email', ...SERVICE, IsActive: false }));
  const results = await bulk.org.connection.sobject('Campaign').update(
    campaigns.map((Id) => ({ Id, IsActive: true })),
    { allOrNone: false },
  );
  const refusals = new Set(results.map(({ errors }) => String(errors[0]?.message)));
  assert.deepEqual([...refusals], ['At most 8 campaigns may run at once, and so many do. Finish one first.']);
});

test('200 joint purchases, and 200 members of one', async () => {
  const { id } = await bulk.customer();
  const purchase = { Business_Park__c: 'De Hoef', Product_Category__c: 'Internet', Threshold_Count__c: 2, Deadline_Date__c: '2027-06-01' };
  const purchases = await bulk.create('Collective__c', (at) => ({ Name: `Park ${at}`, ...purchase }));
  await bulk.create('Collective_Member__c', (at) => ({
    Collective__c: purchases[at],
    Account__c: id,
    Interest_State__c: 'Committed',
    Has_No_Contract__c: true,
  }));
});

test('200 versions of one script become active, and one stays', async () => {
  const script = {
    Competitor__c: bulk.provider,
    Product_Category__c: 'Internet',
    Language__c: 'Dutch',
    Opening_Line__c: 'Goedemorgen',
    Question_1__c: 'Tot wanneer?',
    Question_2__c: 'Hoe bevalt het?',
    Question_3__c: 'Wie beslist?',
    Valid_Until_Date__c: '2027-06-30',
  };
  const scripts = await bulk.create('Comparison_Script__c', (at) => ({ Name: `Script ${at}`, ...script, Status__c: 'Draft' }));
  await bulk.update('Comparison_Script__c', scripts, { Status__c: 'Active' });
  const active = `SELECT Id FROM Comparison_Script__c WHERE Competitor__c = '${bulk.provider}' AND Status__c = 'Active'`;
  assert.equal((await bulk.ids(active)).length, 1);
});

test('200 calls about one contract complete its task once', async () => {
  const { id } = await bulk.customer();
  const elsewhere = { Competitor__c: bulk.provider, Product_Category__c: 'Internet', End_Date__c: '2027-03-31' };
  const [contract] = await bulk.create('Competitor_Contract__c', (at) => ({ Account__c: id, ...elsewhere, Contract_Number__c: `C${at}` }));
  const approach = { Subject: 'Approach', Status: 'Not Started', Priority: 'Normal', Task_Kind__c: 'Approach' };
  const asked = await bulk.org.create('Task', { ...approach, WhatId: id, Source_Record_Id__c: contract });
  const outcome = { Outcome__c: 'Interested', Next_Step__c: 'Visit', Next_Step_Date__c: '2026-12-01' };
  await bulk.create('Call_Outcome__c', () => ({ Account__c: id, Competitor_Contract__c: contract, ...outcome }));
  assert.deepEqual(await bulk.one(`SELECT Status FROM Task WHERE Id = '${asked}'`), { Status: 'Completed' });
  await bulk.create('Product_Interest__c', () => ({ Account__c: id, Product_Category__c: 'Gas', Seen_On_Date__c: TODAY }));
});

test('200 positions, nine of each account, go to Retention and are saved', async () => {
  const categories = await bulk.org.connection.sobject('Lifecycle_Position__c').describe();
  const values = categories.fields.find(({ name }) => name === 'Product_Category__c')?.picklistValues?.map(({ value }) => value) ?? [];
  assert.equal(values.length, PRODUCT_CATEGORIES);
  const accounts = await bulk.create('Account', (at) => ({ Name: `Chain ${at}` }), Math.ceil(MANY / PRODUCT_CATEGORIES));
  const why = { Reason__c: 'Said so', Evidence_Kind__c: 'Conversation', Evidence_Summary__c: 'Call' };
  const stage = await bulk.org.stageId('CARE');
  const positions = await bulk.create('Lifecycle_Position__c', (at) => ({
    Account__c: accounts[Math.floor(at / PRODUCT_CATEGORIES)],
    Product_Category__c: values[at % PRODUCT_CATEGORIES],
    Lifecycle_Stage__c: stage,
    ...why,
  }));
  const leaving = { Lifecycle_Stage__c: await bulk.org.stageId('RETENTION'), Reason__c: 'Leaves', Retention_Reason__c: 'Needs Changed' };
  await bulk.update('Lifecycle_Position__c', positions, { ...why, ...leaving, Evidence_Summary__c: 'A second call' });
  await bulk.update('Lifecycle_Position__c', positions, {
    Retention_Outcome__c: 'Saved',
    ...why,
    Reason__c: 'Stays',
    Evidence_Summary__c: 'A third call',
  });
  assert.equal(
    (await bulk.ids("SELECT Id FROM Lifecycle_Position__c WHERE Account__r.Name LIKE 'Chain %' AND Stage_Key__c = 'CARE'")).length,
    MANY,
  );
});

test('200 spellings of one provider', async () => {
  const spelling = { Competitor__c: bulk.provider, Contract_Key__c: 'noordlicht-telecom' };
  await bulk.create('Competitor_Alias__c', (at) => ({ Name: `Noord ${at}`, ...spelling, External_Id__c: `noord-${at}` }));
});

test('200 decisions about one position pass its gate once', async () => {
  const { id, position } = await bulk.customer();
  const [gate] = await bulk.ids("SELECT Id FROM Stage_Gate__c WHERE External_Id__c = 'DELIGHT'");
  const decisions = await bulk.create('Gate_Decision__c', () => ({ Lifecycle_Position__c: position, Stage_Gate__c: gate }));
  const checks = await bulk.ids(`SELECT Id FROM Gate_Check__c WHERE Gate_Decision__r.Lifecycle_Position__c = '${position}'`);
  for (let at = 0; at < checks.length; at += MANY) {
    await bulk.update('Gate_Check__c', checks.slice(at, at + MANY), { Is_Met__c: true, Answer__c: 'Yes' });
  }
  await bulk.update('Gate_Decision__c', decisions, { Verdict__c: 'Go', Reason__c: 'Ready for more' });
  assert.deepEqual(await bulk.org.stages(id), { Internet: 'DEVELOPMENT' });
});

test('200 businesses, each with its own feedback, pass as well', async () => {
  const accounts = await bulk.create('Account', (at) => ({ Name: `Mixed ${at}` }));
  await bulk.create('Feedback__c', (at) => ({ Account__c: accounts[at], Score__c: at % 11 }));
  assert.equal((await bulk.ids("SELECT Id FROM Account WHERE Name LIKE 'Mixed %' AND Last_Feedback_Score__c = 10")).length, 18);
});

test('200 rules of one kind that leave one another alone pass in one save, and so does changing them', async () => {
  const said = { Source__c: 'Trade custom', Checked_On_Date__c: TODAY };
  const [user] = await bulk.ids("SELECT Id FROM User WHERE UserType = 'Standard' AND IsActive = true LIMIT 1");
  const territories = await bulk.create('Sales_Territory__c', (at) => ({
    Name: `Territory ${at}`,
    First_Postcode__c: 1000 + at * 40,
    Last_Postcode__c: 1039 + at * 40,
    User__c: user,
  }));
  await bulk.update('Sales_Territory__c', territories, { Is_Active__c: false });
  const regimes = await bulk.create('Notice_Regime__c', (at) => ({
    Name: `Mobile ${at}`,
    External_Id__c: `mobile-${at}`,
    Product_Category__c: 'Mobile Telephony',
    Phase__c: 'First Term',
    Connection_Size__c: 'Any',
    Legal_Form_Group__c: 'Any',
    Is_Notice_To_Be_Asked__c: true,
    Tacit_Renewal__c: 'Monthly',
    Notice_Length__c: 1,
    Notice_Unit__c: 'Months',
    Lead_Time_Days__c: 90,
    Last_Days__c: 14,
    Priority__c: 1000 + at,
    ...said,
  }));
  await bulk.update('Notice_Regime__c', regimes, { Lead_Time_Days__c: 60 });
  const policies = await bulk.create('Lifecycle_Policy__c', (at) => ({
    Name: `Days ${at}`,
    External_Id__c: `days-${at}`,
    Value_Number__c: at,
    Unit__c: 'Days',
    Purpose__c: 'To be read in a flow',
    Not_Above_Key__c: 'days-199',
    ...said,
  }));
  await bulk.update('Lifecycle_Policy__c', policies, { Value_Number__c: 1 });
  const bounds = { Minimum_Campaigns__c: 3, Maximum_Campaigns__c: 8, Base_Campaigns__c: 4, Person_Campaigns__c: 8 };
  const frequencies = await bulk.create('Frequency_Policy__c', (at) => ({
    Name: `Frequency ${at}`,
    External_Id__c: `frequency-${at}`,
    ...bounds,
    ...said,
  }));
  await bulk.update('Frequency_Policy__c', frequencies, { Maximum_Campaigns__c: 9 });
});

test('every object that a flow answers to after the save is among them, and no turn is left behind', async () => {
  const folder = path.resolve(import.meta.dirname, '../../../force-app');
  const answered = globSync('*/flows/*.flow-meta.xml', { cwd: folder }).flatMap((file) => {
    const flow = readFileSync(path.join(folder, file), 'utf8');
    const start = /<start>.*<\/start>/s.exec(flow)?.[0] ?? '';
    const object = /<object>(\w+)<\/object>/.exec(start)?.[1];
    return object && start.includes('<triggerType>RecordAfterSave</triggerType>') ? [object] : [];
  });
  assert.ok(answered.length > 30);
  const tests = ['one-account-bulk.test.ts', 'one-parent-bulk.test.ts'].map((file) =>
    readFileSync(path.join(import.meta.dirname, file), 'utf8'),
  );
  const saved = new Set([...tests.join('').matchAll(/bulk\.create\('(\w+)'/g)].map(([, object]) => object));
  const missing = new Set(answered.filter((object) => !saved.has(object)));
  assert.deepEqual([...missing], ['Consent_Verdict__c'], 'only flows write verdicts, those of two hundred people above');
  assert.deepEqual(await bulk.org.rows('SELECT Id FROM Flow_Turn__c'), []);
});
