import type { ItemGroup, LinkedItem } from 'c/timelineItem';
import { drawGroups, labelOf } from '../drawnGroups';
import { scaleFor } from '../timeScale';

const RANGE = { first: 0, last: 999 };
const TODAY = 300;
const SCALE = scaleFor(RANGE, 1000, 1000);
const base = {
  recordId: 'r',
  objectApiName: 'Task',
  category: 'Gas',
  categoryName: 'Gas',
  title: 'Noordlicht',
  sentence: 'Noordlicht, Gas: last day 30-11-2026',
  details: ['Approach from 01-10-2026.', 'Too early'],
  href: '/r',
} as const;
const bar = (key: string, more: object = {}): LinkedItem => ({
  ...base,
  key,
  kind: 'competitor',
  shape: 'bar',
  from: 100,
  until: 500,
  renewedFrom: undefined,
  approachFrom: undefined,
  decision: undefined,
  isOver: false,
  ...more,
});
const point = (key: string, day: number, kind: 'contact' | 'feedback' = 'contact'): LinkedItem => ({
  ...base,
  key,
  kind,
  shape: 'point',
  day,
  mark: kind === 'contact' ? 'done' : 'feedback',
  badge: '',
});
const band = (key: string, from: number, until: number | undefined): LinkedItem => ({
  ...base,
  key,
  kind: 'stage',
  shape: 'band',
  from,
  until,
  tone: 9,
});
const draw = (items: readonly LinkedItem[], sight = RANGE): ReturnType<typeof drawGroups> =>
  drawGroups([{ category: 'Gas', name: 'Gas', items }] satisfies readonly ItemGroup[], SCALE, sight, TODAY, {
    wholeAccount: 'Whole account',
    cluster: (parts) => `${parts.length} items`,
  });

describe('what is drawn', () => {
  it('gives a bar its place, its parts and the mark of the last day to give notice', () => {
    const [drawn] = draw([bar('b', { approachFrom: 350, decision: 449 })]).groups[0]?.lanes[0]?.bars ?? [];
    expect(drawn).toMatchObject({ style: 'left:100.0px;width:401.0px', decisionStyle: 'left:350.0px', spanClass: 'bar bar_competitor' });
    expect(drawn?.parts).toEqual([
      { key: 'bound', partClass: 'part part_bound', style: 'left:350.0px;width:51.0px' },
      { key: 'approach', partClass: 'part part_approach', style: 'left:250.0px;width:100.0px' },
    ]);
  });

  it('leaves a bar open where a day is not known, and cuts it off where the timeline ends', () => {
    const [lane] = draw([bar('b', { from: undefined })]).groups[0]?.lanes ?? [];
    expect(lane?.bars[0]).toMatchObject({ spanClass: 'bar bar_competitor bar_open-start', style: 'left:210.0px;width:291.0px' });
    const [other] = draw([bar('b', { until: undefined })]).groups[0]?.lanes ?? [];
    expect(other?.bars[0]).toMatchObject({ spanClass: 'bar bar_competitor bar_open-end', style: 'left:100.0px;width:291.0px' });
    const [cut] = draw([bar('b', { from: -5000, until: 90_000, decision: 80_000, isOver: true })]).groups[0]?.lanes ?? [];
    expect(cut?.bars[0]).toMatchObject({ style: 'left:0.0px;width:1000.0px', decisionStyle: '', spanClass: 'bar bar_competitor bar_over' });
  });

  it('ends the present stage today and names it beside the product', () => {
    const [group] = draw([band('old', 100, 199), band('now', 200, undefined)]).groups;
    expect(group).toMatchObject({ note: 'Noordlicht', hasBands: true });
    expect(group?.bands.map(({ style, spanClass }) => [style, spanClass])).toEqual([
      ['left:100.0px;width:100.0px', 'band band_1'],
      ['left:200.0px;width:101.0px', 'band band_1 band_present'],
    ]);
  });

  it('joins dense points into a cluster that knows its parts', () => {
    const { groups, clusters } = draw([point('a', 10), point('b', 15), point('c', 15, 'feedback'), point('d', 600)]);
    const marks = groups[0]?.marks ?? [];
    expect(marks.map(({ key, badge, isCluster }) => [key, badge, isCluster])).toEqual([
      ['cluster a', '3', true],
      ['d', '', false],
    ]);
    expect(marks[0]?.markClass).toBe('cluster cluster_mixed');
    expect(clusters.get('cluster a')?.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  });

  it('draws only what is in sight, but knows everything', () => {
    const { groups, itemsByKey, rows } = draw([bar('b'), point('a', 10), point('d', 600)], { first: 550, last: 700 });
    expect(groups[0]?.lanes[0]?.bars).toEqual([]);
    expect(groups[0]?.marks.map(({ key }) => key)).toEqual(['d']);
    expect([...itemsByKey.keys()]).toEqual(['b', 'a', 'd']);
    expect(rows.map((row) => row.map(({ key }) => key))).toEqual([[], [], ['d']]);
  });

  it('says everything in one label, without doubled full stops', () => {
    expect(labelOf(bar('b'))).toBe('Noordlicht, Gas: last day 30-11-2026. Approach from 01-10-2026. Too early');
  });
});
