// The critical moments of a stage, as the card asks for them.
import { gql } from 'lightning/graphql';
import { nodesOf, shownOf, type Connection, type FieldOf } from 'c/graphAnswer';

interface MomentNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
  readonly Dutch_Name__c?: FieldOf<string>;
  readonly Kind__c?: FieldOf<string>;
  readonly Team__c?: FieldOf<string>;
  readonly Contact_Moment__c?: FieldOf<string>;
  readonly What_Happens__c?: FieldOf<string>;
  readonly Dutch_What_Happens__c?: FieldOf<string>;
  readonly Action__c?: FieldOf<string>;
  readonly Dutch_Action__c?: FieldOf<string>;
}
export interface MomentsAnswer {
  readonly uiapi: { readonly query: { readonly Stage_Moment__c?: Connection<MomentNode> } };
}

export interface Moment {
  readonly id: string;
  readonly name: string;
  readonly isRisk: boolean;
  readonly team: string;
  /** API name, and as people read it. */
  readonly contactKey: string;
  readonly contactMoment: string;
  readonly whatHappens: string;
  readonly action: string;
}

/** `language` as in `nl-NL`: Dutch users read the Dutch texts, where there are any. */
export function momentsOf({ uiapi }: MomentsAnswer, language: string): readonly Moment[] {
  const text = (dutch: FieldOf<string>, own: FieldOf<string>): string =>
    (language.startsWith('nl') ? dutch?.value : undefined) ?? shownOf(own);
  return nodesOf(uiapi.query.Stage_Moment__c).map((node) => ({
    id: node.Id,
    name: text(node.Dutch_Name__c, node.Name),
    isRisk: node.Kind__c?.value === 'Risk',
    team: shownOf(node.Team__c),
    contactKey: node.Contact_Moment__c?.value ?? '',
    contactMoment: shownOf(node.Contact_Moment__c),
    whatHappens: text(node.Dutch_What_Happens__c, node.What_Happens__c),
    action: text(node.Dutch_Action__c, node.Action__c),
  }));
}

export function momentsVariables(stageId: string): object {
  return { where: { Lifecycle_Stage__c: { eq: stageId }, Is_Active__c: { eq: true } } };
}

/** Risks first: they are the ones that cost a customer. */
export const MOMENTS_QUERY = gql`
  query stageMoments($where: Stage_Moment__c_Filter) {
    uiapi {
      query {
        Stage_Moment__c(where: $where, first: 200, orderBy: { Kind__c: { order: DESC }, Name: { order: ASC } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              Dutch_Name__c {
                value
              }
              Kind__c {
                value
              }
              Team__c {
                value
                displayValue
              }
              Contact_Moment__c {
                value
                displayValue
              }
              What_Happens__c {
                value
              }
              Dutch_What_Happens__c {
                value
              }
              Action__c {
                value
              }
              Dutch_Action__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;
