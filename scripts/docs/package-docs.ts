// Every page that is written from the metadata, by its path below docs/.
import path from 'node:path';
import { packageDirectories } from '../build/check-metadata.ts';
import { packageModel } from '../build/metadata/package-model.ts';
import { readSourceTree } from '../build/metadata/source-tree.ts';
import { loadSchema } from '../local-org/metadata/load-schema.ts';
import { dataModelPage } from './data-model-page.ts';
import { flowIndex, flowPage } from './flow-page.ts';
import { flowStory } from './flow-story.ts';
import { packageWords } from './package-words.ts';
import { permissionsPage } from './permissions-page.ts';

/** Pages of the project at `root` as Markdown; the same metadata always gives the same text. */
export function packageDocs(root: string): ReadonlyMap<string, string> {
  const folders = packageDirectories(root);
  const tree = readSourceTree(folders, root);
  const model = packageModel(tree);
  const words = packageWords(model, loadSchema(folders));
  const names = folders.map((folder) => path.basename(folder));
  const withFlows = names
    .map((name) => ({
      name,
      stories: tree
        .of('flow')
        .filter((file) => file.path.startsWith(`force-app/${name}/`))
        .map((file) => flowStory(file, words)),
    }))
    .filter(({ stories }) => stories.length > 0);
  const everybody = withFlows.flatMap(({ stories }) => stories);
  return new Map([
    ['flows/README.md', flowIndex(withFlows)],
    ...withFlows.map((folder): [string, string] => [`flows/${folder.name}.md`, flowPage(folder, everybody)]),
    ['data-model.md', dataModelPage(names, model, words)],
    ['permissions.md', permissionsPage(model, words)],
  ]);
}
