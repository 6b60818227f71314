// The positions of an account, or one of them, as the card asks for them.
import { gql } from 'lightning/graphql';
import { nodesOf, shownOf, type Connection, type FieldOf } from 'c/graphAnswer';

interface NamedNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
}
interface PositionNode {
  readonly Id: string;
  readonly Product_Category__c?: FieldOf<string>;
  readonly Since_Date__c?: FieldOf<string>;
  readonly Lifecycle_Stage__r?: (NamedNode & { readonly Dutch_Name__c?: FieldOf<string> }) | null;
  readonly Account__r?: (NamedNode & { readonly Relationship_Owner__r?: NamedNode | null; readonly Owner?: NamedNode | null }) | null;
}
export interface PositionsAnswer {
  readonly uiapi: { readonly query: { readonly Lifecycle_Position__c?: Connection<PositionNode> } };
}

export interface Person {
  readonly id: string;
  readonly name: string;
}
/** Where an account stands for one product category. */
export interface Position {
  readonly id: string;
  readonly accountId: string;
  /** Who keeps the relationship: its owner, or else the owner of the account. */
  readonly keeper: Person | undefined;
  /** API name, and as people read it. */
  readonly category: string;
  readonly categoryName: string;
  readonly stageId: string;
  readonly stageName: string;
  /** Civil day; '' when nobody wrote it down. */
  readonly since: string;
}

export function positionsOf({ uiapi }: PositionsAnswer, language: string): readonly Position[] {
  return nodesOf(uiapi.query.Lifecycle_Position__c).map((node) => {
    const stage = node.Lifecycle_Stage__r;
    const keeper = node.Account__r?.Relationship_Owner__r ?? node.Account__r?.Owner;
    return {
      id: node.Id,
      accountId: node.Account__r?.Id ?? '',
      keeper: keeper ? { id: keeper.Id, name: shownOf(keeper.Name) } : undefined,
      category: node.Product_Category__c?.value ?? '',
      categoryName: shownOf(node.Product_Category__c),
      stageId: stage?.Id ?? '',
      stageName: (language.startsWith('nl') ? stage?.Dutch_Name__c?.value : undefined) ?? shownOf(stage?.Name),
      since: node.Since_Date__c?.value ?? '',
    };
  });
}

/** First the position that needs action first. */
export const POSITIONS_QUERY = gql`
  query gatesAndMoments($where: Lifecycle_Position__c_Filter) {
    uiapi {
      query {
        Lifecycle_Position__c(where: $where, first: 50, orderBy: { Action_Rank__c: { order: ASC }, Since_Date__c: { order: ASC } }) {
          edges {
            node {
              Id
              Product_Category__c {
                value
                displayValue
              }
              Since_Date__c {
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
              Account__r {
                Id
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
      }
    }
  }
`;
