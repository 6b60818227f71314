// The names of the stages in each vocabulary, and the vocabulary that the user reads.
import { gql } from 'lightning/graphql';
import { nodesOf, type Connection, type FieldOf } from 'c/graphAnswer';

type Text = FieldOf<string>;
interface StageNode {
  readonly Id: string;
  readonly Name?: Text;
  readonly Dutch_Name__c?: Text;
}
interface VocabularyNode {
  readonly Name?: Text;
  readonly Dutch_Name__c?: Text;
  readonly External_Id__c?: Text;
}
interface StageNameNode {
  readonly Name?: Text;
  readonly Dutch_Name__c?: Text;
  readonly Lifecycle_Stage__c?: Text;
  readonly Lifecycle_Vocabulary__r?: { readonly External_Id__c?: Text } | null;
}

export interface VocabularyAnswer {
  readonly uiapi: {
    readonly query: {
      readonly Lifecycle_Stage__c?: Connection<StageNode>;
      readonly Lifecycle_Vocabulary__c?: Connection<VocabularyNode>;
      readonly Stage_Name__c?: Connection<StageNameNode>;
    };
  };
}

export const VOCABULARY_QUERY = gql`
  query stageVocabularies {
    uiapi {
      query {
        Lifecycle_Stage__c(orderBy: { Order__c: { order: ASC } }, first: 200) {
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
        Lifecycle_Vocabulary__c(where: { Is_Active__c: { eq: true } }, orderBy: { Order__c: { order: ASC } }, first: 200) {
          edges {
            node {
              Id
              Name {
                value
              }
              Dutch_Name__c {
                value
              }
              External_Id__c {
                value
              }
            }
          }
        }
        Stage_Name__c(where: { Lifecycle_Vocabulary__r: { Is_Active__c: { eq: true } } }, first: 2000) {
          edges {
            node {
              Id
              Name {
                value
              }
              Dutch_Name__c {
                value
              }
              Lifecycle_Stage__c {
                value
              }
              Lifecycle_Vocabulary__r {
                External_Id__c {
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

/** The stages as the organisation itself calls them. */
export const OWN_VOCABULARY = '';

export interface Vocabularies {
  /** Key and name of each vocabulary in their order, without the organisation's own. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** The stages in their order. */
  readonly stageIds: readonly string[];
  /** Blank for a stage that is not known; in a vocabulary that has no word for a stage, the organisation's own. */
  nameOf(vocabulary: string, stageId: string): string;
}

/** `language` such as `nl-NL` or `nl_NL`; names that are not translated stay as they are. */
export function vocabulariesOf(answer: VocabularyAnswer | undefined, language: string): Vocabularies {
  const isDutch = language.toLowerCase().startsWith('nl');
  const nameIn = ({ Name, Dutch_Name__c }: { readonly Name?: Text; readonly Dutch_Name__c?: Text }): string =>
    (isDutch ? Dutch_Name__c?.value : undefined) ?? Name?.value ?? '';
  const query = answer?.uiapi.query;
  const stages = nodesOf(query?.Lifecycle_Stage__c);
  const own = new Map(stages.map((stage) => [stage.Id, nameIn(stage)]));
  const names = new Map(
    nodesOf(query?.Stage_Name__c).map((node) => [
      `${node.Lifecycle_Vocabulary__r?.External_Id__c?.value} ${node.Lifecycle_Stage__c?.value}`,
      nameIn(node),
    ]),
  );
  return {
    choices: nodesOf(query?.Lifecycle_Vocabulary__c).flatMap((vocabulary) => {
      const value = vocabulary.External_Id__c?.value;
      return value ? [{ value, label: nameIn(vocabulary) || value }] : [];
    }),
    stageIds: stages.map(({ Id }) => Id),
    nameOf: (vocabulary, stageId) => names.get(`${vocabulary} ${stageId}`) ?? own.get(stageId) ?? '',
  };
}

const listeners = new Set<(vocabulary: string) => void>();
const storageKey = (userId: string): string => `customerLifecycle.vocabulary.${userId}`;

/** The vocabulary that the user chose last, on whichever page. */
export function chosenVocabulary(userId: string): string {
  return window.localStorage.getItem(storageKey(userId)) ?? OWN_VOCABULARY;
}

/** Remembers the choice and tells every component on the page. */
export function chooseVocabulary(userId: string, vocabulary: string): void {
  window.localStorage.setItem(storageKey(userId), vocabulary);
  for (const listener of [...listeners]) listener(vocabulary);
}

/** Calls the listener at each choice, until the returned function is called. */
export function onVocabularyChosen(listener: (vocabulary: string) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
