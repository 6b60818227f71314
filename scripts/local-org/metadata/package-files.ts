// Finds the files of one kind of metadata in the package folders.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What holds most of a package's files, and none of those that stand by themselves. */
const PASSED_OVER: ReadonlySet<string> = new Set(['lwc', 'objects', 'objectTranslations']);

/**
 * Every file below the folders whose name has the ending, such as `.flow-meta.xml`: folder by folder, each by path. Components, objects and
 * their translations are not looked into: nearly all files of a package are theirs, and every start reads ten kinds.
 */
export function packageFiles(folders: readonly string[], ending: string): readonly string[] {
  return folders.flatMap((folder) =>
    filesBelow(folder, '', ending)
      .sort()
      .map((file) => join(folder, file)),
  );
}

function filesBelow(folder: string, path: string, ending: string): string[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const own = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) return PASSED_OVER.has(entry.name) ? [] : filesBelow(folder, own, ending);
    return entry.name.endsWith(ending) ? [own] : [];
  });
}
