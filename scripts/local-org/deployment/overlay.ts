// Lays what was deployed over the metadata that is there, and takes away what a deployment deletes.
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SourceComponent } from '@salesforce/source-deploy-retrieve';
import { mergeParts, withoutParts } from '../../platform/metadata-parts.ts';
import type { ManifestEntry } from '../api/metadata/metadata-service.ts';
import { manifestType } from './incoming-zip.ts';
import { putFile, putLink } from './source-folder.ts';

const MERGED = /\.(?:labels|translation)-meta\.xml$/;

/** Lays the components of `incoming` over those of `source`: bundles as a whole, labels and translations part by part, others by file. */
export function layOver(incoming: string, source: string): void {
  for (const bundle of globSync('{lwc,aura}/*/', { cwd: incoming })) rmSync(join(source, bundle), { recursive: true, force: true });
  for (const entry of globSync('**/*', { cwd: incoming, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const from = join(entry.parentPath, entry.name);
    const to = join(source, from.slice(incoming.length));
    mkdirSync(dirname(to), { recursive: true });
    if (MERGED.test(entry.name) && existsSync(to)) putFile(to, mergeParts(readFileSync(to, 'utf8'), readFileSync(from, 'utf8')));
    else putLink(to, from);
  }
}

/** Every component below a folder with its parts. */
export async function componentsIn(source: string): Promise<readonly SourceComponent[]> {
  const { MetadataResolver } = await import('@salesforce/source-deploy-retrieve');
  return new MetadataResolver().getComponentsFromPath(source).flatMap((component) => [component, ...component.getChildren()]);
}

/** Deletes components; gives those that are not there. */
export async function takeAway(
  source: string,
  deletions: readonly ManifestEntry[],
): Promise<readonly { readonly type: string; readonly fullName: string }[]> {
  if (deletions.length === 0) return [];
  const present = new Map(
    (await componentsIn(source)).map((component) => [`${manifestType(component.type.name)} ${component.fullName}`, component]),
  );
  const named = deletions.flatMap(({ type, members }) => members.map((fullName) => ({ type, fullName })));
  const found = named.flatMap(({ type, fullName }) => present.get(`${type} ${fullName}`) ?? []);
  const labels = Map.groupBy(
    found.filter(({ type }) => type.name === 'CustomLabel'),
    ({ xml }) => xml ?? '',
  );
  for (const [file, gone] of labels) {
    putFile(file, withoutParts(readFileSync(file, 'utf8'), { labels: new Set(gone.map(({ name }) => name)) }));
  }
  for (const component of found) if (component.type.name !== 'CustomLabel') remove(component);
  return named.filter(({ type, fullName }) => !present.has(`${type} ${fullName}`));
}

function remove({ type, xml, content }: SourceComponent): void {
  if (type.name === 'CustomObject' && content) return rmSync(content, { recursive: true, force: true });
  for (const path of [content, xml]) if (path) rmSync(path, { recursive: true, force: true });
}
