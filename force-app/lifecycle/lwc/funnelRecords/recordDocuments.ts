// The documents of lightning/graphql for the records behind a number, by their kind.
import { gql, type GraphQLDocument } from 'lightning/graphql';
import type { RecordKind } from './recordsQuery';

const POSITIONS = gql`
  query funnelPositions($where: Lifecycle_Position__c_Filter, $first: Int) {
    uiapi {
      query {
        Lifecycle_Position__c(where: $where, first: $first, orderBy: { Since_Date__c: { order: ASC, nulls: FIRST }, Id: { order: ASC } }) {
          edges {
            node {
              Id
              Product_Category__c {
                displayValue
                value
              }
              Lifecycle_Stage__r {
                Id
                Name {
                  value
                }
                Dutch_Name__c {
                  value
                }
              }
              Since_Date__c {
                value
              }
              Reason__c {
                value
              }
              Account__r {
                Id
                Name {
                  value
                }
                BillingCity {
                  value
                }
                Relationship_Owner__c {
                  value
                }
                Relationship_Owner__r {
                  Id
                  Name {
                    value
                  }
                }
                Owner {
                  Id
                  Name {
                    value
                  }
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

const MOVES = gql`
  query funnelMoves($where: Lifecycle_Transition__c_Filter, $first: Int) {
    uiapi {
      query {
        Lifecycle_Transition__c(where: $where, first: $first, orderBy: { Occurred_At__c: { order: DESC }, Id: { order: ASC } }) {
          edges {
            node {
              Id
              From_Stage__r {
                Id
                Name {
                  value
                }
                Dutch_Name__c {
                  value
                }
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
              Occurred_At__c {
                value
              }
              Reason__c {
                value
              }
              Lifecycle_Position__r {
                Product_Category__c {
                  displayValue
                  value
                }
                Account__r {
                  Id
                  Name {
                    value
                  }
                  BillingCity {
                    value
                  }
                  Relationship_Owner__c {
                    value
                  }
                  Relationship_Owner__r {
                    Id
                    Name {
                      value
                    }
                  }
                  Owner {
                    Id
                    Name {
                      value
                    }
                  }
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

const ACCOUNTS = gql`
  query funnelAccounts($where: Account_Filter, $first: Int) {
    uiapi {
      query {
        Account(where: $where, first: $first, orderBy: { Name: { order: ASC }, Id: { order: ASC } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              BillingCity {
                value
              }
              Relationship_Owner__c {
                value
              }
              Relationship_Owner__r {
                Id
                Name {
                  value
                }
              }
              Owner {
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

/** Of another package: the funnel opens them only where it could count them. */
const CONTRACTS = gql`
  query funnelContracts($where: Competitor_Contract__c_Filter, $first: Int) {
    uiapi {
      query {
        Competitor_Contract__c(where: $where, first: $first, orderBy: { Name: { order: ASC }, Id: { order: ASC } }) {
          edges {
            node {
              Id
              Product_Category__c {
                displayValue
                value
              }
              Competitor__r {
                Id
                Name {
                  value
                }
              }
              Decision_Reason__c {
                value
              }
              Account__r {
                Id
                Name {
                  value
                }
                BillingCity {
                  value
                }
                Relationship_Owner__c {
                  value
                }
                Relationship_Owner__r {
                  Id
                  Name {
                    value
                  }
                }
                Owner {
                  Id
                  Name {
                    value
                  }
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

export const RECORDS_QUERY: Readonly<Record<RecordKind, GraphQLDocument>> = {
  positions: POSITIONS,
  moves: MOVES,
  accounts: ACCOUNTS,
  contracts: CONTRACTS,
};
