// The contracts of an account: with other providers and with us. One query for each object, so that one that is hidden takes only itself away.
import { gql } from 'lightning/graphql';
import type { Connection, FieldOf } from 'c/graphAnswer';
import type { Named } from './timelineAnswer';

export interface CompetitorContractNode {
  readonly Id: string;
  readonly Competitor__r?: Named | null;
  readonly Product_Category__c?: FieldOf<string>;
  readonly Product_Name__c?: FieldOf<string>;
  readonly Start_Date__c?: FieldOf<string>;
  readonly End_Date__c?: FieldOf<string>;
  readonly Current_End_Date__c?: FieldOf<string>;
  readonly Decision_Date__c?: FieldOf<string>;
  readonly Approach_Date__c?: FieldOf<string>;
  readonly Notice_State__c?: FieldOf<string>;
  readonly Status__c?: FieldOf<string>;
  readonly Decision_Reason__c?: FieldOf<string>;
}
export interface CompetitorContractQuery {
  readonly Competitor_Contract__c?: Connection<CompetitorContractNode>;
}

export const COMPETITOR_CONTRACT_QUERY = gql`
  query timelineCompetitorContracts($accountId: ID!) {
    uiapi {
      query {
        Competitor_Contract__c(
          where: { Account__c: { eq: $accountId } }
          orderBy: { Decision_Date__c: { order: DESC, nulls: FIRST } }
          first: 2000
        ) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              Id
              Competitor__r {
                Id
                Name {
                  value
                }
              }
              Product_Category__c {
                value
                displayValue
              }
              Product_Name__c {
                value
              }
              Start_Date__c {
                value
              }
              End_Date__c {
                value
              }
              Current_End_Date__c {
                value
              }
              Decision_Date__c {
                value
              }
              Approach_Date__c {
                value
              }
              Notice_State__c {
                value
                displayValue
              }
              Status__c {
                value
                displayValue
              }
              Decision_Reason__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

export interface OwnContractNode {
  readonly Id: string;
  readonly ContractNumber?: FieldOf<string>;
  readonly StartDate?: FieldOf<string>;
  readonly EndDate?: FieldOf<string>;
  readonly Status?: FieldOf<string>;
  readonly Product_Category__c?: FieldOf<string>;
  readonly Cancelled_On_Date__c?: FieldOf<string>;
}
export interface OwnContractQuery {
  readonly Contract?: Connection<OwnContractNode>;
}

export const OWN_CONTRACT_QUERY = gql`
  query timelineContracts($accountId: ID!) {
    uiapi {
      query {
        Contract(where: { AccountId: { eq: $accountId } }, orderBy: { StartDate: { order: DESC, nulls: FIRST } }, first: 2000) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              Id
              ContractNumber {
                value
              }
              StartDate {
                value
              }
              EndDate {
                value
              }
              Status {
                value
                displayValue
              }
              Product_Category__c {
                value
                displayValue
              }
              Cancelled_On_Date__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

export interface AssetNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
  readonly InstallDate?: FieldOf<string>;
  readonly PurchaseDate?: FieldOf<string>;
  readonly UsageEndDate?: FieldOf<string>;
  readonly Status?: FieldOf<string>;
  readonly IsCompetitorProduct?: FieldOf<boolean>;
  readonly Product_Category__c?: FieldOf<string>;
}
export interface AssetQuery {
  readonly Asset?: Connection<AssetNode>;
}

export const ASSET_QUERY = gql`
  query timelineAssets($accountId: ID!) {
    uiapi {
      query {
        Asset(where: { AccountId: { eq: $accountId } }, orderBy: { InstallDate: { order: DESC, nulls: FIRST } }, first: 2000) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              Id
              Name {
                value
              }
              InstallDate {
                value
              }
              PurchaseDate {
                value
              }
              UsageEndDate {
                value
              }
              Status {
                value
                displayValue
              }
              IsCompetitorProduct {
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
