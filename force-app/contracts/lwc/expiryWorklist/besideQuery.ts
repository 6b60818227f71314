// What is asked about the rows on the screen: calls that are planned, and whether their accounts may be approached.
import { gql } from 'lightning/graphql';
import type { Connection } from 'c/graphAnswer';
import type { TaskNode, VerdictNode } from 'c/worklistRow';

export interface CallsAnswer {
  readonly uiapi?: { readonly query: { readonly Task?: Connection<TaskNode> | null } };
}

/** Calls that are planned for the contracts on the screen. */
export const CALLS_QUERY = gql`
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

export function callsVariables(contractIds: readonly string[]): object {
  return { calls: { Source_Record_Id__c: { in: contractIds }, Task_Kind__c: { eq: 'Approach' }, IsClosed: { eq: false } } };
}

export interface ConsentAnswer {
  readonly uiapi?: { readonly query: { readonly Consent_Verdict__c?: Connection<VerdictNode> | null } };
}

/** Of the gated package consent: a query of its own, so that an org without it loses this column and nothing else. */
export const CONSENT_QUERY = gql`
  query expiryWorklistConsent($verdicts: Consent_Verdict__c_Filter) {
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
      }
    }
  }
`;

export function consentVariables(accountIds: readonly string[]): object {
  return { verdicts: { Account__c: { in: accountIds } } };
}
