// What deciding on unknown providers asks: those to review with their contracts, and those that are known.
import { gql } from 'lightning/graphql';
import type { Connection, Counted, FieldOf, Groups } from 'c/graphAnswer';

export interface ProviderNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
  readonly External_Id__c?: FieldOf<string>;
}
interface ProviderGroup extends Counted {
  readonly Competitor__c?: FieldOf<string>;
}
export interface UnknownAnswer {
  readonly uiapi: {
    readonly query: { readonly unknown?: Connection<ProviderNode>; readonly known?: Connection<ProviderNode> };
    readonly aggregate: { readonly Competitor_Contract__c?: Groups<ProviderGroup> };
  };
}

export const MOST_UNKNOWN = 200;

export const UNKNOWN_QUERY = gql`
  query unknownProviders {
    uiapi {
      query {
        unknown: Competitor__c(where: { Review_State__c: { eq: "To Review" } }, first: ${MOST_UNKNOWN}, orderBy: { Name: { order: ASC } }) {
          totalCount
          edges {
            node {
              Id
              Name {
                value
              }
              External_Id__c {
                value
              }
            }
          }
        }
        known: Competitor__c(
          where: { and: [{ Review_State__c: { eq: "Confirmed" } }, { Is_Active__c: { eq: true } }] }
          first: 2000
          orderBy: { Name: { order: ASC } }
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
            }
          }
        }
      }
      aggregate {
        Competitor_Contract__c(
          first: 2000
          where: { Competitor__r: { Review_State__c: { eq: "To Review" } } }
          groupBy: { Competitor__c: { group: true } }
        ) {
          edges {
            node {
              aggregate {
                Competitor__c {
                  value
                }
                Id {
                  count {
                    value
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;
