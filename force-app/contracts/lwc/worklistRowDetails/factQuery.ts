// What is known of one contract beyond what its row says.
import { gql } from 'lightning/graphql';
import type { Connection, FieldOf } from 'c/graphAnswer';

export interface FactNode {
  readonly Source__c?: FieldOf<string>;
  readonly Obtained_On_Date__c?: FieldOf<string>;
  readonly Confidence__c?: FieldOf<string>;
  readonly Satisfaction__c?: FieldOf<string>;
  readonly Satisfaction_Said_By__c?: FieldOf<string>;
  readonly Satisfaction_Date__c?: FieldOf<string>;
  readonly Quantity__c?: FieldOf<number>;
  readonly Window_Points__c?: FieldOf<number>;
  readonly Satisfaction_Points__c?: FieldOf<number>;
  readonly Stage_Points__c?: FieldOf<number>;
  readonly Contact_Points__c?: FieldOf<number>;
  readonly Certainty_Points__c?: FieldOf<number>;
}

export interface FactsAnswer {
  readonly uiapi?: { readonly query: { readonly Competitor_Contract__c?: Connection<FactNode> | null } };
}

export const FACTS_QUERY = gql`
  query worklistFacts($where: Competitor_Contract__c_Filter) {
    uiapi {
      query {
        Competitor_Contract__c(where: $where, first: 1) {
          edges {
            node {
              Id
              Source__c {
                value
              }
              Obtained_On_Date__c {
                value
              }
              Confidence__c {
                value
                displayValue
              }
              Satisfaction__c {
                value
                displayValue
              }
              Satisfaction_Said_By__c {
                value
              }
              Satisfaction_Date__c {
                value
              }
              Quantity__c {
                value
              }
              Window_Points__c {
                value
              }
              Satisfaction_Points__c {
                value
              }
              Stage_Points__c {
                value
              }
              Contact_Points__c {
                value
              }
              Certainty_Points__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;
