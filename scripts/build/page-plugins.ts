// The rollup plugins of the local pages, in their order.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import lwcPlugin, { type RollupLwcOptions } from '@lwc/rollup-plugin';
import replacePlugin, { type RollupReplaceOptions } from '@rollup/plugin-replace';
import type { Plugin } from 'rollup';
import type { Site } from '../local-org/pages/site.ts';
import { componentBundles } from './component-bundles.ts';
import { packageLabels, shellWords } from './read-words.ts';
import { adoptedStyles } from './rollup/adopted-styles.ts';
import { cachedTransform } from './rollup/cached-transform.ts';
import { generatedModules } from './rollup/generated-modules.ts';
import { minify } from './rollup/minify.ts';
import { salesforceModules } from './rollup/salesforce-modules.ts';
import { spriteIcons } from './rollup/sprite-icons.ts';
import { stripTypes } from './rollup/strip-types.ts';

// both packages declare their function one `default` too deep for Node's way of importing them
const lwc = lwcPlugin as unknown as (options: RollupLwcOptions) => Plugin;
const replace = replacePlugin as unknown as (options: RollupReplaceOptions) => Plugin;

export interface PagePluginsOptions {
  readonly root: string;
  /** Folder of the shell's browser code. */
  readonly browser: string;
  readonly production: boolean;
  readonly site: Site;
}

export function pagePlugins({ root, browser, production, site }: PagePluginsOptions): Plugin[] {
  const mode = production ? 'production' : 'development';
  const bundles = componentBundles(root);
  const components = bundles.filter(({ isStyleOnly }) => !isStyleOnly);
  const compiler = lwc({
    rootDir: path.join(browser, 'modules'),
    modules: [
      ...bundles.map(({ name, entry }) => ({ name: `c/${name}`, path: entry })),
      { dir: path.join(browser, 'modules') },
      { npm: 'lightning-base-components' },
    ],
    exclude: [/\0/, path.join(browser, '*.ts'), path.join(browser, 'modules/shell/*/{tabs,page-content,field-at}.ts')],
    enableDynamicComponents: true,
    // lightning-combobox calls attachInternals()
    enableSyntheticElementInternals: true,
    sourcemap: !production,
  });
  return [
    replace({ values: { 'import.meta.env.SSR': 'false', 'process.env.NODE_ENV': JSON.stringify(mode) }, preventAssignment: true }),
    generatedModules({
      'pages:site': `export default ${JSON.stringify(site)};`,
      'pages:components': `export default { ${components.map(({ name }) => `${JSON.stringify(name)}: () => import('c/${name}')`).join(', ')} };`,
    }),
    salesforceModules({
      labels: packageLabels(root),
      shellWords: shellWords(root),
      sessionModule: path.join(browser, 'session.ts'),
      baseComponentDefaults: path.join(root, 'node_modules/lightning-base-components/scopedImports'),
    }),
    spriteIcons(),
    adoptedStyles(),
    stripTypes(),
    cachedTransform(compiler, `${compilerVersion(root)} ${mode}`, path.join(root, 'node_modules/.cache/pages/lwc')),
    ...(production ? [minify()] : []),
  ];
}

function compilerVersion(root: string): string {
  const manifest = JSON.parse(readFileSync(path.join(root, 'node_modules/@lwc/rollup-plugin/package.json'), 'utf8')) as {
    readonly version: string;
  };
  return manifest.version;
}
