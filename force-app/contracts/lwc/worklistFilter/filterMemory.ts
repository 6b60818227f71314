// The filters of the worklist, and how they are remembered: in the page's address, in the browser session, in a saved view.
import { isDay } from 'c/civilDay';
import { type ExpiryWindow, isExpiryWindow } from './expiryWindows';

export interface WorklistFilters {
  readonly window: ExpiryWindow;
  /** First and last day of the window `period`, or '' where that side is open. */
  readonly from: string;
  readonly until: string;
  /** API name of a product category, or '' for all. */
  readonly category: string;
  /** Id of a competitor, or '' for all. */
  readonly provider: string;
  /** Whose accounts: the user's own, everybody's, those of a user, nobody's, or those without a relationship owner. */
  readonly owner: string;
  /** What is to be done; with what is snoozed; only what is snoozed; or what was put aside as not relevant. */
  readonly shown: '' | 'active' | 'snoozed' | 'aside';
  /** Rows by day, or those of one account together. */
  readonly group: '' | 'account';
}

/** Where a page keeps a filter: state parameters of components carry the prefix `c__`. */
export const PARAMETERS = {
  window: 'c__window',
  from: 'c__from',
  until: 'c__until',
  category: 'c__category',
  provider: 'c__provider',
  owner: 'c__owner',
  shown: 'c__shown',
  group: 'c__group',
} as const;
const FILTER_NAMES = Object.keys(PARAMETERS) as readonly (keyof WorklistFilters)[];

const ID = /^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/;
const OWNERS: readonly unknown[] = ['mine', 'all', 'nobody', 'unkept'];
const isId = (value: unknown): boolean => typeof value === 'string' && ID.test(value);

/** True for a value that the filter of that name can have. */
const CHECKS: Readonly<Record<keyof WorklistFilters, (value: unknown) => boolean>> = {
  window: isExpiryWindow,
  from: (value) => value === '' || isDay(value),
  until: (value) => value === '' || isDay(value),
  category: (value) => typeof value === 'string' && value.length <= 255,
  provider: (value) => value === '' || isId(value),
  owner: (value) => OWNERS.includes(value) || isId(value),
  shown: (value) => value === '' || value === 'active' || value === 'snoozed' || value === 'aside',
  group: (value) => value === '' || value === 'account',
};

/** What is known of the filters, each checked by itself; what is no filter is left out, as it may come from an old link. */
export function readFilters(source: Readonly<Record<string, unknown>>): Partial<WorklistFilters> {
  return Object.fromEntries(FILTER_NAMES.filter((name) => CHECKS[name](source[name])).map((name) => [name, source[name]]));
}

/** The filters in the state of a page reference. */
export function filtersFromState(state: Readonly<Record<string, unknown>> | undefined): Partial<WorklistFilters> {
  return readFilters(Object.fromEntries(FILTER_NAMES.map((name) => [name, state?.[PARAMETERS[name]]])));
}

/** The state of a page reference with the filters in it; parameters of others stay. An empty filter has no parameter. */
export function stateWithFilters(
  state: Readonly<Record<string, unknown>> | undefined,
  filters: Partial<WorklistFilters>,
): Record<string, unknown> {
  const own = new Set<string>(Object.values(PARAMETERS));
  const others = Object.entries(state ?? {}).filter(([name]) => !own.has(name));
  const set = FILTER_NAMES.filter((name) => filters[name]).map((name) => [PARAMETERS[name], filters[name]] as const);
  return Object.fromEntries([...others, ...set]);
}

/** The filters that were written by `JSON.stringify`, as far as they still make sense. */
export function filtersFromText(text: string | null | undefined): Partial<WorklistFilters> {
  if (!text) return {};
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? readFilters(parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export function sameFilters(one: WorklistFilters, other: WorklistFilters): boolean {
  return FILTER_NAMES.every((name) => one[name] === other[name]);
}
