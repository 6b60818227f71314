// The numbers of the funnel as a table shows them: written for the user, with names for those who hear them, and bars.
import { fillLabel } from 'c/labelText';
import type { FunnelRow } from './funnelRows';
import type { RowNumber } from './openedNumber';

/** A number; a button where there are records behind it. */
export interface ShownNumber {
  readonly number: RowNumber;
  readonly text: string;
  /** What a screen reader says of the button. */
  readonly says: string;
  readonly canOpen: boolean;
  readonly className: string;
}

export interface ShownCell {
  readonly key: string;
  readonly column: string;
  /** Words where there is no number to open. */
  readonly text: string;
  readonly main: ShownNumber | undefined;
  readonly before: ShownNumber | undefined;
  /** Below the number: a limit, or where they went. */
  readonly note: string;
}

export interface ShownRow {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
  readonly now: ShownNumber;
  readonly bars: readonly { readonly key: string; readonly className: string; readonly style: string }[];
  readonly barTitle: string;
  readonly cells: readonly ShownCell[];
}

export interface ShownRowLabels {
  readonly columnMedian: string;
  readonly columnOverTarget: string;
  readonly columnStuck: string;
  readonly columnIn: string;
  readonly columnOut: string;
  readonly columnNext: string;
  readonly openNow: string;
  readonly openOverTarget: string;
  readonly openStuck: string;
  readonly openIn: string;
  readonly openInBefore: string;
  readonly openOut: string;
  readonly openOutBefore: string;
  readonly openNext: string;
  readonly wasBefore: string;
  readonly targetOf: string;
  readonly maximumOf: string;
  readonly noDays: string;
  readonly nobodyLeft: string;
  readonly bar: string;
}

const EMPTY = { text: '', main: undefined, before: undefined, note: '' };

export function shownRows(rows: readonly FunnelRow[], locale: string, labels: ShownRowLabels): readonly ShownRow[] {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const widest = Math.max(1, ...rows.map(({ count }) => count));
  return rows.map((row) => {
    const { group, count, overTarget, stuck } = row;
    const parts = [count - Math.max(overTarget, stuck), Math.max(0, overTarget - stuck), stuck];
    return {
      key: group.key,
      name: group.name,
      detail: group.detail,
      now: shownNumber('now', count, format.format(count), fillLabel(labels.openNow, group.name)),
      bars: barsOf(parts, widest),
      barTitle: fillLabel(labels.bar, ...parts.map((part) => format.format(part))),
      cells: cellsOf(row, locale, format, labels),
    };
  });
}

function cellsOf(row: FunnelRow, locale: string, format: Intl.NumberFormat, labels: ShownRowLabels): readonly ShownCell[] {
  const { group, medianDays } = row;
  const number = (name: RowNumber, value: number, title: string, look = ''): ShownNumber =>
    shownNumber(name, value, format.format(value), fillLabel(title, group.name), look);
  const before = (name: RowNumber, value: number, title: string): ShownNumber =>
    shownNumber(name, value, fillLabel(labels.wasBefore, format.format(value)), fillLabel(title, group.name), 'before');
  return [
    {
      ...EMPTY,
      key: 'median',
      column: labels.columnMedian,
      text: medianDays === undefined ? labels.noDays : format.format(medianDays),
      note: limitOf(row, 'targetDays', labels.targetOf, format),
    },
    { ...EMPTY, key: 'overTarget', column: labels.columnOverTarget, main: number('overTarget', row.overTarget, labels.openOverTarget) },
    {
      ...EMPTY,
      key: 'stuck',
      column: labels.columnStuck,
      main: number('stuck', row.stuck, labels.openStuck, 'stuck'),
      note: limitOf(row, 'maximumDays', labels.maximumOf, format),
    },
    {
      ...EMPTY,
      key: 'in',
      column: labels.columnIn,
      main: number('in', row.inflow, labels.openIn),
      before: before('inBefore', row.inflowBefore, labels.openInBefore),
    },
    {
      ...EMPTY,
      key: 'out',
      column: labels.columnOut,
      main: number('out', row.outflow, labels.openOut),
      before: before('outBefore', row.outflowBefore, labels.openOutBefore),
    },
    nextCell(row, locale, labels),
  ];
}

function nextCell({ group, next }: FunnelRow, locale: string, labels: ShownRowLabels): ShownCell {
  const cell = { ...EMPTY, key: 'next', column: labels.columnNext };
  if (!next) return { ...cell, note: labels.nobodyLeft };
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(next.moved / next.left);
  const main = shownNumber('next', next.moved, share, fillLabel(labels.openNext, group.name, next.to.name));
  return { ...cell, main, note: next.to.name };
}

function shownNumber(number: RowNumber, value: number, text: string, title: string, look = ''): ShownNumber {
  return { number, text, says: `${title}: ${text}`, canOpen: value > 0, className: look ? `number number_${look}` : 'number' };
}

/** The limit in days; blank when the row has none, or more than one. */
function limitOf({ group }: FunnelRow, which: 'targetDays' | 'maximumDays', label: string, format: Intl.NumberFormat): string {
  const [days, ...others] = new Set(group.stages.map((stage) => stage[which]).filter((value) => value !== null));
  return days === undefined || others.length > 0 ? '' : fillLabel(label, format.format(days));
}

/** Within target, over target, stuck: together as wide as the row is of the widest one. */
function barsOf(parts: readonly number[], widest: number): ShownRow['bars'] {
  return ['calm', 'late', 'stuck']
    .map((kind, index) => ({ kind, size: parts[index] ?? 0 }))
    .filter(({ size }) => size > 0)
    .map(({ kind, size }) => ({ key: kind, className: `bar bar_${kind}`, style: `width: ${((100 * size) / widest).toFixed(2)}%` }));
}
