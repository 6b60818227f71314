// Several requests in one: composite (in order, later ones may use earlier results) and batch (independent of one another).
import { Readable } from 'node:stream';
import { ApiError, notImplemented } from '../../../platform/api-error.ts';
import { apiRequest, splitUrl, type Answering } from '../dispatch.ts';
import { malformedRequest, tooManyRecords } from '../errors.ts';
import { errorAnswer } from '../respond.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { resolveReferences } from './composite-reference.ts';
import { isObject, jsonObject } from './record-input.ts';

const MAX_REQUESTS = 25;

interface SubRequest {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
  readonly referenceId: string;
}

interface SubAnswer {
  readonly request: SubRequest;
  readonly answer: ApiResponse;
}

/** `answering` is asked late: the router that finds the inner routes holds these routes too. */
export function compositeRoutes(answering: () => Answering): readonly Route[] {
  return [
    { method: 'POST', path: '/composite', handle: (request) => composite(request, answering()) },
    { method: 'POST', path: '/composite/batch', handle: (request) => batch(request, answering()) },
  ];
}

async function composite(request: ApiRequest, answering: Answering): Promise<ApiResponse> {
  const body = jsonObject(await request.json());
  const requests = readRequests(body['compositeRequest'], 'compositeRequest');
  // A transaction cannot wait: with allOrNone the work of every request must be done without a pause.
  if (body['allOrNone'] === true) throw notImplemented('composite requests with allOrNone (composite/tree and composite/sobjects have it)');
  const done: SubAnswer[] = [];
  const results = new Map<string, unknown>();
  for (const sub of requests) {
    const answer = await runComposite(request, answering, sub, results);
    if (answer.status < 400) results.set(sub.referenceId, answer.json ?? null);
    done.push({ request: sub, answer });
  }
  return {
    status: 200,
    json: {
      compositeResponse: done.map(({ request: { referenceId }, answer }) => ({
        body: answer.json ?? null,
        httpHeaders: answer.headers?.['location'] === undefined ? {} : { Location: answer.headers['location'] },
        httpStatusCode: answer.status,
        referenceId,
      })),
    },
  };
}

async function runComposite(
  outer: ApiRequest,
  answering: Answering,
  sub: SubRequest,
  results: ReadonlyMap<string, unknown>,
): Promise<ApiResponse> {
  try {
    const resolved = { ...sub, url: String(resolveReferences(sub.url, results)), body: resolveReferences(sub.body, results) };
    return await run(outer, answering, resolved);
  } catch (error) {
    if (error instanceof ApiError) return errorAnswer(error);
    throw error;
  }
}

async function batch(request: ApiRequest, answering: Answering): Promise<ApiResponse> {
  const body = jsonObject(await request.json());
  const requests = readRequests(body['batchRequests'], 'batchRequests');
  const halt = body['haltOnError'] === true;
  const results: { statusCode: number; result: unknown }[] = [];
  for (const sub of requests) {
    const halted = halt && results.some(({ statusCode }) => statusCode >= 400);
    const answer = halted
      ? errorAnswer(new ApiError(412, 'BATCH_PROCESSING_HALTED', 'Batch processing halted per request'))
      : await runBatched(request, answering, sub);
    results.push({ statusCode: answer.status, result: answer.json ?? null });
  }
  return { status: 200, json: { hasErrors: results.some(({ statusCode }) => statusCode >= 400), results } };
}

/** URLs of a batch stand below `/services/data`, or are whole paths. */
async function runBatched(outer: ApiRequest, answering: Answering, sub: SubRequest): Promise<ApiResponse> {
  const url = sub.url.startsWith('/services/') ? sub.url : `/services/data/${sub.url.replace(/^\//, '')}`;
  try {
    return await run(outer, answering, { ...sub, url });
  } catch (error) {
    if (error instanceof ApiError) return errorAnswer(error);
    throw error;
  }
}

function run(outer: ApiRequest, answering: Answering, sub: SubRequest): Promise<ApiResponse> | ApiResponse {
  const [path, query] = splitUrl(sub.url);
  const found = answering.router.find(sub.method, path);
  if (/^\/composite(?:\/batch)?\/?$/i.test(path.slice(found.base.length)))
    throw malformedRequest('A composite request cannot hold composite or batch requests.');
  const bytes = Buffer.from(sub.body === undefined ? '' : JSON.stringify(sub.body));
  const headers = { ...outer.headers, 'content-length': String(bytes.length) };
  const request = apiRequest(found, { method: sub.method, query, headers, session: outer.session, stream: Readable.from([bytes]) });
  return found.route.handle(request, answering.org.as(outer.session));
}

function readRequests(value: unknown, name: string): readonly SubRequest[] {
  if (!Array.isArray(value) || !value.every(isObject))
    throw malformedRequest(`The request body must hold a list '${name}' of JSON objects.`);
  if (value.length > MAX_REQUESTS) throw tooManyRecords(MAX_REQUESTS);
  return value.map(({ method, url, body, richInput, referenceId }) => {
    if (typeof method !== 'string' || typeof url !== 'string')
      throw malformedRequest(`Each request of '${name}' needs a method and a url.`);
    if (name === 'compositeRequest' && typeof referenceId !== 'string')
      throw malformedRequest('Each composite request needs a referenceId.');
    return { method: method.toUpperCase(), url, body: body ?? richInput, referenceId: typeof referenceId === 'string' ? referenceId : '' };
  });
}
