// Writing answers: JSON, text or streams, compressed when they are large and the client takes gzip.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createGzip, gzipSync } from 'node:zlib';
import { ApiError } from '../../platform/api-error.ts';
import { unexpected } from './errors.ts';
import type { ApiResponse } from './route.ts';

/** Smaller bodies cost more to compress than to send. */
const GZIP_FROM = 8_192;

/** Sends one answer; a stream is piped and destroyed when the client goes away. */
export async function respond(request: IncomingMessage, response: ServerResponse, answer: ApiResponse): Promise<void> {
  const headers: Record<string, string> = { 'cache-control': 'no-store', ...answer.headers };
  const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  if (answer.stream) {
    if (takesGzip) headers['content-encoding'] = 'gzip';
    response.writeHead(answer.status, headers);
    await (takesGzip ? pipeline(answer.stream, createGzip({ level: 1 }), response) : pipeline(answer.stream, response));
    return;
  }
  if (answer.json !== undefined) headers['content-type'] ??= 'application/json;charset=UTF-8';
  let body = Buffer.from(answer.json === undefined ? (answer.text ?? '') : JSON.stringify(answer.json));
  if (takesGzip && body.length >= GZIP_FROM) {
    body = gzipSync(body, { level: 1 });
    headers['content-encoding'] = 'gzip';
  }
  if (answer.status !== 204) headers['content-length'] = String(body.length);
  response.writeHead(answer.status, headers);
  response.end(answer.status === 204 || request.method === 'HEAD' ? undefined : body);
}

/** An error as the platform writes it: `[{errorCode, message, fields?}]`. */
export function errorAnswer(error: ApiError): ApiResponse {
  const { errorCode, message, fields } = error;
  return { status: error.status, json: [fields === undefined ? { message, errorCode } : { message, errorCode, fields }] };
}

/**
 * Makes any thrown thing an ApiError. What nobody foresaw becomes 500 UNKNOWN_EXCEPTION with an id; its stack goes to `report`
 * without the message's quoted values, since those may hold personal data.
 */
export function toApiError(error: unknown, errorId: () => string, report: (line: string) => void): ApiError {
  if (error instanceof ApiError) return error;
  const id = errorId();
  const stack =
    error instanceof Error
      ? `${error.name}\n${(error.stack ?? '')
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
          .join('\n')}`
      : typeof error;
  const text = error instanceof Error ? error.message.replaceAll(/'[^']*'|"[^"]*"|\d{4,}/g, '…').slice(0, 200) : '';
  report(`local org: unexpected error ${id}: ${text}\n${stack}`);
  return unexpected(id);
}
