// Who the standard consent records belong to, and what data may be used for. Asked apart: an org without Data Protection and Privacy has neither.
import { gql } from 'lightning/graphql';
import type { Connection, FieldOf } from 'c/graphAnswer';

export interface PartyNode {
  readonly Id: string;
  readonly FirstName?: FieldOf<string>;
  readonly LastName?: FieldOf<string>;
  readonly IndividualId?: FieldOf<string>;
}
export interface PartyAnswer {
  readonly uiapi: {
    readonly query: {
      readonly Contact?: Connection<PartyNode>;
      readonly DataUsePurpose?: Connection<{ readonly Id: string; readonly Name?: FieldOf<string> }>;
    };
  };
}

export function partyWhere(objectApiName: string | undefined, recordId: string): object {
  return objectApiName === 'Contact' ? { Id: { eq: recordId } } : { AccountId: { eq: recordId } };
}

export const PARTY_QUERY = gql`
  query consentParties($people: Contact_Filter) {
    uiapi {
      query {
        Contact(where: $people, first: 200) {
          edges {
            node {
              Id
              FirstName {
                value
              }
              LastName {
                value
              }
              IndividualId {
                value
              }
            }
          }
        }
        DataUsePurpose(first: 200, orderBy: { Name: { order: ASC } }) {
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
