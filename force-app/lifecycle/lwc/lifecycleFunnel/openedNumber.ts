// Which records stand behind a number of the funnel: the same condition that it was counted with.
import { fillLabel } from 'c/labelText';
import type { OpenedNumber } from 'c/funnelRecords';
import {
  arrivalsOf,
  contractsWhere,
  leaversOf,
  movesWhere,
  positionsOf,
  positionsWhere,
  unplacedWhere,
  type FunnelFilters,
} from './funnelFilters';
import type { Period } from './funnelPeriod';
import type { FunnelRow } from './funnelRows';

export type RowNumber = 'now' | 'overTarget' | 'stuck' | 'in' | 'inBefore' | 'out' | 'outBefore' | 'next';
export type NumberName = RowNumber | 'unplaced' | 'undated';

export interface OpenLabels {
  readonly openNow: string;
  readonly openOverTarget: string;
  readonly openStuck: string;
  readonly openIn: string;
  readonly openInBefore: string;
  readonly openOut: string;
  readonly openOutBefore: string;
  readonly openNext: string;
  readonly openUnplaced: string;
  readonly openUndated: string;
  readonly total: string;
}

export interface Counted {
  readonly rows: readonly FunnelRow[];
  readonly unplaced: number;
  readonly undated: number;
}

export interface OpenContext {
  readonly filters: FunnelFilters;
  readonly period: Period;
  readonly today: string;
  readonly timeZone: string;
  readonly labels: OpenLabels;
}

/** Of the row with a key; without one, of all rows together. */
export function openedNumber(
  number: NumberName,
  key: string | undefined,
  counted: Counted,
  context: OpenContext,
): OpenedNumber | undefined {
  const { filters, labels } = context;
  if (number === 'unplaced')
    return { kind: 'accounts', title: labels.openUnplaced, where: unplacedWhere(filters), count: counted.unplaced };
  if (number === 'undated')
    return { kind: 'contracts', title: labels.openUndated, where: contractsWhere(filters, 'Unknown'), count: counted.undated };
  const row = counted.rows.find(({ group }) => group.key === key);
  if (row) return ofRow(number, row, context);
  return ofAllRows(number, counted.rows, context);
}

function ofAllRows(number: RowNumber, rows: readonly FunnelRow[], { filters, today, labels }: OpenContext): OpenedNumber | undefined {
  const groups = rows.map(({ group }) => group);
  const total = (count: (row: FunnelRow) => number): number => rows.reduce((sum, row) => sum + count(row), 0);
  const positions = (title: string, where: OpenedNumber['where'], count: number): OpenedNumber => ({
    kind: 'positions',
    title: fillLabel(title, labels.total),
    where,
    count,
  });
  if (number === 'now')
    return positions(
      labels.openNow,
      positionsWhere(filters),
      total((row) => row.count),
    );
  if (number === 'overTarget')
    return positions(
      labels.openOverTarget,
      positionsOf(filters, groups, today, 'targetDays'),
      total((row) => row.overTarget),
    );
  if (number === 'stuck')
    return positions(
      labels.openStuck,
      positionsOf(filters, groups, today, 'maximumDays'),
      total((row) => row.stuck),
    );
  return undefined;
}

function ofRow(number: RowNumber, row: FunnelRow, { filters, period, today, timeZone, labels }: OpenContext): OpenedNumber | undefined {
  const { group, next } = row;
  const positions = (title: string, count: number, limit?: 'targetDays' | 'maximumDays'): OpenedNumber => ({
    kind: 'positions',
    title: fillLabel(title, group.name),
    where: positionsOf(filters, [group], today, limit),
    count,
  });
  const moves = (title: string, count: number, where: OpenedNumber['where'], to = ''): OpenedNumber => ({
    kind: 'moves',
    title: fillLabel(title, group.name, to),
    where,
    count,
  });
  const [now, before] = [movesWhere(filters, period, 'now', timeZone), movesWhere(filters, period, 'before', timeZone)];
  switch (number) {
    case 'now':
      return positions(labels.openNow, row.count);
    case 'overTarget':
      return positions(labels.openOverTarget, row.overTarget, 'targetDays');
    case 'stuck':
      return positions(labels.openStuck, row.stuck, 'maximumDays');
    case 'in':
      return moves(labels.openIn, row.inflow, arrivalsOf(group, now));
    case 'inBefore':
      return moves(labels.openInBefore, row.inflowBefore, arrivalsOf(group, before));
    case 'out':
      return moves(labels.openOut, row.outflow, leaversOf(group, now));
    case 'outBefore':
      return moves(labels.openOutBefore, row.outflowBefore, leaversOf(group, before));
    default:
      return next && moves(labels.openNext, next.moved, leaversOf(group, now, next.to), next.to.name);
  }
}
