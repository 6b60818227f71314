// The vocabulary of executing flows: flow, interview, batch, node. An interview is one run of a flow for one record.
import type { CivilDate } from '../../platform/civil-date.ts';
import type { Row, StoredRow, Value } from '../../platform/record.ts';
import type { SaveError } from '../../platform/save-result.ts';
import type { FormulaMoment, FormulaType } from '../formula/compiled-formula.ts';
import type { SObjectType } from '../metadata/schema.ts';
import type { XmlElement } from '../metadata/metadata-xml.ts';
import type { FlowHost, RecordSelection } from './flow-host.ts';

/** Where an element stands: in a save, in a scheduled run, or in a flow that others call. */
export type FlowTiming = 'before-save' | 'after-save' | 'before-delete' | 'scheduled' | 'none';

/** What starts a flow when a record is saved. */
export interface FlowTrigger {
  readonly object: string;
  readonly timing: 'before-save' | 'after-save' | 'before-delete';
  readonly on: 'create' | 'update' | 'create-and-update' | 'delete';
  /** triggerOrder of the file, 1 to 2000. */
  readonly order: number | undefined;
}

/** When a flow starts by itself, in the org's time zone, and for which records. */
export interface FlowSchedule {
  readonly frequency: 'Once' | 'Daily' | 'Weekly';
  readonly startDate: CivilDate;
  /** `HH:mm:ss.sss`. */
  readonly startTime: string;
  /** The records that each get an interview of their own; undefined when the flow runs once, without a record. */
  readonly records: ((host: FlowHost) => RecordSelection) | undefined;
}

/** A path of a flow that a save starts, run some time after the save or around a date of the record. */
export interface ScheduledPath {
  readonly name: string;
  readonly start: Node | undefined;
  /** Negative before, positive after. */
  readonly offset: number;
  readonly unit: 'Minutes' | 'Hours' | 'Days';
  /** Date or date-time field that the offset counts from; undefined for the moment of the save. */
  readonly field: string | undefined;
  /** Interviews in one transaction. */
  readonly batchSize: number;
}

/** An active flow, compiled. Flows with neither trigger nor schedule are called by others. */
export interface Flow {
  readonly name: string;
  readonly label: string;
  readonly file: string;
  /** What the file said when it was read; the file may be gone since. */
  readonly source: string;
  readonly trigger: FlowTrigger | undefined;
  readonly schedule: FlowSchedule | undefined;
  /** The platform event that starts it. */
  readonly event: string | undefined;
  readonly paths: readonly ScheduledPath[];
  /** Compiles conditions that stand outside of the file but name what is in it, such as a flow test's. Throws UnsupportedFlowElement. */
  readonly conditions: (xml: XmlElement, place: string) => Test;
  readonly program: Program;
}

/** A record on its way into the org. `record` holds the new values, all fields; before-save flows write into it. */
export interface TriggeredRecord {
  readonly record: Row;
  readonly prior: StoredRow | undefined;
  readonly isNew: boolean;
}

/** Errors that keep the record from being saved; none when the flow ran through or did not have to run. */
export interface FlowOutcome {
  readonly errors: readonly SaveError[];
  /** The flow ran for the record: its occasion and its entry conditions were met. */
  readonly started: boolean;
  /** The element at which the flow failed. */
  readonly element?: string;
}

export type FlowItem = Value | Row;
/** What a resource of a flow holds: a value, a record, or a collection of either. */
export type FlowValue = FlowItem | readonly FlowItem[];
export type Reader = (interview: Interview) => FlowValue;
export type Test = (interview: Interview) => boolean;

/** What a name in a flow stands for. */
export interface Resource {
  readonly type: FormulaType | 'record';
  readonly collection: boolean;
  readonly object?: SObjectType;
  /** The record that has started the flow, now or before the save; the host computes its formula fields. */
  readonly starting?: boolean;
  readonly read: Reader;
  readonly write?: (interview: Interview, value: FlowValue) => void;
  /** Value before the save, for fields of `$Record`. */
  readonly readPrior?: Reader | undefined;
  /** What is behind a dot, for resources that are no records. */
  readonly member?: (name: string) => Resource | undefined;
}

/** An element being executed: either at once, giving the next one, or together for all interviews that wait at it. */
export interface Node {
  readonly name: string;
  /** Place among the elements from the start on; of the elements that interviews wait at, the earliest is served first. */
  order: number;
  step?: (interview: Interview) => Node | undefined;
  bulk?: (waiting: readonly Interview[], batch: Batch) => void;
}

/** The executable graph of a flow. */
export interface Program {
  readonly name: string;
  readonly label: string;
  /** Initial values of the slots that variables, elements and loops use. */
  readonly initial: FlowValue[];
  start: Node | undefined;
  /** Whether the flow starts for a record; undefined when it always does. */
  entry?: Test;
  /** Whether the entry conditions must hold now and not have held before an update. */
  entryNeedsChange: boolean;
  /** Whether it, or a flow that it calls, saves or deletes records; before-save flows may not. */
  readonly changesData: boolean;
  /** Input and output variables by name in lower case. */
  readonly inputs: ReadonlyMap<string, Resource>;
  readonly outputs: ReadonlyMap<string, Resource>;
}

/** Where a subflow goes back to. */
export interface Frame {
  readonly program: Program;
  readonly slots: FlowValue[];
  readonly next: Node | undefined;
  /** Copies the outputs; called with the caller's slots in place again. */
  readonly leave: (interview: Interview, inner: FlowValue[]) => void;
}

export interface FlowTrace {
  readonly visited: Set<string>;
  readonly failed: Set<string>;
}

export interface Interview {
  readonly batch: Batch;
  readonly isNew: boolean;
  readonly prior: Row | undefined;
  record: Row;
  program: Program;
  slots: FlowValue[];
  node: Node | undefined;
  /** The element being executed, for whoever must tell where a flow has failed. */
  at: Node | undefined;
  readonly frames: Frame[];
  /** Goes up when anything may have changed (data, faults, subflows), so that all formulas compute anew. */
  version: number;
  executed: number;
  fault: string | null;
  readonly errors: SaveError[];
  /** What a flow test wants to know: the elements that were executed, and those that failed. */
  readonly trace: FlowTrace | undefined;
  /** Fields of $Record that an after-save flow has set in its own copy. */
  assigned: Set<string> | undefined;
}

/** Up to 200 interviews that advance together and share what they read. */
export interface Batch {
  readonly host: FlowHost;
  readonly interviews: Interview[];
  readonly timing: FlowTiming;
  readonly creating: FormulaMoment;
  readonly updating: FormulaMoment;
  /** Records read through relationships, by object and id; null for ids that do not exist. */
  readonly parents: Map<string, Map<string, StoredRow | null>>;
  /** What the element being served has selected: together one query, however many interviews wait at it. */
  readonly read: Set<readonly StoredRow[]>;
  /** Results of selections by object and key; emptied by data changes. */
  readonly selections: Map<string, Map<string, readonly StoredRow[]>>;
}
