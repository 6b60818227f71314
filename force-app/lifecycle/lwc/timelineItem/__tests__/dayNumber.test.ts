import { addYears, dayNumber, dayOfNumber, readDay, readInstant, usable } from 'c/timelineItem';

const inUtc = (instant: Date): string => instant.toISOString().slice(0, 10);

describe('days as numbers', () => {
  it('go there and back, also before 1970', () => {
    for (const day of ['1969-12-31', '1970-01-01', '2028-02-29', '2031-11-22']) expect(dayOfNumber(dayNumber(day))).toBe(day);
    expect(dayNumber('2027-01-01') - dayNumber('2026-01-01')).toBe(365);
  });

  it('of another year: the leap day moves to 1 March', () => {
    expect(dayOfNumber(addYears(dayNumber('2026-11-22'), 5))).toBe('2031-11-22');
    expect(dayOfNumber(addYears(dayNumber('2028-02-29'), -1))).toBe('2027-03-01');
  });

  it('are read from fields: blank, broken and what nobody can mean are told apart', () => {
    expect(readDay('2026-11-22')).toBe(dayNumber('2026-11-22'));
    for (const blank of [null, undefined, '']) expect(readDay(blank)).toBe('blank');
    for (const broken of ['0001-01-01', '9999-12-31', '2026-02-30', '22-11-2026', 'soon', 20261122, {}])
      expect(readDay(broken)).toBe('broken');
  });

  it('are read from instants in the time zone of the user', () => {
    expect(readInstant('2026-12-31T23:30:00.000Z', inUtc)).toBe(dayNumber('2026-12-31'));
    expect(readInstant('2026-12-31T23:30:00.000Z', () => '2027-01-01')).toBe(dayNumber('2027-01-01'));
    expect(readInstant(null, inUtc)).toBe('blank');
    for (const broken of ['yesterday', 12, '0001-01-01T00:00:00Z']) expect(readInstant(broken, inUtc)).toBe('broken');
  });

  it('can be used only when they are days', () => {
    expect([usable(5), usable('blank'), usable('broken')]).toEqual([5, undefined, undefined]);
  });
});
