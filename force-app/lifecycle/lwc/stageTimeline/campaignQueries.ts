// What we sent: touches that event rules planned, and campaigns that contacts were added to.
import { gql } from 'lightning/graphql';
import type { Connection, FieldOf } from 'c/graphAnswer';
import type { Named } from './timelineAnswer';

export interface EventTouchNode {
  readonly Id: string;
  readonly Planned_For_Date__c?: FieldOf<string>;
  readonly State__c?: FieldOf<string>;
  readonly Verdict_Reason__c?: FieldOf<string>;
  readonly Event_Rule__r?: Named | null;
  readonly Contact__r?: Named | null;
  readonly Product_Category__c?: FieldOf<string>;
}
export interface EventTouchQuery {
  readonly Event_Touch__c?: Connection<EventTouchNode>;
}

export const EVENT_TOUCH_QUERY = gql`
  query timelineEventTouches($accountId: ID!) {
    uiapi {
      query {
        Event_Touch__c(
          where: { Account__c: { eq: $accountId } }
          orderBy: { Planned_For_Date__c: { order: DESC, nulls: FIRST } }
          first: 2000
        ) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              Id
              Planned_For_Date__c {
                value
              }
              State__c {
                value
                displayValue
              }
              Verdict_Reason__c {
                value
              }
              Event_Rule__r {
                Id
                Name {
                  value
                }
              }
              Contact__r {
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

export interface CampaignMemberNode {
  readonly Id: string;
  readonly CreatedDate?: FieldOf<string>;
  readonly Status?: FieldOf<string>;
  readonly Campaign?: Named | null;
  readonly Contact?: Named | null;
}
export interface CampaignMemberQuery {
  readonly CampaignMember?: Connection<CampaignMemberNode>;
}

export const CAMPAIGN_MEMBER_QUERY = gql`
  query timelineCampaignMembers($accountId: ID!) {
    uiapi {
      query {
        CampaignMember(where: { Contact: { AccountId: { eq: $accountId } } }, orderBy: { CreatedDate: { order: DESC } }, first: 2000) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              Id
              CreatedDate {
                value
              }
              Status {
                value
                displayValue
              }
              Campaign {
                Id
                Name {
                  value
                }
              }
              Contact {
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
