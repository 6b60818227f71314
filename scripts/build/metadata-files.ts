// Finds and reads the metadata files that the pages are made of.
import { globSync } from 'node:fs';
import path from 'node:path';
import { readMetadataXml, type XmlElement } from '../local-org/metadata/metadata-xml.ts';

export interface MetadataFile {
  /** File name without suffix: `Account-Account Layout`. */
  readonly name: string;
  /** Absolute. */
  readonly file: string;
  readonly root: XmlElement;
}

/** All files of a metadata type below force-app by their suffix, such as `flexipage`, in the order of their paths. */
export function metadataFiles(root: string, suffix: string, element: string): readonly MetadataFile[] {
  return globSync(`force-app/**/*.${suffix}-meta.xml`, { cwd: root })
    .sort()
    .map((relative) => {
      const file = path.resolve(root, relative);
      return { name: decodeURIComponent(path.basename(file, `.${suffix}-meta.xml`)), file, root: readMetadataXml(file, element) };
    });
}

/** The object whose folder a file is in: `…/objects/Account/listViews/All.listView-meta.xml` belongs to Account. */
export function objectOfFile(file: string): string {
  const parts = file.split(path.sep);
  return parts[parts.lastIndexOf('objects') + 1] ?? '';
}
