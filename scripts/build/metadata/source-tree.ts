// The metadata files of a package on disk: read, parsed and named, with the Lightning components beside them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from './finding.ts';
import { parseXml, type XmlNode } from './xml-document.ts';

export interface SourceFile {
  /** Relative to the folder that was read, with forward slashes. */
  readonly path: string;
  /** The word before `-meta.xml`, such as `field` or `flow`. */
  readonly kind: string;
  /** File name without kind and suffix: the name that the org will know. */
  readonly name: string;
  /** The object that a decomposed part belongs to, from its folder; '' otherwise. */
  readonly object: string;
  readonly root: XmlNode;
}

/** Source of a Lightning component, for the labels and fields that it mentions. */
export interface ComponentSource {
  readonly path: string;
  readonly component: string;
  readonly text: string;
}

export interface SourceTree {
  readonly files: readonly SourceFile[];
  readonly components: readonly ComponentSource[];
  /** Style sheets of Lightning components. */
  readonly styles: readonly ComponentSource[];
  /** Paths of all files, those without metadata too. */
  readonly paths: ReadonlySet<string>;
  /** Files that could not be read as XML. */
  readonly unreadable: readonly Finding[];
  /** Files of one kind. */
  of(kind: string): readonly SourceFile[];
}

const META = /^(?<name>.+)\.(?<kind>[A-Za-z]+)-meta\.xml$/;

/** The folder name behind `objects/` or `objectTranslations/` (without its language). */
function objectOf(file: string): string {
  const folder = /(?:^|\/)(?:objects|objectTranslations)\/([^/]+)\//.exec(file)?.[1] ?? '';
  return folder.replace(/-[a-z]{2}(?:_[A-Z]{2})?$/, '');
}

/** Reads every metadata file and component source below the folders; `root` is what the paths are told relative to. */
export function readSourceTree(folders: readonly string[], root: string): SourceTree {
  const files: SourceFile[] = [];
  const components: ComponentSource[] = [];
  const styles: ComponentSource[] = [];
  const paths = new Set<string>();
  const unreadable: Finding[] = [];
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const full = path.join(entry.parentPath, entry.name);
      const relative = path.relative(root, full).replaceAll(path.sep, '/');
      paths.add(relative);
      const component = /(?:^|\/)lwc\/([^/]+)\/(?!__)/.exec(relative)?.[1];
      const [, ending] = /\.(ts|js|html|css)$/.exec(entry.name) ?? [];
      if (component && ending)
        (ending === 'css' ? styles : components).push({ path: relative, component, text: readFileSync(full, 'utf8') });
      if (!entry.name.endsWith('.xml') || /(?:^|\/)staticresources\/[^/]+\//.test(relative)) continue;
      const named = META.exec(entry.name)?.groups;
      if (!named) {
        unreadable.push({
          level: 'fault',
          file: relative,
          line: 1,
          element: entry.name,
          message: 'The file name is not that of a metadata file.',
          fix: 'Name it <Name>.<kind>-meta.xml.',
        });
        continue;
      }
      const parsed = parseXml(readFileSync(full, 'utf8'));
      if ('fault' in parsed) {
        unreadable.push({
          level: 'fault',
          file: relative,
          line: parsed.fault.line,
          element: 'XML',
          message: `It is not well-formed: ${parsed.fault.message}`,
          fix: 'Close or escape what stands there.',
        });
      } else
        files.push({
          path: relative,
          kind: named['kind'] ?? '',
          name: decodeURIComponent(named['name'] ?? ''),
          object: objectOf(relative),
          root: parsed.root,
        });
    }
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const byKind = Map.groupBy(files, (file) => file.kind);
  return { files, components, styles, paths, unreadable, of: (kind) => byKind.get(kind) ?? [] };
}
