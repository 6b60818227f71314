// A page of scores, latest first, as the list asks for them.
import { gql } from 'lightning/graphql';
import { nodesOf, shownOf, type Connection, type FieldOf } from 'c/graphAnswer';

interface ScoreNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
  readonly Score__c?: FieldOf<number>;
  readonly NPS_Class__c?: FieldOf<string>;
  readonly Process__c?: FieldOf<string>;
  readonly Comment__c?: FieldOf<string>;
  readonly Is_Anonymous__c?: FieldOf<boolean>;
  readonly Given_On_Date__c?: FieldOf<string>;
  readonly Loop_State__c?: FieldOf<string>;
  readonly Loop_Outcome__c?: FieldOf<string>;
  readonly Account__r?: { readonly Id: string; readonly Name?: FieldOf<string> } | null;
  readonly Contact__r?: { readonly Id: string; readonly Name?: FieldOf<string> } | null;
}
export interface LatestAnswer {
  readonly uiapi: { readonly query: { readonly Feedback__c?: Connection<ScoreNode> } };
}

export interface Score {
  readonly id: string;
  readonly name: string;
  readonly score: number | null;
  /** Promoter, passive or detractor, in the language of the user. */
  readonly npsClass: string;
  readonly process: string;
  readonly comment: string;
  readonly isAnonymous: boolean;
  /** Civil day. */
  readonly givenOn: string;
  readonly loopState: string;
  readonly loopOutcome: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly contactName: string;
}

export function scoresOf({ uiapi }: LatestAnswer): readonly Score[] {
  return nodesOf(uiapi.query.Feedback__c).map((node) => ({
    id: node.Id,
    name: shownOf(node.Name),
    score: node.Score__c?.value ?? null,
    npsClass: shownOf(node.NPS_Class__c),
    process: shownOf(node.Process__c),
    comment: shownOf(node.Comment__c),
    isAnonymous: node.Is_Anonymous__c?.value ?? false,
    givenOn: node.Given_On_Date__c?.value ?? '',
    loopState: node.Loop_State__c?.value ?? '',
    loopOutcome: shownOf(node.Loop_Outcome__c),
    accountId: node.Account__r?.Id ?? '',
    accountName: shownOf(node.Account__r?.Name),
    contactName: shownOf(node.Contact__r?.Name),
  }));
}

export const LATEST_QUERY = gql`
  query feedbackLatest($where: Feedback__c_Filter, $first: Int) {
    uiapi {
      query {
        Feedback__c(where: $where, first: $first, orderBy: { Given_On_Date__c: { order: DESC }, Id: { order: DESC } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              Score__c {
                value
              }
              NPS_Class__c {
                value
              }
              Process__c {
                value
                displayValue
              }
              Comment__c {
                value
              }
              Is_Anonymous__c {
                value
              }
              Given_On_Date__c {
                value
              }
              Loop_State__c {
                value
              }
              Loop_Outcome__c {
                value
              }
              Account__r {
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
            }
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    }
  }
`;
