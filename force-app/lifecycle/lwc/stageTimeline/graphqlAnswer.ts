// What GraphQL answers look like, as far as the timeline reads them.

/** A field as GraphQL answers it: null or absent where the user may not see it or it is blank. */
export type FieldOf<T> = { readonly value: T | null; readonly displayValue?: string | null } | null | undefined;

export interface Named {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
}

export interface Connection<Node> {
  readonly pageInfo?: { readonly hasNextPage?: boolean | null } | null;
  readonly edges?: readonly ({ readonly node?: Node | null } | null)[] | null;
}

/** The most records of one kind that a query answers on the platform. */
export const MOST_RECORDS = 2000;

/** Every query of the timeline takes the account alone. */
export interface AccountVariables {
  readonly accountId: string | undefined;
}

export function nodesOf<Node>(connection: Connection<Node> | null | undefined): readonly Node[] {
  return (connection?.edges ?? []).flatMap((edge) => (edge?.node ? [edge.node] : []));
}

/** In the user's language where the org translates it. */
export function textOf(field: FieldOf<string>): string {
  return field?.displayValue ?? field?.value ?? '';
}
