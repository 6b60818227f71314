import { filtersOf, lastDayOf, monthsFrom, windowOf } from '../calendarAxes';
import { countsOf, gridOf, type Count } from '../calendarGrid';
import { cellAfterKey } from '../calendarView';

const MONTHS = monthsFrom('2026-11-22');
const count = (place: Count['place'], number: number): Count => ({ place, count: number });

describe('the months', () => {
  it('are twelve from this one on, each once a year', () => {
    expect(MONTHS[0]).toBe('2026-11');
    expect(MONTHS[2]).toBe('2027-01');
    expect(MONTHS.at(-1)).toBe('2027-10');
    expect(lastDayOf('2028-02')).toBe('2028-02-29');
  });

  it('leave no day out: earlier, the months and later touch', () => {
    expect(windowOf('earlier', MONTHS)).toEqual({ window: 'period', from: '', until: '2026-10-31' });
    expect(windowOf('2026-11', MONTHS)).toEqual({ window: 'period', from: '2026-11-01', until: '2026-11-30' });
    expect(windowOf('later', MONTHS)).toEqual({ window: 'period', from: '2027-11-01', until: '' });
    expect(windowOf('unknown', MONTHS)).toEqual({ window: 'unknown', from: '', until: '' });
  });

  it('give the filters of the worklist for a number', () => {
    const narrowed = { provider: 'a01', category: '', owner: 'all' };
    expect(filtersOf({ category: 'Gas', month: '2027-01' }, narrowed, MONTHS, true)).toMatchObject({
      window: 'period',
      from: '2027-01-01',
      until: '2027-01-31',
      provider: 'a01',
      category: 'Gas',
      shown: 'active',
    });
    expect(filtersOf({ category: 'Gas' }, narrowed, MONTHS, true).window).toBe('any');
    expect(filtersOf({ category: 'Gas' }, narrowed, MONTHS, false)).toMatchObject({
      window: 'period',
      from: '2026-11-01',
      until: '2027-10-31',
    });
  });
});

describe('the grid', () => {
  const counts = [
    count({ provider: 'p', month: '2026-12' }, 4),
    count({ provider: 'q', month: '2026-12' }, 10),
    count({ provider: 'p', month: 'unknown' }, 50),
  ];

  it('adds up rows and columns, keeps the months in order and puts the largest row first', () => {
    const grid = gridOf(counts, 'provider', 'month', { month: ['earlier', ...MONTHS, 'later', 'open', 'unknown'] });
    expect(grid.lines.map(({ key, total }) => [key, total.count])).toEqual([
      ['p', 54],
      ['q', 10],
    ]);
    expect(grid.totals[2]?.count).toBe(14);
    expect(grid.total.count).toBe(64);
    expect(grid.columns[1]).toBe('2026-11');
  });

  it('weighs months against months only', () => {
    const [p, q] = gridOf(counts, 'provider', 'month', { month: [...MONTHS, 'unknown'] }).lines;
    expect(q?.cells[1]?.weight).toBe(5);
    expect(p?.cells[1]?.weight).toBe(2);
    expect(p?.cells.at(-1)?.weight).toBe(0);
  });

  it('reads months of the year back to the months that are shown, and says when an answer broke off', () => {
    const group = (month: number) => ({
      node: {
        aggregate: { Competitor__c: { value: 'p' }, Decision_Date__c: { calendarMonth: { value: month } }, Id: { count: { value: 2 } } },
      },
    });
    const answer = { uiapi: { aggregate: { months: { pageInfo: { hasNextPage: true }, edges: [group(12), group(1)] } } } };
    expect(countsOf(answer, MONTHS)).toEqual({
      counts: [count({ month: '2026-12', provider: 'p' }, 2), count({ month: '2027-01', provider: 'p' }, 2)],
      isCutOff: true,
    });
    expect(countsOf({}, MONTHS)).toEqual({ counts: [], isCutOff: false });
  });
});

describe('the keys of the grid', () => {
  it.each([
    ['ArrowRight', '0,1'],
    ['ArrowLeft', '0,0'],
    ['ArrowDown', '1,0'],
    ['ArrowUp', '0,0'],
    ['End', '0,4'],
    ['PageDown', '2,0'],
    ['x', undefined],
  ])('%s leads from the first cell to %s', (key, to) => {
    expect(cellAfterKey(key, '0,0', 2, 5)).toBe(to);
  });
});
