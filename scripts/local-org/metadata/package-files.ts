// Finds the files of one kind of metadata in the package folders.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below the folders whose name has the ending, such as `.flow-meta.xml`: folder by folder, each by path. */
export function packageFiles(folders: readonly string[], ending: string): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(ending))
      .sort()
      .map((file) => join(folder, file)),
  );
}
