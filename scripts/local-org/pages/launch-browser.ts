// Finds a Chromium and starts it: for the browser tests, on any machine and without downloading one.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  mkdirSync(folder, { recursive: true });
  const executablePath = await withEnvironment({ TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }, async () => {
    const { default: packed } = await import('@sparticuz/chromium');
    return packed.executablePath();
  });
  const fonts = path.join(folder, 'local-fonts.conf');
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
  );
  const env = { ...environment, FONTCONFIG_FILE: fonts, LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') };
  return { executablePath, args: ['--no-sandbox'], env: env as Record<string, string> };
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
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
