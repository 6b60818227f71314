// Finds a Chromium and starts it: for the browser tests, on any machine and without downloading one.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const FONTS = 'local-fonts.conf';
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache', import.meta.url));

/**
 * CHROME_PATH, else an installed Chrome or Chromium, else (Linux on x64) the Chromium packed in @sparticuz/chromium, else what
 * Playwright finds as Chrome or Edge. Throws when there is none.
 */
export async function launchBrowser(environment: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const known = environment['CHROME_PATH'] ?? INSTALLED.find((file) => existsSync(file));
  // root cannot have Chromium's own sandbox
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (known) return chromium.launch({ executablePath: known, args });
  if (process.platform === 'linux' && process.arch === 'x64') return chromium.launch(await packedChromium(environment));
  return launchChannel();
}

async function launchChannel(): Promise<Browser> {
  const failures: unknown[] = [];
  for (const channel of ['chrome', 'msedge']) {
    try {
      return await chromium.launch({ channel });
    } catch (error) {
      failures.push(error);
    }
  }
  throw new AggregateError(failures, 'No browser was found. Install Google Chrome, or set CHROME_PATH to the path of a Chromium.');
}

/**
 * The package unpacks into the folder for temporary files, under a name without its version, and its libraries only where it
 * believes to be on AWS Lambda: for the moment of unpacking it is told of a folder of its own. Its font configuration names
 * /tmp/fonts; without a font, text would be 0 pixels wide. Its own arguments are not used: `--single-process` ends the browser
 * with the first page that is closed, and they switch web security off.
 */
async function packedChromium(environment: NodeJS.ProcessEnv): Promise<LaunchOptions> {
  const folder = path.join(CACHE, `chromium-${packedVersion()}`);
  if (!existsSync(folder)) await unpack(folder);
  const env = { ...environment, FONTCONFIG_FILE: path.join(folder, FONTS), LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') };
  return { executablePath: path.join(folder, 'chromium'), args: ['--no-sandbox'], env: env as Record<string, string> };
}

/** Unpacked under another name and renamed when whole, because several tests may start at the same time. */
async function unpack(folder: string): Promise<void> {
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  await withEnvironment({ TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }, async () => {
    const { default: packed } = await import('@sparticuz/chromium');
    return packed.executablePath();
  });
  const directories = [`${folder}/fonts`, '/usr/share/fonts'].map((directory) => `<dir>${directory}</dir>`).join('');
  writeFileSync(
    path.join(fresh, FONTS),
    `<?xml version="1.0"?><fontconfig>${directories}<cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
  );
  try {
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

function packedVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const manifest = path.join(entry.slice(0, entry.lastIndexOf('@sparticuz')), '@sparticuz/chromium/package.json');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }).version;
}

async function withEnvironment<Result>(values: Readonly<Record<string, string>>, act: () => Promise<Result>): Promise<Result> {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  try {
    return await act();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
}
