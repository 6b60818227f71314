// Where the account stands in the lifecycle, per product category, and how it came there.
import { gql } from 'lightning/graphql';
import type { Connection, FieldOf } from 'c/graphAnswer';
import type { Named } from './timelineAnswer';

export interface PositionNode {
  readonly Id: string;
  readonly Product_Category__c?: FieldOf<string>;
  readonly Lifecycle_Stage__c?: FieldOf<string>;
  readonly Since_Date__c?: FieldOf<string>;
  readonly Reason__c?: FieldOf<string>;
  readonly Evidence_Summary__c?: FieldOf<string>;
}
export interface TransitionNode {
  readonly Id: string;
  readonly Lifecycle_Position__c?: FieldOf<string>;
  readonly Occurred_At__c?: FieldOf<string>;
  readonly To_Stage__c?: FieldOf<string>;
  readonly Reason__c?: FieldOf<string>;
  readonly Evidence_Summary__c?: FieldOf<string>;
  readonly Actor__r?: Named | null;
}
export interface StageQuery {
  readonly Lifecycle_Position__c?: Connection<PositionNode>;
  readonly Lifecycle_Transition__c?: Connection<TransitionNode>;
}

export const STAGE_QUERY = gql`
  query timelineStages($accountId: ID!) {
    uiapi {
      query {
        Lifecycle_Position__c(where: { Account__c: { eq: $accountId } }, orderBy: { Id: { order: ASC } }, first: 2000) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              Id
              Product_Category__c {
                value
                displayValue
              }
              Lifecycle_Stage__c {
                value
              }
              Since_Date__c {
                value
              }
              Reason__c {
                value
              }
              Evidence_Summary__c {
                value
              }
            }
          }
        }
        Lifecycle_Transition__c(
          where: { Lifecycle_Position__r: { Account__c: { eq: $accountId } } }
          orderBy: { Occurred_At__c: { order: DESC, nulls: FIRST } }
          first: 2000
        ) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              Id
              Lifecycle_Position__c {
                value
              }
              Occurred_At__c {
                value
              }
              To_Stage__c {
                value
              }
              Reason__c {
                value
              }
              Evidence_Summary__c {
                value
              }
              Actor__r {
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
