// A bulk API to try things on in tests: the routes over real HTTP, an org that writes calls down, a folder that outlives restarts.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { IngestJob } from '../../../platform/bulk-job.ts';
import { recordingOrg } from './recording-org.ts';
import type { RecordingOrg } from './recording-org.ts';
import { bulkRoutes } from './routes.ts';
import type { BulkOptions } from './routes.ts';
import { serveRoutes, TOKEN } from './serve-routes.ts';
import type { RoutesServer } from './serve-routes.ts';

export { TOKEN } from './serve-routes.ts';
export const INGEST_PATH = '/services/data/v68.0/jobs/ingest';
const FINISHED = ['JobComplete', 'Failed', 'Aborted'];

export class IngestBench {
  readonly folder = mkdtempSync(join(tmpdir(), 'bulk-test-'));
  org: RecordingOrg = recordingOrg();
  closing = new AbortController();
  #server: RoutesServer | undefined;

  get server(): RoutesServer {
    assert.ok(this.#server, 'the bench is open');
    return this.#server;
  }

  /** Starts again on the same folder, with an org that knows nothing. */
  async open(options: Partial<BulkOptions> = {}): Promise<void> {
    this.org = recordingOrg();
    this.closing = new AbortController();
    this.#server = await serveRoutes(bulkRoutes({ folder: this.folder, signal: this.closing.signal, ...options }), this.org);
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.server.close();
  }

  async remove(): Promise<void> {
    await this.close();
    rmSync(this.folder, { recursive: true });
  }

  async call(method: string, path: string, body?: string | FormData, type = 'application/json'): Promise<Response> {
    const headers = { authorization: `Bearer ${TOKEN}`, ...(body instanceof FormData ? {} : { 'content-type': type }) };
    return fetch(this.server.url + INGEST_PATH + path, { method, headers, ...(body === undefined ? {} : { body }) });
  }

  async create(members: Record<string, unknown> = {}): Promise<IngestJob> {
    const response = await this.call('POST', '', JSON.stringify({ object: 'Contact', operation: 'insert', ...members }));
    assert.equal(response.status, 200);
    return (await response.json()) as IngestJob;
  }

  async finished(id: string): Promise<IngestJob> {
    for (;;) {
      const job = (await (await this.call('GET', `/${id}`)).json()) as IngestJob;
      if (FINISHED.includes(job.state)) return job;
      await wait(5);
    }
  }

  /** Creates, uploads, closes and waits. */
  async run(csv: string, members: Record<string, unknown> = {}): Promise<IngestJob> {
    const { id } = await this.create(members);
    assert.equal((await this.call('PUT', `/${id}/batches`, csv, 'text/csv')).status, 201);
    assert.equal((await this.call('PATCH', `/${id}`, '{"state":"UploadComplete"}')).status, 200);
    return this.finished(id);
  }

  async text(path: string): Promise<string> {
    return (await this.call('GET', path)).text();
  }
}

export async function openIngestBench(): Promise<IngestBench> {
  const bench = new IngestBench();
  await bench.open();
  return bench;
}

/** Status, code and message of a refused request. */
export async function refusal(response: Response): Promise<[status: number, code: string, message: string]> {
  const [error] = (await response.json()) as [{ errorCode: string; message: string }];
  return [response.status, error.errorCode, error.message];
}
