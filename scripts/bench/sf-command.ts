// The sf CLI as a command of the benchmarks: with a home of its own, and quiet.
import path from 'node:path';
import type { Connection } from './child-server.ts';
import { measureProcess, type Measured } from './measure-process.ts';

const SF = path.join(import.meta.dirname, '../../node_modules/@salesforce/cli/bin/run.js');
const QUIET = {
  SF_DISABLE_TELEMETRY: 'true',
  SF_SKIP_NEW_VERSION_CHECK: 'true',
  SF_AUTOUPDATE_DISABLE: 'true',
  SF_DISABLE_LOG_FILE: 'true',
  SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
};

/** What the CLI, and whoever uses its authorisations, finds in its environment. */
export function sfEnvironment(home: string): Readonly<Record<string, string>> {
  return { ...QUIET, HOME: home };
}

/** Runs a command of the CLI in its home; throws when it does not succeed. */
export async function sf(home: string, args: readonly string[], token?: string): Promise<Measured> {
  const env = { ...sfEnvironment(home), ...(token ? { SF_ACCESS_TOKEN: token } : {}) };
  const took = await measureProcess(process.execPath, [SF, ...args], { env, cwd: home });
  if (took.exitCode !== 0) throw new Error(`sf ${args.slice(0, 3).join(' ')} ended with ${took.exitCode}: ${took.stdout}`);
  return took;
}

/** Signs the CLI in to a server under an alias. */
export async function sfLogin(home: string, { instanceUrl, accessToken }: Connection, alias: string): Promise<void> {
  await sf(home, ['org', 'login', 'access-token', '--instance-url', instanceUrl, '--no-prompt', '--alias', alias], accessToken);
}
