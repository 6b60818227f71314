// Rules are records, so people can write rules that contradict one another or themselves: each is refused, in plain language.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openOrgUnderTest, refused, type Fields, type OrgUnderTest } from '../testing/org-under-test.ts';

const PACKAGE = path.resolve(import.meta.dirname, '../../../force-app');

let org: OrgUnderTest;

before(async () => {
  org = await openOrgUnderTest('2026-11-23');
});
after(() => org.close());

/** A starter record, what somebody makes of it, and the validation rule that refuses it. */
const CONTRADICTIONS: Readonly<Record<string, readonly (readonly [externalId: string, change: Fields, rule: string])[]>> = {
  Notice_Regime__c: [
    ['mobile-telephony-first-term', { Last_Days__c: 91 }, 'Last_Days_Within_Lead_Time'],
    ['mobile-telephony-first-term', { Free_Window_Days__c: -1 }, 'Days_Not_Negative'],
    ['mobile-telephony-first-term', { Notice_Unit__c: null }, 'Notice_Length_And_Unit_Together'],
    ['mobile-telephony-first-term', { Notice_Length__c: -1 }, 'Notice_Length_Not_Negative'],
    ['mobile-telephony-first-term', { Notice_Length__c: null, Notice_Unit__c: null }, 'Notice_Length_When_It_Renews'],
    ['mobile-telephony-first-term', { Renewal_Term_Months__c: 0 }, 'Renewal_Term_Is_1_Or_More'],
    ['mobile-telephony-first-term', { Tacit_Renewal__c: 'Same Term', Is_Notice_To_Be_Asked__c: false }, 'Same_Term_Needs_Renewal_Term'],
    ['mobile-telephony-first-term', { Connection_Size__c: 'Small' }, 'Size_Only_For_Energy'],
    ['mobile-telephony-first-term', { Source__c: null }, 'Source_And_Checked_On_Given'],
    ['mobile-telephony-first-term', { Valid_From_Date__c: '2026-02-01', Valid_Until_Date__c: '2026-01-31' }, 'Valid_Until_Not_Before_From'],
  ],
  Event_Rule__c: [
    ['bought-internet-30-days', { Product_Category__c: null }, 'Product_Where_It_Is_Needed'],
    ['bought-internet-30-days', { Direction__c: 'Before' }, 'Before_Only_For_Known_Days'],
    ['bought-internet-30-days', { Action__c: 'Add To Campaign' }, 'Campaign_To_Add_To'],
    ['bought-internet-30-days', { Offset_Days__c: 0 }, 'Days_Are_Possible'],
    ['bought-internet-30-days', { Event__c: 'Decision Date Near' }, 'Decision_Dates_Ask_For_Before'],
    ['bought-internet-30-days', { Campaign__c: 'service' }, 'Kind_Is_That_Of_The_Campaign'],
    ['bought-internet-30-days', { Most_Per_Day__c: 9001 }, 'Most_Per_Day_Is_Possible'],
    [
      'bought-internet-30-days',
      { Is_Active__c: false, Message_Kind__c: 'Service', Proposition__c: 'offer' },
      'Service_Carries_No_Proposition',
    ],
    ['bought-internet-30-days', { Event__c: 'Stage Entered' }, 'Stage_For_Stage_Entered'],
    ['bought-internet-30-days', { Task_Subject__c: null }, 'Task_Has_A_Subject'],
    ['bought-internet-30-days', { Follows_Rule__c: 'itself' }, 'Rule_Follows_Another_One'],
    ['bought-internet-30-days', { Minimum_Customer_Value__c: -1 }, 'Value_Not_Negative'],
  ],
  Frequency_Policy__c: [
    ['starter-frequency', { Minimum_Campaigns__c: 9 }, 'Minimum_Not_Above_Maximum'],
    ['starter-frequency', { Person_Campaigns__c: 0 }, 'Numbers_Not_Negative'],
    ['starter-frequency', { Rolling_Days__c: null }, 'Touches_And_Days_Together'],
  ],
  Lifecycle_Stage__c: [
    ['CARE', { Target_Days__c: 10, Maximum_Days__c: 9 }, 'Maximum_Not_Below_Target'],
    ['CARE', { Target_Days__c: -1 }, 'Days_Not_Negative'],
    ['CARE', { Openness_Points__c: 21 }, 'Openness_Points_Between_0_And_20'],
    ['CARE', { Saddle_Points__c: 21 }, 'Saddle_Points_Between_0_And_20'],
    ['CARE', { Order__c: 0 }, 'Order_Is_1_Or_More'],
  ],
  Lifecycle_Policy__c: [
    [
      'onboarding-confirmation-days',
      { Unit__c: 'Text', Value_Text__c: 'soon', Value_Number__c: null, Lowest_Value__c: 31 },
      'Lowest_Not_Above_Highest',
    ],
    ['onboarding-confirmation-days', { Value_Number__c: 31 }, 'Value_Within_Bounds'],
    ['onboarding-confirmation-days', { Value_Number__c: 1.5 }, 'Days_Months_And_Counts_Are_Whole'],
    ['onboarding-confirmation-days', { Value_Number__c: null }, 'A_Value_Is_Given'],
  ],
  Consent_Rule__c: [
    ['email-none', { Verdict__c: 'May' }, 'Email_Needs_Consent_Or_Customer'],
    ['email-none', { Evidence_Needed__c: 'Claimed', Verdict__c: 'May', Channel__c: 'Post' }, 'A_Claim_Never_Allows'],
    ['email-none', { Checked_On_Date__c: null }, 'Source_And_Checked_On_Given'],
    ['email-none', { Valid_From_Date__c: '2026-02-01', Valid_Until_Date__c: '2026-01-31' }, 'Valid_Until_Not_Before_From'],
  ],
  Feedback_Moment__c: [['prospect-orientation', { Repeat_Every_Days__c: 29 }, 'Days_Are_Possible']],
  Stage_Moment__c: [['suspect-website-risk', { Task_After_Days__c: -1 }, 'Days_Not_Negative']],
  Stage_Gate__c: [
    ['ATTRACT', { To_Stage__c: 'from' }, 'Gate_Leads_To_Another_Stage'],
    ['ATTRACT', { Order__c: 0 }, 'Order_Is_1_Or_More'],
  ],
  Lifecycle_Vocabulary__c: [['ACQUISITION-TO-REACTIVATION', { Order__c: 0 }, 'Order_Is_1_Or_More']],
};

