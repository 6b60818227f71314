// What the open loops ask of lightning/graphql: low scores that wait for a call, and the tasks to call.
import { gql } from 'lightning/graphql';
import { nodesOf, shownOf, type Connection, type FieldOf } from 'c/graphAnswer';

interface NamedNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
}
interface FeedbackNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
  readonly Score__c?: FieldOf<number>;
  readonly Process__c?: FieldOf<string>;
  readonly Comment__c?: FieldOf<string>;
  readonly Is_Anonymous__c?: FieldOf<boolean>;
  readonly Loop_Due_Date__c?: FieldOf<string>;
  readonly Account__r?: (NamedNode & { readonly Phone?: FieldOf<string> }) | null;
  readonly Contact__r?: (NamedNode & { readonly Phone?: FieldOf<string> }) | null;
}
interface TaskNode {
  readonly Id: string;
  readonly Source_Record_Id__c?: FieldOf<string>;
  readonly OwnerId?: FieldOf<string>;
  readonly Owner?: { readonly Name?: FieldOf<string> } | null;
}

export interface LoopsAnswer {
  readonly uiapi: { readonly query: { readonly Feedback__c?: Connection<FeedbackNode> } };
}
export interface CallsAnswer {
  readonly uiapi: { readonly query: { readonly Task?: Connection<TaskNode> } };
}

/** A low score that nobody has called about yet. */
export interface OpenLoop {
  readonly id: string;
  readonly score: number | null;
  readonly process: string;
  readonly comment: string;
  readonly isAnonymous: boolean;
  /** Civil day. */
  readonly dueDate: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly contactName: string;
  /** Of the contact, or else of the account. */
  readonly phone: string;
}
/** The task to call, by the id of the feedback. */
export interface Call {
  readonly taskId: string;
  readonly callerName: string;
}

export function loopsOf({ uiapi }: LoopsAnswer): readonly OpenLoop[] {
  return nodesOf(uiapi.query.Feedback__c).map((node) => ({
    id: node.Id,
    score: node.Score__c?.value ?? null,
    process: shownOf(node.Process__c),
    comment: shownOf(node.Comment__c),
    isAnonymous: node.Is_Anonymous__c?.value ?? false,
    dueDate: node.Loop_Due_Date__c?.value ?? '',
    accountId: node.Account__r?.Id ?? '',
    accountName: shownOf(node.Account__r?.Name) || shownOf(node.Name),
    contactName: shownOf(node.Contact__r?.Name),
    phone: shownOf(node.Contact__r?.Phone) || shownOf(node.Account__r?.Phone),
  }));
}

export function callsOf({ uiapi }: CallsAnswer): ReadonlyMap<string, Call> {
  return new Map(
    nodesOf(uiapi.query.Task).map((node) => [
      node.Source_Record_Id__c?.value ?? '',
      { taskId: node.Id, callerName: shownOf(node.Owner?.Name) },
    ]),
  );
}

export function loopsWhere(accountId: string): Readonly<Record<string, object>> {
  return { Loop_State__c: { eq: 'Open' }, ...(accountId ? { Account__c: { eq: accountId } } : {}) };
}

export function callsWhere(feedbackIds: readonly string[]): Readonly<Record<string, object>> {
  return { Source_Record_Id__c: { in: feedbackIds }, Task_Kind__c: { eq: 'Feedback Call' }, IsClosed: { eq: false } };
}

/** The latest first of what is due: who waits longest is called first, among them the lowest score. */
export const LOOPS_QUERY = gql`
  query feedbackLoops($where: Feedback__c_Filter, $first: Int) {
    uiapi {
      query {
        Feedback__c(
          where: $where
          first: $first
          orderBy: { Loop_Due_Date__c: { order: ASC }, Score__c: { order: ASC }, Id: { order: ASC } }
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              Score__c {
                value
              }
              Process__c {
                value
                displayValue
              }
              Comment__c {
                value
              }
              Is_Anonymous__c {
                value
              }
              Loop_Due_Date__c {
                value
              }
              Account__r {
                Id
                Name {
                  value
                }
                Phone {
                  value
                }
              }
              Contact__r {
                Id
                Name {
                  value
                }
                Phone {
                  value
                }
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

export const CALLS_QUERY = gql`
  query feedbackCalls($where: Task_Filter, $first: Int) {
    uiapi {
      query {
        Task(where: $where, first: $first) {
          edges {
            node {
              Id
              Source_Record_Id__c {
                value
              }
              OwnerId {
                value
              }
              Owner {
                ... on User {
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
