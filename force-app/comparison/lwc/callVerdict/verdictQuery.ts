// The consent verdicts of an account for the phone, as asked of the org.
import { gql } from 'lightning/graphql';
import type { Connection, FieldOf } from 'c/graphAnswer';

interface Answer<Members> {
  readonly uiapi: { readonly query: Members };
}
interface Named {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
}

export interface VerdictNode extends Named {
  readonly Verdict__c?: FieldOf<string>;
  readonly Sentence__c?: FieldOf<string>;
  readonly Contact__r?: Named | null;
}
export type VerdictAnswer = Answer<{ readonly Consent_Verdict__c?: Connection<VerdictNode> }>;

/** Asked apart: the package with consent may not be installed. */
export const VERDICT_QUERY = gql`
  query comparisonScriptVerdicts($account: ID) {
    uiapi {
      query {
        Consent_Verdict__c(where: { and: [{ Account__c: { eq: $account } }, { Channel__c: { eq: "Phone" } }] }, first: 20) {
          edges {
            node {
              Id
              Verdict__c {
                value
                displayValue
              }
              Sentence__c {
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
