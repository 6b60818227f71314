// The data model of the package as Mermaid diagrams, a folder at a time, with what each object is for.
import type { PackageModel, PackageObject } from '../build/metadata/package-model.ts';
import { isPlatformEvent } from '../build/metadata/package-model.ts';
import type { SourceFile } from '../build/metadata/source-tree.ts';
import { textOf } from '../build/metadata/xml-document.ts';
import { GENERATED } from './flow-page.ts';
import type { PackageWords } from './package-words.ts';

interface Reference {
  readonly from: string;
  readonly to: string;
  readonly field: string;
  readonly isDetail: boolean;
}

export function dataModelPage(folders: readonly string[], model: PackageModel, words: PackageWords): string {
  const custom = [...model.objects.values()].filter(({ file }) => file !== undefined);
  return [
    GENERATED,
    '',
    '# Data model',
    '',
    `${custom.filter(({ name }) => !isPlatformEvent(name)).length} objects of the package, and fields on standard ones. A line is a reference: the end with the fork is the object that has the field; a solid line is a master-detail (details are deleted and shared with their master), a dotted one a lookup. References to users are left out. A box lists keys (UK) and the first dates and choices that people filter by, twelve at most; every field, with its help, stands in the folder of its object (force-app/…/objects) and in Setup > Object Manager.`,
    ...folders.flatMap((folder) => folderPart(folder, model, words)),
    '',
  ].join('\n');
}

function folderOf(file: SourceFile): string {
  return /^force-app\/([^/]+)\//.exec(file.path)?.[1] ?? '';
}

function folderPart(folder: string, model: PackageModel, words: PackageWords): readonly string[] {
  const objects = [...model.objects.values()].filter(({ file }) => file && folderOf(file) === folder);
  const fields = model.tree.of('field').filter((file) => folderOf(file) === folder);
  const extended = [...new Set(fields.map(({ object }) => object))].filter((name) => !objects.some((object) => object.name === name));
  if (objects.length + extended.length === 0) return [];
  const references = fields.flatMap(referenceOf).filter(({ to }) => to !== 'User');
  return [
    '',
    `## ${folder}`,
    '',
    ...(references.length > 0 ? ['```mermaid', diagram(objects, references, model), '```', ''] : []),
    '| object | what it is |',
    '| --- | --- |',
    ...objects.map((object) => objectRow(object, words)),
    ...extended.sort().map((name) => `| ${words.object(name)} \`${name}\` | ${addedFields(name, fields, words)} |`),
  ];
}

function referenceOf(file: SourceFile): readonly Reference[] {
  const to = textOf(file.root, 'referenceTo');
  return to === undefined ? [] : [{ from: file.object, to, field: file.name, isDetail: textOf(file.root, 'type') === 'MasterDetail' }];
}

function diagram(objects: readonly PackageObject[], references: readonly Reference[], model: PackageModel): string {
  return [
    'erDiagram',
    ...references.map(({ from, to, field, isDetail }) => `  ${to} ${isDetail ? '||--o{' : '|o..o{'} ${from} : "${field}"`),
    ...objects.filter(({ name }) => !isPlatformEvent(name)).flatMap((object) => entity(object, model)),
  ].join('\n');
}

/** Fields that tell records apart or that people sort and filter by: keys and dates, not texts. */
function entity({ name }: PackageObject, model: PackageModel): readonly string[] {
  const shown = model.tree
    .of('field')
    .filter((file) => file.object === name)
    .flatMap((file) => {
      const type = textOf(file.root, 'type') ?? '';
      const key = textOf(file.root, 'externalId') === 'true' ? ' UK' : '';
      return key !== '' || type === 'Date' || type === 'Picklist' ? [`    ${type} ${file.name}${key}`] : [];
    });
  return shown.length > 0 ? [`  ${name} {`, ...shown.slice(0, 12), '  }'] : [];
}

function objectRow({ name, file }: PackageObject, words: PackageWords): string {
  const description = (file && textOf(file.root, 'description')) ?? '';
  return `| ${words.object(name)} \`${name}\` | ${description.replaceAll('|', '\\|')} |`;
}

function addedFields(object: string, fields: readonly SourceFile[], words: PackageWords): string {
  const own = fields.filter((field) => field.object === object);
  const names = own.map((field) => (object === 'Activity' ? (textOf(field.root, 'label') ?? field.name) : words.field(object, field.name)));
  return `A standard object with ${own.length} added ${own.length === 1 ? 'field' : 'fields'}: ${names.join(', ')}.`;
}
