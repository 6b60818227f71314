// Finds the Lightning web components of the package: every folder in a folder named `lwc` below force-app.
import { existsSync, globSync } from 'node:fs';
import path from 'node:path';

export interface ComponentBundle {
  /** Name in templates and imports, without namespace: `expiryWorklist`. */
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  /** Absolute path of the TypeScript module, or of the style sheet of a bundle that has nothing but style. */
  readonly entry: string;
  /** Whether other components can only take its style: `@import 'c/cardStyle'`. */
  readonly isStyleOnly: boolean;
}

/** All bundles, by name; throws when two packages have a bundle of the same name, as an org could hold only one. */
export function componentBundles(root: string): readonly ComponentBundle[] {
  const folders = globSync('force-app/**/lwc/*/*.js-meta.xml', { cwd: root }).map((file) => path.resolve(root, path.dirname(file)));
  const bundles = folders.map((folder) => {
    const name = path.basename(folder);
    const module = path.join(folder, `${name}.ts`);
    const style = path.join(folder, `${name}.css`);
    const isStyleOnly = !existsSync(module) && existsSync(style);
    return { name, folder, entry: isStyleOnly ? style : module, isStyleOnly };
  });
  const seen = new Map<string, string>();
  for (const { name, folder, entry } of bundles) {
    const other = seen.get(name);
    if (other) throw new Error(`Two components are named ${name}: ${other} and ${folder}. Rename one of them.`);
    if (!existsSync(entry)) throw new Error(`${folder} has no ${name}.ts, the module that gives the component its name.`);
    seen.set(name, folder);
  }
  return bundles.sort((one, other) => (one.name < other.name ? -1 : 1));
}
