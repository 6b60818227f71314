// Modules of Lightning components as Node runs them, for tests that ask the org exactly what a component asks.
import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = path.resolve(import.meta.dirname, '../../..');
/** A query is its text: fragments are put into it as text. */
const GRAPHQL = 'export const gql = (texts, ...parts) => texts.reduce((all, text, at) => all + (parts[at - 1] ?? "") + text);';

const sourceOf = (component: string): string => {
  const [file] = globSync(`force-app/*/lwc/${component}/${component}.ts`, { cwd: ROOT });
  if (file === undefined) throw new Error(`the package has no component ${component}`);
  return path.join(ROOT, file);
};

/** Resolves modules as the platform does: `c/name`, siblings without an ending, `lightning/graphql`. */
function resolveLikeThePlatform(): void {
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === 'lightning/graphql') return { url: `data:text/javascript,${encodeURIComponent(GRAPHQL)}`, shortCircuit: true };
      const isSibling = specifier.startsWith('./') && !/\.\w+$/.test(specifier) && context.parentURL?.includes('/lwc/');
      const place = specifier.startsWith('c/')
        ? pathToFileURL(sourceOf(specifier.slice(2))).href
        : isSibling
          ? `${specifier}.ts`
          : specifier;
      const found = next(place, context);
      // the project is CommonJS by its package.json, components are not
      return found.url.includes('/lwc/') ? { ...found, format: 'module-typescript' } : found;
    },
  });
}

let isHooked = false;

/** What a module of a component exports, such as `expiryCalendar` and `calendarQuery`. */
export async function componentModule<Exports>(component: string, module: string): Promise<Exports> {
  if (!isHooked) resolveLikeThePlatform();
  isHooked = true;
  return (await import(pathToFileURL(path.join(path.dirname(sourceOf(component)), `${module}.ts`)).href)) as Exports;
}
