// What a package holds by name, so that references between its files can be followed; standard objects come from the local org's schema.
import { loadSchema } from '../../local-org/metadata/load-schema.ts';
import type { OrgFeature } from '../../local-org/metadata/org-feature.ts';
import type { SourceFile, SourceTree } from './source-tree.ts';
import { childrenOf, textOf, type XmlNode } from './xml-document.ts';

export interface PackageField {
  readonly name: string;
  /** Type in the metadata (`Picklist`, `Summary`); undefined for standard fields. */
  readonly type: string | undefined;
  /** API names of the values of a picklist; undefined for other fields. */
  readonly values: readonly string[] | undefined;
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
  /** Names of the Lightning components. */
  readonly components: ReadonlySet<string>;
}

/** API name of a picklist value in a field's own definition or a global value set. */
function valueNames(nodes: readonly XmlNode[]): readonly string[] {
  return nodes.map((node) => textOf(node, 'fullName') ?? '');
}

function packageField(file: SourceFile, valueSets: ReadonlyMap<string, readonly string[]>): PackageField {
  const type = textOf(file.root, 'type');
  const shared = textOf(file.root, 'valueSet', 'valueSetName');
  const own = file.root.children.find((node) => node.name === 'valueSet')?.children.find((node) => node.name === 'valueSetDefinition');
  return {
    name: file.name,
    type,
    values: own ? valueNames(childrenOf(own, 'value')) : shared === undefined ? undefined : (valueSets.get(shared) ?? []),
    required: type === 'MasterDetail' || textOf(file.root, 'required') === 'true',
    computed: type === 'Summary' || type === 'AutoNumber' || textOf(file.root, 'formula') !== undefined,
    file,
  };
}

/** Follows the names of a tree in an org that lacks some features; faults in single files do not stop it. */
export function packageModel(tree: SourceTree, without: readonly OrgFeature[] = []): PackageModel {
  const valueSets = new Map(tree.of('globalValueSet').map((file) => [file.name, valueNames(childrenOf(file.root, 'customValue'))]));
  const objects = new Map<string, PackageObject & { readonly fields: Map<string, PackageField>; masters: string[] }>();
  for (const standard of loadSchema([], without).objects) {
    const fields = standard.fields.map((field): [string, PackageField] => [
      field.name,
      {
        name: field.name,
        type: undefined,
        values: field.picklist?.values.map((value) => value.value),
        required: field.required,
        computed: !field.createable && !field.updateable,
        file: undefined,
      },
    ]);
    objects.set(standard.name, { name: standard.name, custom: false, file: undefined, fields: new Map(fields), masters: [] });
  }
  const system = [
    'Id',
    'Name',
    'OwnerId',
    'CreatedById',
    'CreatedDate',
    'LastModifiedById',
    'LastModifiedDate',
    'SystemModstamp',
    'IsDeleted',
    'CurrencyIsoCode',
    'RecordTypeId',
  ];
  // an org's files of standard objects hold settings, not fields
  for (const file of tree.of('object').filter(({ name }) => !objects.has(name))) {
    const fields = system.map((name): [string, PackageField] => [
      name,
      { name, type: undefined, values: undefined, required: false, computed: name !== 'Name' && name !== 'OwnerId', file: undefined },
    ]);
    objects.set(file.name, { name: file.name, custom: true, file, fields: new Map(fields), masters: [] });
  }
  objects.set('Activity', { name: 'Activity', custom: false, file: undefined, fields: new Map(), masters: [] });
  for (const file of tree.of('field')) {
    const object = objects.get(file.object);
    const field = packageField(file, valueSets);
    object?.fields.set(file.name, field);
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
    components: new Set(tree.of('js').map((file) => file.name)),
  };
}

/** Platform events are heard by flows: nobody sees their fields, so these have no words in other languages and no permissions. */
export function isPlatformEvent(name: string): boolean {
  return name.endsWith('__e');
}
