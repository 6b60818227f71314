// Feedback that is asked by itself, as days go by.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrgUnderTest, type Fields } from '../testing/org-under-test.ts';

test('feedback is asked by itself at the moments of the policy, one question at a time, and not while a problem is open', async () => {
  const fresh = await openOrgUnderTest('2026-11-23');
  try {
    const id = await fresh.create('Account', { Name: 'Asked' });
    const position = await fresh.position(id, 'ONBOARDING');
    await fresh.position(id, 'CARE', { Product_Category__c: 'Gas', Since_Date__c: '2026-09-15' });
    const next = async (): Promise<unknown> =>
      (await fresh.rows(`SELECT Next_Feedback_Ask_Date__c FROM Lifecycle_Position__c WHERE Id = '${position}'`))[0]?.[
        'Next_Feedback_Ask_Date__c'
      ];
    assert.equal(await next(), '2026-12-14');
    const tasks = (): Promise<readonly Fields[]> =>
      fresh.rows(`SELECT ActivityDate, Subject FROM Task WHERE WhatId = '${id}' AND Task_Kind__c = 'Feedback Call' ORDER BY ActivityDate`);
    assert.deepEqual(await fresh.runUntil('2026-12-14'), []);
    const first = { ActivityDate: '2026-12-14', Subject: 'Ask Asked for feedback (Onboarding)' };
    assert.deepEqual((await tasks()).length, 1, 'two positions are due, but only one question is asked');
    const requests = (): Promise<readonly Fields[]> =>
      fresh.rows(`SELECT Process__c, Asked_By__c, State__c FROM Feedback_Request__c WHERE Account__c = '${id}' ORDER BY Name`);
    assert.deepEqual(
      (await requests()).map((one) => [one['Asked_By__c'], one['State__c']]),
      [['Call', 'Asked']],
    );
    await fresh.create('Feedback__c', { Account__c: id, Score__c: 10, Process__c: 'Onboarding' });
    assert.equal((await requests())[0]?.['State__c'], 'Answered');
    await fresh.create('Case', { AccountId: id, Subject: 'No signal', Is_Onboarding_Problem__c: true, Status: 'New', Origin: 'Phone' });
    await fresh.runUntil('2027-02-13');
    assert.equal((await tasks()).length, 1, 'a business that waits for our help is left in peace');
    const [problem] = await fresh.rows(`SELECT Id FROM Case WHERE AccountId = '${id}'`);
    await fresh.update('Case', String(problem?.['Id']), { Status: 'Closed' });
    await fresh.runUntil('2027-02-22');
    assert.equal((await tasks()).length, 2);
    assert.deepEqual(new Set((await tasks()).map((one) => one['Subject'])), new Set([first.Subject, 'Ask Asked for feedback (Service)']));
  } finally {
    await fresh.close();
  }
});

test('a moment may ask by e-mail: whoever takes it gets the question, otherwise the owner calls', async () => {
  const fresh = await openOrgUnderTest('2026-11-23');
  try {
    const [moment] = await fresh.rows("SELECT Id FROM Feedback_Moment__c WHERE External_Id__c = 'onboarding-start'");
    await fresh.update('Feedback_Moment__c', String(moment?.['Id']), { Ask_By__c: 'Email' });
    const mailed = await fresh.create('Account', { Name: 'Mailed' });
    const called = await fresh.create('Account', { Name: 'Called' });
    await fresh.create('Contact', { AccountId: mailed, LastName: 'Visser', Email: 'visser@mailed.example' });
    await fresh.create('Contact', { AccountId: called, LastName: 'Smit', Email: 'smit@called.example', HasOptedOutOfEmail: true });
    for (const id of [mailed, called]) await fresh.position(id, 'ONBOARDING');
    assert.deepEqual(await fresh.runUntil('2026-12-14'), []);
    const { messages } = fresh.org.org.automation.outbox(0, 100);
    assert.equal(messages.filter((one) => one.kind === 'email').length, 1);
    const asked = await fresh.rows('SELECT Account__r.Name, Asked_By__c FROM Feedback_Request__c ORDER BY Account__r.Name');
    assert.deepEqual(
      asked.map((one) => one['Asked_By__c']),
      ['Call', 'Email'],
    );
    assert.equal((await fresh.rows(`SELECT Id FROM Task WHERE WhatId = '${called}' AND Task_Kind__c = 'Feedback Call'`)).length, 1);
  } finally {
    await fresh.close();
  }
});
