// What others said about a contract.
import { gql } from 'lightning/graphql';
import type { Connection, FieldOf } from 'c/graphAnswer';

export interface ClaimNode {
  readonly Id: string;
  readonly Source__c?: FieldOf<string>;
  readonly Said_On_Date__c?: FieldOf<string>;
  readonly Said_End_Date__c?: FieldOf<string>;
  readonly Said_Notice_Length__c?: FieldOf<number>;
  readonly Said_Notice_Unit__c?: FieldOf<string>;
  readonly Confidence__c?: FieldOf<string>;
}

export interface ClaimsAnswer {
  readonly uiapi?: { readonly query: { readonly Contract_Claim__c?: Connection<ClaimNode> | null } };
}

/** Twenty are more than anybody compares; the list says when there are more. */
export const CLAIMS_QUERY = gql`
  query worklistClaims($where: Contract_Claim__c_Filter) {
    uiapi {
      query {
        Contract_Claim__c(where: $where, orderBy: { Said_On_Date__c: { order: DESC, nulls: LAST }, Id: { order: ASC } }, first: 20) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              Id
              Source__c {
                value
              }
              Said_On_Date__c {
                value
              }
              Said_End_Date__c {
                value
              }
              Said_Notice_Length__c {
                value
              }
              Said_Notice_Unit__c {
                value
                displayValue
              }
              Confidence__c {
                value
                displayValue
              }
            }
          }
        }
      }
    }
  }
`;
