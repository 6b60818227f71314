// A deployed zip, unpacked: its manifest held against its files, its components written in source format.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { SourceComponent } from '@salesforce/source-deploy-retrieve';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import JSZip from 'jszip';
import { API_VERSION } from '../../platform/api-version.ts';
import type { ComponentMessage, FileProperties, ManifestEntry } from '../api/metadata/metadata-service.ts';
import { openSourceProject } from './source-folder.ts';

export interface IncomingMetadata {
  /** What the zip brings, children of objects included; file names as in the zip. */
  readonly components: readonly FileProperties[];
  /** What is to be deleted before and after the rest is in place. */
  readonly deletions: readonly ManifestEntry[];
  /** Files that are no XML, types that the API version does not know, manifest and files that do not agree. */
  readonly problems: readonly ComponentMessage[];
  /** Folder with the components in source format. */
  readonly source: string;
}

/** The zip cannot be read at all, or holds no package. */
export class UnreadableZip extends Error {}

const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, isArray: (name) => name === 'types' || name === 'members' });
/** Versions of the API that the local org answers. */
const OLDEST_VERSION = 50;
const NEWEST_VERSION = Number.parseInt(API_VERSION);
/** Types that came later than the oldest version (Metadata API Developer Guide). */
const SINCE: Readonly<Record<string, number>> = { FlowTest: 55 };
const FOLDERS: ReadonlySet<string> = new Set(['ReportFolder', 'DashboardFolder', 'EmailFolder', 'DocumentFolder']);
const DESTRUCTIVE = ['destructiveChanges.xml', 'destructiveChangesPre.xml', 'destructiveChangesPost.xml'];

/** Unpacks a zip below `folder` and writes its components there in source format. Throws UnreadableZip. */
export async function unpackZip(zip: Buffer, folder: string): Promise<IncomingMetadata> {
  const { ComponentSet, MetadataConverter, MetadataResolver } = await import('@salesforce/source-deploy-retrieve');
  const root = packageRoot(await unzip(zip, join(folder, 'zip')));
  const manifest = readManifest(join(root, 'package.xml'));
  const broken: ComponentMessage[] = [];
  const found = new MetadataResolver().getComponentsFromPath(root).filter((component) => {
    const problem = brokenXml(root, component);
    if (problem) broken.push(problem);
    return problem === undefined;
  });
  const project = join(folder, 'project');
  const source = openSourceProject(project);
  const top = new ComponentSet(found);
  // SDR writes below main/default of the folder that it is given
  if (found.length > 0)
    await new MetadataConverter().convert(top, 'source', {
      type: 'directory',
      outputDirectory: join(project, 'force-app'),
      genUniqueDir: false,
    });
  const files = new Map(found.map((component) => [nameOf(component), fileIn(root, component)]));
  const components = new MetadataResolver()
    .getComponentsFromPath(source)
    .flatMap((component) => [component, ...component.getChildren()])
    .map((component) => ({
      type: component.type.name,
      fullName: component.fullName,
      fileName: files.get(nameOf(component.parent ?? component)) ?? '',
    }))
    .filter((component) => !isOnlyCarrier(component, manifest.types));
  const manifests = DESTRUCTIVE.map((file) => join(root, file)).filter((file) => existsSync(file));
  return {
    components,
    deletions: manifests.flatMap((file) => readManifest(file).types),
    problems: [...broken, ...unknownTypes(manifest), ...disagreements(manifest.types, components, broken)],
    source,
  };
}

