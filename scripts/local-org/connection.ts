// How other programs find the running org: connection.json in its folder, readable by its owner alone.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Connection {
  readonly instanceUrl: string;
  /** Of the form `00D…!…`. */
  readonly accessToken: string;
  readonly username: string;
}

const FILE = 'connection.json';

/** The connection of an earlier run; undefined when there is none that can be read. */
export function readConnection(folder: string): Connection | undefined {
  const file = join(folder, FILE);
  if (!existsSync(file)) return undefined;
  try {
    const connection = JSON.parse(readFileSync(file, 'utf8')) as Partial<Connection>;
    const { instanceUrl, accessToken, username } = connection;
    if (typeof instanceUrl !== 'string' || typeof accessToken !== 'string' || typeof username !== 'string') return undefined;
    return { instanceUrl, accessToken, username };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Mode 600: the token is a password. */
export function writeConnection(folder: string, connection: Connection): void {
  const file = join(folder, FILE);
  writeFileSync(file, `${JSON.stringify(connection, null, 2)}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
}

/** A new token for an org; word characters only, as the sf CLI demands. */
export function newAccessToken(orgId: string): string {
  return `${orgId}!${randomBytes(36).toString('hex')}`;
}
