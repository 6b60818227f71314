// From an HTTP request to a route's answer: session, version, body readers; also for requests inside composite requests.
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { Org } from '../engine/org.ts';
import { BODY_LIMIT, decodedStream, parseJson, readBody } from './request-body.ts';
import type { ApiRequest, ApiResponse } from './route.ts';
import type { FoundRoute, Router } from './router.ts';
import type { Sessions } from './sessions.ts';

export interface Answering {
  readonly org: Org;
  readonly router: Router;
  readonly sessions: Sessions;
}

/** Answers an API request; throws ApiError. */
export async function dispatch(answering: Answering, request: IncomingMessage): Promise<ApiResponse> {
  const [path, query] = splitUrl(request.url ?? '/');
  const found = answering.router.find(request.method ?? 'GET', path);
  const session = found.route.open ? NOBODY : answering.sessions.find(request.headers);
  const stream = decodedStream(request, request.headers);
  const asked = apiRequest(found, { method: request.method ?? 'GET', query, headers: request.headers, session, stream });
  return found.route.handle(asked, found.route.open ? answering.org : answering.org.as(session));
}

/** Path and query of a request target; clients send doubled leading slashes, which a URL parser would take for a host. */
export function splitUrl(url: string): [path: string, query: URLSearchParams] {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, new URLSearchParams()] : [url.slice(0, mark), new URLSearchParams(url.slice(mark + 1))];
}

type Asked = Pick<ApiRequest, 'method' | 'query' | 'headers' | 'session'> & { readonly stream: Readable };

/** Puts a request together; the body is read when a route asks for it, once. */
export function apiRequest(found: FoundRoute, asked: Asked): ApiRequest {
  let body: Promise<Buffer> | undefined;
  const read = (): Promise<Buffer> => (body ??= readBody(asked.stream, BODY_LIMIT));
  return {
    ...asked,
    params: found.params,
    version: found.version,
    base: found.base,
    body: read,
    json: async () => parseJson(await read()),
  };
}

const NOBODY = { userId: '', username: '', language: 'en_US' } as const;
