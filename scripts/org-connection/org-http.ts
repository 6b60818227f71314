// Requests whose bodies are files and whose answers are streams: what jsforce would hold in memory or send twice.
import { open } from 'node:fs/promises';
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import type { ClientRequest, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { createGunzip } from 'node:zlib';
import { pipeline } from 'node:stream';
import type { Readable } from 'node:stream';
import { ApiError } from '../platform/api-error.ts';

/** A body that can be opened again for every attempt. */
export interface FileBody {
  readonly path: string;
  readonly bytes: number;
  readonly contentType: string;
}

export interface StreamRequest {
  readonly method: 'GET' | 'PUT';
  /** Path on the instance, with its query. */
  readonly path: string;
  readonly accept?: string;
  readonly body?: FileBody;
}

export interface StreamResponse {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Readable;
}

/** Silence on the line for this long is taken for a lost connection. */
const SILENCE_MILLISECONDS = 180_000;
const PIECE_BYTES = 1 << 18;
/** Packing costs more than it saves where nothing has to travel. */
const THIS_MACHINE = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** A connection pool to one instance; `close` ends it. Proxies are taken from the environment (HTTPS_PROXY, NO_PROXY). */
export class OrgHttp {
  readonly #instance: URL;
  readonly #agent: HttpAgent | HttpsAgent;

  constructor(instanceUrl: string, environment: Readonly<Record<string, string | undefined>>) {
    this.#instance = new URL(instanceUrl);
    const options = { keepAlive: true, maxSockets: 4, proxyEnv: { ...environment } };
    this.#agent = this.#instance.protocol === 'https:' ? new HttpsAgent(options) : new HttpAgent(options);
  }

  /** Sends one request once. Throws ApiError for a refusal (status >= 400) and the system's error when the line breaks. */
  async send(request: StreamRequest, accessToken: string): Promise<StreamResponse> {
    const message = await this.#exchange(request, accessToken);
    const body = message.headers['content-encoding'] === 'gzip' ? unzipped(message) : message;
    if ((message.statusCode ?? 500) >= 400) throw refusal(message.statusCode ?? 500, await streamText(body));
    return { headers: message.headers, body };
  }

  close(): void {
    this.#agent.destroy();
  }

  #exchange({ method, path, accept, body }: StreamRequest, accessToken: string): Promise<IncomingMessage> {
    const headers: OutgoingHttpHeaders = {
      authorization: `Bearer ${accessToken}`,
      accept: accept ?? 'application/json',
      'accept-encoding': THIS_MACHINE.test(this.#instance.hostname) ? 'identity' : 'gzip',
      'user-agent': 'customer-lifecycle',
      ...(body && { 'content-type': body.contentType, 'content-length': body.bytes }),
    };
    const start = this.#instance.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const outgoing = start(new URL(path, this.#instance), { method, headers, agent: this.#agent, timeout: SILENCE_MILLISECONDS });
      outgoing.once('response', resolve);
      outgoing.once('error', reject);
      outgoing.once('timeout', () => outgoing.destroy(Object.assign(new Error('No answer for three minutes'), { code: 'ETIMEDOUT' })));
      if (body) sendFile(body.path, outgoing).catch(reject);
      else outgoing.end();
    });
  }
}

/** Sends a file through one buffer that is filled again when the socket has taken it: memory stays the same for any size. */
async function sendFile(path: string, outgoing: ClientRequest): Promise<void> {
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafeSlow(PIECE_BYTES);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, PIECE_BYTES);
      if (bytesRead === 0) break;
      await new Promise<void>((resolve, reject) => {
        outgoing.once('close', resolve);
        outgoing.write(buffer.subarray(0, bytesRead), (error) => {
          outgoing.off('close', resolve);
          if (error) reject(error);
          else resolve();
        });
      });
      if (outgoing.destroyed) return;
    }
    outgoing.end();
  } finally {
    await file.close();
  }
}

/** An answer that breaks off becomes an error of the stream, for whoever reads it. */
function unzipped(message: IncomingMessage): Readable {
  return pipeline(message, createGunzip(), () => undefined);
}

/** A short answer as text. */
export async function streamText(body: Readable): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of body) pieces.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(pieces).toString('utf8');
}

/** Reads the platform's `[{errorCode, message}]`; anything else keeps its first words. */
function refusal(status: number, body: string): ApiError {
  try {
    const parsed: unknown = JSON.parse(body);
    const first: unknown = Array.isArray(parsed) ? parsed[0] : parsed;
    if (typeof first === 'object' && first !== null) {
      const { errorCode, message } = first as Record<string, unknown>;
      if (typeof message === 'string') return new ApiError(status, typeof errorCode === 'string' ? errorCode : `HTTP_${status}`, message);
    }
  } catch {
    // not JSON: a proxy or a gateway answered
  }
  return new ApiError(
    status,
    `HTTP_${status}`,
    body
      .replace(/<[^>]*>|\s+/g, ' ')
      .trim()
      .slice(0, 200),
  );
}
