// What the comparison script asks of an account and its contracts.
import { gql, type GraphQLDocument } from 'lightning/graphql';
import type { Connection, FieldOf } from 'c/graphAnswer';

/** Of a wire: nothing is asked without a query. */
export interface Asked {
  readonly query: GraphQLDocument | undefined;
  readonly variables: object;
}

interface Answer<Members> {
  readonly uiapi: { readonly query: Members };
}
interface Named {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
}

export interface AccountNode extends Named {
  readonly Legal_Form__c?: FieldOf<string>;
  readonly Is_Legal_Form_Natural_Person__c?: FieldOf<boolean>;
}
export interface ContractNode extends Named {
  readonly Competitor__r?: Named | null;
  readonly Product_Category__c?: FieldOf<string>;
  readonly Decision_Date__c?: FieldOf<string>;
  readonly Decision_Reason__c?: FieldOf<string>;
  readonly Notice_State__c?: FieldOf<string>;
  readonly End_Date__c?: FieldOf<string>;
  readonly Notice_Length__c?: FieldOf<number>;
  readonly Notice_Unit__c?: FieldOf<string>;
  readonly Source__c?: FieldOf<string>;
  readonly Obtained_On_Date__c?: FieldOf<string>;
  readonly Confidence__c?: FieldOf<string>;
}
export type AccountAnswer = Answer<{
  readonly Account?: Connection<AccountNode>;
  readonly Competitor_Contract__c?: Connection<ContractNode>;
}>;
export type OwnerAnswer = Answer<{ readonly Competitor_Contract__c?: Connection<{ readonly Account__c?: FieldOf<string> }> }>;

/** The account that a contract belongs to. */
export const OWNER_QUERY = gql`
  query comparisonScriptOwner($contract: ID) {
    uiapi {
      query {
        Competitor_Contract__c(where: { Id: { eq: $contract } }, first: 1) {
          edges {
            node {
              Account__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

export const ACCOUNT_QUERY = gql`
  query comparisonScriptAccount($account: ID) {
    uiapi {
      query {
        Account(where: { Id: { eq: $account } }, first: 1) {
          edges {
            node {
              Id
              Name {
                value
              }
              Legal_Form__c {
                value
                displayValue
              }
              Is_Legal_Form_Natural_Person__c {
                value
              }
            }
          }
        }
        Competitor_Contract__c(where: { and: [{ Account__c: { eq: $account } }, { Status__c: { eq: "Active" } }] }, first: 50) {
          edges {
            node {
              Id
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
              Decision_Date__c {
                value
              }
              Decision_Reason__c {
                value
              }
              Notice_State__c {
                value
              }
              End_Date__c {
                value
              }
              Notice_Length__c {
                value
              }
              Notice_Unit__c {
                value
              }
              Source__c {
                value
              }
              Obtained_On_Date__c {
                value
              }
              Confidence__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;
