// Carries a fault out on one request and its answer.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from '../../../platform/api-error.ts';
import type { Sessions } from '../sessions.ts';
import type { FaultBoard, RequestFault } from './faults.ts';

const FIRST_BYTES = 64;
const MINUTE = 60_000;

/**
 * Meets a request before it is answered. Throws the ApiError of a refusal. Returns true when the line is to be broken instead of
 * answering, after the work has been done.
 */
export function meetFaults(
  board: FaultBoard,
  sessions: Sessions,
  request: IncomingMessage,
  response: ServerResponse,
): { readonly losesAnswer: boolean } {
  if (board.clockMinutes !== 0) response.setHeader('date', new Date(Date.now() + board.clockMinutes * MINUTE).toUTCString());
  const path = (request.url ?? '').replace(/^\/+services\/data\/v\d+\.\d/, '');
  const fault = path.startsWith('/local/') ? undefined : board.ofRequest(request.method ?? '', path);
  if (fault === undefined) return { losesAnswer: false };
  carryOut(fault, sessions, request, response);
  return { losesAnswer: fault.kind === 'lose-answer' };
}

function carryOut(fault: RequestFault, sessions: Sessions, request: IncomingMessage, response: ServerResponse): void {
  switch (fault.kind) {
    case 'status':
      request.resume();
      throw new ApiError(fault.status, fault.errorCode ?? 'SERVER_UNAVAILABLE', fault.message ?? 'injected');
    case 'end-session':
      sessions.end(request.headers);
      break;
    case 'cut-request':
      cutAfter(request, fault.bytes ?? FIRST_BYTES);
      break;
    case 'cut-answer':
      limitAnswer(response, fault.bytes ?? FIRST_BYTES, () => request.socket.resetAndDestroy());
      break;
    case 'short-answer':
      limitAnswer(response, fault.bytes ?? FIRST_BYTES, undefined);
      break;
    case 'lose-answer':
      break;
  }
}

/** Breaks the line when so much of the body has arrived. */
function cutAfter(request: IncomingMessage, bytes: number): void {
  let seen = 0;
  request.on('data', (piece: Buffer) => {
    seen += piece.length;
    if (seen >= bytes) request.socket.resetAndDestroy();
  });
  request.pause();
}

/** Lets only the first bytes of the answer pass; then it breaks, or ends as if it were whole. */
function limitAnswer(response: ServerResponse, bytes: number, breaks: (() => void) | undefined): void {
  let left = bytes;
  const [write, end] = [response.write.bind(response), response.end.bind(response)];
  const cut = (piece: unknown): Buffer => {
    const whole = Buffer.isBuffer(piece) ? piece : Buffer.from(typeof piece === 'string' ? piece : '');
    const part = whole.subarray(0, left);
    left -= part.length;
    return part;
  };
  response.removeHeader('content-length');
  response.write = ((piece: unknown, encoding?: unknown, done?: unknown): boolean => {
    const isOpen = left > 0;
    if (isOpen) write(cut(piece));
    if (isOpen && left === 0) breaks?.();
    const callback = typeof encoding === 'function' ? encoding : done;
    if (typeof callback === 'function') (callback as () => void)();
    return true;
  }) as typeof response.write;
  response.end = ((piece?: unknown): ServerResponse => {
    if (piece !== undefined && typeof piece !== 'function' && left > 0) write(cut(piece));
    if (breaks) {
      breaks();
      return response;
    }
    return end();
  }) as typeof response.end;
}
