// What the manager's view asks of lightning/graphql: counts by day, and how many calls the team can make.
import { gql } from 'lightning/graphql';
import type { Connection, Counted, FieldOf, Groups } from 'c/graphAnswer';
import { NO_FILTERS, contractConditions, type WorklistFilters } from 'c/worklistFilter';

export interface DayGroup extends Counted {
  readonly Decision_Date__c?: FieldOf<string>;
}
export interface LoadAnswer {
  readonly uiapi?: {
    readonly aggregate: {
      readonly days?: Groups<DayGroup>;
      readonly missed?: Groups<Counted>;
      readonly nobody?: Groups<Counted>;
      readonly unkept?: Groups<Counted>;
    };
  };
}

/** Contracts by decision date, and those that need the manager. */
export const LOAD_QUERY = gql`
  query worklistLoad(
    $days: Competitor_Contract__c_Filter
    $missed: Competitor_Contract__c_Filter
    $nobody: Competitor_Contract__c_Filter
    $unkept: Competitor_Contract__c_Filter
  ) {
    uiapi {
      aggregate {
        days: Competitor_Contract__c(where: $days, groupBy: { Decision_Date__c: { group: true } }, first: 2000) {
          edges {
            node {
              aggregate {
                Decision_Date__c {
                  value
                }
                Id {
                  count {
                    value
                  }
                }
              }
            }
          }
        }
        missed: Competitor_Contract__c(where: $missed) {
          ...counted
        }
        nobody: Competitor_Contract__c(where: $nobody) {
          ...counted
        }
        unkept: Competitor_Contract__c(where: $unkept) {
          ...counted
        }
      }
    }
  }
  fragment counted on Competitor_Contract__cAggregateConnection {
    edges {
      node {
        aggregate {
          Id {
            count {
              value
            }
          }
        }
      }
    }
  }
`;

/** Filters of the worklist that hold exactly the contracts of a figure. */
export interface LoadFilters {
  readonly days: WorklistFilters;
  readonly missed: WorklistFilters;
  readonly nobody: WorklistFilters;
  readonly unkept: WorklistFilters;
}

/** Civil days, both included. */
export function loadFilters(from: string, until: string): LoadFilters {
  // what is snoozed comes back before its last day, so it is work of that week too
  const period = { ...NO_FILTERS, shown: 'active', window: 'period', from, until } as const;
  return {
    days: period,
    missed: { ...NO_FILTERS, shown: 'active', window: 'missed' },
    nobody: { ...period, owner: 'nobody' },
    unkept: { ...period, owner: 'unkept' },
  };
}

export function loadVariables(filters: LoadFilters, userId: string, today: string): Readonly<Record<string, object>> {
  return Object.fromEntries(Object.entries(filters).map(([name, one]) => [name, { and: contractConditions(one, userId, today) }]));
}

export interface CapacityNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
  readonly Calls_Per_Week__c?: FieldOf<number>;
  readonly Valid_From_Date__c?: FieldOf<string>;
  readonly Valid_Until_Date__c?: FieldOf<string>;
}
export interface CapacityAnswer {
  readonly uiapi?: { readonly query: { readonly Team_Capacity__c?: Connection<CapacityNode> } };
}

/** Capacities that are valid on one of the days shown. */
export const CAPACITY_QUERY = gql`
  query worklistCapacity($capacities: Team_Capacity__c_Filter) {
    uiapi {
      query {
        Team_Capacity__c(where: $capacities, first: 2000) {
          edges {
            node {
              Id
              Name {
                value
              }
              Calls_Per_Week__c {
                value
              }
              Valid_From_Date__c {
                value
              }
              Valid_Until_Date__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

export function capacityVariables(from: string, until: string): object {
  return {
    capacities: {
      and: [
        { Valid_From_Date__c: { lte: { value: until } } },
        { or: [{ Valid_Until_Date__c: { eq: null } }, { Valid_Until_Date__c: { gte: { value: from } } }] },
      ],
    },
  };
}
