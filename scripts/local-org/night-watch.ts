// Runs the nights of a local org that is in use: those it was switched off for, then each new day as it comes.
import { ApiError } from '../platform/api-error.ts';
import { addDays } from '../platform/civil-date.ts';
import { dayLines } from './clock-report.ts';
import type { Automation } from './engine/automation/automation.ts';

/** How often the watch looks at the clock, in milliseconds: a computer that slept through midnight wakes up to a timer that is late. */
const LOOK_EVERY = 60_000;

type Tell = (lines: readonly string[]) => void;
type Nights = Pick<Automation, 'readClock' | 'runMissedDays'>;

/** Runs the days that were missed, after saying how many there are; tells what each did. */
export async function runMissedNights(automation: Nights, tell: Tell): Promise<void> {
  const { ranThrough, today } = automation.readClock();
  if (ranThrough >= today) return;
  tell([`Running the flows of the days since this org was last used, ${addDays(ranThrough, 1)} to ${today}:`]);
  for await (const report of automation.runMissedDays()) tell(dayLines(report));
}

/** Runs each new day when it comes, until the returned function is called. A run that somebody else has begun is left alone. */
export function watchNights(automation: Nights, tell: Tell): () => void {
  let busy = false;
  const look = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      for await (const report of automation.runMissedDays()) tell(dayLines(report));
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 409)) tell([error instanceof Error ? error.message : String(error)]);
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void look(), LOOK_EVERY);
  timer.unref();
  return () => clearInterval(timer);
}
