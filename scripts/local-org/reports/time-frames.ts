// The time frames that reports name by interval, as SOQL says them.

/** Interval → first and last day as SOQL date literals. */
const INTERVALS: Readonly<Record<string, readonly [from: string, until: string]>> = {
  INTERVAL_TODAY: ['TODAY', 'TODAY'],
  INTERVAL_YESTERDAY: ['YESTERDAY', 'YESTERDAY'],
  INTERVAL_TOMORROW: ['TOMORROW', 'TOMORROW'],
  INTERVAL_THISWEEK: ['THIS_WEEK', 'THIS_WEEK'],
  INTERVAL_LASTWEEK: ['LAST_WEEK', 'LAST_WEEK'],
  INTERVAL_NEXTWEEK: ['NEXT_WEEK', 'NEXT_WEEK'],
  INTERVAL_THISMONTH: ['THIS_MONTH', 'THIS_MONTH'],
  INTERVAL_LASTMONTH: ['LAST_MONTH', 'LAST_MONTH'],
  INTERVAL_NEXTMONTH: ['NEXT_MONTH', 'NEXT_MONTH'],
  INTERVAL_LASTTHISMONTH: ['LAST_MONTH', 'THIS_MONTH'],
  INTERVAL_THISNEXTMONTH: ['THIS_MONTH', 'NEXT_MONTH'],
  INTERVAL_CURRENTQ: ['THIS_QUARTER', 'THIS_QUARTER'],
  INTERVAL_PREVQ: ['LAST_QUARTER', 'LAST_QUARTER'],
  INTERVAL_NEXTQ: ['NEXT_QUARTER', 'NEXT_QUARTER'],
  INTERVAL_CURY: ['THIS_YEAR', 'THIS_YEAR'],
  INTERVAL_PREVY: ['LAST_YEAR', 'LAST_YEAR'],
  INTERVAL_NEXTY: ['NEXT_YEAR', 'NEXT_YEAR'],
  INTERVAL_PREVCURY: ['LAST_YEAR', 'THIS_YEAR'],
  INTERVAL_CURNEXTY: ['THIS_YEAR', 'NEXT_YEAR'],
  INTERVAL_LAST7: ['LAST_N_DAYS:7', 'TODAY'],
  INTERVAL_LAST30: ['LAST_N_DAYS:30', 'TODAY'],
  INTERVAL_LAST60: ['LAST_N_DAYS:60', 'TODAY'],
  INTERVAL_LAST90: ['LAST_N_DAYS:90', 'TODAY'],
  INTERVAL_LAST120: ['LAST_N_DAYS:120', 'TODAY'],
  INTERVAL_NEXT7: ['TODAY', 'NEXT_N_DAYS:7'],
  INTERVAL_NEXT30: ['TODAY', 'NEXT_N_DAYS:30'],
  INTERVAL_NEXT60: ['TODAY', 'NEXT_N_DAYS:60'],
  INTERVAL_NEXT90: ['TODAY', 'NEXT_N_DAYS:90'],
  INTERVAL_NEXT120: ['TODAY', 'NEXT_N_DAYS:120'],
};
const CUSTOM = 'INTERVAL_CUSTOM';

export function isKnownInterval(interval: string): boolean {
  return interval === CUSTOM || interval in INTERVALS;
}

/** Conditions in SOQL on a date at `path`; `time` says whether it has a time of day. A custom frame without days holds every row. */
export function timeFrameConditions(
  { interval, from, until }: { readonly interval: string; readonly from?: string; readonly until?: string },
  path: string,
  time: boolean,
): readonly string[] {
  const known = INTERVALS[interval];
  if (known) return [`${path} >= ${known[0]}`, `${path} <= ${known[1]}`];
  const day = time ? `DAY_ONLY(convertTimezone(${path}))` : path;
  return [...(from ? [`${day} >= ${from}`] : []), ...(until ? [`${day} <= ${until}`] : [])];
}
