// `npm run org:reset`: removes the local org's data, so that the next `npm start` begins anew.
import { rmSync } from 'node:fs';
import { readConnection } from './local-org/connection.ts';

const FOLDER = '.local-org';

/** Whether an org answers at the address of the last start: its files may not be pulled from under it. */
async function isRunning(): Promise<boolean> {
  const connection = readConnection(FOLDER);
  if (!connection) return false;
  try {
    await fetch(`${connection.instanceUrl}/services/data`, { signal: AbortSignal.timeout(2000) });
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
