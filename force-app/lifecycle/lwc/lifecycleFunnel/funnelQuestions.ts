// What the funnel asks with for a choice of filters: the variables of its queries.
import {
  accountsWhere,
  contractsWhere,
  movesWhere,
  positionsWhere,
  unplacedWhere,
  type Condition,
  type FunnelFilters,
} from './funnelFilters';
import type { Period } from './funnelPeriod';

/** From the first day of a page of positions on; '' for the first page. */
export function positionVariables(filters: FunnelFilters, fromDay: string): { readonly where: Condition } {
  const where = positionsWhere(filters);
  return { where: fromDay ? { and: [where, { Since_Date__c: { gte: { value: fromDay } } }] } : where };
}

export function flowVariables(filters: FunnelFilters, period: Period, timeZone: string): object {
  return { now: movesWhere(filters, period, 'now', timeZone), before: movesWhere(filters, period, 'before', timeZone) };
}

export function coverageVariables(filters: FunnelFilters): object {
  return { accounts: accountsWhere(filters), unplaced: unplacedWhere(filters) };
}

export function contractVariables(filters: FunnelFilters): object {
  return { contracts: contractsWhere(filters), undated: contractsWhere(filters, 'Unknown') };
}
