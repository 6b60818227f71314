// What the clock command tells: the clock, the days that were run, the flows that failed.
import type { ClockReading } from './engine/automation/automation.ts';
import type { FlowRun } from './engine/flows/automatic-run.ts';
import type { FlowError } from './engine/flows/flow-errors-list.ts';
import type { DayReport } from './engine/automation/run-days.ts';

/** Errors that are told one by one; the rest is counted. */
const TOLD = 10;

/** Where the clock stands and what runs by it. */
export function clockLines({ today, now, ranThrough, pendingPaths, schedules }: ClockReading): readonly string[] {
  const next = ranThrough < today ? `the flows of ${today} have not run yet` : `the flows of ${today} have run`;
  return [
    `The clock of the local org stands on ${today} (${now}); ${next}.`,
    ...(pendingPaths === 0 ? [] : [`  ${pendingPaths} scheduled ${pendingPaths === 1 ? 'path waits' : 'paths wait'} for their time`]),
    ...schedules.map(
      ({ flow, frequency, startDate, startTime }) => `  ${flow}: ${frequency.toLowerCase()} at ${startTime.slice(0, 5)} from ${startDate}`,
    ),
  ];
}

/** One line for a quiet day; otherwise one more for each flow that had something to do. */
export function dayLines({ day, runs }: DayReport): readonly string[] {
  const busy = runs.filter(({ interviews }) => interviews > 0);
  if (busy.length === 0) return [`${day}  nothing to do`];
  return [day, ...busy.map((run) => `  ${runText(run)}`)];
}

function runText({ flow, path, interviews, saved, faults }: FlowRun): string {
  const parts = [`${interviews} ${interviews === 1 ? 'interview' : 'interviews'}`];
  for (const [what, count] of Object.entries(saved)) parts.push(`${count} ${what}`);
  if (faults > 0) parts.push(`${faults} ${faults === 1 ? 'fault' : 'faults'}`);
  return `${path === null ? flow : `${flow}, ${path}`}: ${parts.join(', ')}`;
}

/** The flows that failed without a fault path. */
export function errorLines(errors: readonly FlowError[]): readonly string[] {
  if (errors.length === 0) return [];
  const told = errors.slice(0, TOLD).map(({ flow, element, recordId, message, count }) => {
    const place = [flow, element, recordId].filter((part) => part !== null).join(', ');
    return `  ${place}${count > 1 ? ` and ${count - 1} more records` : ''}: ${message}`;
  });
  const rest = errors.length > TOLD ? [`  and ${errors.length - TOLD} more: GET /services/data/v68.0/local/flow-errors`] : [];
  return ['Flows that failed, each undone:', ...told, ...rest];
}
