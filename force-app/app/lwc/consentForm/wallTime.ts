// Times as a clock on the wall shows them, `2026-11-22T14:05`, and the instants that they are in a time zone.

/** What a clock in the zone shows at that instant, to the minute. */
export function wallTime(instant: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}

const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** The instant at which a clock in the zone shows that; undefined for what is no time. Of an hour that comes twice the first. */
export function instantAt(wall: string, zone: string): Date | undefined {
  const asIfUtc = WALL.test(wall) ? Date.parse(`${wall.slice(0, 16)}:00Z`) : Number.NaN;
  if (Number.isNaN(asIfUtc)) return undefined;
  const offsetAt = (time: number): number => Date.parse(`${wallTime(new Date(time), zone)}:00Z`) - time;
  // the offset may be another one at the instant that the first guess gives
  const guess = asIfUtc - offsetAt(asIfUtc);
  return new Date(asIfUtc - offsetAt(guess));
}
