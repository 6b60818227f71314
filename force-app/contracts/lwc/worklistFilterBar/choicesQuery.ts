// The providers and the people that the list can be narrowed to.
import { gql } from 'lightning/graphql';
import { nodesOf, type Connection, type FieldOf } from 'c/graphAnswer';
import type { Choice } from './filterChoices';

export interface NamedNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
}

export interface ChoicesAnswer {
  readonly uiapi?: {
    readonly query: { readonly Competitor__c?: Connection<NamedNode>; readonly User?: Connection<NamedNode> | null };
  };
}

/** The most that one query answers; nobody looks through more providers than that. */
export const CHOICES_QUERY = gql`
  query expiryWorklistChoices {
    uiapi {
      query {
        Competitor__c(where: { Is_Active__c: { eq: true } }, orderBy: { Name: { order: ASC } }, first: 2000) {
          edges {
            node {
              Id
              Name {
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

/** Records by name; one whose name is hidden from the user cannot be chosen. */
export function namedChoices(connection: Connection<NamedNode>): Choice[] {
  return nodesOf(connection).flatMap(({ Id, Name }) => (Name?.value ? [{ label: Name.value, value: Id }] : []));
}
