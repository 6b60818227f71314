// The colleagues who can be given work.
import { gql } from 'lightning/graphql';
import { nodesOf, type Connection, type FieldOf } from 'c/graphAnswer';

export interface PeopleAnswer {
  readonly uiapi?: { readonly query: { readonly User?: Connection<{ readonly Id: string; readonly Name?: FieldOf<string> }> | null } };
}

export const PEOPLE_QUERY = gql`
  query worklistPeople {
    uiapi {
      query {
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

/** One whose name is hidden from the user cannot be chosen. */
export function peopleOf({ uiapi }: PeopleAnswer): { label: string; value: string }[] {
  return nodesOf(uiapi?.query.User).flatMap(({ Id, Name }) => (Name?.value ? [{ label: Name.value, value: Id }] : []));
}
