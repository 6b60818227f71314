// What the consent card asks. Objects of the consent package are named in text only, so that this deploys without it.
import { gql } from 'lightning/graphql';
import type { Connection, FieldOf } from 'c/graphAnswer';

export interface VerdictNode {
  readonly Id: string;
  readonly Channel__c?: FieldOf<string>;
  readonly Verdict__c?: FieldOf<string>;
  readonly Sentence__c?: FieldOf<string>;
  readonly Consent_Ends_At__c?: FieldOf<string>;
  readonly Consequence__c?: FieldOf<string>;
  readonly Contact__r?: { readonly Id: string; readonly Name?: FieldOf<string> } | null;
}
export interface EvidenceNode {
  readonly Id: string;
  readonly Channel__c?: FieldOf<string>;
  readonly State__c?: FieldOf<string>;
  readonly Captured_At__c?: FieldOf<string>;
  readonly Double_Opt_In_At__c?: FieldOf<string>;
  readonly Effective_At__c?: FieldOf<string>;
  readonly Source__c?: FieldOf<string>;
  readonly Wording__c?: FieldOf<string>;
  readonly Contact__c?: FieldOf<string>;
  readonly CreatedBy?: { readonly Name?: FieldOf<string> } | null;
}
export interface VerdictsAnswer {
  readonly uiapi: { readonly query: { readonly Consent_Verdict__c?: Connection<VerdictNode> } };
}
export interface EvidenceAnswer {
  readonly uiapi: { readonly query: { readonly Consent_Evidence__c?: Connection<EvidenceNode> } };
}

/** Contact pages show one person, account pages everybody known there. */
export function verdictsWhere(objectApiName: string | undefined, recordId: string): object {
  return objectApiName === 'Contact' ? { Contact__c: { eq: recordId } } : { Contact__r: { AccountId: { eq: recordId } } };
}

export const VERDICTS_QUERY = gql`
  query consentVerdicts($where: Consent_Verdict__c_Filter) {
    uiapi {
      query {
        Consent_Verdict__c(where: $where, first: 150, orderBy: { Contact__r: { Name: { order: ASC } }, Id: { order: ASC } }) {
          edges {
            node {
              Id
              Channel__c {
                value
                displayValue
              }
              Verdict__c {
                value
                displayValue
              }
              Sentence__c {
                value
              }
              Consent_Ends_At__c {
                value
              }
              Consequence__c {
                value
              }
              Contact__r {
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

export const EVIDENCE_QUERY = gql`
  query consentEvidence($where: Consent_Evidence__c_Filter) {
    uiapi {
      query {
        Consent_Evidence__c(
          where: $where
          first: 500
          orderBy: { Effective_At__c: { order: DESC, nulls: LAST }, CreatedDate: { order: DESC } }
        ) {
          edges {
            node {
              Id
              Channel__c {
                value
                displayValue
              }
              State__c {
                value
                displayValue
              }
              Captured_At__c {
                value
              }
              Double_Opt_In_At__c {
                value
              }
              Effective_At__c {
                value
              }
              Source__c {
                value
              }
              Wording__c {
                value
              }
              Contact__c {
                value
              }
              CreatedBy {
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
