// Reading request bodies: whole, limited, and gunzipped where the client compressed them.
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream';
import { createGunzip, createInflate } from 'node:zlib';
import { bodyTooLarge, malformedRequest, unreadableEncoding, unreadableJson } from './errors.ts';

/** REST request bodies may be 50 MB (Salesforce Developer Limits, "API Query Cursor Limits and Request Size"). */
export const BODY_LIMIT = 52_428_800;

/** The body with its content encoding undone; throws ApiError 415 for an encoding other than gzip or deflate. */
export function decodedStream(stream: Readable, headers: IncomingHttpHeaders): Readable {
  const encoding = (headers['content-encoding'] ?? 'identity').toLowerCase();
  if (encoding === 'identity') return stream;
  if (encoding === 'gzip') return undone(stream, createGunzip());
  if (encoding === 'deflate') return undone(stream, createInflate());
  throw unreadableEncoding(encoding);
}

/** Errors of either stream surface where the result is read. */
function undone(stream: Readable, decoder: Transform): Readable {
  pipeline(stream, decoder, () => undefined);
  return decoder;
}

/** The whole body; throws ApiError 413 as soon as it passes the limit, 400 when it is not what its encoding says. */
export async function readBody(stream: Readable, limit: number = BODY_LIMIT): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of stream as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > limit) throw bodyTooLarge(limit);
      parts.push(part);
    }
  } catch (error) {
    const isEncoding = String((error as { code?: unknown }).code).startsWith('Z_');
    throw isEncoding ? malformedRequest('The request body cannot be decompressed.') : error;
  }
  return Buffer.concat(parts);
}

/** Parses JSON; throws ApiError 400 JSON_PARSER_ERROR. */
export function parseJson(body: Buffer): unknown {
  if (body.length === 0) throw unreadableJson('The HTTP entity body is required, but this request has no entity body.');
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch (error) {
    throw unreadableJson(`The request body is not valid JSON: ${(error as Error).message}`, error);
  }
}
