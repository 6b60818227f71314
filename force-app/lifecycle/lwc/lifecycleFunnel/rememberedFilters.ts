// The filters of the funnel as the browser session remembers them.
import type { FunnelFilters } from './funnelFilters';
import { PERIOD_DAYS } from './funnelPeriod';

const SESSION_KEY = 'lifecycleFunnel.filters';
const AT_FIRST: FunnelFilters = { days: 30, category: '', owner: '', vocabulary: '' };

/** As they were left in this session of the browser, else as they are at first. */
export function rememberedFilters(): FunnelFilters {
  return { ...AT_FIRST, ...filtersFromText(window.sessionStorage.getItem(SESSION_KEY)) };
}
export function rememberFilters(filters: FunnelFilters): void {
  window.sessionStorage.setItem(SESSION_KEY, JSON.stringify(filters));
}

const ID = /^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/;
const isId = (value: unknown): value is string => typeof value === 'string' && (value === '' || ID.test(value));

/** What still makes sense of filters that were written by `JSON.stringify`, each checked by itself. */
function filtersFromText(text: string | null): Partial<FunnelFilters> {
  if (!text) return {};
  try {
    const { days, category, owner, vocabulary } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    return {
      ...(PERIOD_DAYS.some((known) => known === days) ? { days: Number(days) } : {}),
      ...(typeof category === 'string' && category.length <= 255 ? { category } : {}),
      ...(isId(owner) || owner === 'nobody' ? { owner } : {}),
      ...(isId(vocabulary) ? { vocabulary } : {}),
    };
  } catch {
    return {};
  }
}
