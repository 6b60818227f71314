// Comparison scripts as marketing and reps see them through the API: versions, claims that expire, calls that leave tasks.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openOrgUnderTest, refused, type Fields, type OrgUnderTest } from '../testing/org-under-test.ts';

let org: OrgUnderTest;
let competitor: string;

before(async () => {
  org = await openOrgUnderTest('2026-11-23');
  competitor = await org.create('Competitor__c', { Name: 'Noordlicht Energie', External_Id__c: 'noordlicht-energie', Is_Active__c: true });
});
after(() => org.close());

const script = (category: string, fields: Fields = {}): Promise<string> =>
  org.create('Comparison_Script__c', {
    Name: `Against Noordlicht, ${category}`,
    Competitor__c: competitor,
    Product_Category__c: category,
    Language__c: 'Dutch',
    Opening_Line__c: 'U kunt {provider} nog {days} dagen opzeggen.',
    Question_1__c: 'Tot wanneer?',
    Question_2__c: 'Hoe bevalt het?',
    Question_3__c: 'Wie beslist?',
    Status__c: 'Active',
    Valid_Until_Date__c: '2027-06-30',
    ...fields,
  });
const difference = (scriptId: string, fields: Fields = {}): Promise<string> =>
  org.create('Comparison_Claim__c', {
    Comparison_Script__c: scriptId,
    Kind__c: 'Difference',
    Topic__c: 'Opzegtermijn',
    Our_Fact__c: '30 dagen',
    Their_Fact__c: '3 maanden',
    Audience__c: 'Customer-Facing',
    Source__c: 'Voorwaarden 2026, artikel 8',
    Checked_On_Date__c: '2026-11-20',
    ...fields,
  });
const claim = async (id: string): Promise<Fields> =>
  (
    await org.rows(
      `SELECT Status__c, Is_Sayable__c, Not_Sayable_Reason__c, Checked_On_Date__c, Valid_Until_Date__c FROM Comparison_Claim__c WHERE Id = '${id}'`,
    )
  )[0] ?? {};
const tasksOf = (id: string): Promise<readonly Fields[]> =>
  org.rows(`SELECT Subject, Status FROM Task WHERE WhatId = '${id}' ORDER BY CreatedDate, Subject`);

test('a claim is sayable only while it is for customers, sourced, checked and valid, and its formula says why not', async () => {
  const id = await script('Gas');
  const good = await claim(await difference(id));
  assert.deepEqual(good, {
    Status__c: 'In Use',
    Is_Sayable__c: true,
    Not_Sayable_Reason__c: null,
    Checked_On_Date__c: '2026-11-20',
    Valid_Until_Date__c: '2026-12-20',
  });
  const cases: readonly (readonly [Fields, RegExp])[] = [
    [{ Audience__c: 'Internal' }, /^Internal: do not read aloud\.$/],
    [{ Source__c: null }, /^No source/],
    [{ Checked_On_Date__c: null }, /^Not checked/],
    [{ Checked_On_Date__c: '2026-10-01', Valid_Until_Date__c: '2026-11-22' }, /^Expired/],
    [{ Status__c: 'Retired' }, /^Retired/],
    [
      { Is_Special_Offer__c: true, Offer_Begin_Date__c: '2026-12-01', Offer_End_Date__c: '2026-12-31' },
      /^The special offer does not run today/,
    ],
    [{ Source__c: null, Checked_On_Date__c: null }, /^No source.* Not checked/],
  ];
  for (const [fields, reason] of cases) {
    const { Is_Sayable__c, Not_Sayable_Reason__c } = await claim(await difference(id, fields));
    assert.equal(Is_Sayable__c, false, JSON.stringify(fields));
    assert.match(String(Not_Sayable_Reason__c), reason);
  }
  await refused(
    difference(id, { Is_Special_Offer__c: true, Offer_Begin_Date__c: '2026-11-01' }),
    /first and the last day of the special offer/,
  );
  await refused(difference(id, { Their_Fact__c: null }), /Give both facts/);
});

