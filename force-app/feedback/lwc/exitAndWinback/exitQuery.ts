// The numbers of departures, counted by the server: per view, and of the last twelve months per reason and per provider.
import { gql } from 'lightning/graphql';
import { countOf, groupsOf, shownOf, totalOf, type Counted, type FieldOf, type Groups } from 'c/graphAnswer';
import { EXIT_VIEWS, viewWhere, type ExitView } from './exitViews';

interface ReasonGroup extends Counted {
  readonly Reason__c?: FieldOf<string>;
}
interface ProviderGroup extends Counted {
  readonly New_Competitor__r?: { readonly Name?: FieldOf<string> } | null;
}
export interface ExitAnswer {
  readonly uiapi: {
    readonly aggregate: Partial<Readonly<Record<ExitView, Groups<Counted>>>> & {
      readonly reasons?: Groups<ReasonGroup>;
      readonly badTerms?: Groups<ReasonGroup>;
      readonly providers?: Groups<ProviderGroup>;
    };
  };
}

export interface ReasonCount {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly badTerms: number;
}
export interface ProviderCount {
  /** '' where nobody knows to whom. */
  readonly name: string;
  readonly count: number;
}
export interface ExitCounts {
  readonly views: Readonly<Record<ExitView, number>>;
  readonly reasons: readonly ReasonCount[];
  readonly providers: readonly ProviderCount[];
}

export function countsOf({ uiapi: { aggregate } }: ExitAnswer): ExitCounts {
  const bad = new Map(groupsOf(aggregate.badTerms).map((group) => [group.Reason__c?.value ?? '', countOf(group)]));
  const reasons = groupsOf(aggregate.reasons).map((group) => {
    const key = group.Reason__c?.value ?? '';
    return { key, name: shownOf(group.Reason__c), count: countOf(group), badTerms: bad.get(key) ?? 0 };
  });
  const providers = groupsOf(aggregate.providers).map((group) => ({
    name: group.New_Competitor__r?.Name?.value ?? '',
    count: countOf(group),
  }));
  return {
    views: Object.fromEntries(EXIT_VIEWS.map((view) => [view, totalOf(aggregate[view])])) as Record<ExitView, number>,
    reasons: reasons.sort((one, other) => other.count - one.count),
    providers: providers.sort((one, other) => other.count - one.count),
  };
}

/** `since` is the first day of the reasons and providers. */
export function exitVariables(accountId: string, today: string, soonDays: number, since: string): object {
  const views = Object.fromEntries(EXIT_VIEWS.map((view) => [view, viewWhere(view, accountId, today, soonDays)]));
  const recent = [...viewWhere('all', accountId, today, soonDays).and, { Loss_Date__c: { gte: { value: since } } }];
  return { ...views, recent: { and: recent }, bad: { and: [...recent, { Parted_On_Good_Terms__c: { eq: 'No' } }] } };
}

export const EXIT_QUERY = gql`
  query exitCounts(
    $due: Exit_Survey__c_Filter
    $soon: Exit_Survey__c_Filter
    $later: Exit_Survey__c_Filter
    $blocked: Exit_Survey__c_Filter
    $underWay: Exit_Survey__c_Filter
    $all: Exit_Survey__c_Filter
    $recent: Exit_Survey__c_Filter
    $bad: Exit_Survey__c_Filter
  ) {
    uiapi {
      aggregate {
        due: Exit_Survey__c(where: $due) {
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
        soon: Exit_Survey__c(where: $soon) {
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
        later: Exit_Survey__c(where: $later) {
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
        blocked: Exit_Survey__c(where: $blocked) {
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
        underWay: Exit_Survey__c(where: $underWay) {
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
        all: Exit_Survey__c(where: $all) {
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
        reasons: Exit_Survey__c(where: $recent, first: 2000, groupBy: { Reason__c: { group: true } }) {
          edges {
            node {
              aggregate {
                Reason__c {
                  value
                  displayValue
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
        badTerms: Exit_Survey__c(where: $bad, first: 2000, groupBy: { Reason__c: { group: true } }) {
          edges {
            node {
              aggregate {
                Reason__c {
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
        providers: Exit_Survey__c(where: $recent, first: 2000, groupBy: { New_Competitor__r: { Name: { group: true } } }) {
          edges {
            node {
              aggregate {
                New_Competitor__r {
                  Name {
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
      }
    }
  }
`;
