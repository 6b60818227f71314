// How many contracts the filters find: first whether there are more than anybody can look at, and the exact number when it is asked for.
import { gql } from 'lightning/graphql';

interface Counted<Connection> {
  readonly uiapi?: { readonly query: { readonly Competitor_Contract__c?: Connection | null } };
}
export type BoundedAnswer = Counted<{
  readonly pageResultCount?: number | null;
  readonly pageInfo?: { readonly hasNextPage?: boolean | null } | null;
}>;
export type ExactAnswer = Counted<{ readonly totalCount?: number | null }>;

/**
 * Stops at the most that the list can show: to count a long list takes the org far longer than to show its beginning, and whoever changes a
 * filter in the meantime would wait for it.
 */
export const BOUNDED_QUERY = gql`
  query expiryWorklistExtent($where: Competitor_Contract__c_Filter) {
    uiapi {
      query {
        Competitor_Contract__c(where: $where, first: 2000) {
          pageResultCount
          pageInfo {
            hasNextPage
          }
        }
      }
    }
  }
`;

export const EXACT_QUERY = gql`
  query expiryWorklistCount($where: Competitor_Contract__c_Filter) {
    uiapi {
      query {
        Competitor_Contract__c(where: $where, first: 1) {
          totalCount
        }
      }
    }
  }
`;