test('words that change must be checked again before they may be said', async () => {
  const id = await difference(await script('Insurance'));
  await org.update('Comparison_Claim__c', id, { Their_Fact__c: '2 maanden' });
  assert.equal((await claim(id))['Is_Sayable__c'], false);
  await org.update('Comparison_Claim__c', id, { Checked_On_Date__c: '2026-11-23' });
  const { Is_Sayable__c, Valid_Until_Date__c } = await claim(id);
  assert.deepEqual([Is_Sayable__c, Valid_Until_Date__c], [true, '2026-12-23']);
});

test('a script in use is not rewritten: the next version replaces it, and only one of a kind is in use', async () => {
  const first = await script('Internet');
  await refused(org.update('Comparison_Script__c', first, { Opening_Line__c: 'Anders' }), /Make a new version/);
  await refused(org.update('Comparison_Script__c', first, { Status__c: 'Draft' }), /stays as it is/);
  const second = await script('Internet', { Status__c: 'Draft', Replaces__c: first });
  await org.update('Comparison_Script__c', second, { Opening_Line__c: 'Anders' });
  await org.update('Comparison_Script__c', second, { Status__c: 'Active' });
  const kinds = await org.rows(
    "SELECT Version__c, Status__c, Retired_On_Date__c FROM Comparison_Script__c WHERE Product_Category__c = 'Internet' ORDER BY Version__c",
  );
  assert.deepEqual(kinds, [
    { Version__c: 1, Status__c: 'Retired', Retired_On_Date__c: '2026-11-23' },
    { Version__c: 2, Status__c: 'Active', Retired_On_Date__c: null },
  ]);
  await refused(script('Gas', { Valid_Until_Date__c: null }), /Say until when/);
  await refused(script('Gas', { Question_3__c: null }), /all three questions/);
});

test('a script leads only to a proposition that the matrix allows for its product', async () => {
  const proposition = await org.create('Proposition__c', { Name: 'Vast', Offer__c: 'Twee jaar vast', External_Id__c: 'vast' });
  await refused(script('Electricity', { Proposition__c: proposition }), /matrix allows this proposition for no product/);
  const product = await org.create('Product2', { Name: 'Stroom', Product_Category__c: 'Electricity', IsActive: true });
  await org.create('Product_Proposition__c', { Proposition__c: proposition, Product__c: product, Is_Allowed__c: true });
  await script('Electricity', { Proposition__c: proposition });
});

test('an approach task names the script; a call completes it, and the next step becomes a task', async () => {
  const account = await org.create('Account', { Name: 'Bakkerij Jansen' });
  const contract = await org.create('Competitor_Contract__c', {
    Account__c: account,
    Competitor__c: competitor,
    Product_Category__c: 'Gas',
    End_Date__c: '2027-06-30',
    Status__c: 'Active',
  });
  const approach = {
    Subject: 'Approach',
    WhatId: account,
    Task_Kind__c: 'Approach',
    Source_Record_Id__c: contract,
    Status: 'Not Started',
    Priority: 'Normal',
  };
  const task = await org.create('Task', approach);
  const [named] = await org.rows(`SELECT Description FROM Task WHERE Id = '${task}'`);
  assert.equal(named?.['Description'], 'Script: Against Noordlicht, Gas. Say first: “U kunt Noordlicht Energie nog 189 dagen opzeggen.”');
  const call = { Account__c: account, Competitor_Contract__c: contract, Worked__c: 'Unknown', Next_Step__c: 'None' };
  await org.create('Call_Outcome__c', { ...call, Outcome__c: 'Not Reached' });
  assert.deepEqual(await tasksOf(account), [{ Subject: 'Approach', Status: 'Not Started' }]);
  await org.create('Call_Outcome__c', { ...call, Outcome__c: 'Interested', Next_Step__c: 'Visit', Next_Step_Date__c: '2026-12-01' });
  assert.deepEqual(await tasksOf(account), [
    { Subject: 'Approach', Status: 'Completed' },
    { Subject: 'Visit after the call of 23-11-2026', Status: 'Not Started' },
  ]);
  const [contacted] = await org.rows(`SELECT Last_Contact_Date__c FROM Account WHERE Id = '${account}'`);
  assert.equal(contacted?.['Last_Contact_Date__c'], '2026-11-23');
  const other = await org.create('Account', { Name: 'De Wit' });
  await refused(org.create('Call_Outcome__c', { ...call, Account__c: other, Outcome__c: 'Interested' }), /of another account/);
  await refused(org.create('Call_Outcome__c', { ...call, Outcome__c: 'Interested', Next_Step__c: 'Visit' }), /Choose the day/);
});

