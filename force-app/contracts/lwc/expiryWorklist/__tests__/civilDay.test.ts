import { addDays, dayIn, daysBetween, isDay } from '../civilDay';

describe('civil days', () => {
  it('exist or not', () => {
    expect(['2028-02-29', '2026-12-31'].every(isDay)).toBe(true);
    expect(['2026-02-29', '2026-13-01', '31-12-2026', '', null, 20261231].some(isDay)).toBe(false);
  });

  it('are counted across months, leap days and the change of summer time', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-12-31', '2026-12-01')).toBe(-30);
  });

  it('depend on the time zone of the user', () => {
    const instant = new Date('2026-12-31T23:30:00Z');
    expect(dayIn('Europe/Amsterdam', instant)).toBe('2027-01-01');
    expect(dayIn('America/New_York', instant)).toBe('2026-12-31');
  });
});
