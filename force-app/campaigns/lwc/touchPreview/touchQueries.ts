// What the preview of a day asks: its touches counted by state and reason, and a page of them.
import { gql } from 'lightning/graphql';
import type { Connection, Counted, FieldOf, Groups } from 'c/graphAnswer';

interface StateGroup extends Counted {
  readonly State__c?: FieldOf<string>;
}
/** The sentence of the reason is a formula in the reader's language: by formulas like that an org does not group. */
interface ReasonGroup extends Counted {
  readonly Verdict_Code__c?: FieldOf<string>;
}
export interface TouchNode {
  readonly Id: string;
  readonly State__c?: FieldOf<string>;
  readonly Verdict_Reason__c?: FieldOf<string>;
  readonly Product_Category__c?: FieldOf<string>;
  readonly Account__r?: { readonly Id: string; readonly Name?: FieldOf<string> } | null;
  readonly Contact__r?: { readonly Id: string; readonly Name?: FieldOf<string> } | null;
  readonly Event_Rule__r?: {
    readonly Name?: FieldOf<string>;
    readonly Dutch_Name__c?: FieldOf<string>;
    readonly Action__c?: FieldOf<string>;
    readonly Task_Subject__c?: FieldOf<string>;
    readonly Dutch_Task_Subject__c?: FieldOf<string>;
    readonly Campaign__r?: { readonly Name?: FieldOf<string> } | null;
  } | null;
}

export interface CountsAnswer {
  readonly uiapi: { readonly aggregate: { readonly states?: Groups<StateGroup>; readonly reasons?: Groups<ReasonGroup> } };
}
export interface TouchesAnswer {
  readonly uiapi: { readonly query: { readonly Event_Touch__c?: Connection<TouchNode> } };
}

/** API name of the state of touches that are left out. */
export const REFUSED = 'Refused';
export const DONE = 'Done';

export type Whom = 'everybody' | 'gets' | 'not';

export function touchesWhere(day: string, whom: Whom): object {
  const ofDay = { Planned_For_Date__c: { eq: { value: day } } };
  if (whom === 'everybody') return ofDay;
  return { and: [ofDay, { State__c: whom === 'not' ? { eq: REFUSED } : { ne: REFUSED } }] };
}

export const COUNTS_QUERY = gql`
  query touchCounts($day: Event_Touch__c_Filter, $refused: Event_Touch__c_Filter) {
    uiapi {
      aggregate {
        states: Event_Touch__c(where: $day, first: 2000, groupBy: { State__c: { group: true } }) {
          edges {
            node {
              aggregate {
                State__c {
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
        reasons: Event_Touch__c(
          first: 20
          where: $refused
          groupBy: { Verdict_Code__c: { group: true } }
          orderBy: { Id: { function: COUNT, order: DESC } }
        ) {
          edges {
            node {
              aggregate {
                Verdict_Code__c {
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

export const TOUCHES_QUERY = gql`
  query touches($where: Event_Touch__c_Filter, $first: Int) {
    uiapi {
      query {
        Event_Touch__c(
          where: $where
          first: $first
          orderBy: { State__c: { order: ASC }, Event_Rule__r: { Name: { order: ASC } }, Id: { order: ASC } }
        ) {
          edges {
            node {
              Id
              State__c {
                value
              }
              Verdict_Reason__c {
                value
              }
              Product_Category__c {
                value
                displayValue
              }
              Account__r {
                Id
                Name {
                  value
                }
              }
              Contact__r {
                Id
                Name {
                  value
                }
              }
              Event_Rule__r {
                Name {
                  value
                }
                Dutch_Name__c {
                  value
                }
                Action__c {
                  value
                }
                Task_Subject__c {
                  value
                }
                Dutch_Task_Subject__c {
                  value
                }
                Campaign__r {
                  Name {
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
