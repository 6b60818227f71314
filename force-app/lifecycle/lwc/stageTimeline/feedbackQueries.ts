// What the account said of us, and when it left.
import { gql } from 'lightning/graphql';
import type { Connection, FieldOf } from 'c/graphAnswer';
import type { Named } from './timelineAnswer';

export interface FeedbackNode {
  readonly Id: string;
  readonly Score__c?: FieldOf<number>;
  readonly Given_On_Date__c?: FieldOf<string>;
  readonly Process__c?: FieldOf<string>;
  readonly Loop_State__c?: FieldOf<string>;
  readonly Product_Category__c?: FieldOf<string>;
}
export interface FeedbackQuery {
  readonly Feedback__c?: Connection<FeedbackNode>;
}

export const FEEDBACK_QUERY = gql`
  query timelineFeedback($accountId: ID!) {
    uiapi {
      query {
        Feedback__c(where: { Account__c: { eq: $accountId } }, orderBy: { Given_On_Date__c: { order: DESC, nulls: FIRST } }, first: 2000) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              Id
              Score__c {
                value
              }
              Given_On_Date__c {
                value
              }
              Process__c {
                value
                displayValue
              }
              Loop_State__c {
                value
                displayValue
              }
              Product_Category__c {
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

export interface ExitSurveyNode {
  readonly Id: string;
  readonly Loss_Date__c?: FieldOf<string>;
  readonly Win_Back_Date__c?: FieldOf<string>;
  readonly Reason__c?: FieldOf<string>;
  readonly New_Competitor__r?: Named | null;
  readonly Product_Category__c?: FieldOf<string>;
}
export interface ExitSurveyQuery {
  readonly Exit_Survey__c?: Connection<ExitSurveyNode>;
}

export const EXIT_SURVEY_QUERY = gql`
  query timelineExitSurveys($accountId: ID!) {
    uiapi {
      query {
        Exit_Survey__c(where: { Account__c: { eq: $accountId } }, orderBy: { Loss_Date__c: { order: DESC, nulls: FIRST } }, first: 2000) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              Id
              Loss_Date__c {
                value
              }
              Win_Back_Date__c {
                value
              }
              Reason__c {
                value
                displayValue
              }
              New_Competitor__r {
                Id
                Name {
                  value
                }
              }
              Product_Category__c {
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
