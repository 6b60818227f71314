// How to reach an org: where it is and with which session. The two ways to get there are the local org's file and the sf CLI.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connectionFailure } from './org-failures.ts';

/** An address with a session. The token is never printed. */
export interface OrgAccess {
  /** What the user typed: `local`, an alias or a username. */
  readonly target: string;
  readonly username: string;
  /** Without trailing slash. */
  readonly instanceUrl: string;
  readonly accessToken: string;
  /** A fresh token after the session ended; absent when only a new login helps. */
  readonly refresh?: () => Promise<string>;
  /** The command that makes the session work again. */
  readonly loginCommand: string;
}

/** Finds the session of `target`; throws an org failure that names the command which helps. `folder` is the project's root. */
export function findOrgAccess(target: string, folder: string): Promise<OrgAccess> {
  return target === 'local' ? localAccess(folder) : cliAccess(target);
}

async function localAccess(folder: string): Promise<OrgAccess> {
  const path = join(folder, '.local-org', 'connection.json');
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as { readonly code?: string };
    throw connectionFailure(code === 'ENOENT' ? 'ORG_UNKNOWN.noLocal' : 'ORG_UNKNOWN.unclear', { path }, error);
  }
  const access = parseConnection(content);
  if (access === undefined) throw connectionFailure('ORG_UNKNOWN.unclear', { path });
  return { target: 'local', ...access, loginCommand: 'npm start', refresh: async () => (await localAccess(folder)).accessToken };
}

function parseConnection(content: string): { instanceUrl: string; accessToken: string; username: string } | undefined {
  try {
    const parsed: unknown = JSON.parse(content);
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    const { instanceUrl, accessToken, username } = parsed as Record<string, unknown>;
    if (typeof instanceUrl !== 'string' || typeof accessToken !== 'string' || typeof username !== 'string') return undefined;
    return URL.canParse(instanceUrl) ? { instanceUrl: withoutSlash(instanceUrl), accessToken, username } : undefined;
  } catch {
    return undefined;
  }
}

async function cliAccess(target: string): Promise<OrgAccess> {
  // loading @salesforce/core takes longer than checking a file, so only orgs of the CLI pay for it
  const { Org } = await import('@salesforce/core');
  const loginCommand = `npx sf org login web --alias ${target}`;
  const org = await Org.create({ aliasOrUsername: target }).catch((error: unknown) => {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw connectionFailure('ORG_UNKNOWN.cli', { target, reason, login: loginCommand }, error);
  });
  const connection = org.getConnection();
  const { accessToken, instanceUrl } = connection;
  if (!accessToken) throw connectionFailure('SESSION_EXPIRED.cli', { target, login: loginCommand });
  const refresh = async (): Promise<string> => {
    await org.refreshAuth();
    return org.getConnection().accessToken ?? accessToken;
  };
  const url = withoutSlash(instanceUrl);
  const again = isLoopback(url) ? `npx sf org login access-token --instance-url ${url} --no-prompt --alias ${target}` : loginCommand;
  return { target, username: org.getUsername() ?? target, instanceUrl: url, accessToken, refresh, loginCommand: again };
}

/** Whether an address leads to this machine: to a local org. */
export function isLoopback(url: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
