// What the summary asks besides the account itself: its positions, its next contracts to leave, its next tasks.
import { gql } from 'lightning/graphql';
import type { Connection, FieldOf } from 'c/graphAnswer';

interface Answer<Query> {
  readonly uiapi: { readonly query: Query };
}

export interface PositionNode {
  readonly Id: string;
  readonly Product_Category__c?: FieldOf<string>;
  readonly Lifecycle_Stage__c?: FieldOf<string>;
  readonly Since_Date__c?: FieldOf<string>;
  readonly Deadline_Date__c?: FieldOf<string>;
}
export type PositionAnswer = Answer<{ readonly Lifecycle_Position__c?: Connection<PositionNode> }>;

/** What needs action first comes first. */
export const POSITION_QUERY = gql`
  query summaryPositions($accountId: ID!) {
    uiapi {
      query {
        Lifecycle_Position__c(
          where: { Account__c: { eq: $accountId } }
          orderBy: { Action_Rank__c: { order: ASC, nulls: LAST }, Deadline_Date__c: { order: ASC, nulls: LAST } }
          first: 50
        ) {
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
              Deadline_Date__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

export interface ContractNode {
  readonly Id: string;
  readonly Competitor__r?: { readonly Name?: FieldOf<string> } | null;
  readonly Product_Category__c?: FieldOf<string>;
  readonly Decision_Date__c?: FieldOf<string>;
  readonly Approach_Date__c?: FieldOf<string>;
}
export type ContractAnswer = Answer<{ readonly Competitor_Contract__c?: Connection<ContractNode> }>;

export const CONTRACT_QUERY = gql`
  query summaryContracts($accountId: ID!, $today: Date) {
    uiapi {
      query {
        Competitor_Contract__c(
          where: {
            and: [{ Account__c: { eq: $accountId } }, { Status__c: { eq: "Active" } }, { Decision_Date__c: { gte: { value: $today } } }]
          }
          orderBy: { Decision_Date__c: { order: ASC } }
          first: 3
        ) {
          edges {
            node {
              Id
              Competitor__r {
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
              Approach_Date__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

export interface TaskNode {
  readonly Id: string;
  readonly Subject?: FieldOf<string>;
  readonly ActivityDate?: FieldOf<string>;
}
export type TaskAnswer = Answer<{ readonly Task?: Connection<TaskNode> }>;

/** Tasks that are held back wait for something else, so they are not the next thing to do. */
export const TASK_QUERY = gql`
  query summaryTasks($accountId: ID!) {
    uiapi {
      query {
        Task(
          where: { and: [{ AccountId: { eq: $accountId } }, { IsClosed: { eq: false } }, { Is_Held_Back__c: { eq: false } }] }
          orderBy: { ActivityDate: { order: ASC, nulls: LAST } }
          first: 3
        ) {
          edges {
            node {
              Id
              Subject {
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
