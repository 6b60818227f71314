// What the progress of joint purchases asks: the purchases, and the members of one of them.
import { gql } from 'lightning/graphql';
import type { Connection, FieldOf } from 'c/graphAnswer';

export interface CollectiveNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
  readonly Business_Park__c?: FieldOf<string>;
  readonly Product_Category__c?: FieldOf<string>;
  readonly State__c?: FieldOf<string>;
  readonly Threshold_Count__c?: FieldOf<number>;
  readonly Committed_Count__c?: FieldOf<number>;
  readonly Member_Count__c?: FieldOf<number>;
  readonly Deadline_Date__c?: FieldOf<string>;
  readonly Earliest_Common_Start_Date__c?: FieldOf<string>;
  readonly Start_Explanation__c?: FieldOf<string>;
  readonly Lead_Account__r?: { readonly Id: string; readonly Name?: FieldOf<string> } | null;
}
export interface MemberNode {
  readonly Id: string;
  readonly Interest_State__c?: FieldOf<string>;
  readonly Is_Start_Known__c?: FieldOf<boolean>;
  readonly Earliest_Start_Date__c?: FieldOf<string>;
  readonly Start_Reason__c?: FieldOf<string>;
  readonly Account__r?: { readonly Id: string; readonly Name?: FieldOf<string> } | null;
}
export interface CollectivesAnswer {
  readonly uiapi: { readonly query: { readonly Collective__c?: Connection<CollectiveNode> } };
}
export interface MembersAnswer {
  readonly uiapi: {
    readonly query: { readonly Collective_Member__c?: Connection<MemberNode> };
    readonly aggregate: { readonly undated?: Connection<{ readonly aggregate?: { readonly Id?: { readonly count?: FieldOf<number> } } }> };
  };
}

/** States in which a joint purchase is still under way. */
const RUNNING = ['Gathering', 'Threshold Reached', 'Offer Made'];
/** Members that are shown; a park has tens of them. */
export const MOST_MEMBERS = 200;

export type MemberChoice = 'all' | 'undated' | 'committed';

export function collectivesWhere(recordId: string | undefined): object {
  return recordId ? { Id: { eq: recordId } } : { State__c: { in: RUNNING } };
}

/** Who declined is not asked for a date. */
export function undatedWhere(collectiveId: string): object {
  return {
    and: [{ Collective__c: { eq: collectiveId } }, { Is_Start_Known__c: { eq: false } }, { Interest_State__c: { ne: 'Declined' } }],
  };
}

export function membersWhere(collectiveId: string, choice: MemberChoice): object {
  const ofCollective = { Collective__c: { eq: collectiveId } };
  if (choice === 'undated') return undatedWhere(collectiveId);
  return choice === 'committed' ? { and: [ofCollective, { Interest_State__c: { eq: 'Committed' } }] } : ofCollective;
}

export const COLLECTIVES_QUERY = gql`
  query collectives($where: Collective__c_Filter) {
    uiapi {
      query {
        Collective__c(where: $where, first: 50, orderBy: { Deadline_Date__c: { order: ASC, nulls: LAST } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              Business_Park__c {
                value
              }
              Product_Category__c {
                value
                displayValue
              }
              State__c {
                value
                displayValue
              }
              Threshold_Count__c {
                value
              }
              Committed_Count__c {
                value
              }
              Member_Count__c {
                value
              }
              Deadline_Date__c {
                value
              }
              Earliest_Common_Start_Date__c {
                value
              }
              Start_Explanation__c {
                value
              }
              Lead_Account__r {
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
  }
`;

export const MEMBERS_QUERY = gql`
  query collectiveMembers($where: Collective_Member__c_Filter, $undated: Collective_Member__c_Filter) {
    uiapi {
      query {
        Collective_Member__c(
          where: $where
          first: ${MOST_MEMBERS}
          orderBy: { Is_Start_Known__c: { order: ASC }, Earliest_Start_Date__c: { order: DESC, nulls: FIRST }, Id: { order: ASC } }
        ) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              Id
              Interest_State__c {
                value
                displayValue
              }
              Is_Start_Known__c {
                value
              }
              Earliest_Start_Date__c {
                value
              }
              Start_Reason__c {
                value
              }
              Account__r {
                Id
                Name {
                  value
                }
              }
            }
          }
        }
      }
      aggregate {
        undated: Collective_Member__c(where: $undated) {
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
