import { consentByAccount } from '../consentVerdicts';
import type { VerdictNode } from '../contractNode';

const verdict = (Id: string, account: string, channel: string, value: string, contact = 'Jan'): { node: VerdictNode } => ({
  node: {
    Id,
    Account__c: { value: account },
    Contact__r: { Name: { value: contact } },
    Channel__c: { value: channel, displayValue: channel === 'Phone' ? 'Telefoon' : channel },
    Verdict__c: { value, displayValue: value },
    Sentence__c: { value: `${contact}: ${value}` },
  },
});

describe('consent of an account', () => {
  it('is the best verdict on any of its contacts, per channel in a fixed order', () => {
    const consent = consentByAccount({
      edges: [
        verdict('1', '001', 'Post', 'May Not'),
        verdict('2', '001', 'Phone', 'May Not'),
        verdict('3', '001', 'Phone', 'Ask First', 'Els'),
      ],
    });
    expect(consent.get('001')?.map(({ channelWords, verdict: best }) => [channelWords, best])).toEqual([
      ['Telefoon', 'Ask First'],
      ['Post', 'May Not'],
    ]);
    expect(consent.get('001')?.[0]?.sentences).toEqual([
      { key: '2', contact: 'Jan', sentence: 'Jan: May Not' },
      { key: '3', contact: 'Els', sentence: 'Els: Ask First' },
    ]);
  });

  it('leaves out the account at which an answer breaks off, as its other verdicts are not known', () => {
    const consent = consentByAccount({
      pageInfo: { hasNextPage: true },
      edges: [verdict('1', '001', 'Phone', 'May'), verdict('2', '002', 'Phone', 'May')],
    });
    expect([...consent.keys()]).toEqual(['001']);
  });

  it('takes a verdict that it does not know for none', () => {
    expect(consentByAccount({ edges: [verdict('1', '001', 'Phone', 'Perhaps')] }).get('001')).toEqual([]);
    expect(consentByAccount(undefined).size).toBe(0);
  });
});
