// What a package holds by name, so that references between its files can be followed; standard objects come from the local org's schema.
import { loadSchema } from '../../local-org/metadata/load-schema.ts';
import type { OrgFeature } from '../../local-org/metadata/org-feature.ts';
import type { FormulaReference } from '../../local-org/formula/compiled-formula.ts';
import { formulaType } from '../../local-org/formula/record-scope.ts';
import type { Field } from '../../local-org/metadata/schema.ts';
import { platformObjects } from './platform-names.ts';
import type { SourceFile, SourceTree } from './source-tree.ts';
import { childrenOf, textOf, type XmlNode } from './xml-document.ts';

export interface PackageField {
  readonly name: string;
  /** Type in the metadata (`Picklist`, `Summary`); undefined for standard fields. */
  readonly type: string | undefined;
  /** API names of the values of a picklist; undefined for other fields. */
  readonly values: readonly string[] | undefined;
  /** A picklist that takes other values too. */
  readonly isOpen: boolean;
  /** Objects that a reference may point at. */
  readonly referenceTo: readonly string[];
  /** What it is in a formula; undefined where that is not known. */
  readonly inFormulas: FormulaReference | undefined;
  /** Must be given at each save, or names the master: no permission can be given for it. */
  readonly required: boolean;
  /** Formula, roll-up or auto-number: nobody can write it. */
  readonly computed: boolean;
  readonly file: SourceFile | undefined;
}

export interface PackageObject {
  readonly name: string;
  readonly custom: boolean;
  /** The object's own file; undefined for standard objects that the package only extends. */
  readonly file: SourceFile | undefined;
  readonly fields: ReadonlyMap<string, PackageField>;
  /** The parent that the object is a detail of, by its master-detail fields. */
  readonly masters: readonly string[];
}

export interface NamedLabel {
  readonly name: string;
  readonly file: SourceFile;
  readonly node: XmlNode;
}

export interface PackageModel {
  readonly tree: SourceTree;
  /** Objects of the package and standard objects, by name. */
  readonly objects: ReadonlyMap<string, PackageObject>;
  /** Global value sets with their values. */
  readonly valueSets: ReadonlyMap<string, readonly string[]>;
  readonly labels: readonly NamedLabel[];
  /** Names of the Lightning components, those of Aura too. */
  readonly components: ReadonlySet<string>;
  /** Standard objects are those of the local org only; else those of the platform, as far as their names are known. */
  readonly isLocalOrg: boolean;
}

/** API name of a picklist value in a field's own definition or a global value set. */
function valueNames(nodes: readonly XmlNode[]): readonly string[] {
  return nodes.map((node) => textOf(node, 'fullName') ?? '');
}

const FORMULA_TYPES: Readonly<Record<string, FormulaReference>> = {
  Checkbox: { type: 'boolean' },
  Currency: { type: 'number' },
  Date: { type: 'date' },
  DateTime: { type: 'datetime' },
  MultiselectPicklist: { type: 'text', picklist: true },
  Number: { type: 'number' },
  Percent: { type: 'number', percent: true },
  Picklist: { type: 'text', picklist: true },
  Time: { type: 'time' },
};
const TEXTS: ReadonlySet<string> = new Set(
  ['AutoNumber', 'Email', 'Hierarchy', 'Html', 'LongTextArea', 'Lookup', 'MasterDetail', 'MetadataRelationship', 'Phone', 'Text'].concat([
    'TextArea',
    'Url',
  ]),
);

function packageField(file: SourceFile, valueSets: ReadonlyMap<string, readonly string[]>): PackageField {
  const type = textOf(file.root, 'type') ?? '';
  const shared = textOf(file.root, 'valueSet', 'valueSetName');
  const own = file.root.children.find((node) => node.name === 'valueSet')?.children.find((node) => node.name === 'valueSetDefinition');
  const isOpen = textOf(file.root, 'valueSet', 'restricted') !== 'true';
  const values = own ? valueNames(childrenOf(own, 'value')) : shared === undefined ? undefined : (valueSets.get(shared) ?? []);
  const to = textOf(file.root, 'referenceTo') ?? (type === 'Hierarchy' ? 'User' : undefined);
  return {
    name: file.name,
    type,
    values,
    isOpen,
    referenceTo: to === undefined ? [] : [to],
    inFormulas: FORMULA_TYPES[type] ?? (TEXTS.has(type) ? { type: 'text' } : undefined),
    required: type === 'MasterDetail' || textOf(file.root, 'required') === 'true',
    computed: type === 'Summary' || type === 'AutoNumber' || textOf(file.root, 'formula') !== undefined,
    file,
  };
}

/** A field that no file of the package is about. */
function standardField(name: string, known: Partial<PackageField> = {}): PackageField {
  return {
    name,
    type: undefined,
    values: undefined,
    isOpen: false,
    referenceTo: [],
    inFormulas: undefined,
    required: false,
    computed: false,
    file: undefined,
    ...known,
  };
}

