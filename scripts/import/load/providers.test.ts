import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Spelling } from '../source/inspection.ts';
import { createProviders, providerNotices, resolveProviders } from './providers.ts';
import { json, scriptedOrg } from './testing/scripted-org.ts';
import type { Script } from './testing/scripted-org.ts';

const PACE = { wait: () => Promise.resolve() };

function spelling(text: string, key: string, count: number, line: number): Spelling {
  return { text, key, count, line };
}

const HOLDINGS: Script = ({ path }, response) => {
  const records = path.includes('Competitor_Alias__c')
    ? [
        { External_Id__c: 'tele-noord', Contract_Key__c: null, Competitor__r: { External_Id__c: 'telenoord' } },
        { External_Id__c: 'kabelco', Contract_Key__c: 'kabelco', Competitor__r: { External_Id__c: 'kabel-co' } },
        { External_Id__c: 'orphan', Contract_Key__c: null, Competitor__r: null },
      ]
    : [
        { External_Id__c: 'telenoord', Name: 'Telenoord', Review_State__c: 'Confirmed' },
        { External_Id__c: 'kabel-co', Name: 'Kabel & Co', Review_State__c: 'Confirmed' },
        { External_Id__c: 'kabelco', Name: 'KabelCo', Review_State__c: 'Merged' },
        { External_Id__c: 'nieuw', Name: 'Nieuw', Review_State__c: 'To Review' },
        { External_Id__c: 'CRM-17', Name: 'Polder Power B.V.', Review_State__c: 'Confirmed' },
      ];
  json(response, { totalSize: records.length, done: true, records });
};

test('a spelling is found as alias, external id or name; the rest is unknown, once per key', async () => {
  const org = await scriptedOrg(HOLDINGS);
  try {
    const resolved = await resolveProviders(org.session, [
      spelling('Tele Noord', 'tele-noord', 5, 2),
      spelling('TELENOORD BV', 'telenoord', 9, 3),
      spelling('KabelCo', 'kabelco', 1, 4),
      spelling('Nieuw', 'nieuw', 2, 5),
      spelling('Polder Power', 'polder-power', 3, 6),
      spelling('Wadden wind', 'wadden-wind', 1, 9),
      spelling('Wadden Wind', 'wadden-wind', 4, 20),
      spelling('orphan', 'orphan', 1, 21),
    ]);
    assert.deepEqual(Object.fromEntries(resolved.keys), {
      'tele-noord': { externalId: 'telenoord', contractKey: 'telenoord' },
      telenoord: { externalId: 'telenoord', contractKey: 'telenoord' },
      kabelco: { externalId: 'kabel-co', contractKey: 'kabelco' },
      nieuw: { externalId: 'nieuw', contractKey: 'nieuw' },
      'polder-power': { externalId: 'CRM-17', contractKey: 'crm-17' },
      'wadden-wind': { externalId: 'wadden-wind', contractKey: 'wadden-wind' },
      orphan: { externalId: 'orphan', contractKey: 'orphan' },
    });
    assert.deepEqual(resolved.unknown, [spelling('Wadden Wind', 'wadden-wind', 5, 9), spelling('orphan', 'orphan', 1, 21)]);
    assert.deepEqual(resolved.waiting, [spelling('Nieuw', 'nieuw', 2, 5)]);
    const notices = providerNotices(resolved, (code, { providers }) => `${code}: ${providers}`);
    assert.deepEqual(notices, [
      { code: 'PROVIDER_UNKNOWN', message: 'PROVIDER_UNKNOWN: "Wadden Wind" (5), "orphan" (1)', count: 2, lines: [9, 21] },
      { code: 'PROVIDER_TO_REVIEW', message: 'PROVIDER_TO_REVIEW: "Nieuw" (2)', count: 1, lines: [5] },
    ]);
  } finally {
    await org.close();
  }
});

test('unknown providers are created for review, those that are there are left as they are, and a refusal names the spelling', async () => {
  let refuses = false;
  const org = await scriptedOrg(({ method, body }, response) => {
    if (method === 'GET') return json(response, { records: [{ External_Id__c: 'p-7' }] });
    const { records } = JSON.parse(body) as { readonly records: readonly unknown[] };
    return json(
      response,
      records.map(() => (refuses ? { success: false, errors: [{ message: 'a rule says no' }] } : { success: true, errors: [] })),
    );
  });
  try {
    const long = spelling('W'.repeat(100), 'w'.repeat(80), 1, 2);
    await createProviders(org.session, [long, ...Array.from({ length: 250 }, (_, at) => spelling(`P ${at}`, `p-${at}`, 1, at))], PACE);
    const sent = org.asked
      .filter(({ method }) => method === 'PATCH')
      .map(({ body }) => (JSON.parse(body) as { readonly records: readonly Record<string, unknown>[] }).records);
    assert.deepEqual(
      sent.map(({ length }) => length),
      [199, 51],
    );
    const [first] = sent[0] ?? [];
    assert.deepEqual(
      [first?.['External_Id__c'], first?.['Name'], first?.['Review_State__c']],
      ['w'.repeat(80), 'W'.repeat(80), 'To Review'],
    );
    refuses = true;
    await assert.rejects(
      createProviders(org.session, [spelling('Wadden', 'wadden', 1, 2)], PACE),
      /refuses a competitor for the provider "Wadden": a rule says no/,
    );
  } finally {
    await org.close();
  }
});
