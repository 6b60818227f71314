import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confirmTarget } from './confirm-target.ts';
import type { OrgIdentity } from '../../org-connection/org-identity.ts';

const PRODUCTION: OrgIdentity = {
  id: '00D',
  name: 'Vuurtoren B.V.',
  username: 'jo@vuurtoren.example',
  instanceUrl: 'https://vuurtoren.example',
  kind: 'production',
};
const question = 'Type its name: ';

test('a production org is loaded only after --yes or its name', async () => {
  const answering = (answer: string) => ({ yes: false, question, ask: () => Promise.resolve(answer) });
  await confirmTarget(PRODUCTION, { yes: true, question });
  await confirmTarget(PRODUCTION, answering(' Vuurtoren B.V. '));
  await confirmTarget(PRODUCTION, answering('jo@vuurtoren.example'));
  for (const answer of ['', 'y', 'yes', 'vuurtoren'])
    await assert.rejects(confirmTarget(PRODUCTION, answering(answer)), /was not confirmed; nothing was sent/, answer);
  await assert.rejects(confirmTarget(PRODUCTION, { yes: false, question }), /not confirmed/);
});

test('other orgs are not asked about', async () => {
  for (const kind of ['local', 'sandbox', 'developer'] as const) {
    await confirmTarget({ ...PRODUCTION, kind }, { yes: false, question, ask: () => assert.fail('asked') });
  }
});
