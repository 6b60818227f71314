// The filters of the worklist, and how they are remembered in the page's address and in the browser session.
import { type ExpiryWindow, isExpiryWindow } from './expiryWindows';

export interface WorklistFilters {
  readonly window: ExpiryWindow;
  /** API name of a product category, or '' for all. */
  readonly category: string;
  /** Id of a competitor, or '' for all. */
  readonly provider: string;
  /** Whose accounts: the user's own, everybody's, or the id of a user. */
  readonly owner: string;
}

/** Where a page keeps a filter: state parameters of components carry the prefix `c__`. */
const PARAMETERS = { window: 'c__window', category: 'c__category', provider: 'c__provider', owner: 'c__owner' } as const;
const FILTER_NAMES = ['window', 'category', 'provider', 'owner'] as const;

const ID = /^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/;

/** What is known of the filters, each checked by itself; what is no filter is left out, as it may come from an old link. */
export function readFilters(source: Readonly<Record<string, unknown>>): Partial<WorklistFilters> {
  const { window, category, provider, owner } = source;
  return {
    ...(isExpiryWindow(window) ? { window } : {}),
    ...(typeof category === 'string' && category.length <= 255 ? { category } : {}),
    ...(typeof provider === 'string' && (provider === '' || ID.test(provider)) ? { provider } : {}),
    ...(typeof owner === 'string' && (owner === 'mine' || owner === 'all' || ID.test(owner)) ? { owner } : {}),
  };
}

/** The filters in the state of a page reference. */
export function filtersFromState(state: Readonly<Record<string, unknown>> | undefined): Partial<WorklistFilters> {
  return readFilters(Object.fromEntries(FILTER_NAMES.map((name) => [name, state?.[PARAMETERS[name]]])));
}

/** The state of a page reference with the filters in it; parameters of others stay. An empty filter has no parameter. */
export function stateWithFilters(state: Readonly<Record<string, unknown>> | undefined, filters: WorklistFilters): Record<string, unknown> {
  const own = new Set<string>(Object.values(PARAMETERS));
  const others = Object.entries(state ?? {}).filter(([name]) => !own.has(name));
  const set = FILTER_NAMES.filter((name) => filters[name] !== '').map((name) => [PARAMETERS[name], filters[name]] as const);
  return Object.fromEntries([...others, ...set]);
}

/** The filters that were written by `JSON.stringify`, as far as they still make sense. */
export function filtersFromText(text: string | null): Partial<WorklistFilters> {
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
