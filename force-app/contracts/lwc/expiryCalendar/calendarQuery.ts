// What the calendar asks of lightning/graphql: the org counts, never the browser.
import { gql } from 'lightning/graphql';
import type { Connection, Counted, FieldOf, Groups } from 'c/graphAnswer';
import { contractConditions, type WorklistFilters } from 'c/worklistFilter';
import { OUTSIDE_PLACES, windowOf, type OutsidePlace } from './calendarAxes';

export interface ContractGroup extends Counted {
  readonly Competitor__c?: FieldOf<string>;
  readonly Product_Category__c?: FieldOf<string>;
  readonly Decision_Date__c?: { readonly calendarMonth?: FieldOf<number> } | null;
}
export interface CountsAnswer {
  readonly uiapi?: { readonly aggregate: Readonly<Partial<Record<'months' | OutsidePlace, Groups<ContractGroup>>>> };
}

/** Contracts by month and provider, and by provider for those outside of the months. */
export const BY_PROVIDER_QUERY = gql`
  query expiryCalendarByProvider(
    $months: Competitor_Contract__c_Filter
    $earlier: Competitor_Contract__c_Filter
    $later: Competitor_Contract__c_Filter
    $open: Competitor_Contract__c_Filter
    $unknown: Competitor_Contract__c_Filter
  ) {
    uiapi {
      aggregate {
        months: Competitor_Contract__c(
          where: $months
          groupBy: { Competitor__c: { group: true }, Decision_Date__c: { function: CALENDAR_MONTH } }
          first: 2000
        ) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              aggregate {
                Competitor__c {
                  value
                }
                Decision_Date__c {
                  calendarMonth {
                    value
                  }
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
        earlier: Competitor_Contract__c(where: $earlier, groupBy: { Competitor__c: { group: true } }, first: 2000) {
          ...providers
        }
        later: Competitor_Contract__c(where: $later, groupBy: { Competitor__c: { group: true } }, first: 2000) {
          ...providers
        }
        open: Competitor_Contract__c(where: $open, groupBy: { Competitor__c: { group: true } }, first: 2000) {
          ...providers
        }
        unknown: Competitor_Contract__c(where: $unknown, groupBy: { Competitor__c: { group: true } }, first: 2000) {
          ...providers
        }
      }
    }
  }
  fragment providers on Competitor_Contract__cAggregateConnection {
    pageInfo {
      hasNextPage
    }
    edges {
      node {
        aggregate {
          Competitor__c {
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
`;

/** Contracts by month and category, and by category for those outside of the months. */
export const BY_CATEGORY_QUERY = gql`
  query expiryCalendarByCategory(
    $months: Competitor_Contract__c_Filter
    $earlier: Competitor_Contract__c_Filter
    $later: Competitor_Contract__c_Filter
    $open: Competitor_Contract__c_Filter
    $unknown: Competitor_Contract__c_Filter
  ) {
    uiapi {
      aggregate {
        months: Competitor_Contract__c(
          where: $months
          groupBy: { Product_Category__c: { group: true }, Decision_Date__c: { function: CALENDAR_MONTH } }
          first: 2000
        ) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              aggregate {
                Product_Category__c {
                  value
                }
                Decision_Date__c {
                  calendarMonth {
                    value
                  }
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
        earlier: Competitor_Contract__c(where: $earlier, groupBy: { Product_Category__c: { group: true } }, first: 2000) {
          ...categories
        }
        later: Competitor_Contract__c(where: $later, groupBy: { Product_Category__c: { group: true } }, first: 2000) {
          ...categories
        }
        open: Competitor_Contract__c(where: $open, groupBy: { Product_Category__c: { group: true } }, first: 2000) {
          ...categories
        }
        unknown: Competitor_Contract__c(where: $unknown, groupBy: { Product_Category__c: { group: true } }, first: 2000) {
          ...categories
        }
      }
    }
  }
  fragment categories on Competitor_Contract__cAggregateConnection {
    pageInfo {
      hasNextPage
    }
    edges {
      node {
        aggregate {
          Product_Category__c {
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
`;

/** Contracts by provider and category at one place in time. */
export const WITHOUT_MONTHS_QUERY = gql`
  query expiryCalendarWithoutMonths($months: Competitor_Contract__c_Filter) {
    uiapi {
      aggregate {
        months: Competitor_Contract__c(
          where: $months
          groupBy: { Competitor__c: { group: true }, Product_Category__c: { group: true } }
          first: 2000
        ) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              aggregate {
                Competitor__c {
                  value
                }
                Product_Category__c {
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
      }
    }
  }
`;

export interface NamesAnswer {
  readonly uiapi?: {
    readonly query: { readonly Competitor__c?: Connection<{ readonly Id: string; readonly Name?: FieldOf<string> }> };
  };
}

/** Names of the providers; their contracts are counted by id, which needs no look at the provider. */
export const NAMES_QUERY = gql`
  query expiryCalendarNames {
    uiapi {
      query {
        Competitor__c(orderBy: { Name: { order: ASC } }, first: 2000) {
          edges {
            node {
              Id
              Name {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** Conditions per place in time; `time` is one place, or undefined for the months and each place outside of them. */
export function countsVariables(
  filters: WorklistFilters,
  time: string | undefined,
  months: readonly string[],
  userId: string,
  today: string,
): Readonly<Record<string, object>> {
  const where = (place: string | undefined): object => ({
    and: contractConditions({ ...filters, ...windowOf(place, months) }, userId, today),
  });
  if (time !== undefined) return { months: where(time || undefined) };
  return { months: where(undefined), ...Object.fromEntries(OUTSIDE_PLACES.map((place) => [place, where(place)])) };
}
