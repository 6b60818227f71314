import { channelOf, checkAccounts, type AccountCheck, type CampaignFacts, type Circumstances, type Membership } from '../campaignCheck';

const LABELS = {
  already: 'already',
  asContact: 'as {0}',
  full: 'full {0}/{1}',
  often: 'often {0} in {1}, {2}',
  noContact: 'nobody',
  notDecided: 'undecided',
};
const CAMPAIGN: CampaignFacts = { id: '701', type: 'Telemarketing', status: 'In Progress', messageKind: 'Commercial' };
const member = (contactId: string, more: Partial<Membership> = {}): Membership => ({
  contactId,
  campaignId: '702',
  addedAt: '2026-11-10T10:00:00.000Z',
  isCounted: true,
  isCommercial: true,
  ...more,
});
const CIRCUMSTANCES: Circumstances = {
  campaign: CAMPAIGN,
  candidates: [
    { contactId: '003a', accountId: '001', name: 'Jan' },
    { contactId: '003b', accountId: '001', name: 'Els' },
  ],
  memberships: [],
  bounds: { campaigns: 2, touches: 3, days: 30 },
  verdicts: new Map([
    ['003a', { verdict: 'May', sentence: '' }],
    ['003b', { verdict: 'May', sentence: '' }],
  ]),
  now: new Date('2026-11-22T10:00:00Z'),
};
const ROWS = [
  { id: '1', accountId: '001', accountName: 'Jansen' },
  { id: '2', accountId: '001', accountName: 'Jansen' },
];
const check = (more: Partial<Circumstances> = {}): AccountCheck | undefined =>
  checkAccounts(ROWS, { ...CIRCUMSTANCES, ...more }, LABELS)[0];

describe('the check before a campaign', () => {
  it('takes one contact per account, the first that may', () => {
    expect(checkAccounts(ROWS, CIRCUMSTANCES, LABELS)).toEqual([
      { accountId: '001', name: 'Jansen', rowIds: ['1', '2'], contactId: '003a', words: 'as Jan' },
    ]);
    const verdicts = new Map([['003b', { verdict: 'May', sentence: '' }]]);
    expect(check({ verdicts })).toMatchObject({ contactId: '003b', words: 'as Els' });
  });

  it('gives the sentence of the verdict, or says that there is none', () => {
    const verdicts = new Map([['003a', { verdict: 'Ask First', sentence: 'Ask Jan first.' }]]);
    expect(check({ verdicts })).toMatchObject({ contactId: undefined, words: 'Jan: Ask Jan first.' });
    expect(check({ verdicts: new Map() })?.words).toBe('Jan: undecided');
  });

  it('counts campaigns that run before touches within days, as the flow does', () => {
    const [candidate] = CIRCUMSTANCES.candidates;
    const candidates = candidate ? [candidate] : [];
    expect(check({ candidates, memberships: [member('003a'), member('003a')] })?.words).toBe('Jan: full 2/2');
    const over = { isCounted: false };
    expect(check({ candidates, memberships: [member('003a', over), member('003a', over), member('003a', over)] })?.words).toBe(
      'Jan: often 3 in 30, 3',
    );
    const long = { isCounted: false, addedAt: '2026-10-01T00:00:00.000Z' };
    expect(check({ candidates, memberships: [member('003a', long), member('003a', long), member('003a', long)] })?.contactId).toBe('003a');
  });

  it('does not add anybody twice', () => {
    expect(check({ memberships: [member('003a', { campaignId: '701' })] })).toMatchObject({ contactId: '003b' });
  });

  it('lets service messages pass without frequency or consent', () => {
    const campaign = { ...CAMPAIGN, messageKind: 'Service' };
    expect(check({ campaign, memberships: [member('003a'), member('003a')], verdicts: new Map() })?.contactId).toBe('003a');
    expect(channelOf(campaign)).toBeUndefined();
    expect(channelOf({ ...CAMPAIGN, type: 'Webinar' })).toBeUndefined();
    expect(channelOf({ ...CAMPAIGN, type: 'Direct Mail', messageKind: undefined })).toBe('Post');
  });

  it('leaves to the org what cannot be read beforehand', () => {
    expect(check({ memberships: undefined, bounds: undefined, verdicts: undefined })?.contactId).toBe('003a');
    expect(check({ candidates: [] })?.words).toBe('nobody');
  });
});
