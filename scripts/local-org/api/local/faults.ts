// Faults that a local org shows on request, for tests of clients: broken lines, refusals, jobs that stand still, locked rows, a wrong clock.
import type { Row } from '../../../platform/record.ts';
import type { SaveResult } from '../../../platform/save-result.ts';
import type { BulkFaults } from '../bulk/routes.ts';
import { JobFailure } from '../bulk/job-failure.ts';
import { malformedRequest } from '../errors.ts';
import type { Route } from '../route.ts';

/** What happens to a request. Bytes count from the beginning of its body, or of the answer's. */
export type RequestFault =
  | { readonly kind: 'status'; readonly status: number; readonly errorCode?: string; readonly message?: string }
  | { readonly kind: 'cut-request'; readonly bytes?: number }
  | { readonly kind: 'lose-answer' }
  | { readonly kind: 'cut-answer'; readonly bytes?: number }
  | { readonly kind: 'short-answer'; readonly bytes?: number }
  | { readonly kind: 'end-session' };

/** What happens to an ingest job, from that record on. `lock-rows`: every n-th record is locked, `times` times in all. */
export type JobFault =
  | { readonly kind: 'stand-still'; readonly fromRecord?: number }
  | { readonly kind: 'fail-job'; readonly fromRecord?: number; readonly message?: string }
  | { readonly kind: 'lock-rows'; readonly every?: number };

/** `minutes` that the org's clock is ahead, as its `Date` header tells. */
export interface ClockFault {
  readonly kind: 'clock';
  readonly minutes: number;
}

/** `method` and `path` (a regular expression over the path after the version) say which requests; `skip` of them pass first. */
export type Fault = (RequestFault | JobFault | ClockFault) & {
  readonly method?: string;
  readonly path?: string;
  readonly skip?: number;
  /** How often it happens; for ever when absent. */
  readonly times?: number;
};

const REQUEST_KINDS = ['status', 'cut-request', 'lose-answer', 'cut-answer', 'short-answer', 'end-session'];
const KINDS = [...REQUEST_KINDS, 'stand-still', 'fail-job', 'lock-rows', 'clock'];
const STILL_MILLISECONDS = 20;

interface Armed {
  readonly fault: Fault;
  skip: number;
  left: number;
  hits: number;
}

/** The faults that are switched on; empty in the beginning. */
export class FaultBoard implements BulkFaults {
  #armed: Armed[] = [];

  /** Replaces the faults. */
  arm(faults: readonly Fault[]): void {
    this.#armed = faults.map((fault) => ({ fault, skip: fault.skip ?? 0, left: fault.times ?? Infinity, hits: 0 }));
  }

  /** How often each fault has happened, in their order. */
  get hits(): readonly number[] {
    return this.#armed.map(({ hits }) => hits);
  }

  /** The fault that meets a request; counts it. */
  ofRequest(method: string, path: string): RequestFault | undefined {
    const armed = this.#armed.find((one) => isRequestFault(one.fault) && meets(one, method, path));
    return armed && strike(armed) ? (armed.fault as RequestFault) : undefined;
  }

  get clockMinutes(): number {
    const clock = this.#armed.find(({ fault }) => fault.kind === 'clock')?.fault;
    return clock?.kind === 'clock' ? clock.minutes : 0;
  }

  async beforeChunk(_job: unknown, recordsProcessed: number): Promise<void> {
    for (;;) {
      const armed = this.#armed.find(
        ({ fault, left }) =>
          left > 0 && (fault.kind === 'stand-still' || fault.kind === 'fail-job') && recordsProcessed >= (fault.fromRecord ?? 0),
      );
      if (armed === undefined || !strike(armed)) return;
      const { fault } = armed;
      if (fault.kind === 'fail-job') throw new JobFailure(fault.message ?? 'InternalServerError : injected');
      await new Promise((resolve) => setTimeout(resolve, STILL_MILLISECONDS));
    }
  }

  refusal(_row: Row): SaveResult | undefined {
    const armed = this.#armed.find(({ fault, left }) => fault.kind === 'lock-rows' && left > 0);
    if (armed?.fault.kind !== 'lock-rows') return undefined;
    armed.skip += 1;
    if (armed.skip % (armed.fault.every ?? 1) !== 0 || !strike(armed)) return undefined;
    const message = 'unable to obtain exclusive access to this record or 1 records';
    return { success: false, id: null, created: false, errors: [{ statusCode: 'UNABLE_TO_LOCK_ROW', message, fields: [] }] };
  }
}

function isRequestFault(fault: Fault): boolean {
  return REQUEST_KINDS.includes(fault.kind);
}

function meets({ fault, left }: Armed, method: string, path: string): boolean {
  return left > 0 && (fault.method === undefined || fault.method === method) && new RegExp(fault.path ?? '').test(path);
}

/** False for one that passes first. */
function strike(armed: Armed): boolean {
  if (isRequestFault(armed.fault) && armed.skip > 0) {
    armed.skip -= 1;
    return false;
  }
  armed.left -= 1;
  armed.hits += 1;
  return true;
}

/** `POST /local/faults` replaces the faults, `GET` tells how often each has happened. Salesforce has no such resource. */
export function faultRoutes(board: FaultBoard): readonly Route[] {
  return [
    { method: 'GET', path: '/local/faults', handle: () => ({ status: 200, json: { hits: board.hits } }) },
    {
      method: 'POST',
      path: '/local/faults',
      async handle(request) {
        const body = (await request.json()) as { readonly faults?: unknown };
        board.arm(readFaults(body.faults));
        return { status: 204 };
      },
    },
  ];
}

function readFaults(faults: unknown): readonly Fault[] {
  if (!Array.isArray(faults)) throw malformedRequest('faults is missing: send {"faults": [{"kind": "status", "status": 503}]}');
  for (const fault of faults as readonly unknown[]) {
    const kind: unknown = typeof fault === 'object' && fault !== null && 'kind' in fault ? fault.kind : undefined;
    if (typeof kind !== 'string' || !KINDS.includes(kind)) throw malformedRequest(`kind is none of ${KINDS.join(', ')}`);
  }
  return faults as readonly Fault[];
}
