// What the records behind a number ask of lightning/graphql: positions, moves or accounts, with the condition of the number.
import { gql, type GraphQLDocument } from 'lightning/graphql';
import type { Connection, FieldOf } from 'c/graphAnswer';

export type RecordKind = 'positions' | 'moves' | 'accounts' | 'contracts';

/** A number of the funnel, opened. */
export interface OpenedNumber {
  readonly kind: RecordKind;
  readonly title: string;
  /** The filter that the number was counted with. */
  readonly where: Readonly<Record<string, unknown>>;
  readonly count: number;
}

interface NamedNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
}
export interface StageNode extends NamedNode {
  readonly Dutch_Name__c?: FieldOf<string>;
}
export interface AccountNode extends NamedNode {
  readonly BillingCity?: FieldOf<string>;
  readonly Relationship_Owner__c?: FieldOf<string>;
  readonly Relationship_Owner__r?: NamedNode | null;
  readonly Owner?: NamedNode | null;
}
export interface PositionNode {
  readonly Id: string;
  readonly Product_Category__c?: FieldOf<string>;
  readonly Lifecycle_Stage__r?: StageNode | null;
  readonly Since_Date__c?: FieldOf<string>;
  readonly Reason__c?: FieldOf<string>;
  readonly Account__r?: AccountNode | null;
}
export interface MoveNode {
  readonly Id: string;
  readonly From_Stage__r?: StageNode | null;
  readonly To_Stage__r?: StageNode | null;
  readonly Occurred_At__c?: FieldOf<string>;
  readonly Reason__c?: FieldOf<string>;
  readonly Lifecycle_Position__r?: Pick<PositionNode, 'Product_Category__c' | 'Account__r'> | null;
}

export interface ContractNode {
  readonly Id: string;
  readonly Product_Category__c?: FieldOf<string>;
  readonly Competitor__r?: NamedNode | null;
  readonly Decision_Reason__c?: FieldOf<string>;
  readonly Account__r?: AccountNode | null;
}

export interface RecordsAnswer {
  readonly uiapi: {
    readonly query: {
      readonly Lifecycle_Position__c?: Connection<PositionNode>;
      readonly Lifecycle_Transition__c?: Connection<MoveNode>;
      readonly Account?: Connection<AccountNode>;
      readonly Competitor_Contract__c?: Connection<ContractNode>;
    };
  };
}

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
/** Rows that come with the first page and with each "show more". */
export const PAGE_SIZE = 50;
/** The most that one GraphQL query answers on the platform. */
export const ROW_LIMIT = 2000;
