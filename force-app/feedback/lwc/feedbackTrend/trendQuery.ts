// What the NPS trend asks of lightning/graphql: scores by class, counted by the server per month or per process.
import { gql, type GraphQLDocument } from 'lightning/graphql';
import { countOf, groupsOf, shownOf, type Counted, type FieldOf, type Groups } from 'c/graphAnswer';

export type TrendBy = 'month' | 'process';

interface Group extends Counted {
  readonly Given_On_Date__c?: { readonly calendarMonth?: FieldOf<number> } | null;
  readonly Process__c?: FieldOf<string>;
}
export interface TrendAnswer {
  readonly uiapi: {
    readonly aggregate: { readonly promoters?: Groups<Group>; readonly passives?: Groups<Group>; readonly detractors?: Groups<Group> };
  };
}

/** Scores of one month or one process. `key` is the number of the month, or the API name of the process ('' when not said). */
export interface TrendCount {
  readonly key: string;
  readonly name: string;
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

/** The classes of the Net Promoter Score, as conditions on the score: a formula in text cannot be grouped by the platform. */
export const CLASSES = {
  promoters: { Score__c: { gte: 9 } },
  passives: { and: [{ Score__c: { gte: 7 } }, { Score__c: { lt: 9 } }] },
  detractors: { Score__c: { lt: 7 } },
} as const;
export type NpsClass = keyof typeof CLASSES;

export function classWhere(where: object, name: NpsClass): { readonly and: readonly object[] } {
  return { and: [where, CLASSES[name]] };
}

export function trendOf({ uiapi: { aggregate } }: TrendAnswer, by: TrendBy): readonly TrendCount[] {
  const rows = new Map<string, TrendCount>();
  for (const name of ['promoters', 'passives', 'detractors'] as const)
    for (const group of groupsOf(aggregate[name])) {
      const key = by === 'month' ? String(group.Given_On_Date__c?.calendarMonth?.value ?? '') : (group.Process__c?.value ?? '');
      const row = rows.get(key) ?? { key, name: shownOf(group.Process__c), promoters: 0, passives: 0, detractors: 0 };
      rows.set(key, { ...row, [name]: row[name] + countOf(group) });
    }
  return [...rows.values()];
}

const MONTHS = gql`
  query feedbackMonths($promoters: Feedback__c_Filter, $passives: Feedback__c_Filter, $detractors: Feedback__c_Filter) {
    uiapi {
      aggregate {
        promoters: Feedback__c(where: $promoters, first: 2000, groupBy: { Given_On_Date__c: { function: CALENDAR_MONTH } }) {
          edges {
            node {
              aggregate {
                Given_On_Date__c {
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
        passives: Feedback__c(where: $passives, first: 2000, groupBy: { Given_On_Date__c: { function: CALENDAR_MONTH } }) {
          edges {
            node {
              aggregate {
                Given_On_Date__c {
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
        detractors: Feedback__c(where: $detractors, first: 2000, groupBy: { Given_On_Date__c: { function: CALENDAR_MONTH } }) {
          edges {
            node {
              aggregate {
                Given_On_Date__c {
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
      }
    }
  }
`;

const PROCESSES = gql`
  query feedbackProcesses($promoters: Feedback__c_Filter, $passives: Feedback__c_Filter, $detractors: Feedback__c_Filter) {
    uiapi {
      aggregate {
        promoters: Feedback__c(where: $promoters, first: 2000, groupBy: { Process__c: { group: true } }) {
          edges {
            node {
              aggregate {
                Process__c {
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
        passives: Feedback__c(where: $passives, first: 2000, groupBy: { Process__c: { group: true } }) {
          edges {
            node {
              aggregate {
                Process__c {
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
        detractors: Feedback__c(where: $detractors, first: 2000, groupBy: { Process__c: { group: true } }) {
          edges {
            node {
              aggregate {
                Process__c {
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
      }
    }
  }
`;

export const TREND_QUERY: Readonly<Record<TrendBy, GraphQLDocument>> = { month: MONTHS, process: PROCESSES };
