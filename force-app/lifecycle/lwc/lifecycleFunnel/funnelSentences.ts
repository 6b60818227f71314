// What the funnel says in sentences: its totals for those who hear them, and how its numbers are reckoned.
import { fillLabel } from 'c/labelText';
import { shownDay } from 'c/civilDay';
import type { Period } from './funnelPeriod';
import type { FunnelRow } from './funnelRows';

export function totalsSentence(rows: readonly FunnelRow[], locale: string, label: string): string {
  const total = (count: (row: FunnelRow) => number): string =>
    new Intl.NumberFormat(locale).format(rows.reduce((sum, row) => sum + count(row), 0));
  return fillLabel(
    label,
    total((row) => row.count),
    total((row) => row.overTarget),
    total((row) => row.stuck),
  );
}

export function explanationSentence({ from, to }: Period, locale: string, label: string): string {
  return fillLabel(label, shownDay(from, locale), shownDay(to, locale));
}
