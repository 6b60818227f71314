// Moments in a form: the browser's field has day and clock without a zone, the org has an instant.

/** `2026-11-22T15:35`, as it is in a time zone; '' for what is no moment. */
export function localMoment(instant: string, timeZone: string): string {
  const date = new Date(instant);
  if (instant === '' || Number.isNaN(date.getTime())) return '';
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(date);
  return parts.replace(' ', 'T');
}

/** The instant of a day and clock in a time zone, in UTC. An hour that the clock leaves out is taken as the one after it. */
export function instantOf(local: string, timeZone: string): string {
  if (local === '') return '';
  const asUtc = new Date(`${local}Z`).getTime();
  const offsetAt = (time: number): number => new Date(`${localMoment(new Date(time).toISOString(), timeZone)}Z`).getTime() - time;
  // the offset of a moment is only known near it: the second look is at the right side of a change of clocks
  const near = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(near)).toISOString();
}
