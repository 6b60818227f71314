import { funnelRows, medianDays, type FunnelCounts } from '../funnelRows';
import { stageGroups, type Stage } from '../funnelStages';

const TODAY = '2026-11-22';
const stage = (id: string, order: number, targetDays: number | null = null, maximumDays: number | null = null): Stage => ({
  id,
  name: id,
  order,
  targetDays,
  maximumDays,
});
const STAGES = [stage('prospect', 1, 10, 20), stage('onboarding', 2), stage('retention', 3, 5, 8), stage('care', 4)];
const COUNTS: FunnelCounts = {
  positions: [
    { stageId: 'prospect', since: '2026-11-12', count: 2 },
    { stageId: 'prospect', since: '2026-11-11', count: 3 },
    { stageId: 'prospect', since: '2026-11-01', count: 1 },
    { stageId: 'care', since: null, count: 4 },
  ],
  moves: [
    { from: null, to: 'prospect', count: 7 },
    { from: 'prospect', to: 'onboarding', count: 3 },
    { from: 'prospect', to: 'care', count: 1 },
    { from: 'retention', to: 'onboarding', count: 1 },
    { from: 'retention', to: 'care', count: 4 },
  ],
  movesBefore: [{ from: 'prospect', to: 'onboarding', count: 9 }],
  gates: [{ from: 'prospect', to: 'onboarding' }],
};
const rows = funnelRows(stageGroups(STAGES, [], ''), COUNTS, TODAY);
const row = (key: string): (typeof rows)[number] => rows.find(({ group }) => group.key === key)!;

describe('funnelRows', () => {
  it('takes the middle of all positions, each counted, and the mean of two middles', () => {
    const since = (day: string, count = 1): { stageId: string; since: string; count: number } => ({ stageId: 's', since: day, count });
    expect(medianDays([since('2026-11-21'), since('2026-11-01'), since('2026-11-20')], TODAY)).toBe(2);
    expect(medianDays([since('2026-11-21'), since('2026-11-20')], TODAY)).toBe(1.5);
    expect(medianDays([since('2026-11-22', 5), since('2026-01-01', 4)], TODAY)).toBe(0);
    expect(medianDays([], TODAY)).toBeUndefined();
  });

  it('counts a position as late only on the day after its limit, as the formulas of the org do', () => {
    expect(row('prospect')).toMatchObject({ count: 6, overTarget: 4, stuck: 1, medianDays: 11 });
    expect(row('care')).toMatchObject({ count: 4, overTarget: 0, stuck: 0, medianDays: undefined });
  });

  it('compares who came and left with the period before', () => {
    expect(row('prospect')).toMatchObject({ inflow: 7, inflowBefore: 0, outflow: 4, outflowBefore: 9 });
    expect(row('onboarding')).toMatchObject({ inflow: 4, inflowBefore: 9, outflow: 0 });
  });

  it('measures conversion through the gate, and without a gate to where most went', () => {
    expect(row('prospect').next).toMatchObject({ moved: 3, left: 4, to: { name: 'onboarding' } });
    expect(row('retention').next).toMatchObject({ moved: 4, left: 5, to: { name: 'care' } });
    expect(row('care').next).toBeUndefined();
  });

  it('does not count moves within a row of two stages', () => {
    const names = ['prospect', 'onboarding'].map((stageId) => ({ vocabularyId: 'v', stageId, name: 'Acquisition', order: 1 }));
    const [merged] = funnelRows(stageGroups(STAGES, names, 'v'), COUNTS, TODAY);
    expect(merged).toMatchObject({ inflow: 8, outflow: 1 });
  });
});
