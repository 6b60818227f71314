import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiError } from '../platform/api-error.ts';
import { CommandFailure } from './command-failure.ts';
import { asFailure, connectionFailure, isPassing } from './org-failures.ts';

const LOCAL = { target: 'local', instanceUrl: 'http://127.0.0.1:4380', loginCommand: 'npm start' };
const SANDBOX = { target: 'uat', instanceUrl: 'https://x.sandbox.my.salesforce.com', loginCommand: 'npx sf org login web --alias uat' };

function broken(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('low level'), { code }) });
}

test('every kind of trouble becomes one sentence with a next step and exit code 3', () => {
  const cases: [unknown, typeof LOCAL, string, RegExp, RegExp][] = [
    [broken('ECONNREFUSED'), LOCAL, 'ORG_UNREACHABLE', /Nothing answers at http:\/\/127\.0\.0\.1:4380/, /npm start/],
    [broken('ENOTFOUND'), SANDBOX, 'ORG_UNREACHABLE', /cannot be found/, /sf org display --target-org uat/],
    [broken('ECONNRESET'), SANDBOX, 'CONNECTION_LOST', /broke off/, /^Run the command again\.$/],
    [broken('SELF_SIGNED_CERT_IN_CHAIN'), SANDBOX, 'CERTIFICATE', /not trusted/, /NODE_EXTRA_CA_CERTS/],
    [broken('ENOTDIR'), SANDBOX, 'FOLDER_READ_ONLY', /cannot be written/, /may write to/],
    [broken('EROFS'), SANDBOX, 'FOLDER_READ_ONLY', /cannot be written/, /may write to/],
    [broken('ENOSPC'), SANDBOX, 'DISK_FULL', /disk is full/, /Make room/],
    [
      new ApiError(401, 'INVALID_SESSION_ID', 'Session expired or invalid'),
      SANDBOX,
      'SESSION_EXPIRED',
      /^The org uat does not accept the session/,
      /sf org login web --alias uat/,
    ],
    [new ApiError(401, 'INVALID_SESSION_ID', 'x'), LOCAL, 'SESSION_EXPIRED', /^The local org/, /npm start/],
    [new ApiError(403, 'REQUEST_LIMIT_EXCEEDED', 'x'), SANDBOX, 'API_LIMIT', /used up its API requests/, /tomorrow/],
    [
      new ApiError(503, 'SERVER_UNAVAILABLE', 'maintenance'),
      SANDBOX,
      'ORG_UNAVAILABLE',
      /HTTP 503: maintenance/,
      /status\.salesforce\.com/,
    ],
    [new ApiError(400, 'INVALID_FIELD', 'No such column'), SANDBOX, 'ORG_REFUSED', /INVALID_FIELD\): No such column/, /Correct/],
    [new Error('odd'), SANDBOX, 'UNEXPECTED', /stopped: odd/, /again/],
  ];
  for (const [error, place, code, message, action] of cases) {
    const failure = asFailure(error, place);
    assert.deepEqual([failure.code, failure.exitCode, failure.cause], [code, 3, error], code);
    assert.match(failure.message, message);
    assert.match(failure.action, action);
  }
});

test('a failure that is already in words is kept', () => {
  const failure = new CommandFailure('USAGE', 2, () => ({ message: 'a', action: 'b' }));
  assert.equal(asFailure(failure, LOCAL), failure);
});

test('only trouble that may pass is worth another attempt', () => {
  for (const code of ['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNREFUSED']) assert.equal(isPassing(broken(code)), true, code);
  for (const status of [500, 502, 503, 429]) assert.equal(isPassing(new ApiError(status, 'X', 'x')), true, String(status));
  for (const error of [new ApiError(400, 'X', 'x'), new ApiError(401, 'X', 'x'), broken('ENOSPC'), new Error('x'), undefined])
    assert.equal(isPassing(error), false);
});

test('a failure names the org, and the next attempt in the words of the command', () => {
  const failure = connectionFailure('CONNECTION_LOST', { target: 'myorg', where: 'https://x.example' });
  assert.deepEqual(failure.words('nl'), {
    message: 'De verbinding met de org myorg op https://x.example brak af.',
    action: 'Voer de opdracht opnieuw uit.',
  });
  assert.equal(failure.words('en', 'Continue with resume r1.').action, 'Continue with resume r1.');
});