test('claims and scripts go out of use after their last day, and marketing is asked once to look at them', async () => {
  const id = await script('Waste Collection', { Valid_Until_Date__c: '2026-12-31' });
  const one = await difference(id);
  await difference(id, { Topic__c: 'Prijs' });
  assert.deepEqual(await org.runUntil('2026-12-20'), []);
  assert.deepEqual(await tasksOf(id), []);
  assert.deepEqual(await org.runUntil('2026-12-22'), []);
  assert.equal((await claim(one))['Status__c'], 'Expired');
  assert.deepEqual(await tasksOf(id), [
    { Subject: 'Check the claims of Against Noordlicht, Waste Collection: 2 expired', Status: 'Not Started' },
  ]);
  await org.update('Comparison_Claim__c', one, { Checked_On_Date__c: '2026-12-22' });
  assert.equal((await claim(one))['Status__c'], 'In Use');
  assert.deepEqual(await org.runUntil('2027-01-02'), []);
  const [retired] = await org.rows(`SELECT Status__c FROM Comparison_Script__c WHERE Id = '${id}'`);
  assert.equal(retired?.['Status__c'], 'Retired');
  assert.equal((await tasksOf(id)).length, 1);
});

test('while an order is written, what goes with it is proposed once, unless the customer has it', async () => {
  const [owner] = await org.rows("SELECT Id FROM User WHERE Username = 'noor.noord@local.example'");
  const product = await org.create('Product2', { Name: 'Zakelijk mobiel', Product_Category__c: 'Mobile Telephony', IsActive: true });
  const mobile = {
    Name: 'Mobiel voor het team',
    Offer__c: 'Tweede simkaart gratis',
    Product_Category__c: 'Mobile Telephony',
    Is_Active__c: true,
  };
  const proposition = await org.create('Proposition__c', { ...mobile, External_Id__c: 'team-mobile', Add_On_To__c: 'Internet' });
  await org.create('Product_Proposition__c', { Product__c: product, Proposition__c: proposition, Is_Allowed__c: true });
  const [newcomer, customer] = [await org.create('Account', { Name: 'Nieuw' }), await org.create('Account', { Name: 'Belt al bij ons' })];
  await org.position(customer, 'CARE', { Product_Category__c: 'Mobile Telephony' });
  const order = (AccountId: string, Product_Category__c: string, Probability: number): Promise<string> =>
    org.create('Opportunity', {
      AccountId,
      OwnerId: owner?.['Id'],
      Name: 'Order',
      StageName: 'Prospecting',
      CloseDate: '2026-12-31',
      Product_Category__c,
      Probability,
    });
  const proposed = (at: string): Promise<readonly Fields[]> =>
    org.rows(`SELECT Subject, Description, OwnerId, Product_Category__c FROM Task WHERE WhatId = '${at}' AND Task_Kind__c = 'Cross-Sell'`);
  const internet = await order(newcomer, 'Internet', 20);
  await order(newcomer, 'Gas', 90);
  await order(customer, 'Internet', 90);
  assert.deepEqual([await proposed(newcomer), await proposed(customer)], [[], []]);
  await org.update('Opportunity', internet, { Probability: 50 });
  await org.update('Opportunity', internet, { Probability: 75 });
  assert.deepEqual(await proposed(newcomer), [
    {
      Subject: 'Bied bij de order meteen ook aan: Mobiel voor het team',
      Description: 'Tweede simkaart gratis',
      OwnerId: owner?.['Id'],
      Product_Category__c: 'Mobile Telephony',
    },
  ]);
});
