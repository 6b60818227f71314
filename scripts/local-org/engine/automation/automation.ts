// What the org does by itself and what came of it, as the API and tests see it.
import { setImmediate } from 'node:timers/promises';
import { ApiError } from '../../../platform/api-error.ts';
import { daysBetween, isCivilDate, type CivilDate } from '../../../platform/civil-date.ts';
import type { FlowTest } from '../../flow/flow-test.ts';
import { countFlowErrors, readFlowErrors, type FlowError } from '../flows/flow-errors-list.ts';
import type { OrgCore } from '../org-core.ts';
import type { Session } from '../session.ts';
import { countOutbox, readOutbox, type OutboxMessage } from '../flows/outbox.ts';
import { countPendingPaths } from '../flows/scheduled-paths.ts';
import { runFlowTest } from './run-flow-test.ts';
import { daysUntil, lastInstant, missedDays, runDay, type DayReport } from './run-days.ts';

/** The org's clock and what runs by it. */
export interface ClockReading {
  readonly now: string;
  readonly today: CivilDate;
  /** The last day whose scheduled flows have run. */
  readonly ranThrough: CivilDate;
  /** Scheduled paths that wait for their time. */
  readonly pendingPaths: number;
  readonly schedules: readonly {
    readonly flow: string;
    readonly label: string;
    readonly frequency: string;
    readonly startDate: CivilDate;
    readonly startTime: string;
  }[];
}

export interface Automation {
  readClock(): ClockReading;
  /**
   * Runs every day up to a day, each as a whole, and leaves the clock there; reports day by day. The org answers others meanwhile.
   * Throws ApiError 400 at once for a day that is none or lies behind the clock, 409 while another run is under way.
   */
  advanceClock(until: CivilDate): AsyncGenerator<DayReport>;
  /**
   * Runs the days whose flows have not run although they have come, each as of its own day, and leaves the clock at the present; reports
   * day by day, nothing when none was missed. Throws ApiError 409 like advanceClock.
   */
  runMissedDays(): AsyncGenerator<DayReport>;
  /** Runs the scheduled flows of the present day now, such as for a demo that was filled after their time. Throws ApiError 409 like advanceClock. */
  runPresentDay(): Promise<DayReport>;
  /** Runs a flow test and undoes it; gives what did not hold. */
  runFlowTest(test: FlowTest): readonly string[];
  /** What flows have sent after a serial, at most `count`, with the number of all messages. */
  outbox(after: number, count: number): { readonly totalSize: number; readonly messages: readonly OutboxMessage[] };
  /** Flows that have failed without a fault path, after a serial, at most `count`, with the number of all failures. */
  flowErrors(
    after: number,
    count: number,
  ): { readonly totalSize: number; readonly errors: readonly (FlowError & { readonly serial: number })[] };
}

/** How long the org works on a clock run before it looks after others, in milliseconds. */
const PATIENCE = 50;

/** `session` is the default workflow user's, in whose name scheduled paths run and flow tests save. */
export function automationOf(core: OrgCore, session: () => Session): Automation {
  let running = false;
  async function* run(days: () => readonly CivilDate[]): AsyncGenerator<DayReport> {
    if (running) throw inUse();
    running = true;
    try {
      for (const day of days()) yield await runDay(core, session(), day, politePause());
    } finally {
      core.clock.release();
      running = false;
    }
  }
  /** The clock goes back to where the org fell asleep, so that each day's records bear its own date. */
  function wakeUp(): readonly CivilDate[] {
    const days = missedDays(core);
    if (days.length > 1) core.clock.goBackTo(lastInstant(core.clock.ranThrough()));
    return days;
  }
  return {
    readClock: () => readClock(core),
    advanceClock(until) {
      checkDay(core, until);
      if (running) throw inUse();
      return run(() => daysUntil(core, until));
    },
    runMissedDays: () => run(wakeUp),
    async runPresentDay() {
      if (running) throw inUse();
      running = true;
      try {
        return await runDay(core, session(), core.today(), politePause());
      } finally {
        running = false;
      }
    },
    runFlowTest: (test) => runFlowTest(core, session(), test),
    outbox: (after, count) => ({ totalSize: countOutbox(core.store), messages: readOutbox(core.store, after, count) }),
    flowErrors: (after, count) => ({ totalSize: countFlowErrors(core.store), errors: readFlowErrors(core.store, after, count) }),
  };
}

function inUse(): ApiError {
  return new ApiError(409, 'ENTITY_IS_LOCKED', 'The clock is already being moved. Wait until that run is done.');
}

function checkDay(core: OrgCore, until: CivilDate): void {
  if (!isCivilDate(until)) throw new ApiError(400, 'INVALID_FIELD', `until is "${until}", which is no day. Write it as YYYY-MM-DD.`);
  const today = core.today();
  if (daysBetween(today, until) > MOST_DAYS) {
    throw new ApiError(
      400,
      'INVALID_FIELD',
      `${until} is more than ten years ahead of ${today}, on which the clock stands. Name a nearer day.`,
    );
  }
  if (until < today) {
    throw new ApiError(
      400,
      'INVALID_FIELD',
      `The clock cannot go back: it stands on ${today}, ${until} is behind it. Name a later day, or start over with npm run org:reset.`,
    );
  }
}

/** Days that one run may cover: ten years. */
const MOST_DAYS = 3_653;

function readClock(core: OrgCore): ClockReading {
  const schedules = core.flows.flatMap(({ name, label, schedule }) =>
    schedule ? [{ flow: name, label, frequency: schedule.frequency, startDate: schedule.startDate, startTime: schedule.startTime }] : [],
  );
  return {
    now: core.now().toISOString(),
    today: core.today(),
    ranThrough: core.clock.ranThrough(),
    pendingPaths: countPendingPaths(core),
    schedules,
  };
}

/** Lets others be answered when the run has worked for a while. */
function politePause(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < PATIENCE) return;
    await setImmediate();
    since = performance.now();
  };
}
