// The contacts with an account: tasks and events, done and planned.
import { gql } from 'lightning/graphql';
import type { Connection, FieldOf } from 'c/graphAnswer';

export interface TaskNode {
  readonly Id: string;
  readonly Subject?: FieldOf<string>;
  readonly ActivityDate?: FieldOf<string>;
  readonly CompletedDateTime?: FieldOf<string>;
  readonly IsClosed?: FieldOf<boolean>;
  readonly Task_Kind__c?: FieldOf<string>;
  readonly Outcome__c?: FieldOf<string>;
  readonly Product_Category__c?: FieldOf<string>;
}
export interface TaskQuery {
  readonly Task?: Connection<TaskNode>;
}

export const TASK_QUERY = gql`
  query timelineTasks($accountId: ID!) {
    uiapi {
      query {
        Task(where: { AccountId: { eq: $accountId } }, orderBy: { ActivityDate: { order: DESC, nulls: FIRST } }, first: 2000) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              Id
              Subject {
                value
              }
              ActivityDate {
                value
              }
              CompletedDateTime {
                value
              }
              IsClosed {
                value
              }
              Task_Kind__c {
                value
                displayValue
              }
              Outcome__c {
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

export interface EventNode {
  readonly Id: string;
  readonly Subject?: FieldOf<string>;
  readonly ActivityDate?: FieldOf<string>;
  readonly ActivityDateTime?: FieldOf<string>;
  readonly Product_Category__c?: FieldOf<string>;
}
export interface EventQuery {
  readonly Event?: Connection<EventNode>;
}

export const EVENT_QUERY = gql`
  query timelineEvents($accountId: ID!) {
    uiapi {
      query {
        Event(where: { AccountId: { eq: $accountId } }, orderBy: { ActivityDateTime: { order: DESC, nulls: FIRST } }, first: 2000) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              Id
              Subject {
                value
              }
              ActivityDate {
                value
              }
              ActivityDateTime {
                value
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
