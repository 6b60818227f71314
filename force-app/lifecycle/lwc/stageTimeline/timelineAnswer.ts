// What the queries of the timeline have in common.
import type { FieldOf } from 'c/graphAnswer';

/** A record that another one points at. */
export interface Named {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
}

/** The most records of one kind that a query answers on the platform. */
export const MOST_RECORDS = 2000;

/** Every query of the timeline takes the account alone. */
export interface AccountVariables {
  readonly accountId: string | undefined;
}
