// The numbers of the funnel, out of grouped counts: how many, how long, over target, stuck, came, left, went on.
import { daysBetween } from 'c/civilDay';
import type { StageGroup } from './funnelStages';

/** Positions that entered a stage on one day. */
export interface PositionCount {
  readonly stageId: string;
  /** Civil day; blank when nobody wrote it down. */
  readonly since: string | null;
  readonly count: number;
}

/** Moves between two stages in a period; `from` is blank for positions that are new. */
export interface MoveCount {
  readonly from: string | null;
  readonly to: string;
  readonly count: number;
}

/** The way from one stage to the next through a gate. */
export interface GateWay {
  readonly from: string;
  readonly to: string;
}

export interface FunnelCounts {
  readonly positions: readonly PositionCount[];
  readonly moves: readonly MoveCount[];
  readonly movesBefore: readonly MoveCount[];
  readonly gates: readonly GateWay[];
}

/** Where the row sends its positions: `moved` of the `left` ones went to the row `to`. */
export interface NextStep {
  readonly to: StageGroup;
  readonly moved: number;
  readonly left: number;
}

export interface FunnelRow {
  readonly group: StageGroup;
  readonly count: number;
  /** Of all positions whose day is known; undefined without any. */
  readonly medianDays: number | undefined;
  readonly overTarget: number;
  readonly stuck: number;
  readonly inflow: number;
  readonly inflowBefore: number;
  readonly outflow: number;
  readonly outflowBefore: number;
  readonly next: NextStep | undefined;
}

const isIn = (group: StageGroup, stageId: string | null): boolean => group.stages.some(({ id }) => id === stageId);
const sum = (counts: readonly { readonly count: number }[]): number => counts.reduce((total, { count }) => total + count, 0);

export function funnelRows(groups: readonly StageGroup[], counts: FunnelCounts, today: string): readonly FunnelRow[] {
  return groups.map((group) => rowOf(group, groups, counts, today));
}

function rowOf(group: StageGroup, groups: readonly StageGroup[], counts: FunnelCounts, today: string): FunnelRow {
  const here = counts.positions.filter(({ stageId }) => isIn(group, stageId));
  const arrivals = (moves: readonly MoveCount[]): number => sum(moves.filter(({ from, to }) => isIn(group, to) && !isIn(group, from)));
  const leavers = (moves: readonly MoveCount[]): readonly MoveCount[] =>
    moves.filter(({ from, to }) => isIn(group, from) && !isIn(group, to));
  const left = leavers(counts.moves);
  return {
    group,
    count: sum(here),
    medianDays: medianDays(here, today),
    overTarget: sum(here.filter((one) => isLonger(group, one, 'targetDays', today))),
    stuck: sum(here.filter((one) => isLonger(group, one, 'maximumDays', today))),
    inflow: arrivals(counts.moves),
    inflowBefore: arrivals(counts.movesBefore),
    outflow: sum(left),
    outflowBefore: sum(leavers(counts.movesBefore)),
    next: nextStep(group, groups, left, counts.gates),
  };
}

/** The middle of the days in stage, of all of them, each position counted; between two middles their mean. */
export function medianDays(positions: readonly PositionCount[], today: string): number | undefined {
  const known = positions.flatMap(({ since, count }) => (since ? [{ days: daysBetween(since, today), count }] : []));
  known.sort((one, other) => one.days - other.days);
  const total = sum(known);
  if (total === 0) return undefined;
  const at = (rank: number): number => {
    let passed = 0;
    return known.find(({ count }) => (passed += count) > rank)?.days ?? 0;
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}

/** As the formula Is_Stuck__c reckons: more days than the limit of the stage that the position stands in. */
function isLonger(group: StageGroup, position: PositionCount, limit: 'targetDays' | 'maximumDays', today: string): boolean {
  const days = group.stages.find(({ id }) => id === position.stageId)?.[limit] ?? null;
  return days !== null && position.since !== null && daysBetween(position.since, today) > days;
}

/** Through the gate of the row; without a gate, the way that most took. */
function nextStep(
  group: StageGroup,
  groups: readonly StageGroup[],
  left: readonly MoveCount[],
  gates: readonly GateWay[],
): NextStep | undefined {
  const total = sum(left);
  if (total === 0) return undefined;
  const toward = (target: StageGroup): number => sum(left.filter(({ to }) => isIn(target, to)));
  const behindGate = groups.find((target) => target !== group && gates.some(({ from, to }) => isIn(group, from) && isIn(target, to)));
  const to = behindGate ?? [...groups].sort((one, other) => toward(other) - toward(one))[0];
  return to && { to, moved: toward(to), left: total };
}
