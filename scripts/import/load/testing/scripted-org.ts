// For tests: an HTTP server that answers what a test tells it to, and remembers what it was asked.
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { API_VERSION } from '../../../platform/api-version.ts';
import { OrgHttp } from '../../../org-connection/org-http.ts';
import { OrgSession } from '../../../org-connection/org-session.ts';

const ROOT = `/services/data/v${API_VERSION}`;

/** One request as it arrived; `path` starts after the version. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** Answers one request; the body has been read unless `readsBody` is false for its method. */
export type Script = (asked: Asked, response: ServerResponse, request: IncomingMessage) => void;

export interface ScriptedOrg {
  readonly asked: readonly Asked[];
  readonly session: OrgSession;
  close(): Promise<void>;
}

/** Starts the server; PUT bodies are handed to the script unread when `unreadPut` says so, so that it can cut the line. */
export async function scriptedOrg(script: Script, unreadPut: () => boolean = () => false): Promise<ScriptedOrg> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const path = (request.url ?? '').slice(ROOT.length);
      const method = request.method ?? '';
      let body = '';
      if (method !== 'PUT' || !unreadPut()) for await (const piece of request) body += String(piece);
      const one = { method, path, body };
      asked.push(one);
      script(one, response, request);
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const instanceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const access = {
    target: 'scripted',
    username: 'u@scripted.example',
    instanceUrl,
    accessToken: '00D000000000001!scripted',
    loginCommand: 'log in',
  };
  const { Connection } = await import('jsforce/lib/connection.js');
  const session = new OrgSession(
    access,
    new Connection({ instanceUrl, accessToken: access.accessToken, version: API_VERSION }),
    new OrgHttp(instanceUrl, {}),
    { wait: () => Promise.resolve() },
  );
  return {
    asked,
    session,
    async close() {
      session.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function json(response: ServerResponse, content: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
}

export function csv(response: ServerResponse, content: string, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(200, { 'content-type': 'text/csv', ...headers }).end(content);
}
