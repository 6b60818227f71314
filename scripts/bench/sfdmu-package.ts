// Fetches SFDMU for the benchmark when that is asked for: it is no dependency of the project.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The version that the README's figures are about. */
export const SFDMU_VERSION = '3.7.19';

const CACHE = path.join(import.meta.dirname, '../../node_modules/.cache/bench-peers');

/** Why it cannot be had, and what to do. */
export class PeerMissing extends Error {}

export interface PeerOptions {
  /** Where it is kept. */
  readonly cache?: string;
  /** False: what is kept may be used, nothing is fetched. */
  readonly mayFetch: boolean;
  /** Installs a package with those that it needs into a folder; rejects with npm's own words. */
  readonly install?: (spec: string, folder: string) => Promise<void>;
  readonly tell?: (sentence: string) => void;
}

/** The folder of SFDMU's package, fetched once; undefined when it is not there and may not be fetched. Throws PeerMissing. */
export async function sfdmuFolder({
  cache = CACHE,
  mayFetch,
  install = installWithNpm,
  tell = console.log,
}: PeerOptions): Promise<string | undefined> {
  const kept = path.join(cache, `sfdmu-${SFDMU_VERSION}`);
  const folder = path.join(kept, 'node_modules', 'sfdmu');
  if (existsSync(folder)) return folder;
  if (!mayFetch) return undefined;
  tell(`SFDMU ${SFDMU_VERSION} is fetched from the npm registry into ${kept}, once; deleting that folder removes it.`);
  const begun = `${kept}.part`;
  rmSync(begun, { recursive: true, force: true });
  mkdirSync(begun, { recursive: true });
  // a package of its own, or npm would install into the project
  writeFileSync(path.join(begun, 'package.json'), '{ "private": true }\n');
  try {
    await install(`sfdmu@${SFDMU_VERSION}`, begun);
    renameSync(begun, kept);
  } catch (error) {
    rmSync(begun, { recursive: true, force: true });
    const why = error instanceof Error ? error.message : String(error);
    throw new PeerMissing(
      `SFDMU ${SFDMU_VERSION} could not be fetched: ${why}. Connect to the npm registry and try again, or leave --with-sfdmu out.`,
      { cause: error },
    );
  }
  return folder;
}

/** Scripts of foreign packages do not run. */
function installWithNpm(spec: string, folder: string): Promise<void> {
  const args = ['install', spec, '--save-exact', '--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=1', '--loglevel=error'];
  const child = spawn('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(lastWords(said) ?? `npm ended with ${code}`));
    });
  });
}

/** What npm says is wrong, without its prefixes and the path of its log. */
function lastWords(said: string): string | undefined {
  const lines = said.split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim());
  return lines.find((line) => line !== '' && !/^(code|errno|syscall|A complete log)\b/.test(line));
}
