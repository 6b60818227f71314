// What the funnel asks for each choice of filters: positions by stage and day, moves, accounts, contracts; counted by the server.
import { gql } from 'lightning/graphql';
import { countOf, groupsOf, totalOf, type Counted, type FieldOf, type Groups } from 'c/graphAnswer';
import type { MoveCount, PositionCount } from './funnelRows';

interface PositionGroup extends Counted {
  readonly Lifecycle_Stage__c?: FieldOf<string>;
  readonly Since_Date__c?: FieldOf<string>;
}
interface MoveGroup extends Counted {
  readonly From_Stage__c?: FieldOf<string>;
  readonly To_Stage__c?: FieldOf<string>;
}

export interface PositionsAnswer {
  readonly uiapi: { readonly aggregate: { readonly Lifecycle_Position__c?: Groups<PositionGroup> } };
}

/**
 * A page of positions by stage and day, oldest day first. A page that is full may break off within its last day, so that day is
 * left to the next page, which begins there.
 */
export function positionPage({ uiapi }: PositionsAnswer): {
  readonly positions: readonly PositionCount[];
  readonly nextDay: string | undefined;
} {
  const connection = uiapi.aggregate.Lifecycle_Position__c;
  const positions = groupsOf(connection).map((group) => ({
    stageId: group.Lifecycle_Stage__c?.value ?? '',
    since: group.Since_Date__c?.value ?? null,
    count: countOf(group),
  }));
  const lastDay = positions.at(-1)?.since ?? undefined;
  if (!connection?.pageInfo?.hasNextPage || lastDay === undefined) return { positions, nextDay: undefined };
  return { positions: positions.filter(({ since }) => since !== lastDay), nextDay: lastDay };
}

export const POSITIONS_QUERY = gql`
  query lifecycleFunnelPositions($where: Lifecycle_Position__c_Filter) {
    uiapi {
      aggregate {
        Lifecycle_Position__c(
          first: 2000
          where: $where
          groupBy: { Lifecycle_Stage__c: { group: true }, Since_Date__c: { group: true } }
          orderBy: { Since_Date__c: { order: ASC, nulls: FIRST } }
        ) {
          edges {
            node {
              aggregate {
                Lifecycle_Stage__c {
                  value
                }
                Since_Date__c {
                  value
                }
                Id {
                  count {
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

export interface FlowsAnswer {
  readonly uiapi: {
    readonly aggregate: {
      readonly moves?: Groups<MoveGroup>;
      readonly movesBefore?: Groups<MoveGroup>;
    };
  };
}
export interface Flows {
  readonly moves: readonly MoveCount[];
  readonly movesBefore: readonly MoveCount[];
}

export function flowsOf({ uiapi: { aggregate } }: FlowsAnswer): Flows {
  const moves = (connection: Groups<MoveGroup>): readonly MoveCount[] =>
    groupsOf(connection).map((group) => ({
      from: group.From_Stage__c?.value ?? null,
      to: group.To_Stage__c?.value ?? '',
      count: countOf(group),
    }));
  return {
    moves: moves(aggregate.moves),
    movesBefore: moves(aggregate.movesBefore),
  };
}

export const FLOWS_QUERY = gql`
  query lifecycleFunnelFlows($now: Lifecycle_Transition__c_Filter, $before: Lifecycle_Transition__c_Filter) {
    uiapi {
      aggregate {
        moves: Lifecycle_Transition__c(
          first: 2000
          where: $now
          groupBy: { From_Stage__c: { group: true }, To_Stage__c: { group: true } }
        ) {
          edges {
            node {
              aggregate {
                From_Stage__c {
                  value
                }
                To_Stage__c {
                  value
                }
                Id {
                  count {
                    value
                  }
                }
              }
            }
          }
        }
        movesBefore: Lifecycle_Transition__c(
          first: 2000
          where: $before
          groupBy: { From_Stage__c: { group: true }, To_Stage__c: { group: true } }
        ) {
          edges {
            node {
              aggregate {
                From_Stage__c {
                  value
                }
                To_Stage__c {
                  value
                }
                Id {
                  count {
                    value
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;

export interface CoverageAnswer {
  readonly uiapi: { readonly aggregate: { readonly accounts?: Groups<Counted>; readonly unplaced?: Groups<Counted> } };
}
/** Accounts, and those of them that stand nowhere. */
export interface Coverage {
  readonly accounts: number;
  readonly unplaced: number;
}
export function coverageOf({ uiapi: { aggregate } }: CoverageAnswer): Coverage {
  return { accounts: totalOf(aggregate.accounts), unplaced: totalOf(aggregate.unplaced) };
}

/** Apart from the moves: where accounts are many the stages need not wait for them. */
export const COVERAGE_QUERY = gql`
  query lifecycleFunnelCoverage($accounts: Account_Filter, $unplaced: Account_Filter) {
    uiapi {
      aggregate {
        accounts: Account(where: $accounts) {
          edges {
            node {
              aggregate {
                Id {
                  count {
                    value
                  }
                }
              }
            }
          }
        }
        unplaced: Account(where: $unplaced) {
          edges {
            node {
              aggregate {
                Id {
                  count {
                    value
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;

export interface ContractsAnswer {
  readonly uiapi: { readonly aggregate: { readonly contracts?: Groups<Counted>; readonly undated?: Groups<Counted> } };
}
export function contractCounts({ uiapi: { aggregate } }: ContractsAnswer): { readonly contracts: number; readonly undated: number } {
  return { contracts: totalOf(aggregate.contracts), undated: totalOf(aggregate.undated) };
}

/** Apart from the others: competitor contracts belong to another package, without which the funnel lives too. */
export const CONTRACTS_QUERY = gql`
  query lifecycleFunnelContracts($contracts: Competitor_Contract__c_Filter, $undated: Competitor_Contract__c_Filter) {
    uiapi {
      aggregate {
        contracts: Competitor_Contract__c(where: $contracts) {
          edges {
            node {
              aggregate {
                Id {
                  count {
                    value
                  }
                }
              }
            }
          }
        }
        undated: Competitor_Contract__c(where: $undated) {
          edges {
            node {
              aggregate {
                Id {
                  count {
                    value
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;
