// Builds the local pages: components and shell into one bundle, the look beside it; unchanged inputs build nothing.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rollup } from 'rollup';
import { inputsDigest } from './page-inputs.ts';
import { pagePlugins } from './page-plugins.ts';
import { readSite } from './read-site.ts';
import { SOURCE_LANGUAGE, translatedWords } from './read-words.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BROWSER = path.join(ROOT, 'scripts/local-org/pages/browser');
const SLDS = path.join(ROOT, 'node_modules/@salesforce-ux/design-system/assets');
const SPRITES = ['action', 'custom', 'doctype', 'standard', 'utility'];

const PAGES_FOLDER = path.join(ROOT, 'node_modules/.cache/pages/dist');

export interface BuildPagesOptions {
  /** Small and without LWC's checks for developers. */
  readonly production: boolean;
}

/** The folder of the built pages, for pagesHandler. Throws when a component does not compile, with file and line. */
export async function buildPages({ production }: BuildPagesOptions): Promise<string> {
  const digest = inputsDigest(ROOT, production ? 'production' : 'development');
  const stamp = path.join(PAGES_FOLDER, 'digest');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return PAGES_FOLDER;
  // built beside the old pages and put in their place at the end, so that a failed build leaves something to look at
  const fresh = `${PAGES_FOLDER}.${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  try {
    await writeBundle(fresh, production);
    copyLook(fresh);
    writeFileSync(path.join(fresh, 'digest'), digest);
    rmSync(PAGES_FOLDER, { recursive: true, force: true });
    renameSync(fresh, PAGES_FOLDER);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return PAGES_FOLDER;
}

async function writeBundle(folder: string, production: boolean): Promise<void> {
  const words = translatedWords(ROOT);
  const bundle = await rollup({
    input: path.join(BROWSER, 'main.ts'),
    plugins: pagePlugins({ root: ROOT, browser: BROWSER, production, site: readSite(ROOT, [...words.keys()]) }),
    onwarn(warning, warn) {
      // the base components import one another in circles and are not ours to mend
      const isForeign = warning.loc?.file?.includes('/node_modules/') || warning.id?.includes('/node_modules/');
      if (!isForeign && warning.code !== 'CIRCULAR_DEPENDENCY') warn(warning);
    },
  });
  await bundle.write({
    dir: path.join(folder, 'pages'),
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    sourcemap: !production,
  });
  await bundle.close();
  mkdirSync(path.join(folder, 'pages/words'), { recursive: true });
  // the package's own language needs no words: its labels are in the bundle
  for (const [language, text] of new Map([[SOURCE_LANGUAGE, {}], ...words])) writeFileSync(path.join(folder, `pages/words/${language}.json`), JSON.stringify(text));
}

function copyLook(folder: string): void {
  cpSync(path.join(BROWSER, 'index.html'), path.join(folder, 'index.html'));
  cpSync(path.join(BROWSER, 'shell.css'), path.join(folder, 'assets/styles/shell.css'));
  cpSync(path.join(SLDS, 'styles/salesforce-lightning-design-system.min.css'), path.join(folder, 'assets/styles/slds.css'));
  for (const sprite of SPRITES) {
    cpSync(path.join(SLDS, `icons/${sprite}-sprite/svg/symbols.svg`), path.join(folder, `assets/icons/${sprite}-sprite/svg/symbols.svg`));
  }
}

if (import.meta.main) {
  const started = performance.now();
  const folder = await buildPages({ production: process.argv.includes('--production') });
  console.log(`Pages in ${path.relative(ROOT, folder)} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}
