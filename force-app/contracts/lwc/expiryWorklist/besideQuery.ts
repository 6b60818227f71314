// What is asked about the rows on the screen: calls that are planned, other ends that were said, and whether the accounts may be approached.
import { gql, type GraphQLDocument } from 'lightning/graphql';
import { nodesOf, type Connection, type FieldOf } from 'c/graphAnswer';
import type { StatementNode, TaskNode, VerdictNode } from 'c/worklistRow';

export interface CallsAnswer {
  readonly uiapi?: { readonly query: { readonly Task?: Connection<TaskNode> | null } };
}

/** Calls that are planned for the contracts on the screen. */
const CALLS_QUERY = gql`
  query expiryWorklistCalls($calls: Task_Filter) {
    uiapi {
      query {
        Task(where: $calls, orderBy: { ActivityDate: { order: ASC, nulls: LAST } }, first: 2000) {
          edges {
            node {
              Id
              OwnerId {
                value
              }
              Source_Record_Id__c {
                value
              }
              ActivityDate {
                value
              }
            }
          }
        }
      }
    }
  }
`;

function callsVariables(contractIds: readonly string[]): object {
  return { calls: { Source_Record_Id__c: { in: contractIds }, Task_Kind__c: { eq: 'Approach' }, IsClosed: { eq: false } } };
}

export interface StatementsAnswer {
  readonly uiapi?: { readonly query: { readonly Contract_Claim__c?: Connection<StatementNode> | null } };
}

/** Ends that were said, the latest first. Who may not read statements loses these and nothing else. */
const STATEMENTS_QUERY = gql`
  query expiryWorklistStatements($statements: Contract_Claim__c_Filter) {
    uiapi {
      query {
        Contract_Claim__c(where: $statements, orderBy: { Said_On_Date__c: { order: DESC, nulls: LAST } }, first: 2000) {
          edges {
            node {
              Id
              Competitor_Contract__c {
                value
              }
              Said_End_Date__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

function statementsVariables(contractIds: readonly string[]): object {
  return { statements: { Competitor_Contract__c: { in: contractIds }, Said_End_Date__c: { ne: null } } };
}

export interface ConsentAnswer {
  readonly uiapi?: {
    readonly query: {
      readonly Consent_Verdict__c?: Connection<VerdictNode> | null;
      readonly Contact?: Connection<PersonNode> | null;
    };
  };
}

/** Somebody of an account: where nobody is known, nobody can have consented. */
interface PersonNode {
  readonly AccountId?: FieldOf<string>;
}

/** Accounts of which somebody is known. */
export function accountsWithPeople(connection: Connection<PersonNode>): ReadonlySet<string> {
  return new Set(nodesOf(connection).flatMap(({ AccountId }) => AccountId?.value ?? []));
}

/** Of the gated package consent: a query of its own, so that an org without it loses this column and nothing else. */
const CONSENT_QUERY = gql`
  query expiryWorklistConsent($verdicts: Consent_Verdict__c_Filter, $people: Contact_Filter) {
    uiapi {
      query {
        Consent_Verdict__c(where: $verdicts, orderBy: { Account__c: { order: ASC } }, first: 2000) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              Id
              Account__c {
                value
              }
              Contact__r {
                Name {
                  value
                }
              }
              Channel__c {
                value
                displayValue
              }
              Verdict__c {
                value
                displayValue
              }
              Sentence__c {
                value
              }
            }
          }
        }
        Contact(where: $people, first: 2000) {
          edges {
            node {
              Id
              AccountId {
                value
              }
            }
          }
        }
      }
    }
  }
`;

function consentVariables(accountIds: readonly string[]): object {
  return { verdicts: { Account__c: { in: accountIds } }, people: { AccountId: { in: accountIds } } };
}

interface Question {
  /** Undefined: nothing is asked about nothing. */
  readonly query: GraphQLDocument | undefined;
  readonly variables: object | undefined;
}
export type BesideQuestions = Readonly<Record<'calls' | 'statements' | 'consent', Question>>;

export const NO_QUESTIONS: BesideQuestions = besideQuestions([]);

export function besideQuestions(
  rows: readonly { readonly id: string; readonly accountId: string | undefined; readonly claimCount: number }[],
): BesideQuestions {
  const ids = rows.map(({ id }) => id);
  const saidOf = rows.filter(({ claimCount }) => claimCount > 0).map(({ id }) => id);
  const accountIds = [...new Set(rows.flatMap(({ accountId }) => accountId ?? []))];
  return {
    calls: question(CALLS_QUERY, ids, callsVariables),
    statements: question(STATEMENTS_QUERY, saidOf, statementsVariables),
    consent: question(CONSENT_QUERY, accountIds, consentVariables),
  };
}

function question(query: GraphQLDocument, ids: readonly string[], variables: (ids: readonly string[]) => object): Question {
  return { query: ids.length > 0 ? query : undefined, variables: variables(ids) };
}