function localField(field: Field): PackageField {
  const type = formulaType(field.type);
  return standardField(field.name, {
    values: field.picklist?.values.map((value) => value.value),
    isOpen: field.picklist?.restricted === false,
    referenceTo: field.referenceTo,
    inFormulas: type && { type, ...(field.picklist ? { picklist: true } : {}), ...(field.type === 'percent' ? { percent: true } : {}) },
    required: field.required,
    computed: !field.createable && !field.updateable,
  });
}

/** Fields that every record of a custom object has. */
const SYSTEM: readonly PackageField[] = [
  ...['Id', 'Name', 'SystemModstamp', 'IsDeleted', 'CurrencyIsoCode', 'LastActivityDate', 'LastViewedDate', 'LastReferencedDate'].map(
    (name) =>
      standardField(name, { computed: name !== 'Name', inFormulas: name === 'Id' || name === 'Name' ? { type: 'text' } : undefined }),
  ),
  standardField('OwnerId', { referenceTo: ['User', 'Group'], inFormulas: { type: 'text' } }),
  ...['CreatedById', 'LastModifiedById'].map((name) =>
    standardField(name, { referenceTo: ['User'], inFormulas: { type: 'text' }, computed: true }),
  ),
  ...['CreatedDate', 'LastModifiedDate'].map((name) => standardField(name, { inFormulas: { type: 'datetime' }, computed: true })),
  standardField('RecordTypeId', { referenceTo: ['RecordType'], inFormulas: { type: 'text' }, computed: true }),
];
/** What records of custom metadata types, custom settings and platform events have besides. */
const OF_KIND: Readonly<Record<string, readonly string[]>> = {
  __mdt: ['DeveloperName', 'MasterLabel', 'Label', 'Language', 'NamespacePrefix', 'QualifiedApiName'],
  __c: ['SetupOwnerId'],
  __e: ['ReplayId', 'EventUuid'],
};

function systemFields(name: string): Map<string, PackageField> {
  const more = OF_KIND[/__(?:mdt|c|e)$/.exec(name)?.[0] ?? ''] ?? [];
  return new Map(
    [...SYSTEM, ...more.map((one) => standardField(one, { inFormulas: { type: 'text' } }))].map((field) => [field.name, field]),
  );
}

type GrowingObject = PackageObject & { readonly fields: Map<string, PackageField>; masters: string[] };

/** Standard objects: those that the local org has, and what else the platform is known to have. */
function standardObjects(without: readonly OrgFeature[], isLocalOrg: boolean): Map<string, GrowingObject> {
  const objects = new Map<string, GrowingObject>();
  const object = (name: string, fields: Map<string, PackageField>): void =>
    void objects.set(name, { name, custom: false, file: undefined, fields, masters: [] });
  for (const { name, fields } of loadSchema([], without).objects)
    object(name, new Map(fields.map((field) => [field.name, localField(field)])));
  object('Activity', new Map());
  if (isLocalOrg) return objects;
  for (const [name, { fields, parents }] of platformObjects()) {
    const known = objects.get(name)?.fields ?? new Map<string, PackageField>();
    for (const field of fields) {
      const target = parents.get(field.replace(/Id$/, ''));
      if (!known.has(field)) known.set(field, standardField(field, { referenceTo: target === undefined ? [] : [target] }));
    }
    if (!objects.has(name)) object(name, known);
  }
  return objects;
}

/** Follows the names of a tree in an org that lacks some features; faults in single files do not stop it. */
export function packageModel(tree: SourceTree, without: readonly OrgFeature[] = [], isLocalOrg = false): PackageModel {
  const valueSets = new Map(tree.of('globalValueSet').map((file) => [file.name, valueNames(childrenOf(file.root, 'customValue'))]));
  const objects = standardObjects(without, isLocalOrg);
  // an org's files of standard objects hold settings, not fields
  for (const file of tree.of('object').filter(({ name }) => !objects.has(name)))
    objects.set(file.name, { name: file.name, custom: true, file, fields: systemFields(file.name), masters: [] });
  for (const file of tree.of('field')) {
    const object = objects.get(file.object);
    const field = packageField(file, valueSets);
    // files about standard fields add help and the like to them
    if (file.name.endsWith('__c') || !object?.fields.has(file.name)) object?.fields.set(file.name, field);
    // Tasks and events have the custom fields of Activity, which keeps the files.
    if (file.object === 'Activity')
      for (const name of ['Task', 'Event']) objects.get(name)?.fields.set(file.name, { ...field, file: undefined });
    if (textOf(file.root, 'type') === 'MasterDetail') object?.masters.push(textOf(file.root, 'referenceTo') ?? '');
  }
  return {
    tree,
    objects,
    valueSets,
    labels: tree
      .of('labels')
      .flatMap((file) => childrenOf(file.root, 'labels').map((node) => ({ name: textOf(node, 'fullName') ?? '', file, node }))),
    components: new Set([...tree.of('js'), ...tree.of('cmp')].map((file) => file.name)),
    isLocalOrg,
  };
}

/** Platform events are heard by flows: nobody sees their fields, so these have no words in other languages and no permissions. */
export function isPlatformEvent(name: string): boolean {
  return name.endsWith('__e');
}
