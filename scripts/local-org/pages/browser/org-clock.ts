// Lets the pages live on the day of the org: a clock that was moved (npm run org:clock) moves `Date` in the browser as well.

/** Clocks of the same machine differ by the time that an answer takes; less than this is no moved clock. */
const SAME_MILLISECONDS = 60_000;

/** `now`: the org's present instant. In an org the two clocks agree by themselves. */
export function followClock(now: string): void {
  const ahead = Date.parse(now) - Date.now();
  if (Math.abs(ahead) < SAME_MILLISECONDS) return;
  globalThis.Date = shiftedDate(globalThis.Date, ahead);
}

/** `Date` as before, except that the present is some milliseconds ahead. */
export function shiftedDate(RealDate: DateConstructor, ahead: number): DateConstructor {
  return new Proxy(RealDate, {
    construct: (target, parameters: [], newTarget) =>
      Reflect.construct(target, parameters.length === 0 ? [target.now() + ahead] : parameters, newTarget) as Date,
    apply: (target) => new target(target.now() + ahead).toString(),
    get: (target, name, receiver) => (name === 'now' ? () => target.now() + ahead : (Reflect.get(target, name, receiver) as unknown)),
  });
}
