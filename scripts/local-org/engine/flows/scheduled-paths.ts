// Scheduled paths that wait for their time: noted when a save starts their flow, followed when the record changes, run by the clock.
import { addDays, type CivilDate } from '../../../platform/civil-date.ts';
import type { StoredRow } from '../../../platform/record.ts';
import type { Flow, FlowOutcome, ScheduledPath, TriggeredRecord } from '../../flow/flow.ts';
import type { FlowHost } from '../../flow/flow-host.ts';
import { meetEntryConditions, runPath } from '../../flow/run-flow.ts';
import { instantAt } from '../../soql/local-time.ts';
import { runAutomaticBatch, RunTally, type FlowRun } from './automatic-run.ts';
import { withComputedFields } from '../plan/computed-fields.ts';
import type { OrgCore, SaveContext } from '../org-core.ts';
import { TIME_ZONE } from '../time-zone.ts';
import type { Session } from '../session.ts';
import { saveContext } from '../save-context.ts';

/** What waits: which path, for which record. */
interface PendingPath {
  readonly flow: string;
  readonly path: string;
  readonly recordId: string;
}

const LIST = 'scheduled paths';
const MINUTE = 60_000;
const MINUTES = { Minutes: 1, Hours: 60, Days: 1_440 } as const;

const keyOf = (flow: Flow, path: ScheduledPath, recordId: string): string => `${flow.name} ${path.name} ${recordId}`;

/**
 * After a save: notes the paths of records for which the flow has started; for others follows the dates that paths count from, and drops
 * what waits when the entry conditions no longer hold.
 */
export function followPaths(
  context: SaveContext,
  flow: Flow,
  saved: readonly TriggeredRecord[],
  outcomes: readonly (FlowOutcome | undefined)[],
  host: FlowHost,
): void {
  const { entries } = context.core.store;
  const waiting = saved.flatMap(({ record }, at) =>
    outcomes[at]?.started ? [] : flow.paths.map((path) => keyOf(flow, path, String(record['Id']))),
  );
  const pending = new Map(entries.byKeys(LIST, waiting).map((entry) => [entry.key, entry]));
  const meets = pending.size === 0 ? [] : meetEntryConditions(flow, saved, host);
  for (const [at, { record }] of saved.entries()) {
    const recordId = String(record['Id']);
    for (const path of flow.paths) {
      const key = keyOf(flow, path, recordId);
      const known = pending.get(key);
      if (outcomes[at]?.started !== true && (!known || (meets[at] && path.field === undefined))) continue;
      const due = outcomes[at]?.started === true || meets[at] ? dueAt(context, path, record as StoredRow) : undefined;
      if (known) entries.remove(LIST, [known.serial]);
      if (due !== undefined)
        entries.add(LIST, JSON.stringify({ flow: flow.name, path: path.name, recordId } satisfies PendingPath), { key, due });
      else if (outcomes[at]?.started === true)
        entries.remove(
          LIST,
          entries.byKeys(LIST, [key]).map(({ serial }) => serial),
        );
    }
  }
}

/** The instant at which a path is to run; undefined without a date, and for a time that has passed. */
function dueAt({ core }: SaveContext, path: ScheduledPath, record: StoredRow): string | undefined {
  const from = path.field === undefined ? core.now().toISOString() : record[path.field];
  if (typeof from !== 'string') return undefined;
  const due = from.length > 10 ? shifted(from, path) : aroundDate(from, path);
  return due < core.now().toISOString() ? undefined : due;
}

/** A date begins at midnight in the org's zone; days are counted on the calendar. */
function aroundDate(date: CivilDate, path: ScheduledPath): string {
  const midnight = (day: CivilDate): string => instantAt(TIME_ZONE, day, '00:00:00.000');
  return path.unit === 'Days' ? midnight(addDays(date, path.offset)) : shifted(midnight(date), path);
}

function shifted(instant: string, { offset, unit }: ScheduledPath): string {
  return new Date(Date.parse(instant) + offset * MINUTES[unit] * MINUTE).toISOString();
}

export function countPendingPaths(core: OrgCore): number {
  return core.store.entries.count(LIST);
}

/**
 * Runs the paths that are due until an instant, in order of time; the clock stands at each one's time. Gives the runs in order. Paths of
 * flows that are no longer there, and of records that are gone, are dropped.
 */
export async function runDuePaths(core: OrgCore, session: Session, until: string, pause: () => Promise<void>): Promise<readonly FlowRun[]> {
  const runs: FlowRun[] = [];
  for (;;) {
    const batch = nextBatch(core, until);
    if (!batch) return runs;
    core.clock.stopAt(batch.due);
    core.store.transaction(() => core.store.entries.remove(LIST, batch.serials));
    if (batch.flow && batch.path) runs.push(runBatch(core, session, batch.flow, batch.path, batch.ids));
    await pause();
  }
}

interface DueBatch {
  readonly due: string;
  readonly serials: readonly number[];
  readonly flow: Flow | undefined;
  readonly path: ScheduledPath | undefined;
  readonly ids: readonly string[];
}

/** The earliest paths that are due at the same instant, of one flow and path, as many as run in one transaction. */
function nextBatch(core: OrgCore, until: string): DueBatch | undefined {
  const due = core.store.entries
    .dueUntil(LIST, until, 200)
    .map((entry) => ({ ...entry, pending: JSON.parse(entry.content) as PendingPath }));
  const [first] = due;
  if (!first?.due) return undefined;
  const flow = core.flows.find(({ name }) => name === first.pending.flow);
  const path = flow?.paths.find(({ name }) => name === first.pending.path);
  const same = due
    .filter((entry) => entry.due === first.due && entry.pending.flow === first.pending.flow && entry.pending.path === first.pending.path)
    .slice(0, path?.batchSize);
  return { due: first.due, serials: same.map(({ serial }) => serial), flow, path, ids: same.map(({ pending }) => pending.recordId) };
}

function runBatch(core: OrgCore, session: Session, flow: Flow, path: ScheduledPath, ids: readonly string[]): FlowRun {
  const tally = new RunTally();
  const object = flow.trigger && core.schema.object(flow.trigger.object);
  if (object) {
    const { environment } = saveContext(core, session);
    const plan = core.plan(object);
    const records = [...core.records.rows(object.name, ids).values()].map((row) => withComputedFields(plan, row, environment));
    if (records.length > 0)
      runAutomaticBatch(core, session, { flow, records, run: (open, host) => runPath(flow, path, open, host) }, tally);
  }
  return tally.of(flow, path.name);
}
