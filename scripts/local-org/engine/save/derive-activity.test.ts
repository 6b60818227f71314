import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startLocalOrg, type LocalOrg } from '../../start.ts';

const send = async (org: LocalOrg, method: string, path: string, body?: object): Promise<Record<string, unknown>> => {
  const response = await fetch(`${org.url}/services/data/v68.0/sobjects/${path}`, {
    method,
    headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return response.status === 204 ? {} : ((await response.json()) as Record<string, unknown>);
};
const create = async (org: LocalOrg, object: string, fields: object): Promise<string> =>
  String((await send(org, 'POST', object, fields))['id']);
const read = (org: LocalOrg, object: string, id: string): Promise<Record<string, unknown>> => send(org, 'GET', `${object}/${id}`);

test('an activity knows its account through what it is about, else through the contact', async () => {
  const org = await startLocalOrg();
  try {
    const account = await create(org, 'Account', { Name: 'Bakkerij Jansen' });
    const contact = await create(org, 'Contact', { LastName: 'Jansen', AccountId: account });
    const contract = await create(org, 'Contract', { AccountId: account, Status: 'Draft' });
    const competitor = await create(org, 'Competitor__c', { Name: 'Noordlicht Energie', External_Id__c: 'noordlicht-energie' });
    const elsewhere = await create(org, 'Competitor_Contract__c', {
      Account__c: account,
      Competitor__c: competitor,
      Product_Category__c: 'Gas',
      External_Id__c: 'c1',
    });
    const accountOf = async (fields: object): Promise<unknown> =>
      (await read(org, 'Task', await create(org, 'Task', { Subject: 'Bellen', ...fields })))['AccountId'];
    assert.equal(await accountOf({ WhatId: account }), account);
    assert.equal(await accountOf({ WhatId: contract }), account);
    assert.equal(await accountOf({ WhoId: contact }), account);
    assert.equal(await accountOf({}), null);
    assert.equal(await accountOf({ WhatId: elsewhere }), account);
    const event = await create(org, 'Event', {
      Subject: 'Bezoek',
      WhoId: contact,
      DurationInMinutes: 30,
      ActivityDateTime: '2026-11-01T10:00:00Z',
    });
    assert.equal((await read(org, 'Event', event))['AccountId'], account);
  } finally {
    await org.close();
  }
});

test('a task tells when it was completed, and no longer when it is opened again', async () => {
  const org = await startLocalOrg({ now: () => new Date('2026-11-22T10:00:00Z') });
  try {
    const task = await create(org, 'Task', { Subject: 'Bellen' });
    assert.equal((await read(org, 'Task', task))['CompletedDateTime'], null);
    await send(org, 'PATCH', `Task/${task}`, { Status: 'Completed' });
    assert.equal((await read(org, 'Task', task))['CompletedDateTime'], '2026-11-22T10:00:00.000+0000');
    await send(org, 'PATCH', `Task/${task}`, { Status: 'In Progress' });
    assert.equal((await read(org, 'Task', task))['CompletedDateTime'], null);
  } finally {
    await org.close();
  }
});
