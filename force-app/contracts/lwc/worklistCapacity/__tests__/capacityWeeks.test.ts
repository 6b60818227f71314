import { weekLoads, weeksFrom } from '../capacityWeeks';

const day = (value: string, count: number) => ({ Decision_Date__c: { value }, Id: { count: { value: count } } });
const capacity = (calls: number, from: string, until: string | null) => ({
  Id: from,
  Calls_Per_Week__c: { value: calls },
  Valid_From_Date__c: { value: from },
  Valid_Until_Date__c: { value: until },
});

describe('weeks of work', () => {
  it('begin today and then on Mondays, also across a year', () => {
    expect(weeksFrom('2026-12-30', 3)).toEqual([
      { from: '2026-12-30', until: '2027-01-03' },
      { from: '2027-01-04', until: '2027-01-10' },
      { from: '2027-01-11', until: '2027-01-17' },
    ]);
    expect(weeksFrom('2026-11-22', 2)[0]).toEqual({ from: '2026-11-22', until: '2026-11-22' });
    expect(weeksFrom('2026-11-23', 1)[0]).toEqual({ from: '2026-11-23', until: '2026-11-29' });
  });

  it('add up contracts by day, and the capacities that are valid on any day of the week', () => {
    const weeks = weeksFrom('2026-11-23', 2);
    const loads = weekLoads(
      weeks,
      [day('2026-11-23', 2), day('2026-11-29', 3), day('2026-11-30', 5)],
      [capacity(10, '2026-01-01', '2026-11-23'), capacity(4, '2026-01-01', null), capacity(9, '2026-12-07', null)],
    );
    expect(loads.map(({ contracts, calls }) => [contracts, calls])).toEqual([
      [5, 14],
      [5, 4],
    ]);
  });

  it('do not take an unknown capacity for none', () => {
    expect(weekLoads(weeksFrom('2026-11-23', 1), [], [])[0]?.calls).toBeUndefined();
    expect(weekLoads(weeksFrom('2026-11-23', 1), [], [capacity(0, '2026-01-01', null)])[0]?.calls).toBe(0);
  });
});
