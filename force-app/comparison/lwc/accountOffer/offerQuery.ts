// What is asked of an account and of our offer: products in use, contracts with us and elsewhere, our products, what may be offered with them.
import { gql } from 'lightning/graphql';
import type { Connection, FieldOf } from 'c/graphAnswer';

interface Named {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
}
interface Categorised {
  readonly Product_Category__c?: FieldOf<string>;
}
export interface ProductNode extends Named, Categorised {
  readonly Answers_Needs__c?: FieldOf<string>;
}
export interface AssetNode extends Named, Categorised {
  readonly UsageEndDate?: FieldOf<string>;
  readonly Usage__c?: FieldOf<string>;
  readonly Usage_Seen_On_Date__c?: FieldOf<string>;
  readonly Product2Id?: FieldOf<string>;
  readonly Product2?: Categorised | null;
}
export interface OwnContractNode extends Categorised {
  readonly Id: string;
  readonly ContractNumber?: FieldOf<string>;
  readonly EndDate?: FieldOf<string>;
}
export interface RivalContractNode extends Categorised {
  readonly Id: string;
  readonly Competitor__r?: { readonly Name?: FieldOf<string> } | null;
  readonly Current_End_Date__c?: FieldOf<string>;
  readonly Decision_Date__c?: FieldOf<string>;
}
export interface PairNode {
  readonly Id: string;
  readonly Product__c?: FieldOf<string>;
  readonly Proposition__r?: (Named & { readonly Answers_Needs__c?: FieldOf<string> }) | null;
}
export interface OfferAnswer {
  readonly uiapi: {
    readonly query: {
      readonly Asset?: Connection<AssetNode>;
      readonly Contract?: Connection<OwnContractNode>;
      readonly Competitor_Contract__c?: Connection<RivalContractNode>;
      readonly Product2?: Connection<ProductNode>;
      readonly Product_Proposition__c?: Connection<PairNode>;
    };
  };
}

/** `today`: a contract of ours counts until its last day. */
export function offerVariables(accountId: string | undefined, today: string): object {
  const ofAccount = { AccountId: { eq: accountId } };
  return {
    assets: { and: [ofAccount, { IsCompetitorProduct: { eq: false } }, { Status: { ne: 'Obsolete' } }] },
    contracts: {
      and: [
        ofAccount,
        { Status: { eq: 'Activated' } },
        { Cancelled_On_Date__c: { eq: null } },
        { or: [{ EndDate: { eq: null } }, { EndDate: { gte: { value: today } } }] },
      ],
    },
    rivals: { and: [{ Account__c: { eq: accountId } }, { Status__c: { eq: 'Active' } }] },
  };
}

export const OFFER_QUERY = gql`
  query accountOffer($assets: Asset_Filter, $contracts: Contract_Filter, $rivals: Competitor_Contract__c_Filter) {
    uiapi {
      query {
        Asset(where: $assets, orderBy: { Name: { order: ASC } }, first: 200) {
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
              UsageEndDate {
                value
              }
              Usage__c {
                value
                displayValue
              }
              Usage_Seen_On_Date__c {
                value
              }
              Product2Id {
                value
              }
              Product2 {
                Product_Category__c {
                  value
                  displayValue
                }
              }
            }
          }
        }
        Contract(where: $contracts, orderBy: { EndDate: { order: ASC, nulls: LAST } }, first: 200) {
          edges {
            node {
              Id
              ContractNumber {
                value
              }
              EndDate {
                value
              }
              Product_Category__c {
                value
                displayValue
              }
            }
          }
        }
        Competitor_Contract__c(where: $rivals, orderBy: { Decision_Date__c: { order: ASC, nulls: LAST } }, first: 200) {
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
              Current_End_Date__c {
                value
              }
              Decision_Date__c {
                value
              }
            }
          }
        }
        Product2(where: { IsActive: { eq: true } }, orderBy: { Name: { order: ASC } }, first: 200) {
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
              Answers_Needs__c {
                value
              }
            }
          }
        }
        Product_Proposition__c(where: { Can_Be_Offered__c: { eq: true } }, first: 2000) {
          edges {
            node {
              Id
              Product__c {
                value
              }
              Proposition__r {
                Id
                Name {
                  value
                }
                Answers_Needs__c {
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
