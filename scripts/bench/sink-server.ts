// A local org whose Bulk API swallows rows, as a process of its own: prints its connection as one line of JSON, ends with its input.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startLocalOrg } from '../local-org/start.ts';
import { sinkRoutes } from './sink-routes.ts';

const accounts = Number(process.argv[2] ?? 0);
const folder = mkdtempSync(path.join(tmpdir(), 'bulk-sink-'));
const org = await startLocalOrg({ insteadRoutes: sinkRoutes({ folder, accounts }) });
console.log(JSON.stringify({ instanceUrl: org.url, accessToken: org.accessToken, username: org.username }));
const stop = (): void => {
  rmSync(folder, { recursive: true, force: true });
  void org.close().then(() => process.exit(0));
};
process.stdin.resume().once('end', stop);
process.once('SIGTERM', stop);
