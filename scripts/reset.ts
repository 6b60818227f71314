// `npm run org:reset`: removes the local org's data, so that the next `npm start` begins anew.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const FOLDER = '.local-org';
const CONNECTION = path.join(FOLDER, 'connection.json');

/** Whether an org answers at the address of the last start: its files may not be pulled from under it. */
async function isRunning(): Promise<boolean> {
  if (!existsSync(CONNECTION)) return false;
  const { instanceUrl } = JSON.parse(readFileSync(CONNECTION, 'utf8')) as { instanceUrl: string };
  try {
    await fetch(`${instanceUrl}/services/data`, { signal: AbortSignal.timeout(2000) });
    return true;
  } catch {
    return false;
  }
}

if (await isRunning()) {
  console.error('The local org is running. Stop it with Ctrl+C in its terminal, then run "npm run org:reset" again.');
  process.exitCode = 2;
} else {
  rmSync(FOLDER, { recursive: true, force: true });
  console.log('The local org is empty. "npm start" fills it again.');
}
