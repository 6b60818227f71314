// The numbers above the feedback card, counted by the server.
import { gql } from 'lightning/graphql';
import { totalOf, type Counted, type Groups } from 'c/graphAnswer';

type Total = Groups<Counted>;
export interface PulseAnswer {
  readonly uiapi: {
    readonly aggregate: {
      readonly promoters?: Total;
      readonly detractors?: Total;
      readonly answers?: Total;
      readonly open?: Total;
      readonly overdue?: Total;
      readonly improvements?: Total;
    };
  };
}

export interface Pulse {
  /** -100 to 100; undefined without scores. */
  readonly nps: number | undefined;
  readonly answers: number;
  readonly open: number;
  readonly overdue: number;
  readonly improvements: number;
}

export function pulseOf({ uiapi: { aggregate } }: PulseAnswer): Pulse {
  const answers = totalOf(aggregate.answers);
  return {
    nps: answers === 0 ? undefined : Math.round((100 * (totalOf(aggregate.promoters) - totalOf(aggregate.detractors))) / answers),
    answers,
    open: totalOf(aggregate.open),
    overdue: totalOf(aggregate.overdue),
    improvements: totalOf(aggregate.improvements),
  };
}

/** Of an account, or of all of them; the scores since a day, the calls that were due before today. */
export function pulseVariables(accountId: string, since: string, today: string): object {
  const own = accountId ? [{ Account__c: { eq: accountId } }] : [];
  const recent = [...own, { Given_On_Date__c: { gte: { value: since } } }];
  const open = [...own, { Loop_State__c: { eq: 'Open' } }];
  return {
    answers: { and: recent },
    promoters: { and: [...recent, { Score__c: { gte: 9 } }] },
    detractors: { and: [...recent, { Score__c: { lt: 7 } }] },
    open: { and: open },
    overdue: { and: [...open, { Loop_Due_Date__c: { lt: { value: today } } }] },
    improvements: {
      and: [{ State__c: { in: ['Proposed', 'Accepted'] } }, ...(accountId ? [{ Feedback__r: { Account__c: { eq: accountId } } }] : [])],
    },
  };
}

export const PULSE_QUERY = gql`
  query feedbackPulse(
    $answers: Feedback__c_Filter
    $promoters: Feedback__c_Filter
    $detractors: Feedback__c_Filter
    $open: Feedback__c_Filter
    $overdue: Feedback__c_Filter
    $improvements: Improvement__c_Filter
  ) {
    uiapi {
      aggregate {
        answers: Feedback__c(where: $answers) {
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
        promoters: Feedback__c(where: $promoters) {
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
        detractors: Feedback__c(where: $detractors) {
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
        open: Feedback__c(where: $open) {
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
        overdue: Feedback__c(where: $overdue) {
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
        improvements: Improvement__c(where: $improvements) {
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
      }
    }
  }
`;
