// What the filters offer.
import { fillLabel } from 'c/labelText';
import { EXPIRY_WINDOWS, daysAhead, type ExpiryWindow, type WorklistFilters } from 'c/worklistFilter';
import { LABELS } from './filterLabels';

export interface Choice {
  readonly label: string;
  readonly value: string;
}

const NAMED_WINDOWS: Readonly<Partial<Record<ExpiryWindow, string>>> = {
  passed: LABELS.windowPassed,
  missed: LABELS.windowMissed,
  open: LABELS.windowOpen,
  unknown: LABELS.windowUnknown,
  any: LABELS.windowAny,
};

function windowLabel(window: ExpiryWindow): string {
  return NAMED_WINDOWS[window] ?? fillLabel(LABELS.windowNext, daysAhead(window) ?? '');
}

/** The windows; a period is only offered while it is chosen, under its two days. */
export function windowChoices({ window, from, until }: WorklistFilters, written: (day: string) => string): Choice[] {
  return EXPIRY_WINDOWS.flatMap((value): Choice[] => {
    if (value !== 'period') return [{ label: windowLabel(value), value }];
    return window === 'period' ? [{ label: periodLabel(from, until, written), value }] : [];
  });
}

function periodLabel(from: string, until: string, written: (day: string) => string): string {
  if (from && until) return fillLabel(LABELS.windowPeriod, written(from), written(until));
  return from ? fillLabel(LABELS.windowFrom, written(from)) : fillLabel(LABELS.windowUntil, written(until));
}

export const SHOWN_CHOICES: Choice[] = [
  { label: LABELS.shownToDo, value: 'todo' },
  { label: LABELS.shownActive, value: 'active' },
  { label: LABELS.shownSnoozed, value: 'snoozed' },
  { label: LABELS.shownAside, value: 'aside' },
];
