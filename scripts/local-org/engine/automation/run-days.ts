// Days of the org's clock: each day's scheduled flows and scheduled paths at their times, in order, with what they did.
import { addDays, dayNumber, type CivilDate } from '../../../platform/civil-date.ts';
import type { Flow, FlowSchedule } from '../../flow/flow.ts';
import { instantAt } from '../../soql/local-time.ts';
import { automatedSession } from '../flows/automated-process.ts';
import type { FlowRun } from '../flows/automatic-run.ts';
import { deliverEvents } from '../flows/deliver-events.ts';
import type { OrgCore } from '../org-core.ts';
import { TIME_ZONE } from '../time-zone.ts';
import type { Session } from '../session.ts';
import { runDuePaths } from '../flows/scheduled-paths.ts';
import { MOST_SCHEDULED_INTERVIEWS, runScheduledFlow } from '../flows/run-scheduled-flow.ts';

export interface DayReport {
  readonly day: CivilDate;
  readonly runs: readonly FlowRun[];
}

/** Whether a flow with this schedule runs on a day. */
export function isDue({ frequency, startDate }: FlowSchedule, day: CivilDate): boolean {
  const since = dayNumber(day) - dayNumber(startDate);
  if (frequency === 'Once') return since === 0;
  return since >= 0 && (frequency === 'Daily' || since % 7 === 0);
}

/** Days that are run to bring the clock to a day: those after the present one, and the present one when its flows have not run yet. */
export function daysUntil(core: OrgCore, until: CivilDate): readonly CivilDate[] {
  const today = core.today();
  const ran = core.clock.ranThrough();
  const days: CivilDate[] = [];
  for (let day = ran < today ? today : addDays(today, 1); day <= until; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Days up to the present one whose flows have not run: the org was switched off when they came, or it has seen midnight pass. */
export function missedDays(core: OrgCore): readonly CivilDate[] {
  const today = core.today();
  const days: CivilDate[] = [];
  for (let day = addDays(core.clock.ranThrough(), 1); day <= today; day = addDays(day, 1)) days.push(day);
  return days;
}

/**
 * Runs one day as a whole and leaves the clock on it: flows of the schedule and of events as the Automated Process user, which they run as in
 * an org that names no default workflow user; scheduled paths as `workflowUser`, which they cannot do without.
 */
export async function runDay(core: OrgCore, workflowUser: Session, day: CivilDate, pause: () => Promise<void>): Promise<DayReport> {
  const session = automatedSession(core);
  const runs: FlowRun[] = [];
  let left = MOST_SCHEDULED_INTERVIEWS;
  let ran = false;
  try {
    for (const { flow, at } of agenda(core.flows, day)) {
      const instant = instantAt(TIME_ZONE, day, at);
      runs.push(...(await runDuePaths(core, workflowUser, instant, pause)));
      core.clock.stopAt(instant);
      const run = await runScheduledFlow(core, session, flow, left, pause);
      left -= run.interviews;
      runs.push(run, ...deliverEvents(core, session));
    }
    runs.push(...(await runDuePaths(core, workflowUser, lastInstant(day), pause)), ...deliverEvents(core, session));
    ran = true;
  } finally {
    core.clock.continueOn(day, ran);
  }
  return { day, runs };
}

/** The last millisecond of a day in the org's zone. */
export function lastInstant(day: CivilDate): string {
  return new Date(Date.parse(instantAt(TIME_ZONE, addDays(day, 1), '00:00:00.000')) - 1).toISOString();
}

/** A day's scheduled flows by time, then by name. */
function agenda(flows: readonly Flow[], day: CivilDate): readonly { readonly flow: Flow; readonly at: string }[] {
  return flows
    .flatMap((flow) => (flow.schedule && isDue(flow.schedule, day) ? [{ flow, at: flow.schedule.startTime }] : []))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.flow.name < b.flow.name ? -1 : 1));
}
