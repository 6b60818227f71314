// What the funnel asks once: the stages with their names in each vocabulary, the gates between them, and people.
import { gql } from 'lightning/graphql';
import { nodesOf, type Connection, type FieldOf } from 'c/graphAnswer';
import type { GateWay } from './funnelRows';
import type { Stage, StageName } from './funnelStages';

interface NamedNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
}
interface VocabularyNode extends NamedNode {
  readonly Dutch_Name__c?: FieldOf<string>;
}
interface StageNode extends VocabularyNode {
  readonly Order__c?: FieldOf<number>;
  readonly Target_Days__c?: FieldOf<number>;
  readonly Maximum_Days__c?: FieldOf<number>;
}
interface StageNameNode extends VocabularyNode {
  readonly Order__c?: FieldOf<number>;
  readonly Lifecycle_Stage__c?: FieldOf<string>;
  readonly Lifecycle_Vocabulary__c?: FieldOf<string>;
}
interface GateNode {
  readonly From_Stage__c?: FieldOf<string>;
  readonly To_Stage__c?: FieldOf<string>;
}

export interface SetupAnswer {
  readonly uiapi: {
    readonly query: {
      readonly Lifecycle_Stage__c?: Connection<StageNode>;
      readonly Lifecycle_Vocabulary__c?: Connection<VocabularyNode>;
      readonly Stage_Name__c?: Connection<StageNameNode>;
      readonly Stage_Gate__c?: Connection<GateNode>;
      readonly User?: Connection<NamedNode>;
    };
  };
}

export interface Choice {
  readonly label: string;
  readonly value: string;
}
export interface Setup {
  readonly stages: readonly Stage[];
  readonly names: readonly StageName[];
  readonly vocabularies: readonly Choice[];
  readonly gates: readonly GateWay[];
  readonly people: readonly Choice[];
}

/** `language` as in `nl-NL`: Dutch users get the Dutch names, where there are any. */
export function setupOf({ uiapi: { query } }: SetupAnswer, language: string): Setup {
  const isDutch = language.startsWith('nl');
  const nameOf = ({ Name, Dutch_Name__c }: VocabularyNode): string => (isDutch ? Dutch_Name__c?.value : undefined) ?? Name?.value ?? '';
  const choices = (connection: Connection<NamedNode>): readonly Choice[] =>
    nodesOf(connection).flatMap(({ Id, Name }) => (Name?.value ? [{ label: Name.value, value: Id }] : []));
  return {
    stages: nodesOf(query.Lifecycle_Stage__c).map((node) => ({
      id: node.Id,
      name: nameOf(node),
      order: node.Order__c?.value ?? 0,
      targetDays: node.Target_Days__c?.value ?? null,
      maximumDays: node.Maximum_Days__c?.value ?? null,
    })),
    names: nodesOf(query.Stage_Name__c).map((node) => ({
      vocabularyId: node.Lifecycle_Vocabulary__c?.value ?? '',
      stageId: node.Lifecycle_Stage__c?.value ?? '',
      name: nameOf(node),
      order: node.Order__c?.value ?? 0,
    })),
    vocabularies: nodesOf(query.Lifecycle_Vocabulary__c).map((node) => ({ label: nameOf(node), value: node.Id })),
    gates: nodesOf(query.Stage_Gate__c).map((node) => ({ from: node.From_Stage__c?.value ?? '', to: node.To_Stage__c?.value ?? '' })),
    people: choices(query.User),
  };
}

export const SETUP_QUERY = gql`
  query lifecycleFunnelSetup {
    uiapi {
      query {
        Lifecycle_Stage__c(first: 200, orderBy: { Order__c: { order: ASC } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              Dutch_Name__c {
                value
              }
              Order__c {
                value
              }
              Target_Days__c {
                value
              }
              Maximum_Days__c {
                value
              }
            }
          }
        }
        Lifecycle_Vocabulary__c(first: 200, where: { Is_Active__c: { eq: true } }, orderBy: { Order__c: { order: ASC } }) {
          edges {
            node {
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
        Stage_Name__c(first: 2000, orderBy: { Order__c: { order: ASC } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              Dutch_Name__c {
                value
              }
              Order__c {
                value
              }
              Lifecycle_Stage__c {
                value
              }
              Lifecycle_Vocabulary__c {
                value
              }
            }
          }
        }
        Stage_Gate__c(first: 200, where: { Is_Active__c: { eq: true } }, orderBy: { Order__c: { order: ASC } }) {
          edges {
            node {
              From_Stage__c {
                value
              }
              To_Stage__c {
                value
              }
            }
          }
        }
        User(where: { IsActive: { eq: true }, UserType: { eq: "Standard" } }, orderBy: { Name: { order: ASC } }, first: 2000) {
          edges {
            node {
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
`;
