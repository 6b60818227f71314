import { NO_FILTERS, contractConditions } from '../contractConditions';
import type { WorklistFilters } from '../filterMemory';

const ask = (filters: Partial<WorklistFilters>): readonly unknown[] =>
  contractConditions({ ...NO_FILTERS, ...filters }, '005000000000000001', '2026-11-22');
const NOT_SNOOZED = { or: [{ Snoozed_Until_Date__c: { eq: null } }, { Snoozed_Until_Date__c: { lte: { value: '2026-11-22' } } }] };

describe('the conditions of the list', () => {
  it('leave out what is snoozed, until its day', () => {
    expect(ask({})).toEqual([{ Status__c: { eq: 'Active' } }, NOT_SNOOZED]);
    expect(ask({ shown: 'active' })).toEqual([{ Status__c: { eq: 'Active' } }]);
    expect(ask({ shown: 'snoozed' })).toEqual([
      { Status__c: { eq: 'Active' } },
      { Snoozed_Until_Date__c: { gt: { value: '2026-11-22' } } },
    ]);
    expect(ask({ shown: 'aside' })).toEqual([{ Status__c: { eq: 'Not Relevant' } }]);
  });

  it('show what was put aside whatever the window, as it has no notice to give any more', () => {
    expect(ask({ shown: 'aside', window: 'next90' })).toEqual([{ Status__c: { eq: 'Not Relevant' } }]);
  });

  it('take the relationship owner for whose it is, and the account owner where there is none', () => {
    expect(ask({ owner: 'mine' }).at(-1)).toEqual({
      or: [
        { Account__r: { Relationship_Owner__c: { eq: '005000000000000001' } } },
        { and: [{ Account__r: { Relationship_Owner__c: { eq: null } } }, { Account__r: { OwnerId: { eq: '005000000000000001' } } }] },
      ],
    });
  });

  it('do not take an account without a relationship owner for one whose relationship owner is inactive', () => {
    const [kept] = (ask({ owner: 'nobody' }).at(-1) as { or: { and: unknown[] }[] }).or;
    expect(kept?.and).toContainEqual({ Account__r: { Relationship_Owner__c: { ne: null } } });
  });

  it('join category and provider', () => {
    expect(ask({ category: 'Gas', provider: 'a010L0000000001AAA' }).slice(-2)).toEqual([
      { Product_Category__c: { eq: 'Gas' } },
      { Competitor__c: { eq: 'a010L0000000001AAA' } },
    ]);
  });
});
