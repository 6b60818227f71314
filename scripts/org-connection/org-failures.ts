// Turns what went wrong on the way to an org into one sentence and the next step.
import { ApiError } from '../platform/api-error.ts';
import { CommandFailure, failuresOf, type FailureValues } from './command-failure.ts';
import english from './org-sentences.en.json' with { type: 'json' };
import dutch from './org-sentences.nl.json' with { type: 'json' };

const failing = failuresOf<keyof typeof english>({ en: english, nl: dutch });

/** Where a command was going, and the command that makes its session work again. */
interface Place {
  readonly target: string;
  readonly instanceUrl: string;
  readonly loginCommand: string;
}

const NO_NAME = new Set(['ENOTFOUND', 'EAI_AGAIN']);
const NO_ROUTE = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN']);
const BROKEN_LINE = new Set([
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'HPE_INVALID_CONSTANT',
  // an answer that broke off within its compression
  'Z_BUF_ERROR',
  'ERR_STREAM_PREMATURE_CLOSE',
]);

/** No room, no quota, or a file as large as a file may be. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
/** A folder that may not be written to, or a file in its place. */
const NO_FOLDER = new Set(['EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOTDIR']);

/** Trouble on the way to the org, or with this machine: exit code 3. */
export function connectionFailure(sentence: keyof typeof english, values: FailureValues = {}, cause?: unknown): CommandFailure {
  return failing(sentence, 3, values, cause);
}

/** The system's error code, wherever it hides in the chain of causes. */
export function systemCode(error: unknown): string | undefined {
  for (let at: unknown = error, depth = 0; typeof at === 'object' && at !== null && depth < 6; depth += 1) {
    const { code, cause } = at as { code?: unknown; cause?: unknown };
    if (typeof code === 'string') return code;
    at = cause;
  }
  return undefined;
}

/** True when the same request may succeed a moment later: a broken line, a gateway, an overloaded server. */
export function isPassing(error: unknown): boolean {
  if (error instanceof ApiError) return error.status >= 500 || error.status === 429;
  const code = systemCode(error);
  return code !== undefined && (BROKEN_LINE.has(code) || NO_ROUTE.has(code) || NO_NAME.has(code));
}

/** The failure to show for an error that came from the org, the network or this machine's disk. Others are returned as a bug: with their text. */
export function asFailure(error: unknown, place: Place): CommandFailure {
  if (error instanceof CommandFailure) return error;
  if (error instanceof ApiError) return refusedFailure(error, place);
  const code = systemCode(error);
  if (code !== undefined && FULL.has(code)) return diskFailure(error);
  if (code !== undefined && (NO_NAME.has(code) || NO_ROUTE.has(code) || BROKEN_LINE.has(code) || /CERT|SSL|TLS|SELF_SIGNED/.test(code))) {
    return lineFailure(code, error, place);
  }
  const message = error instanceof Error ? error.message : String(error);
  if (code !== undefined && NO_FOLDER.has(code)) return connectionFailure('FOLDER_READ_ONLY', { message }, error);
  return connectionFailure('UNEXPECTED', { message: message.replace(/\.?$/, '.') }, error);
}

/** A full disk: nothing can be spooled or reported. */
export function diskFailure(cause: unknown): CommandFailure {
  return connectionFailure('DISK_FULL', {}, cause);
}

function lineFailure(code: string, error: unknown, { target, instanceUrl: where }: Place): CommandFailure {
  const isLocal = target === 'local';
  if (NO_ROUTE.has(code)) return connectionFailure(isLocal ? 'ORG_UNREACHABLE.local' : 'ORG_UNREACHABLE', { target, where }, error);
  if (NO_NAME.has(code)) return connectionFailure('ORG_UNREACHABLE.name', { target, where }, error);
  if (BROKEN_LINE.has(code)) return connectionFailure(isLocal ? 'CONNECTION_LOST.local' : 'CONNECTION_LOST', { target, where }, error);
  return connectionFailure('CERTIFICATE', { where, code }, error);
}

function refusedFailure(error: ApiError, { target, loginCommand: login }: Place): CommandFailure {
  const { errorCode, status, message } = error;
  if (status === 401 || errorCode === 'INVALID_SESSION_ID' || errorCode === 'INVALID_AUTH_HEADER') {
    return connectionFailure(target === 'local' ? 'SESSION_EXPIRED.local' : 'SESSION_EXPIRED', { target, login }, error);
  }
  if (errorCode === 'REQUEST_LIMIT_EXCEEDED' || status === 429) return connectionFailure('API_LIMIT', { target }, error);
  if (errorCode === 'API_DISABLED_FOR_ORG' || errorCode === 'API_CURRENTLY_DISABLED')
    return connectionFailure('API_DISABLED', { target }, error);
  if (status >= 500) return connectionFailure('ORG_UNAVAILABLE', { target, status, message }, error);
  return connectionFailure('ORG_REFUSED', { target, code: errorCode, message }, error);
}
