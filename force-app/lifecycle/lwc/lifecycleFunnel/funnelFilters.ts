// The filters of the funnel as conditions of the server: each number and the records that it opens come from the same one.
import { addDays } from 'c/civilDay';
import { startOfDay, type Period } from './funnelPeriod';
import type { StageGroup } from './funnelStages';

export interface FunnelFilters {
  readonly days: number;
  /** API name of a product category, or '' for all. */
  readonly category: string;
  /** Id of the user who keeps the relationship, `nobody`, or '' for all. */
  readonly owner: string;
  /** Id of a vocabulary, or '' for our own stages. */
  readonly vocabulary: string;
}

/** A filter of the GraphQL schema; its names are those of the object. */
export type Condition = Readonly<Record<string, unknown>>;

const all = (...conditions: readonly (Condition | undefined)[]): Condition => ({
  and: conditions.filter((condition) => condition !== undefined),
});
const idsOf = (group: StageGroup): readonly string[] => group.stages.map(({ id }) => id);

/** Accounts of one person. Who has no relationship owner is kept by the owner of the account, as in the flows. */
function keptBy(owner: string): Condition | undefined {
  if (!owner) return undefined;
  const nobody = { Relationship_Owner__c: { eq: null } };
  if (owner === 'nobody') return nobody;
  return { or: [{ Relationship_Owner__c: { eq: owner } }, all(nobody, { OwnerId: { eq: owner } })] };
}

const inCategory = (category: string): Condition | undefined => (category ? { Product_Category__c: { eq: category } } : undefined);

export function positionsWhere({ category, owner }: FunnelFilters): Condition {
  const kept = keptBy(owner);
  return all(inCategory(category), kept && { Account__r: kept });
}

/** Positions of a row; over a limit when one is named. */
export function positionsOf(
  filters: FunnelFilters,
  groups: readonly StageGroup[],
  today: string,
  limit?: 'targetDays' | 'maximumDays',
): Condition {
  const stages = groups.flatMap((group) => group.stages);
  if (!limit) return all({ Lifecycle_Stage__c: { in: stages.map(({ id }) => id) } }, positionsWhere(filters));
  const longer = stages.flatMap(({ id, [limit]: days }) =>
    days === null ? [] : [all({ Lifecycle_Stage__c: { eq: id } }, { Since_Date__c: { lt: { value: addDays(today, -days) } } })],
  );
  return all({ or: longer }, positionsWhere(filters));
}

/** Moves from one instant up to another. */
function movesBetween(filters: FunnelFilters, from: string, until: string, timeZone: string): Condition {
  const { and } = positionsWhere(filters) as { readonly and: readonly Condition[] };
  return all(
    { Occurred_At__c: { gte: { value: startOfDay(from, timeZone) } } },
    { Occurred_At__c: { lt: { value: startOfDay(until, timeZone) } } },
    and.length > 0 ? { Lifecycle_Position__r: { and } } : undefined,
  );
}

export function movesWhere(filters: FunnelFilters, period: Period, which: 'now' | 'before', timeZone: string): Condition {
  return which === 'now'
    ? movesBetween(filters, period.from, addDays(period.to, 1), timeZone)
    : movesBetween(filters, period.before, period.from, timeZone);
}

/** Moves into a row from outside it; new positions come from nowhere. */
export function arrivalsOf(group: StageGroup, moves: Condition): Condition {
  const ids = idsOf(group);
  return all({ To_Stage__c: { in: ids } }, { or: [{ From_Stage__c: { eq: null } }, { From_Stage__c: { nin: ids } }] }, moves);
}

/** Moves out of a row; to one other row when it is named. */
export function leaversOf(group: StageGroup, moves: Condition, to?: StageGroup): Condition {
  const ids = idsOf(group);
  return all({ From_Stage__c: { in: ids } }, { To_Stage__c: to ? { in: idsOf(to) } : { nin: ids } }, moves);
}

export function accountsWhere({ owner }: FunnelFilters): Condition {
  return all(keptBy(owner));
}

/** Accounts that have no position, in the chosen category or at all. */
export function unplacedWhere(filters: FunnelFilters): Condition {
  return all(
    { Id: { ninq: { Lifecycle_Position__c: inCategory(filters.category) ?? {}, ApiName: 'Account__c' } } },
    accountsWhere(filters),
  );
}

/** Active contracts elsewhere; those without a date are what the worklist shows as not known. */
export function contractsWhere({ category, owner }: FunnelFilters, state?: 'Unknown'): Condition {
  const kept = keptBy(owner);
  return all(
    { Status__c: { eq: 'Active' } },
    state && { Notice_State__c: { eq: state } },
    inCategory(category),
    kept && { Account__r: kept },
  );
}
