// What the improvements ask of lightning/graphql: how many there are of each kind and state, how long they took, which are open.
import { gql } from 'lightning/graphql';
import { countOf, groupsOf, nodesOf, shownOf, type Connection, type Counted, type FieldOf, type Groups } from 'c/graphAnswer';

interface StateGroup extends Counted {
  readonly Category__c?: FieldOf<string>;
  readonly State__c?: FieldOf<string>;
}
interface TimeGroup {
  readonly Category__c?: FieldOf<string>;
  readonly Lead_Time_Days__c?: { readonly avg?: FieldOf<number> } | null;
}
interface ImprovementNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
  readonly Category__c?: FieldOf<string>;
  readonly State__c?: FieldOf<string>;
  readonly Suggestion__c?: FieldOf<string>;
  readonly Lead_Time_Days__c?: FieldOf<number>;
}
export interface ImprovementAnswer {
  readonly uiapi: {
    readonly aggregate: { readonly states?: Groups<StateGroup>; readonly times?: Groups<TimeGroup> };
    readonly query: { readonly Improvement__c?: Connection<ImprovementNode> };
  };
}

/** One of the three kinds of suggestions. */
export interface CategoryCounts {
  readonly key: string;
  readonly name: string;
  /** By API name of the state. */
  readonly states: ReadonlyMap<string, number>;
  /** Average of those done; undefined without any. */
  readonly leadTimeDays: number | undefined;
}
export interface OpenImprovement {
  readonly id: string;
  readonly category: string;
  readonly suggestion: string;
  readonly days: number;
  readonly isAccepted: boolean;
  readonly state: string;
}

export function categoriesOf({ uiapi: { aggregate } }: ImprovementAnswer): readonly CategoryCounts[] {
  const times = new Map(
    groupsOf(aggregate.times).map((group) => [group.Category__c?.value ?? '', group.Lead_Time_Days__c?.avg?.value ?? undefined]),
  );
  const found = new Map<string, { name: string; states: Map<string, number> }>();
  for (const group of groupsOf(aggregate.states)) {
    const key = group.Category__c?.value ?? '';
    const category = found.get(key) ?? { name: shownOf(group.Category__c), states: new Map<string, number>() };
    category.states.set(group.State__c?.value ?? '', countOf(group));
    found.set(key, category);
  }
  return [...found].map(([key, { name, states }]) => ({ key, name, states, leadTimeDays: times.get(key) }));
}

export function openOf({ uiapi }: ImprovementAnswer): readonly OpenImprovement[] {
  return nodesOf(uiapi.query.Improvement__c).map((node) => ({
    id: node.Id,
    category: shownOf(node.Category__c),
    suggestion: shownOf(node.Suggestion__c) || shownOf(node.Name),
    days: node.Lead_Time_Days__c?.value ?? 0,
    isAccepted: node.State__c?.value === 'Accepted',
    state: shownOf(node.State__c),
  }));
}

export function improvementVariables(accountId: string, first: number): object {
  const all = accountId ? [{ Feedback__r: { Account__c: { eq: accountId } } }] : [];
  return {
    all: { and: all },
    done: { and: [...all, { State__c: { eq: 'Done' } }] },
    open: { and: [...all, { State__c: { in: ['Proposed', 'Accepted'] } }] },
    first,
  };
}

export const IMPROVEMENT_QUERY = gql`
  query improvements($all: Improvement__c_Filter, $done: Improvement__c_Filter, $open: Improvement__c_Filter, $first: Int) {
    uiapi {
      aggregate {
        states: Improvement__c(where: $all, first: 2000, groupBy: { Category__c: { group: true }, State__c: { group: true } }) {
          edges {
            node {
              aggregate {
                Category__c {
                  value
                  displayValue
                }
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
        times: Improvement__c(where: $done, first: 2000, groupBy: { Category__c: { group: true } }) {
          edges {
            node {
              aggregate {
                Category__c {
                  value
                }
                Lead_Time_Days__c {
                  avg {
                    value
                  }
                }
              }
            }
          }
        }
      }
      query {
        Improvement__c(where: $open, first: $first, orderBy: { Proposed_On_Date__c: { order: ASC }, Id: { order: ASC } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              Category__c {
                value
                displayValue
              }
              State__c {
                value
                displayValue
              }
              Suggestion__c {
                value
              }
              Lead_Time_Days__c {
                value
              }
            }
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    }
  }
`;
