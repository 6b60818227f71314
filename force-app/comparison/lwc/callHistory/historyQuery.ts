// The latest call outcomes of an account, as asked of the org.
import { gql } from 'lightning/graphql';
import type { Connection, FieldOf } from 'c/graphAnswer';

interface Answer<Members> {
  readonly uiapi: { readonly query: Members };
}
interface Named {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
}

export interface OutcomeNode extends Named {
  readonly Outcome__c?: FieldOf<string>;
  readonly Called_At__c?: FieldOf<string>;
  readonly Called_By__r?: Named | null;
  readonly Said_End_Date__c?: FieldOf<string>;
  readonly Satisfaction__c?: FieldOf<string>;
  readonly Objection__c?: FieldOf<string>;
  readonly Note__c?: FieldOf<string>;
  readonly Next_Step__c?: FieldOf<string>;
  readonly Next_Step_Date__c?: FieldOf<string>;
  readonly Answer_1__c?: FieldOf<string>;
  readonly Answer_2__c?: FieldOf<string>;
  readonly Answer_3__c?: FieldOf<string>;
}
export type HistoryAnswer = Answer<{ readonly Call_Outcome__c?: Connection<OutcomeNode> }>;

export const HISTORY_QUERY = gql`
  query comparisonScriptHistory($account: ID) {
    uiapi {
      query {
        Call_Outcome__c(where: { Account__c: { eq: $account } }, orderBy: { Called_At__c: { order: DESC } }, first: 3) {
          edges {
            node {
              Id
              Outcome__c {
                value
                displayValue
              }
              Called_At__c {
                value
              }
              Called_By__r {
                Id
                Name {
                  value
                }
              }
              Said_End_Date__c {
                value
              }
              Satisfaction__c {
                value
                displayValue
              }
              Objection__c {
                value
              }
              Note__c {
                value
              }
              Next_Step__c {
                value
                displayValue
              }
              Next_Step_Date__c {
                value
              }
              Answer_1__c {
                value
              }
              Answer_2__c {
                value
              }
              Answer_3__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;