async function unzip(zip: Buffer, folder: string): Promise<string> {
  const read = await JSZip.loadAsync(zip).catch((error: unknown) => {
    throw new UnreadableZip(`The zip file cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  mkdirSync(folder, { recursive: true });
  for (const entry of Object.values(read.files)) {
    if (entry.dir) continue;
    const file = join(folder, entry.name);
    if (relative(folder, file).startsWith('..')) throw new UnreadableZip(`The zip file names a path outside of itself: ${entry.name}`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await entry.async('nodebuffer'));
  }
  return folder;
}

/** The folder of package.xml: the top of the zip, or its only folder. */
function packageRoot(folder: string): string {
  const places = [folder, ...readdirSync(folder).map((name) => join(folder, name))];
  const root = places.find((place) => existsSync(join(place, 'package.xml')));
  if (root === undefined) throw new UnreadableZip('No package.xml found');
  return root;
}

interface Manifest {
  readonly types: readonly ManifestEntry[];
  /** Of the API, such as 68; what the manifest was written for. */
  readonly version: number;
}

function readManifest(file: string): Manifest {
  let parsed: { readonly Package?: { readonly version?: string } };
  try {
    parsed = parser.parse(readFileSync(file, 'utf8'), true) as typeof parsed;
  } catch (error) {
    throw new UnreadableZip(`${basename(file)} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const version = Number(parsed.Package?.version ?? NEWEST_VERSION);
  if (!(version >= OLDEST_VERSION && version <= NEWEST_VERSION))
    throw new UnreadableZip(
      `INVALID_VERSION: ${basename(file)} asks for version ${parsed.Package?.version}; this org knows ${OLDEST_VERSION}.0 to ${NEWEST_VERSION}.0`,
    );
  return { types: readTypes(parsed.Package), version };
}

/** The `<types>` of a parsed manifest; clients write folders with a slash behind them. */
function readTypes(manifest: unknown): readonly ManifestEntry[] {
  const { types = [] } = (manifest ?? {}) as {
    readonly types?: readonly { readonly name?: string; readonly members?: readonly string[] }[];
  };
  return types.map(({ name = '', members = [] }) => ({ type: name, members: members.map((member) => String(member).replace(/\/$/, '')) }));
}

/** The file of a standard object that only carries its custom fields is no component of its own. */
function isOnlyCarrier({ type, fullName }: FileProperties, manifest: readonly ManifestEntry[]): boolean {
  if (type !== 'CustomObject' || fullName.includes('__')) return false;
  return !manifest.some((entry) => entry.type === type && entry.members.includes(fullName));
}

function nameOf(component: SourceComponent): string {
  return `${component.type.name} ${component.fullName}`;
}

function fileIn(root: string, { xml, content }: SourceComponent): string {
  return relative(root, xml ?? content ?? root).replaceAll('\\', '/');
}

function brokenXml(root: string, component: SourceComponent): ComponentMessage | undefined {
  const verdict = component.xml === undefined ? true : XMLValidator.validate(readFileSync(component.xml, 'utf8'));
  if (verdict === true) return undefined;
  const { type, fullName } = component;
  const { line, msg } = verdict.err;
  return { ...refused(type.name, fullName, fileIn(root, component), `Error parsing file: ${msg}`), lineNumber: line };
}

/** A manifest of an older version may only name what that version had. */
function unknownTypes({ types, version }: Manifest): readonly ComponentMessage[] {
  return types
    .filter(({ type }) => (SINCE[type] ?? 0) > version)
    .map(({ type }) => refused('', 'package.xml', 'package.xml', `Unknown type name '${type}' specified in package.xml`));
}

/** Folders of reports and dashboards stand in a manifest among what they hold. */
export function manifestType(type: string): string {
  return FOLDERS.has(type) ? type.replace(/Folder$/, '') : type;
}

/** An org takes exactly what the manifest names: a file more or a file less is refused. Parts of an object need no name of their own. */
function disagreements(
  manifest: readonly ManifestEntry[],
  components: readonly FileProperties[],
  broken: readonly ComponentMessage[],
): readonly ComponentMessage[] {
  const named = new Set(manifest.flatMap(({ type, members }) => members.map((member) => `${type} ${member}`)));
  const present = new Set(components.map(({ type, fullName }) => `${manifestType(type)} ${fullName}`));
  const namedFiles = new Set(
    components
      .filter(({ type, fullName }) => named.has(`${manifestType(type)} ${fullName}`) || named.has(`${type} *`))
      .map(({ fileName }) => fileName),
  );
  const surplus = components
    .filter(({ fileName }) => !namedFiles.has(fileName))
    .map(({ type, fullName, fileName }) => refused(type, fullName, fileName, 'Not in package.xml'));
  const missing = manifest.flatMap(({ type, members }) =>
    members
      .filter(
        (member) =>
          member !== '*' && !present.has(`${type} ${member}`) && !broken.some(({ fullName }) => fullName === member.split('.')[0]),
      )
      .map((member) => refused(type, member, 'package.xml', `Entity of type '${type}' named '${member}' cannot be found`)),
  );
  return [...surplus, ...missing];
}

function refused(componentType: string, fullName: string, fileName: string, problem: string): ComponentMessage {
  return { componentType, fullName, fileName, success: false, created: false, changed: false, deleted: false, problem };
}