const ruleFile = (object: string, rule: string): string =>
  globSync(`*/objects/${object}/validationRules/${rule}.validationRule-meta.xml`, { cwd: PACKAGE })[0] ?? '';

/** What the validation rule says to the user. */
const message = (object: string, rule: string): string =>
  /<errorMessage>(.*?)<\/errorMessage>/s.exec(readFileSync(path.join(PACKAGE, ruleFile(object, rule)), 'utf8'))?.[1] ?? '';

const escaped = (text: string): RegExp => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

async function idOf(object: string, externalId: string): Promise<string> {
  const [row] = await org.rows(`SELECT Id FROM ${object} WHERE External_Id__c = '${externalId}'`);
  assert.ok(row, `${object} ${externalId} is a starter record`);
  return String(row['Id']);
}

/** Records that a contradiction points at stand in the table by a word. */
async function pointed(change: Fields): Promise<Fields> {
  const result: Record<string, unknown> = { ...change };
  if (change['Campaign__c'] === 'service') {
    const kind = { Message_Kind__c: 'Service', Message_Kind_Reason__c: 'Tells when the engineer comes' };
    result['Campaign__c'] = await org.create('Campaign', { Name: 'Engineers', Type: 'Email', ...kind });
  }
  if (change['Proposition__c'] === 'offer') {
    result['Proposition__c'] = await org.create('Proposition__c', { Name: 'Vast', Offer__c: 'Twee jaar vast', External_Id__c: 'vast' });
  }
  if (change['Follows_Rule__c'] === 'itself') result['Follows_Rule__c'] = await idOf('Event_Rule__c', 'bought-internet-30-days');
  if (change['To_Stage__c'] === 'from') result['To_Stage__c'] = await org.stageId('SUSPECT');
  return result;
}

for (const [object, contradictions] of Object.entries(CONTRADICTIONS)) {
  test(`${object}: a rule that contradicts itself is refused`, async () => {
    for (const [externalId, change, rule] of contradictions) {
      const id = await idOf(object, externalId);
      await refused(org.update(object, id, await pointed(change)), escaped(message(object, rule)));
    }
  });

  test(`${object}: none of its validation rules is missing here`, () => {
    const files = globSync(`*/objects/${object}/validationRules/*.xml`, { cwd: PACKAGE });
    const names = files.map((file) => path.basename(file, '.validationRule-meta.xml'));
    assert.deepEqual(names.toSorted(), [...new Set(contradictions.map(([, , rule]) => rule))].toSorted());
  });
}

