// How the API is put together: routes as data, each answering one request on behalf of a session.
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { Org, Session } from '../engine/org.ts';

export interface ApiRequest {
  readonly method: string;
  /** Named parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The version in the path, such as `68.0`. */
  readonly version: string;
  /** Path up to and including the version, such as `/services/data/v68.0`. */
  readonly base: string;
  readonly session: Session;
  readonly stream: Readable;
  /** The whole body; throws ApiError 413 beyond the platform's limit. */
  body(): Promise<Buffer>;
  /** The body as JSON; throws ApiError JSON_PARSER_ERROR. */
  json(): Promise<unknown>;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is; set content-type in the headers. */
  readonly text?: string;
  readonly stream?: Readable;
}

/** A resource below `/services/data/vXX.X`; the path is a find-my-way pattern such as `/jobs/ingest/:id/batches`. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  readonly path: string;
  handle(request: ApiRequest, org: Org): Promise<ApiResponse> | ApiResponse;
}
