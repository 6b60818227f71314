// Reads the answers of lightning/graphql: each member may be missing, as the user may not be allowed to see it.
import type { GraphQLResponse } from 'lightning/graphql';

/** A field: null where it is blank or hidden. `displayValue` is for people, in their language. */
export type FieldOf<T> = { readonly value: T | null; readonly displayValue?: string | null } | null | undefined;

/** A page of records or groups. */
export type Connection<Node> =
  | {
      readonly totalCount?: number | null;
      readonly pageInfo?: { readonly hasNextPage?: boolean | null } | null;
      readonly edges?: readonly ({ readonly node?: Node | null } | null)[] | null;
    }
  | null
  | undefined;

/** A page of an aggregate. */
export type Groups<Group> = Connection<{ readonly aggregate?: Group | null }>;

/** A group of which the records are counted by `Id { count { value } }`. */
export interface Counted {
  readonly Id?: { readonly count?: FieldOf<number> } | null;
}

export function nodesOf<Node>(connection: Connection<Node>): readonly Node[] {
  return (connection?.edges ?? []).flatMap((edge) => edge?.node ?? []);
}

export function groupsOf<Group>(connection: Groups<Group>): readonly Group[] {
  return nodesOf(connection).flatMap(({ aggregate }) => aggregate ?? []);
}

export function countOf({ Id }: Counted): number {
  return Id?.count?.value ?? 0;
}

/** Records of all groups together. */
export function totalOf(connection: Groups<Counted>): number {
  return groupsOf(connection).reduce((total, group) => total + countOf(group), 0);
}

/** What people read: the display value where there is one, '' when nothing is known. */
export function shownOf(field: FieldOf<string | number>): string {
  return field?.displayValue ?? (field?.value === null || field?.value === undefined ? '' : String(field.value));
}

/**
 * A response as it stands, without its data when they are empty: a query that names what the user may not see is refused as a whole,
 * and comes with `data: {}` beside its errors.
 */
export function answered<Answer extends object>(response: GraphQLResponse<Answer>): GraphQLResponse<Answer> {
  const { data } = response;
  return data && 'uiapi' in data ? response : { ...response, data: undefined };
}
