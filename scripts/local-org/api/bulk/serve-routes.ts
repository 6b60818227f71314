// Serves a list of routes over real HTTP for tests, with one session and its token.
import type { AddressInfo } from 'node:net';
import type { Org } from '../../engine/org.ts';
import type { Route } from '../route.ts';
import { createRouter } from '../router.ts';
import { createApiServer } from '../server.ts';
import { createSessions } from '../sessions.ts';

export const TOKEN = '00D0L0000000001!test.token';

export interface RoutesServer {
  readonly url: string;
  close(): Promise<void>;
}

export async function serveRoutes(routes: readonly Route[], org: Org): Promise<RoutesServer> {
  const session = { userId: '0050L0000000001AAA', username: 'admin@local.example', language: 'en_US' };
  const sessions = createSessions(() => session);
  sessions.open(TOKEN, session.userId);
  const server = createApiServer({
    org,
    router: createRouter(routes, []),
    sessions,
    cookie: '',
    report: () => undefined,
    errorId: () => 'test',
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
