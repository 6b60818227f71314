// What the package's components ask in GraphQL, and which apps show them: read from their sources, for tests.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const FORCE_APP = resolve(import.meta.dirname, '../../../force-app');

const sources = new Map(
  globSync('*/lwc/*/*.{ts,html}', { cwd: FORCE_APP }).map((file) => [basename(dirname(file)), [] as string[]] as const),
);
for (const file of globSync('*/lwc/*/*.{ts,html}', { cwd: FORCE_APP }))
  sources.get(basename(dirname(file)))?.push(readFileSync(join(FORCE_APP, file), 'utf8'));

/** GraphQL documents of a component by itself, with the constants of its own files put in; those that are built at run time are left out. */
export function documentsOf(component: string): readonly string[] {
  const text = (sources.get(component) ?? []).join('\n');
  const constants = new Map(
    [...text.matchAll(/^(?:export )?const (\w+) = (?:`([^`]*)`|([\d_]+));/gm)].map(([, name, words, number]) => [
      name,
      words ?? number?.replaceAll('_', ''),
    ]),
  );
  const filled = (document: string): string => document.replaceAll(/\$\{(\w+)\}/g, (whole, name: string) => constants.get(name) ?? whole);
  return [...text.matchAll(/gql`([^`]*)`/g)]
    .map(([, document = '']) => filled(filled(document)))
    .filter((document) => !document.includes('${'));
}

/** The component with all that it is made of. */
export function withParts(component: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(component) || !sources.has(component)) return known;
  known.add(component);
  const text = (sources.get(component) ?? []).join('\n');
  const tags = [...text.matchAll(/<c-([a-z0-9-]+)/g)].map(([, tag = '']) =>
    tag.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
  );
  const modules = [...text.matchAll(/from 'c\/(\w+)'/g)].map(([, module = '']) => module);
  for (const part of [...tags, ...modules]) withParts(part, known);
  return known;
}

/** Components on the pages of an app: its homes, record pages, the pages behind its tabs and its utility bar. */
export function componentsOf(application: string): ReadonlySet<string> {
  const xml = metadata(`applications/${application}.app-meta.xml`);
  const pages = [...xml.matchAll(/<(?:content|utilityBar)>(\w+)</g)].map(([, page = '']) => page);
  const tabs = [...xml.matchAll(/<tabs>(\w+)</g)].flatMap(([, tab = '']) =>
    [...metadata(`tabs/${tab}.tab-meta.xml`).matchAll(/<flexiPage>(\w+)</g)].map(([, page = '']) => page),
  );
  const found = [...pages, ...tabs].flatMap((page) =>
    [...metadata(`flexipages/${page}.flexipage-meta.xml`).matchAll(/<componentName>(?:c:)?(\w+)</g)].map(([, name = '']) => name),
  );
  return new Set(found.filter((name) => sources.has(name)));
}

function metadata(path: string): string {
  const file = join(FORCE_APP, 'app', path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
