// Turns what went wrong on the way to an org into one sentence and the next step.
import { ApiError } from '../../platform/api-error.ts';
import { ImportFailure, orgFailure } from '../plan/import-failure.ts';
import type { OrgAccess } from './org-connection.ts';

type Place = Pick<OrgAccess, 'target' | 'instanceUrl' | 'loginCommand'>;

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
]);

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
export function asFailure(error: unknown, place: Place): ImportFailure {
  if (error instanceof ImportFailure) return error;
  const name = place.target === 'local' ? 'the local org' : `the org ${place.target}`;
  if (error instanceof ApiError) return refusedFailure(error, name, place);
  const code = systemCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFailure(error);
  if (code !== undefined && (NO_NAME.has(code) || NO_ROUTE.has(code) || BROKEN_LINE.has(code) || /CERT|SSL|TLS|SELF_SIGNED/.test(code))) {
    return lineFailure(code, error, name, place);
  }
  const message = error instanceof Error ? error.message : String(error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return orgFailure(
      'FOLDER_READ_ONLY',
      `The run folder cannot be written: ${message}.`,
      'Run the command in a folder that you may write to.',
      error,
    );
  }
  return orgFailure(
    'UNEXPECTED',
    `The import stopped: ${message.replace(/\.?$/, '.')}`,
    'Run the command again; rows that arrived are recognised and not doubled.',
    error,
  );
}

/** A full disk: nothing can be spooled or reported. */
export function diskFailure(cause: unknown): ImportFailure {
  const action = 'Make room (the import needs about twice the size of the file) and run the command again.';
  return orgFailure('DISK_FULL', 'The disk is full: the rows cannot be prepared for sending.', action, cause);
}

function lineFailure(code: string, error: unknown, name: string, place: Place): ImportFailure {
  const where = place.instanceUrl;
  const isLocal = place.target === 'local';
  const check = isLocal
    ? 'Start it with npm start and leave it running.'
    : `Check the network, VPN and proxy, then try npx sf org display --target-org ${place.target}.`;
  if (NO_ROUTE.has(code)) return orgFailure('ORG_UNREACHABLE', `Nothing answers at ${where}, the address of ${name}.`, check, error);
  if (NO_NAME.has(code)) return orgFailure('ORG_UNREACHABLE', `The address ${where} of ${name} cannot be found.`, check, error);
  if (BROKEN_LINE.has(code)) {
    const again = isLocal
      ? 'See whether npm start is still running, then run the command again.'
      : 'Run the command again; rows that arrived are recognised and not doubled.';
    return orgFailure('CONNECTION_LOST', `The connection to ${name} at ${where} broke off.`, again, error);
  }
  const action = 'Ask who runs the network for its root certificate and name it in NODE_EXTRA_CA_CERTS.';
  return orgFailure('CERTIFICATE', `The certificate of ${where} is not trusted (${code}).`, action, error);
}

function refusedFailure(error: ApiError, name: string, place: Place): ImportFailure {
  const { errorCode, status, message } = error;
  if (status === 401 || errorCode === 'INVALID_SESSION_ID' || errorCode === 'INVALID_AUTH_HEADER') {
    const action =
      place.target === 'local' ? 'Start the local org again (npm start); it writes a new session.' : `Log in again: ${place.loginCommand}.`;
    return orgFailure('SESSION_EXPIRED', `${capital(name)} does not accept the session any more.`, action, error);
  }
  if (errorCode === 'REQUEST_LIMIT_EXCEEDED' || status === 429) {
    return orgFailure(
      'API_LIMIT',
      `${capital(name)} has used up its API requests for today.`,
      'Load the file again tomorrow, or ask for a higher limit.',
      error,
    );
  }
  if (errorCode === 'API_DISABLED_FOR_ORG' || errorCode === 'API_CURRENTLY_DISABLED') {
    return orgFailure(
      'API_DISABLED',
      `The user may not use the API of ${name}.`,
      'Give the user the system permission "API Enabled".',
      error,
    );
  }
  if (status >= 500) {
    return orgFailure(
      'ORG_UNAVAILABLE',
      `${capital(name)} answers with HTTP ${status}: ${message}`,
      'See status.salesforce.com, wait, and run the command again.',
      error,
    );
  }
  return orgFailure(
    'ORG_REFUSED',
    `${capital(name)} refused a request (${errorCode}): ${message}`,
    'Correct what the message names and run the command again.',
    error,
  );
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
