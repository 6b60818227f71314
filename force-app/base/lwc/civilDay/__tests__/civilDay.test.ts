import { addDays, dayIn, daysBetween, isDay, monthOf, shownDay } from 'c/civilDay';

describe('c/civilDay', () => {
  it('knows which days exist', () => {
    expect(isDay('2028-02-29')).toBe(true);
    for (const wrong of ['2027-02-29', '2026-13-01', '01-12-2026', '', undefined, null]) expect(isDay(wrong)).toBe(false);
  });

  it('takes the day from an instant where the user is', () => {
    const instant = new Date('2026-12-31T23:30:00Z');
    expect(dayIn('Europe/Amsterdam', instant)).toBe('2027-01-01');
    expect(dayIn('UTC', instant)).toBe('2026-12-31');
  });

  it('counts across the change of summer time and leap days', () => {
    expect(addDays('2027-03-27', 2)).toBe('2027-03-29');
    expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
    expect(daysBetween('2028-03-01', '2028-02-28')).toBe(-2);
  });

  it('names the month of a day', () => {
    expect(monthOf('2026-11-22')).toBe('2026-11');
  });

  it('writes a day as people do', () => {
    expect(shownDay('2026-11-02', 'nl-NL')).toBe('02-11-2026');
    expect(shownDay('2026-11-02', 'en-US')).toBe('11/02/2026');
  });
});
