// Builds the local pages: components and shell into one bundle, the look beside it; unchanged inputs build nothing.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
/** The design system, and what it adds for fingers, as Salesforce's mobile app has it. */
const STYLES: Readonly<Record<string, string>> = { '': 'slds.css', _touch: 'slds-touch.css' };
const SPRITES = ['action', 'custom', 'doctype', 'standard', 'utility'];

const CACHE = path.join(ROOT, 'node_modules/.cache/pages');
/** Built pages that are kept: those of other modes and branches; and those of the last day, which a running server may still serve. */
const KEPT = 4;
const DAY_MILLISECONDS = 86_400_000;

export interface BuildPagesOptions {
  /** Small and without LWC's checks for developers. */
  readonly production: boolean;
}

/** The folder of the built pages, for pagesHandler. Throws when a component does not compile, with file and line. */
export async function buildPages({ production }: BuildPagesOptions): Promise<string> {
  const folder = path.join(CACHE, `dist-${inputsDigest(ROOT, production ? 'production' : 'development').slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  // built under another name and renamed when whole: several tests may build at the same time
  const fresh = path.join(CACHE, `building-${process.pid}`);
  try {
    const chunks = await writeBundle(fresh, production);
    copyLook(fresh, chunks);
    renameSync(fresh, folder);
  } catch (error) {
    // another build of the same inputs was faster
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  forgetOldPages();
  return folder;
}

function forgetOldPages(): void {
  const age = (name: string): number => statSync(path.join(CACHE, name)).mtimeMs;
  const built = readdirSync(CACHE).filter((name) => name.startsWith('dist-'));
  const yesterday = Date.now() - DAY_MILLISECONDS;
  const old = built
    .sort((one, other) => age(other) - age(one))
    .slice(KEPT)
    .filter((name) => age(name) < yesterday);
  for (const name of old) rmSync(path.join(CACHE, name), { recursive: true, force: true });
}

/** Answers the paths of the chunks that every page needs. */
async function writeBundle(folder: string, production: boolean): Promise<readonly string[]> {
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
  const { output } = await bundle.write({
    dir: path.join(folder, 'pages'),
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    sourcemap: !production,
  });
  await bundle.close();
  mkdirSync(path.join(folder, 'pages/words'), { recursive: true });
  // the package's own language needs no words: its labels are in the bundle
  for (const [language, text] of new Map([[SOURCE_LANGUAGE, {}], ...words]))
    writeFileSync(path.join(folder, `pages/words/${language}.json`), JSON.stringify(text));
  const main = output.find((chunk) => chunk.type === 'chunk' && chunk.isEntry);
  return main?.type === 'chunk' ? [...main.imports, ...main.dynamicImports] : [];
}

/** The chunks are named in the page, so that the browser fetches them while it still reads the first one. */
function copyLook(folder: string, chunks: readonly string[]): void {
  const preloads = chunks.map((chunk) => `    <link rel="modulepreload" href="/pages/${chunk}" />\n`).join('');
  writeFileSync(
    path.join(folder, 'index.html'),
    readFileSync(path.join(BROWSER, 'index.html'), 'utf8').replace('  </head>', `${preloads}  </head>`),
  );
  cpSync(path.join(BROWSER, 'shell.css'), path.join(folder, 'assets/styles/shell.css'));
  for (const [style, name] of Object.entries(STYLES)) {
    cpSync(path.join(SLDS, `styles/salesforce-lightning-design-system${style}.min.css`), path.join(folder, 'assets/styles', name));
  }
  for (const sprite of SPRITES) {
    cpSync(path.join(SLDS, `icons/${sprite}-sprite/svg/symbols.svg`), path.join(folder, `assets/icons/${sprite}-sprite/svg/symbols.svg`));
  }
}

if (import.meta.main) {
  const started = performance.now();
  const folder = await buildPages({ production: process.argv.includes('--production') });
  console.log(`Pages in ${path.relative(ROOT, folder)} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}
