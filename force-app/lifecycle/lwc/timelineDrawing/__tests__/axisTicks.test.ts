import { dayNumber } from 'c/timelineItem';
import { axisTicks } from '../axisTicks';
import { scaleFor } from '../timeScale';

const RANGE = { first: dayNumber('2024-11-22'), last: dayNumber('2031-11-22') };
const ticks = (days: number, width = 1000): { major: string[]; minor: string[] } => {
  const scale = scaleFor(RANGE, days, width);
  const { major, minor } = axisTicks(scale, { first: dayNumber('2026-01-01'), last: dayNumber('2026-01-31') }, 'en-GB', 'Q{0}');
  return { major: major.map(({ label }) => label), minor: minor.map(({ label }) => label) };
};

describe('the calendar along the top', () => {
  it('has as much detail as there is room for', () => {
    expect(ticks(2557, 400).minor).toEqual([]);
    expect(ticks(1500)).toEqual({ major: ['2026'], minor: ['Q1'] });
    expect(ticks(365)).toEqual({ major: ['2026'], minor: ['Jan'] });
    const days = ticks(30);
    expect(days.major).toEqual(['January 2026']);
    expect([days.minor.length, days.minor[0], days.minor.at(-1)]).toEqual([31, '1', '31']);
  });

  it('gives the first year only what is left of it, and no label for which there is no room', () => {
    const scale = scaleFor(RANGE, 2557, 1000);
    const { major } = axisTicks(scale, RANGE, 'en-GB', 'Q{0}');
    expect(major[0]).toMatchObject({ label: '', lineStyle: 'left:0.0px' });
    expect(major.map(({ label }) => label).slice(1)).toEqual(['2025', '2026', '2027', '2028', '2029', '2030', '2031']);
  });
});
