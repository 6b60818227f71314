// What somebody says that a person consented to, and what is wrong with it.

/** As it is registered: times are instants as ISO texts; blank where nothing was filled in. */
export interface SaidConsent {
  readonly channel: string;
  readonly capturedAt: string;
  readonly source: string;
  readonly wording: string;
  /** Id of a data use purpose; blank where the org has none. */
  readonly purpose: string;
  readonly confirmedAt: string;
}

export const TIMES = ['capturedAt', 'confirmedAt'] as const;
export type TimeName = (typeof TIMES)[number];
export type TimeFault = 'missing' | 'future' | 'earlier';

/** Which time cannot be right, and why: neither lies in the future, nor was it confirmed before it was said. */
export function timeFaults({ capturedAt, confirmedAt }: SaidConsent, now: Date): Readonly<Record<TimeName, TimeFault | undefined>> {
  const [captured, confirmed] = [Date.parse(capturedAt), Date.parse(confirmedAt)];
  return {
    capturedAt: Number.isNaN(captured) ? 'missing' : captured > now.getTime() ? 'future' : undefined,
    confirmedAt: confirmed > now.getTime() ? 'future' : confirmed < captured ? 'earlier' : undefined,
  };
}
