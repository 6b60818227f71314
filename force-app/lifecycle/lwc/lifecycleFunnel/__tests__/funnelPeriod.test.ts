import { lastDays, startOfDay } from '../funnelPeriod';

describe('funnelPeriod', () => {
  it('counts today as one of its days and compares with as many days before', () => {
    expect(lastDays(30, '2026-11-22')).toEqual({ from: '2026-10-24', to: '2026-11-22', before: '2026-09-24' });
    expect(lastDays(1, '2026-11-22')).toEqual({ from: '2026-11-22', to: '2026-11-22', before: '2026-11-21' });
  });

  it('knows the instant at which a day begins, also where the clock changes on that day', () => {
    expect(startOfDay('2026-11-22', 'Europe/Amsterdam')).toBe('2026-11-21T23:00:00.000Z');
    expect(startOfDay('2026-07-01', 'Europe/Amsterdam')).toBe('2026-06-30T22:00:00.000Z');
    expect(startOfDay('2026-10-25', 'Europe/Amsterdam')).toBe('2026-10-24T22:00:00.000Z');
    expect(startOfDay('2026-10-26', 'Europe/Amsterdam')).toBe('2026-10-25T23:00:00.000Z');
    expect(startOfDay('2026-03-29', 'Europe/Amsterdam')).toBe('2026-03-28T23:00:00.000Z');
    expect(startOfDay('2026-11-22', 'America/New_York')).toBe('2026-11-22T05:00:00.000Z');
  });
});
