// The sf CLI as tests run it against a local org: with a home of its own and its answers as JSON.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalOrg } from '../start.ts';

const SF = join(import.meta.dirname, '..', '..', '..', 'node_modules', '@salesforce', 'cli', 'bin', 'run.js');

/** What `--json` prints. */
export interface SfDocument {
  readonly status: number;
  readonly message?: string;
  readonly result: unknown;
}

export interface SfUnderTest {
  /** Where its commands run and its authorisations lie. */
  readonly home: string;
  /** What its commands find in their environment, for programs that use its authorisations. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Runs a command with --json; gives its document, whether it succeeded or not. */
  run(...parameters: readonly string[]): Promise<SfDocument>;
  /** Runs a command that has to succeed. */
  result<T>(...parameters: readonly string[]): Promise<T>;
  /** Signs in to the org under the alias `local`. */
  signIn(): Promise<{ readonly username: string; readonly isDevHub: boolean; readonly orgId: string }>;
  /** The same client with more variables in its environment. */
  with(environment: Readonly<Record<string, string>>): SfUnderTest;
  close(): void;
}

export function sfUnderTest(org: LocalOrg): SfUnderTest {
  return clientIn(mkdtempSync(join(tmpdir(), 'local-org-sf-')), org, {});
}

function clientIn(home: string, org: LocalOrg, environment: Readonly<Record<string, string>>): SfUnderTest {
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    SF_ACCESS_TOKEN: org.accessToken,
    SF_DISABLE_TELEMETRY: 'true',
    SF_AUTOUPDATE_DISABLE: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
    ...environment,
  };
  const run = (...parameters: readonly string[]): Promise<SfDocument> =>
    new Promise((resolve, reject) => {
      execFile(process.execPath, [SF, ...parameters, '--json'], { cwd: home, env, maxBuffer: 50_000_000 }, (error, stdout, stderr) => {
        try {
          resolve(JSON.parse(stdout) as SfDocument);
        } catch {
          reject(new Error(`sf ${parameters.join(' ')} gave no JSON: ${stdout}${stderr}`, { cause: error }));
        }
      });
    });
  const result = async <T>(...parameters: readonly string[]): Promise<T> => {
    const document = await run(...parameters);
    assert.equal(document.status, 0, `${document.message ?? ''} ${JSON.stringify(document.result)?.slice(0, 2_000)}`);
    return document.result as T;
  };
  return {
    home,
    environment: env,
    run,
    result,
    signIn: () => result('org', 'login', 'access-token', '--instance-url', org.url, '--no-prompt', '--alias', 'local'),
    with: (more) => clientIn(home, org, { ...environment, ...more }),
    close: () => rmSync(home, { recursive: true, force: true }),
  };
}
