// What the worklist asks of lightning/graphql: the documents, the variables made from the filters, the shape of the answers.
import { gql } from 'lightning/graphql';
import { contractConditions, windowOf, windowOrder, type ContractFilter, type ContractOrder, type WorklistFilters } from 'c/worklistFilter';
import type { Connection } from 'c/graphAnswer';
import type { ContractNode } from 'c/worklistRow';

export interface WorklistVariables {
  readonly where: { readonly and: readonly ContractFilter[] };
  readonly orderBy: ContractOrder;
  readonly first: number;
}

/** Rows that come with the first page and with each "show more". */
export const PAGE_SIZE = 50;
/** The most that one GraphQL query answers on the platform; beyond it the list must be narrowed. */
export const ROW_LIMIT = 2000;

export function worklistVariables(filters: WorklistFilters, userId: string, today: string, first: number): WorklistVariables {
  return { where: { and: contractConditions(filters, userId, today) }, orderBy: windowOrder(windowOf(filters)), first };
}

export interface WorklistAnswer {
  readonly uiapi?: { readonly query: { readonly Competitor_Contract__c?: Connection<ContractNode> | null } };
}

export const WORKLIST_QUERY = gql`
  query expiryWorklist($where: Competitor_Contract__c_Filter, $orderBy: Competitor_Contract__c_OrderBy, $first: Int) {
    uiapi {
      query {
        Competitor_Contract__c(where: $where, orderBy: $orderBy, first: $first) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              Id
              Account__r {
                Id
                Name {
                  value
                }
                BillingCity {
                  value
                }
                Phone {
                  value
                }
                OwnerId {
                  value
                }
                Relationship_Owner__c {
                  value
                }
                Last_Contact_Date__c {
                  value
                }
              }
              Competitor__r {
                Id
                Name {
                  value
                }
              }
              Product_Category__c {
                value
                displayValue
              }
              Product_Name__c {
                value
              }
              Decision_Date__c {
                value
              }
              Approach_Date__c {
                value
              }
              Approach_Task_For_Date__c {
                value
              }
              End_Date__c {
                value
              }
              Current_End_Date__c {
                value
              }
              Date_Precision__c {
                value
                displayValue
              }
              Confidence__c {
                value
                displayValue
              }
              Claim_Count__c {
                value
              }
              Satisfaction__c {
                value
              }
              Susceptibility__c {
                value
              }
              Status__c {
                value
              }
              Snoozed_Until_Date__c {
                value
              }
              Not_Relevant_Reason__c {
                value
                displayValue
              }
              Monthly_Value__c {
                value
              }
              Notice_State__c {
                value
                displayValue
              }
              Decision_Reason__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;
