// The providers, as asked of the org.
import { gql } from 'lightning/graphql';
import type { Connection, FieldOf } from 'c/graphAnswer';

export interface ProviderAnswer {
  readonly uiapi: {
    readonly query: { readonly Competitor__c?: Connection<{ readonly Id: string; readonly Name?: FieldOf<string> }> };
  };
}

/** The providers that a rep can choose from. */
export const PROVIDER_QUERY = gql`
  query comparisonScriptProviders {
    uiapi {
      query {
        Competitor__c(where: { Is_Active__c: { eq: true } }, orderBy: { Name: { order: ASC } }, first: 2000) {
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
    }
  }
`;
