// The document with which the gate of a stage is asked for.
import { gql } from 'lightning/graphql';

export const GATE_QUERY = gql`
  query gateDecision(
    $gates: Stage_Gate__c_Filter
    $criteria: Gate_Criterion__c_Filter
    $decisions: Gate_Decision__c_Filter
    $checks: Gate_Check__c_Filter
  ) {
    uiapi {
      query {
        Stage_Gate__c(where: $gates, first: 1, orderBy: { Order__c: { order: ASC } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              Question__c {
                value
              }
              Dutch_Question__c {
                value
              }
              To_Stage__r {
                Id
                Name {
                  value
                }
                Dutch_Name__c {
                  value
                }
              }
            }
          }
        }
        Gate_Criterion__c(where: $criteria, first: 200, orderBy: { Order__c: { order: ASC } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              Dutch_Name__c {
                value
              }
              How_To_Check__c {
                value
              }
              Dutch_How_To_Check__c {
                value
              }
              Is_Required__c {
                value
              }
              Stage_Gate__c {
                value
              }
            }
          }
        }
        Gate_Decision__c(where: $decisions, first: 50, orderBy: { Decided_At__c: { order: DESC, nulls: FIRST } }) {
          edges {
            node {
              Id
              Verdict__c {
                value
                displayValue
              }
              Reason__c {
                value
              }
              Decided_At__c {
                value
              }
              Decided_By__r {
                Id
                Name {
                  value
                }
              }
              Stage_Gate__c {
                value
              }
              Stage_Gate__r {
                Id
                Name {
                  value
                }
              }
            }
          }
        }
        Gate_Check__c(where: $checks, first: 200, orderBy: { Order__c: { order: ASC } }) {
          edges {
            node {
              Id
              Is_Met__c {
                value
              }
              Is_Required__c {
                value
              }
              Answer__c {
                value
              }
              Gate_Decision__c {
                value
              }
              Gate_Criterion__r {
                Id
                Name {
                  value
                }
                Dutch_Name__c {
                  value
                }
                How_To_Check__c {
                  value
                }
                Dutch_How_To_Check__c {
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
