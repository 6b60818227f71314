// Takes the content of an ingest job: one PUT, streamed to disk, or the content part of a multipart create.
import { createWriteStream, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ApiError } from '../../../platform/api-error.ts';
import { bodyTooLarge } from '../errors.ts';
import type { ApiRequest } from '../route.ts';
import { CONTENT_FILE, CONTENT_PART_FILE } from './ingest-files.ts';
import { invalidJobState } from './job-request.ts';
import type { JobRegistry } from './job-registry.ts';

/** Bytes that one job may hold (Bulk API 2.0 limits: 150 MB). */
export const CONTENT_LIMIT = 150_000_000;
/** Characters that the content part of a multipart create may hold. */
const MULTIPART_LIMIT = 100_000;

/**
 * Stores the body of a PUT. What broke off half-way is dropped, as if it had not been sent.
 * Throws ApiError: the job is not open, has its content already, the type is not CSV, or the size is beyond the limit (413).
 */
export async function receiveContent(request: ApiRequest, id: string, jobs: JobRegistry): Promise<void> {
  const { info } = jobs.ingest(id);
  if (info.state !== 'Open') throw invalidJobState(`Job is not in an Open state: ${info.state}`);
  const [content, part] = [jobs.path(info.id, CONTENT_FILE), jobs.path(info.id, CONTENT_PART_FILE)];
  if (existsSync(content) || jobs.uploads.has(info.id)) throw secondContent(info.id);
  checkHeaders(request.headers);
  jobs.uploads.add(info.id);
  try {
    await pipeline(request.stream, limited, createWriteStream(part, { mode: 0o600 }));
    renameSync(part, content);
  } finally {
    jobs.uploads.delete(info.id);
    rmSync(part, { force: true });
  }
}

function checkHeaders(headers: ApiRequest['headers']): void {
  const type = (headers['content-type'] ?? '').toLowerCase();
  const charset = /charset\s*=\s*"?([^;"\s]+)/.exec(type)?.[1];
  if (!type.startsWith('text/csv') || (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8')) {
    throw new ApiError(415, 'UNSUPPORTED_MEDIA_TYPE', 'The content type of job data must be text/csv in UTF-8');
  }
  if (Number(headers['content-length'] ?? 0) > CONTENT_LIMIT) throw bodyTooLarge(CONTENT_LIMIT);
}

/** Passes on what is within the limit; the rest is read and dropped, so that the client gets to read the refusal. */
async function* limited(source: Readable): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const piece of source as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length <= CONTENT_LIMIT) yield piece;
  }
  if (length > CONTENT_LIMIT) throw bodyTooLarge(CONTENT_LIMIT);
}

function secondContent(id: string): ApiError {
  return new ApiError(
    400,
    'BULK_API_ERROR',
    `Found multiple contents for job: <${id.slice(0, 15)}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job ` +
      `and make sure you only do 'PUT' once on a given Job.`,
  );
}

/** The parts `job` and `content` of a multipart create; throws ApiError when one is missing or the content is too long. */
export async function readMultipart(request: ApiRequest): Promise<{ job: unknown; content: string }> {
  const body = await request.body();
  const text = async (form: FormData, name: string): Promise<string> => {
    const part = form.get(name);
    if (part === null) throw new ApiError(400, 'INVALID_MULTIPART_REQUEST', `The multipart body has no part named ${name}`);
    return typeof part === 'string' ? part : part.text();
  };
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': request.headers['content-type'] ?? '' } })
    .formData()
    .catch((cause: unknown) => {
      throw new ApiError(400, 'INVALID_MULTIPART_REQUEST', 'The multipart body could not be read', { cause });
    });
  const [job, content] = [await text(form, 'job'), await text(form, 'content')];
  if (content.length > MULTIPART_LIMIT) {
    throw new ApiError(400, 'EXCEEDED_QUOTA', `The content part of a multipart request may have ${MULTIPART_LIMIT} characters`);
  }
  try {
    return { job: JSON.parse(job) as unknown, content };
  } catch (cause) {
    throw new ApiError(400, 'JSON_PARSER_ERROR', 'The part named job is not JSON', { cause });
  }
}

/** Stores content that came with the create request. */
export function storeContent(id: string, content: string, jobs: JobRegistry): void {
  writeFileSync(jobs.path(id, CONTENT_FILE), content, { mode: 0o600 });
}
