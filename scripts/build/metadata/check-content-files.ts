// Files that say something about another one beside them, such as an Apex class: that other file is there.
import type { Check } from './check.ts';

/** Kinds whose description stands beside the content under the same name. */
const BESIDE: readonly string[] = ['cls', 'trigger', 'page', 'component', 'email', 'cmp', 'evt', 'intf'];

export const checkContentFiles: Check = (model, report) => {
  const { tree } = model;
  for (const file of BESIDE.flatMap((kind) => tree.of(kind)))
    if (!tree.paths.has(file.path.replace(/-meta\.xml$/, '')))
      report(file, file.root, file.name, 'The file that it describes is not there.', 'Add it, or remove the description.');
  for (const file of tree.of('resource')) {
    const stem = file.path.replace(/\.resource-meta\.xml$/, '');
    const isThere = [...tree.paths].some((one) => one !== file.path && (one.startsWith(`${stem}.`) || one.startsWith(`${stem}/`)));
    if (!isThere) report(file, file.root, file.name, 'The resource has no content.', 'Add its file or folder.');
  }
};
