// From filters to the conditions that the org is asked for; figures that count with the same conditions equal the rows.
import { windowConditions, type ExpiryWindow } from './expiryWindows';
import type { ContractFilter } from './contractFilter';
import type { WorklistFilters } from './filterMemory';

/** Everything that is to be done. */
export const NO_FILTERS: WorklistFilters = {
  window: 'any',
  from: '',
  until: '',
  category: '',
  provider: '',
  owner: 'all',
  shown: '',
  group: '',
};

/** What was put aside has no notice to give any more: it is shown whatever the window. */
export function windowOf({ window, shown }: Pick<WorklistFilters, 'window' | 'shown'>): ExpiryWindow {
  return shown === 'aside' ? 'any' : window;
}

/** Conditions that a filter leaves open are not there. `userId` is whose `mine` is, `today` a civil day. */
export function contractConditions(filters: WorklistFilters, userId: string, today: string): readonly ContractFilter[] {
  return [
    ...shownConditions(filters.shown, today),
    ...windowConditions({ ...filters, window: windowOf(filters) }, today),
    ...(filters.category ? [{ Product_Category__c: { eq: filters.category } }] : []),
    ...(filters.provider ? [{ Competitor__c: { eq: filters.provider } }] : []),
    ...ownerConditions(filters.owner, userId),
  ];
}

/** Only active contracts are work, and a snoozed one is not until its day has come. */
function shownConditions(shown: WorklistFilters['shown'], today: string): readonly ContractFilter[] {
  if (shown === 'aside') return [{ Status__c: { eq: 'Not Relevant' } }];
  if (shown === 'active') return [{ Status__c: { eq: 'Active' } }];
  if (shown === 'snoozed') return [{ Status__c: { eq: 'Active' } }, { Snoozed_Until_Date__c: { gt: { value: today } } }];
  return [
    { Status__c: { eq: 'Active' } },
    { or: [{ Snoozed_Until_Date__c: { eq: null } }, { Snoozed_Until_Date__c: { lte: { value: today } } }] },
  ];
}

/** The relationship owner is the one who calls; the account owner is where there is none. */
function ownerConditions(owner: string, userId: string): readonly ContractFilter[] {
  const unkept: ContractFilter = { Account__r: { Relationship_Owner__c: { eq: null } } };
  if (owner === 'all') return [];
  if (owner === 'unkept') return [unkept];
  if (owner === 'nobody') {
    return [
      {
        or: [
          {
            and: [
              { Account__r: { Relationship_Owner__c: { ne: null } } },
              { Account__r: { Relationship_Owner__r: { IsActive: { eq: false } } } },
            ],
          },
          { and: [unkept, { Account__r: { Owner: { IsActive: { eq: false } } } }] },
        ],
      },
    ];
  }
  const id = owner === 'mine' ? userId : owner;
  return [{ or: [{ Account__r: { Relationship_Owner__c: { eq: id } } }, { and: [unkept, { Account__r: { OwnerId: { eq: id } } }] }] }];
}
