// For tests: a proxy between the import and an org that breaks the line where a test says so.
import { createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What to do with one request: pass it on; `cut-upload` breaks the line after the first bytes of the body, which reach the org;
 * `lose-answer` lets the org do its work and breaks the line instead of answering; a number answers with that HTTP status.
 */
export type Fault = 'pass' | 'cut-upload' | 'lose-answer' | number;

export interface FaultProxy {
  readonly url: string;
  /** Method and path of everything that was asked. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Starts a proxy before `target`; `decide` is asked for every request. */
export async function faultProxy(target: string, decide: (method: string, path: string) => Fault): Promise<FaultProxy> {
  const asked: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const [method, path] = [incoming.method ?? '', incoming.url ?? ''];
    asked.push(`${method} ${path}`);
    const fault = decide(method, path);
    if (typeof fault === 'number') {
      incoming.resume();
      outgoing.writeHead(fault, { 'content-type': 'application/json' }).end('[{"errorCode":"SERVER_UNAVAILABLE","message":"injected"}]');
    } else forward(target, incoming, outgoing, fault);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function forward(target: string, incoming: IncomingMessage, outgoing: ServerResponse, fault: Exclude<Fault, number>): void {
  const url = new URL(target);
  const onward = request({
    host: url.hostname,
    port: url.port,
    method: incoming.method,
    path: incoming.url,
    headers: { ...incoming.headers, host: url.host },
  });
  onward.on('response', (answer) => {
    if (fault === 'lose-answer') {
      answer.resume().on('end', () => incoming.socket.resetAndDestroy());
      return;
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('error', () => incoming.socket.destroy());
  if (fault !== 'cut-upload') {
    incoming.pipe(onward);
    return;
  }
  incoming.once('data', (piece: Buffer) => {
    onward.write(piece.subarray(0, Math.ceil(piece.length / 2)));
    setTimeout(() => {
      onward.destroy();
      incoming.socket.resetAndDestroy();
    }, 20);
  });
}
