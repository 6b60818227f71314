import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SaveResult } from '../../../platform/save-result.ts';
import { openWorkshop } from '../workshop-org.ts';

const outcomes = (results: readonly SaveResult[]): readonly (readonly string[])[] =>
  results.map(({ errors }) => errors.map(({ statusCode, message }) => `${statusCode}: ${message}`));
const REFUSED = ['DUPLICATE_VALUE: Already a campaign member.'];

test('nobody is twice in a campaign, and everybody may be in several', () => {
  const { insert, made } = openWorkshop();
  const [spring, autumn] = [made('Campaign', { Name: 'Spring' }), made('Campaign', { Name: 'Autumn' })];
  const [ann, bob] = [made('Contact', { LastName: 'Ann' }), made('Contact', { LastName: 'Bob' })];
  const lead = made('Lead', { LastName: 'Lee', Company: 'Lee Ltd' });
  const member = (CampaignId: string, ContactId: string) => ({ CampaignId, ContactId });
  assert.deepEqual(outcomes(insert('CampaignMember', member(spring, ann), member(spring, bob), member(spring, ann))), [[], [], REFUSED]);
  assert.deepEqual(outcomes(insert('CampaignMember', member(spring, bob), member(autumn, bob))), [REFUSED, []]);
  const known = { CampaignId: spring, LeadId: lead };
  assert.deepEqual(outcomes(insert('CampaignMember', known)), [[]]);
  assert.deepEqual(outcomes(insert('CampaignMember', known)), [REFUSED]);
});

test('a member may be changed', () => {
  const { made, update } = openWorkshop();
  const id = made('CampaignMember', {
    CampaignId: made('Campaign', { Name: 'Spring' }),
    ContactId: made('Contact', { LastName: 'Ann' }),
  });
  assert.deepEqual(outcomes(update('CampaignMember', { Id: id, Status: 'Responded' })), [[]]);
});
