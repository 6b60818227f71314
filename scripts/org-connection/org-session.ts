// A session with one org: small requests go through jsforce, files and streams through our own HTTP.
import type { Connection } from 'jsforce/lib/connection.js';
import type { Transport } from 'jsforce/lib/transport.js';
import { ApiError } from '../platform/api-error.ts';
import { API_VERSION } from '../platform/api-version.ts';
import { apiError, renewed } from './jsforce-connection.ts';
import type { OrgAccess } from './org-access.ts';
import { OrgHttp, type StreamRequest, type StreamResponse } from './org-http.ts';
import { repeated, type Pace } from './repeated.ts';

/** Root of every resource of the REST API. */
export const API_ROOT = `/services/data/v${API_VERSION}`;

/** A record as the REST API tells it; nested records by relationship name. */
export type OrgRecord = Readonly<Record<string, unknown>>;

export interface DescribedField {
  readonly name: string;
  readonly relationshipName: string | null;
  readonly createable: boolean;
  readonly updateable: boolean;
}

/** Talks to one org until `close`. Errors of the platform are ApiError, errors of the line are the system's. */
export class OrgSession {
  readonly access: OrgAccess;
  readonly #connection: Connection;
  readonly #http: OrgHttp;
  readonly #pace: Pace;

  constructor(access: OrgAccess, connection: Connection, http: OrgHttp, pace: Pace) {
    this.access = access;
    this.#connection = connection;
    this.#http = http;
    this.#pace = pace;
  }

  /** Sends JSON (or nothing) and returns the parsed answer; `path` starts after the version. */
  json(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: Readonly<Record<string, unknown>>): Promise<unknown> {
    return this.#request(method, `${API_ROOT}${path}`, body);
  }

  /** Every record of a query, pages fetched one after another. For small results: big ones are Bulk queries. */
  async query(soql: string): Promise<readonly OrgRecord[]> {
    const found: OrgRecord[] = [];
    for (let next: string | undefined = `${API_ROOT}/query?q=${encodeURIComponent(soql)}`; next !== undefined;) {
      const url = next;
      const page = (await repeated(() => this.#request('GET', url), this.#pace)) as {
        readonly records: readonly OrgRecord[];
        readonly nextRecordsUrl?: string;
      };
      found.push(...page.records);
      next = page.nextRecordsUrl;
    }
    return found;
  }

  /** Fields of an object, or undefined when the org (or the user) has no such object. */
  async fields(object: string): Promise<readonly DescribedField[] | undefined> {
    try {
      const described = (await repeated(() => this.json('GET', `/sobjects/${object}/describe`), this.#pace)) as {
        readonly fields: readonly DescribedField[];
      };
      return described.fields;
    } catch (error) {
      if (error instanceof ApiError && (error.status === 404 || error.errorCode === 'INVALID_TYPE')) return undefined;
      throw error;
    }
  }

  /** Sends a file or fetches a stream; an ended session is renewed once. `path` starts after the version. */
  async stream(request: StreamRequest): Promise<StreamResponse> {
    const whole = { ...request, path: `${API_ROOT}${request.path}` };
    try {
      return await this.#http.send(whole, this.#connection.accessToken ?? '');
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401 || this.access.refresh === undefined) throw error;
      this.#connection.accessToken = await renewed(this.access, this.#connection.accessToken ?? '');
      return this.#http.send(whole, this.#connection.accessToken);
    }
  }

  close(): void {
    this.#http.close();
  }

  /** jsforce does not keep the HTTP status of a refusal, so it is noted on the way. */
  async #request(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: Readonly<Record<string, unknown>>): Promise<unknown> {
    let status = 0;
    const transport = {
      httpRequest: (...[request, options]: Parameters<Transport['httpRequest']>): ReturnType<Transport['httpRequest']> => {
        // jsforce would repeat on its own for a quarter of a minute, and count nobody in
        const sent = this.#connection._transport.httpRequest(request, { ...options, retry: { maxRetries: 0 } });
        sent.then(
          (response) => (status = response.statusCode),
          () => undefined,
        );
        return sent;
      },
    };
    const headers = { 'content-type': 'application/json' };
    try {
      return await this.#connection.request<unknown>({ method, url, headers, ...(body && { body: JSON.stringify(body) }) }, { transport });
    } catch (error) {
      throw apiError(error, status);
    }
  }
}
