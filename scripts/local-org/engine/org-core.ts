// What the parts of the engine share: schema, database, plans, caches, clock.
import type { CivilDate } from '../../platform/civil-date.ts';
import type { Row, Value } from '../../platform/record.ts';
import type { SaveResult } from '../../platform/save-result.ts';
import type { Flow } from '../flow/flow.ts';
import type { Schema, SObjectType } from '../metadata/schema.ts';
import type { Store } from '../store/store.ts';
import type { UserView } from './access/user-view.ts';
import type { OrgClock } from './automation/clock.ts';
import type { EventQueue } from './flows/event-queue.ts';
import type { FlowFault } from './flows/flow-errors-list.ts';
import type { FormulaEnvironment } from './plan/formula-reader.ts';
import type { ObjectPlan } from './plan/object-plan.ts';
import type { SaveOptions } from './save-options.ts';
import type { RecordCache } from './cache/record-cache.ts';
import type { SelectionCache } from './cache/selection-cache.ts';
import type { Session } from './session.ts';
import type { Transaction } from './transaction.ts';

export interface OrgCore {
  readonly schema: Schema;
  readonly store: Store;
  readonly flows: readonly Flow[];
  readonly records: RecordCache;
  readonly selections: SelectionCache;
  /** Saves that flows and roll-ups start. */
  readonly saves: Saves;
  readonly clock: OrgClock;
  readonly events: EventQueue;
  now(): Date;
  today(): CivilDate;
  plan(object: SObjectType): ObjectPlan;
  /** What formulas see beside the record itself, for a session. */
  environment(session: Session): FormulaEnvironment;
  hasCustomPermission(session: Session, name: string): boolean;
  /** What the session's user may see and do; undefined when that is everything. */
  view(session: Session): UserView | undefined;
  /** Ids that a query gives in its first column, streamed; whatever the session's user may see. */
  streamIds(session: Session, soql: string): Iterable<string>;
  /** A query's records without their attributes; whatever the session's user may see. */
  queryRows(session: Session, soql: string): readonly Row[];
  /** Forgets what was read, after a transaction was undone. */
  forget(): void;
}

/** The saves of the engine, within a context; results are in the order of the rows. */
export interface Saves {
  insert(context: SaveContext, object: string, rows: readonly Row[], options: SaveOptions): readonly SaveResult[];
  update(context: SaveContext, object: string, rows: readonly Row[], options: SaveOptions): readonly SaveResult[];
  upsert(context: SaveContext, object: string, keyField: string, rows: readonly Row[], options: SaveOptions): readonly SaveResult[];
  remove(context: SaveContext, object: string, ids: readonly string[], options: SaveOptions): readonly SaveResult[];
}

/** A flow that runs for records, inside of another one perhaps. */
export interface RunningFlow {
  readonly flow: Flow;
  readonly ids: readonly (Value | undefined)[];
  readonly around: RunningFlow | undefined;
}

/** One save on behalf of a session, and the saves that flows and roll-ups start from it. */
export interface SaveContext {
  readonly core: OrgCore;
  readonly session: Session;
  readonly environment: FormulaEnvironment;
  /** The instant that audit fields tell, to the second. */
  readonly instant: string;
  /** How many saves this one stands inside. */
  readonly depth: number;
  /** The innermost of the flows that are running further out. */
  readonly running: RunningFlow | undefined;
  /** What the transaction has used of the limits. */
  readonly transaction: Transaction;
  /** Flows that have failed without a fault path, shared by all saves inside; told to the administrator when the outermost is done. */
  readonly faults: FlowFault[];
  /** What the user may do; undefined when that is everything, and inside of flows, which record changes start in system context. */
  readonly view: UserView | undefined;
  /** True for the platform's own writes (roll-ups, seeding), which may write what clients may not. */
  readonly system: boolean;
}
