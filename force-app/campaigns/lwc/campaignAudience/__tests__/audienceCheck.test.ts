import { channelOf, personCheck, type Checks } from '../audienceCheck';
import { audienceWhere, type CampaignNode, type PolicyNode } from '../audienceQueries';

const WORDS = {
  may: 'may',
  mayNot: 'may not',
  member: 'member',
  personFull: 'in {0} of {1}',
  personRolling: '{0} in {1} days, {2} allowed',
};
const POLICY: PolicyNode = { Person_Campaigns__c: { value: 8 }, Rolling_Days__c: { value: 30 }, Rolling_Touches__c: { value: 4 } };
const campaign = (more: Partial<CampaignNode> = {}): CampaignNode => ({
  Id: 'c1',
  Type: { value: 'Email' },
  Message_Kind__c: { value: 'Commercial' },
  IsActive: { value: true },
  ...more,
});
const checks = (more: Partial<Checks> = {}): Checks => ({ members: new Set(), running: new Map(), rolling: new Map(), ...more });
const check = (known: Partial<Checks>, of = campaign(), consent?: ReadonlyMap<string, { may: boolean; sentence: string }>): object =>
  personCheck('p', of, POLICY, { checks: checks(known), consent }, WORDS);

describe('the check before adding', () => {
  it('says why not, in the words of the org', () => {
    expect(check({ members: new Set(['p']) })).toEqual({ mayBeAdded: false, words: 'member', reason: '' });
    expect(check({ running: new Map([['p', 8]]) })).toEqual({ mayBeAdded: false, words: 'may not', reason: 'in 8 of 8' });
    expect(check({ rolling: new Map([['p', 4]]) })).toEqual({ mayBeAdded: false, words: 'may not', reason: '4 in 30 days, 4 allowed' });
    const consent = new Map([['p', { may: false, sentence: 'no consent' }]]);
    expect(check({}, campaign(), consent)).toEqual({ mayBeAdded: false, words: 'may not', reason: 'no consent' });
  });

  it('bounds no service messages, and needs consent only over a channel of its own', () => {
    const service = campaign({ Message_Kind__c: { value: 'Service' } });
    expect(check({ running: new Map([['p', 9]]) }, service)).toMatchObject({ mayBeAdded: true });
    const consent = new Map([['p', { may: false, sentence: 'no consent' }]]);
    expect(check({}, campaign({ Type: { value: 'Trade Show' } }), consent)).toMatchObject({ mayBeAdded: true });
    expect(channelOf(campaign({ Type: { value: 'Telemarketing' } }))).toBe('Phone');
    expect(channelOf(service)).toBeUndefined();
  });

  it('looks for people by the contracts of their business, or by what they get tomorrow', () => {
    const later = (days: number): string => `+${days}`;
    expect(JSON.stringify(audienceWhere('60', 'Gas', 'today', later))).toContain('"lte":{"value":"+60"}');
    expect(JSON.stringify(audienceWhere('60', 'Gas', 'today', later))).toContain('Gas');
    expect(JSON.stringify(audienceWhere('touches', '', 'today', later))).toContain('"eq":{"value":"+1"}');
  });
});
