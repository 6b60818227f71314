// Running a flow by itself for many records: batches of 200, each a transaction of its own; an interview that fails is undone and told of.
import type { StoredRow } from '../../../platform/record.ts';
import type { Flow, FlowOutcome } from '../../flow/flow.ts';
import type { FlowHost } from '../../flow/flow-host.ts';
import { addFlowErrors } from './flow-errors-list.ts';
import { flowHost } from './flow-host-of-org.ts';
import type { OrgCore } from '../org-core.ts';
import type { Session } from '../session.ts';
import { saveContext } from '../save-context.ts';
import { ASYNCHRONOUS, LimitExceeded, Transaction } from '../transaction.ts';

/** The platform runs this many interviews of scheduled flows in one transaction. */
export const BATCH_SIZE = 200;

/** What one flow did on one occasion. */
export interface FlowRun {
  readonly flow: string;
  readonly label: string;
  /** The scheduled path that ran; null for a scheduled flow. */
  readonly path: string | null;
  readonly interviews: number;
  /** Records that the flow itself saved, by kind and object such as `created Task`. */
  readonly saved: Readonly<Record<string, number>>;
  readonly faults: number;
}

/** Counts of a run while it goes on. */
export class RunTally {
  interviews = 0;
  faults = 0;
  readonly #saved = new Map<string, number>();

  add(transaction: Transaction): void {
    for (const [key, count] of transaction.saved) this.#saved.set(key, (this.#saved.get(key) ?? 0) + count);
  }

  /** The counts as data. */
  of(flow: Flow, path: string | null): FlowRun {
    const { interviews, faults } = this;
    return { flow: flow.name, label: flow.label, path, interviews, saved: Object.fromEntries(this.#saved), faults };
  }
}

/** One batch of interviews: the records (none for a flow without object) and what runs the flow for them. */
export interface AutomaticBatch {
  readonly flow: Flow;
  readonly records: readonly StoredRow[];
  readonly run: (records: readonly StoredRow[], host: FlowHost) => readonly FlowOutcome[];
}

interface Failure {
  readonly message: string;
  readonly element: string | null;
}

/** Undoes a batch because some of its interviews have failed. */
class BatchFailed extends Error {
  readonly failures: ReadonlyMap<number, Failure>;

  constructor(failures: ReadonlyMap<number, Failure>) {
    super('interviews of the batch have failed');
    this.failures = failures;
  }
}

/**
 * Runs a batch. Interviews that fail without a fault path undo the whole transaction; they are remembered in the list of flow errors
 * and the others run again without them.
 */
export function runAutomaticBatch(core: OrgCore, session: Session, batch: AutomaticBatch, tally: RunTally): void {
  const { flow } = batch;
  let open = batch.records;
  tally.interviews += Math.max(open.length, 1);
  for (;;) {
    const failures = attempt(core, session, { ...batch, records: open }, tally);
    if (failures.size === 0) return;
    const faults = [...failures].map(([at, { message, element }]) => ({
      flow: flow.name,
      element,
      recordId: open[at]?.Id ?? null,
      message,
    }));
    addFlowErrors(core.store, core.now().toISOString(), faults);
    tally.faults += failures.size;
    open = open.filter((_, at) => !failures.has(at));
    if (open.length === 0) return;
  }
}

/** The failures by place in the batch; none when the transaction was committed. */
function attempt(core: OrgCore, session: Session, { records, run }: AutomaticBatch, tally: RunTally): ReadonlyMap<number, Failure> {
  const transaction = new Transaction(ASYNCHRONOUS);
  const context = { ...saveContext(core, session), depth: 1, transaction };
  try {
    core.store.transaction(() => {
      const failures = new Map<number, Failure>();
      for (const [at, { errors, element }] of run(records, flowHost(context)).entries()) {
        if (errors.length > 0) failures.set(at, { message: errors.map(({ message }) => message).join('; '), element: element ?? null });
      }
      if (failures.size > 0) throw new BatchFailed(failures);
    });
    tally.add(transaction);
    return new Map();
  } catch (error) {
    core.forget();
    if (error instanceof BatchFailed) return error.failures;
    // A limit stops the whole batch: nobody can say which interview was too much.
    if (error instanceof LimitExceeded)
      return new Map(Array.from({ length: Math.max(records.length, 1) }, (_, at) => [at, { message: error.message, element: null }]));
    throw error;
  } finally {
    addFlowErrors(core.store, core.now().toISOString(), context.faults);
  }
}
