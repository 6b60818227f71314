// Products, propositions and what is decided of each pair, as asked of the org.
import { gql } from 'lightning/graphql';
import type { Connection, FieldOf } from 'c/graphAnswer';

export interface ProductNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
  readonly Product_Category__c?: FieldOf<string>;
}
export interface PropositionNode extends ProductNode {
  readonly Offer__c?: FieldOf<string>;
}
export interface PairNode {
  readonly Id: string;
  readonly Product__c?: FieldOf<string>;
  readonly Proposition__c?: FieldOf<string>;
  readonly Is_Allowed__c?: FieldOf<boolean>;
  readonly Reason__c?: FieldOf<string>;
}
export interface MatrixAnswer {
  readonly uiapi: {
    readonly query: {
      readonly Product2?: Connection<ProductNode>;
      readonly Proposition__c?: Connection<PropositionNode>;
      readonly Product_Proposition__c?: Connection<PairNode>;
    };
  };
}

/** More rows than this nobody reads at once; a category narrows them. */
export const MOST_PRODUCTS = 100;

/** `category` blank: all. */
export function matrixVariables(category: string): object {
  const active = { IsActive: { eq: true } };
  return {
    products: category ? { and: [active, { Product_Category__c: { eq: category } }] } : active,
    pairs: category ? { Category_Key__c: { eq: category } } : { Id: { ne: null } },
  };
}

export const MATRIX_QUERY = gql`
  query propositionMatrix($products: Product2_Filter, $pairs: Product_Proposition__c_Filter) {
    uiapi {
      query {
        Product2(where: $products, orderBy: { Name: { order: ASC } }, first: 100) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              Id
              Name {
                value
              }
              Product_Category__c {
                value
                displayValue
              }
            }
          }
        }
        Proposition__c(where: { Is_Active__c: { eq: true } }, orderBy: { Name: { order: ASC } }, first: 50) {
          edges {
            node {
              Id
              Name {
                value
              }
              Offer__c {
                value
              }
              Product_Category__c {
                value
              }
            }
          }
        }
        Product_Proposition__c(where: $pairs, first: 2000) {
          edges {
            node {
              Id
              Product__c {
                value
              }
              Proposition__c {
                value
              }
              Is_Allowed__c {
                value
              }
              Reason__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;
