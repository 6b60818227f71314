// New interviews and the batches in which they advance together.
import type { FormulaMoment } from '../formula/compiled-formula.ts';
import type { Batch, FlowTiming, FlowTrace, Interview, Program, TriggeredRecord } from './flow.ts';
import type { FlowHost } from './flow-host.ts';

/** A batch without interviews; `newInterview` puts them in. */
export function newBatch(host: FlowHost, timing: FlowTiming): Batch {
  const moment: Omit<FormulaMoment, 'isNew'> = {
    today: host.today,
    now: host.now,
    ...(host.timeZone === undefined ? {} : { timeZone: host.timeZone }),
  };
  return {
    host,
    interviews: [],
    timing,
    creating: { ...moment, isNew: true },
    updating: { ...moment, isNew: false },
    parents: new Map(),
    read: new Set(),
    selections: new Map(),
  };
}

/** An interview at the start of its program. */
export function newInterview(batch: Batch, program: Program, { record, prior, isNew }: TriggeredRecord, trace?: FlowTrace): Interview {
  const interview: Interview = {
    batch,
    isNew,
    prior,
    record,
    program,
    slots: program.initial.slice(),
    node: program.start,
    at: undefined,
    frames: [],
    version: 0,
    executed: 0,
    fault: null,
    errors: [],
    trace,
    assigned: undefined,
  };
  batch.interviews.push(interview);
  return interview;
}
