// Gives metadata back: as a zip in metadata format, as a list, or as the kinds that there are.
import JSZip from 'jszip';
import type { MetadataType } from '@salesforce/source-deploy-retrieve';
import { recordId } from '../../platform/record-id.ts';
import type { FileProperties, ManifestEntry, MetadataKind, RetrieveResult } from '../api/metadata/metadata-service.ts';
import { componentsIn } from './overlay.ts';

export interface Retrievals {
  retrieve(entries: readonly ManifestEntry[]): RetrieveResult;
  result(id: string): RetrieveResult | undefined;
  list(type: string): Promise<readonly FileProperties[]>;
  describe(): Promise<readonly MetadataKind[]>;
}

/** `source` gives the folder with the metadata as it is when it is asked. */
export function openRetrievals(source: () => string): Retrievals {
  const results = new Map<string, RetrieveResult>();
  let serial = 0;
  return {
    retrieve(entries) {
      const id = recordId('09S', (serial += 1));
      const started: RetrieveResult = { id, status: 'InProgress', files: [], missing: [] };
      results.set(id, started);
      zipOf(source(), entries).then(
        (found) => results.set(id, { id, status: 'Succeeded', ...found }),
        (error: unknown) =>
          results.set(id, { ...started, status: 'Failed', errorMessage: error instanceof Error ? error.message : String(error) }),
      );
      return started;
    },
    result: (id) => results.get(id),
    async list(type) {
      const found = (await componentsIn(source())).filter((component) => component.type.name === type);
      return found.map((component) => ({ type, fullName: component.fullName, fileName: metadataFile(component) }));
    },
    async describe() {
      const { registry } = await import('@salesforce/source-deploy-retrieve');
      return Object.values(registry.types as Readonly<Record<string, MetadataType>>).map((type) => ({
        xmlName: type.name,
        directoryName: type.directoryName,
        suffix: type.suffix,
        inFolder: type.inFolder ?? false,
        metaFile: type.strategies?.adapter === 'matchingContentFile',
        childXmlNames: Object.values(type.children?.types ?? {}).map((child) => child.name),
      }));
    },
  };
}

type Component = Awaited<ReturnType<typeof componentsIn>>[number];

/** Path in metadata format: parts stand in the file of their object. */
function metadataFile(component: Component): string {
  const { type, fullName } = component.parent ?? component;
  return `${type.directoryName}/${fullName}${type.suffix ? `.${type.suffix}` : ''}`;
}

async function zipOf(source: string, entries: readonly ManifestEntry[]): Promise<Pick<RetrieveResult, 'zip' | 'files' | 'missing'>> {
  const { ComponentSet, MetadataConverter } = await import('@salesforce/source-deploy-retrieve');
  const all = await componentsIn(source);
  const wanted = all.filter(({ type, fullName }) =>
    entries.some((entry) => entry.type === type.name && (entry.members.includes('*') || entry.members.includes(fullName))),
  );
  const missing = entries.flatMap(({ type, members }) =>
    members
      .filter((member) => member !== '*' && !all.some((component) => component.type.name === type && component.fullName === member))
      .map((member) => ({ fileName: 'unpackaged/package.xml', problem: `Entity of type '${type}' named '${member}' cannot be found` })),
  );
  const files = wanted.map((component) => ({
    type: component.type.name,
    fullName: component.fullName,
    fileName: `unpackaged/${metadataFile(component)}`,
  }));
  const { zipBuffer } = await new MetadataConverter().convert(new ComponentSet(wanted), 'metadata', { type: 'zip' });
  return { files, missing, zip: await unpackaged(zipBuffer) };
}

/** Clients look for what they asked for below `unpackaged`. */
async function unpackaged(zip: Buffer | undefined): Promise<Buffer> {
  const whole = new JSZip();
  await whole.folder('unpackaged')?.loadAsync(zip ?? new Uint8Array());
  return whole.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}
