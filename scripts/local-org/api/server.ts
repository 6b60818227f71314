// The HTTP server of the local org: loopback only, every API answer through one door, everything else to the pages.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Activity } from './activity.ts';
import { dispatch, type Answering } from './dispatch.ts';
import { foreignHost } from './errors.ts';
import type { FaultBoard } from './local/faults.ts';
import { meetFaults } from './local/faulty-answers.ts';
import { errorAnswer, respond, toApiError } from './respond.ts';
import { isLoopbackHost } from './sessions.ts';

const API_PATH = /^\/+(services|id|secur)(\/|$)/i;

/** Serves what is not API, such as the pages; the cookie signs the browser in as the default user, and is absent for one that is signed in. */
export type PagesHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  session: { readonly cookie: string | undefined },
) => Promise<void>;

export interface ServerOptions extends Answering {
  readonly pages?: PagesHandler;
  /** Value for Set-Cookie that the pages may hand to the browser. */
  readonly cookie: string;
  /** Present when faults can be switched on. */
  readonly faults?: FaultBoard;
  /** Told about unexpected errors; personal data is left out. */
  readonly report: (line: string) => void;
  readonly errorId: () => string;
  /** Told of each request while it is answered. */
  readonly activity?: Activity;
}

/** A server that is not listening yet. */
export function createApiServer(options: ServerOptions): Server {
  const server = createServer((request, response) => {
    void handle(request, response, options);
  });
  // Bulk uploads of 100 MB come from slow disks as well: no limit on the whole request, only on silence.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 60_000;
  return server;
}

async function handle(request: IncomingMessage, response: ServerResponse, options: ServerOptions): Promise<void> {
  const end = options.activity?.begin();
  try {
    if (!isLoopbackHost(request.headers)) throw foreignHost();
    const url = request.url ?? '/';
    if (options.pages && !API_PATH.test(url)) {
      const cookie = options.sessions.isSignedIn(request.headers) ? undefined : options.cookie;
      return await options.pages(request, response, { cookie });
    }
    const { losesAnswer } = options.faults ? meetFaults(options.faults, options.sessions, request, response) : { losesAnswer: false };
    const answer = await dispatch(options, request);
    if (losesAnswer) request.socket.resetAndDestroy();
    else await respond(request, response, answer);
  } catch (error) {
    if (isClientGone(error) && request.destroyed && !request.complete) {
      response.destroy();
      return;
    }
    if (response.headersSent) {
      // The answer is already on its way: breaking the connection is the only way left to say that it is not whole.
      if (!isClientGone(error)) toApiError(error, options.errorId, options.report);
      response.destroy();
      return;
    }
    await respond(request, response, errorAnswer(toApiError(error, options.errorId, options.report)));
  } finally {
    end?.();
  }
}

function isClientGone(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || code === 'EPIPE';
}
