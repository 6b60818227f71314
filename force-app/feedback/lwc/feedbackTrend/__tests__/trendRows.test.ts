import { lastTwelveMonths, monthRows, npsOf, processRows, recordsWhere } from '../trendRows';

describe('trendRows', () => {
  it('takes twelve whole months, so that each number of a month occurs once', () => {
    const { from, months } = lastTwelveMonths('2026-11-22');
    expect([from, months.length, months.at(-1)]).toEqual(['2025-12-01', 12, '2026-11-01']);
    expect(new Set(months.map((first) => first.slice(5, 7))).size).toBe(12);
  });

  it('takes detractors from promoters, of all scores', () => {
    expect(npsOf({ promoters: 5, passives: 3, detractors: 2 })).toBe(30);
    expect(npsOf({ promoters: 0, passives: 0, detractors: 3 })).toBe(-100);
    expect(npsOf({ promoters: 0, passives: 0, detractors: 0 })).toBeUndefined();
  });

  it('shows months without scores too, latest first, each with its own records', () => {
    const window = lastTwelveMonths('2026-11-22');
    const rows = monthRows([{ key: '10', name: '', promoters: 2, passives: 0, detractors: 1 }], window, (first) => first);
    expect(rows.map(({ name, total }) => [name, total]).slice(0, 3)).toEqual([
      ['2026-11-01', 0],
      ['2026-10-01', 3],
      ['2026-09-01', 0],
    ]);
    expect(rows[1]!.where).toEqual({
      and: [{ Given_On_Date__c: { gte: { value: '2026-10-01' } } }, { Given_On_Date__c: { lt: { value: '2026-11-01' } } }],
    });
    expect(recordsWhere(rows[1]!, 'detractors')).toEqual([rows[1]!.where, { Score__c: { lt: 7 } }]);
  });

  it('names feedback without a process, and opens exactly that', () => {
    const rows = processRows(
      [
        { key: '', name: '', promoters: 1, passives: 0, detractors: 0 },
        { key: 'Sales', name: 'Verkoop', promoters: 4, passives: 0, detractors: 0 },
      ],
      'Not said',
    );
    expect(rows.map(({ name }) => name)).toEqual(['Verkoop', 'Not said']);
    expect(rows[1]!.where).toEqual({ Process__c: { eq: null } });
  });
});