test('two regimes that cover the same contracts with the same priority are refused, the other one named', async () => {
  const regime = { Phase__c: 'First Term', Connection_Size__c: 'Any', Legal_Form_Group__c: 'Any', Tacit_Renewal__c: 'None' };
  const rest = { Lead_Time_Days__c: 30, Last_Days__c: 7, Source__c: 'Law', Checked_On_Date__c: '2026-11-01', Is_Active__c: true };
  const rival = { Name: 'Mine', External_Id__c: 'mine', Product_Category__c: 'Mobile Telephony', ...regime, ...rest, Priority__c: 100 };
  await refused(org.create('Notice_Regime__c', rival), /“Mobile Telephony, first term”, with the same priority/);
  await org.create('Notice_Regime__c', { ...rival, Priority__c: 99 });
});

test('two consent rules of a channel with the same priority are refused, the other one named', async () => {
  const rule = { Legal_Form_Group__c: 'Any', Customer_Relation__c: 'Any', Evidence_Needed__c: 'None', Verdict__c: 'Ask First' };
  const rest = { Reason__c: 'No Consent', Source__c: 'Law', Checked_On_Date__c: '2026-11-01', Is_Active__c: true };
  const rival = { Name: 'Mine', External_Id__c: 'mine', Channel__c: 'Post', ...rule, ...rest, Priority__c: 50 };
  await refused(org.create('Consent_Rule__c', rival), /“Post, until objection” decides about the same channel/);
  await org.create('Consent_Rule__c', { ...rival, Priority__c: 60 });
});

test('rules that contradict one another in one and the same save are refused, each naming the other; the others are kept', async () => {
  const regime = {
    Phase__c: 'First Term',
    Connection_Size__c: 'Any',
    Legal_Form_Group__c: 'Any',
    Tacit_Renewal__c: 'None',
    Is_Active__c: true,
  };
  const rest = { Lead_Time_Days__c: 30, Last_Days__c: 7, Source__c: 'Law', Checked_On_Date__c: '2026-11-01', Product_Category__c: 'Gas' };
  const made = (name: string, Priority__c: number): Fields => ({ ...regime, ...rest, Name: name, External_Id__c: name, Priority__c });
  const regimes = await org.connection.sobject('Notice_Regime__c').create([made('one', 901), made('two', 901), made('alone', 902)]);
  assert.deepEqual(
    regimes.map(({ errors }) => /“(\w+)”/.exec(errors[0]?.message ?? '')?.[1]),
    ['two', 'one', undefined],
  );
  const policy = { Minimum_Campaigns__c: 1, Maximum_Campaigns__c: 2, Base_Campaigns__c: 1, Person_Campaigns__c: 1, Source__c: 'Ours' };
  await org.update('Frequency_Policy__c', await idOf('Frequency_Policy__c', 'starter-frequency'), { Is_Active__c: false });
  const active = (name: string): Fields => ({
    ...policy,
    Name: name,
    External_Id__c: name,
    Is_Active__c: true,
    Checked_On_Date__c: '2026-11-01',
  });
  const policies = await org.connection.sobject('Frequency_Policy__c').create([active('first'), active('second')]);
  assert.deepEqual(
    policies.map(({ success }) => success),
    [false, false],
  );
  await org.create('Frequency_Policy__c', active('first'));
});

test('a policy does not exceed the one that bounds it, whichever of them is changed; both at once may be', async () => {
  const [retention, call] = [
    await idOf('Lifecycle_Policy__c', 'feedback-retention-threshold'),
    await idOf('Lifecycle_Policy__c', 'feedback-call-threshold'),
  ];
  await refused(
    org.update('Lifecycle_Policy__c', retention, { Value_Number__c: 9 }),
    /“Score up to which Retention begins” \(9\) may not be above .* \(8\)/,
  );
  await refused(
    org.update('Lifecycle_Policy__c', call, { Value_Number__c: 5 }),
    /“Score up to which Retention begins” \(6\) may not be above .* \(5\)/,
  );
  const both = await org.connection.sobject('Lifecycle_Policy__c').update([
    { Id: retention, Value_Number__c: 9 },
    { Id: call, Value_Number__c: 9 },
  ]);
  assert.ok(both.every(({ success }) => success));
});
