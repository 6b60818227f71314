// Reports and dashboards live in folders, which are files beside the folders that hold them.
import type { Report as Tell } from './check.ts';
import type { PackageModel } from './package-model.ts';
import type { SourceFile } from './source-tree.ts';

/** `Folder/Name`, as dashboards and translations name a report. */
export function fullNameOf({ path, name }: SourceFile): string {
  return `${folderOf(path)}/${name}`;
}

function folderOf(path: string): string {
  return path.split('/').at(-2) ?? '';
}

/** Folders of the platform's own need no file. */
export function checkFolder(file: SourceFile, kind: 'reportFolder' | 'dashboardFolder', model: PackageModel, tell: Tell): void {
  const folder = folderOf(file.path);
  if (!folder.includes('$') && !model.tree.of(kind).some(({ name }) => name === folder))
    tell(file, file.root, folder, 'Its folder is not there.', `Add ${folder}.${kind}-meta.xml beside the folder.`);
}
