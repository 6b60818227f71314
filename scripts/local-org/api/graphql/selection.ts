// Reads from a GraphQL selection what the SOQL behind it must select.
import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import type { Schema, SObjectType } from '../../metadata/schema.ts';

/** Fields of one record type: paths from the record, and the child relationships asked at the record itself. */
export interface RecordSelection {
  readonly paths: ReadonlySet<string>;
  readonly children: readonly FieldNode[];
}

/** A field as it is selected, with the type that a surrounding fragment narrows to. */
interface SelectedField {
  readonly node: FieldNode;
  readonly type: string | undefined;
}

/** Every field below a selection set, through fragments. Directives that leave fields out are ignored: reading more is harmless. */
function selectedFields(set: SelectionSetNode | undefined, info: GraphQLResolveInfo, type?: string): SelectedField[] {
  return (set?.selections ?? []).flatMap((selection) => {
    if (selection.kind === 'Field') return [{ node: selection, type }];
    const fragment = selection.kind === 'FragmentSpread' ? info.fragments[selection.name.value] : selection;
    return selectedFields(fragment?.selectionSet, info, fragment?.typeCondition?.name.value ?? type);
  });
}

/** The selections below a path of field names, such as `edges`, `node`; all of them, whatever their aliases. */
export function selectionsBelow(nodes: readonly FieldNode[], path: readonly string[], info: GraphQLResolveInfo): readonly FieldNode[] {
  return path.reduce<readonly FieldNode[]>(
    (found, name) =>
      found.flatMap((node) =>
        selectedFields(node.selectionSet, info).flatMap(({ node: below }) => (below.name.value === name ? below : [])),
      ),
    nodes,
  );
}

/** Every field selected below a path of field names. */
export function selectedBelow(nodes: readonly FieldNode[], path: readonly string[], info: GraphQLResolveInfo): readonly FieldNode[] {
  return selectionsBelow(nodes, path, info).flatMap((node) => selectedFields(node.selectionSet, info).map((one) => one.node));
}

/** What record nodes of an object must have been read with. */
export function recordSelection(
  schema: Schema,
  object: SObjectType,
  nodes: readonly FieldNode[],
  info: GraphQLResolveInfo,
): RecordSelection {
  const paths = new Set<string>(['Id']);
  const children: FieldNode[] = [];
  collect(schema, object, nodes, info, '', paths, children);
  return { paths, children };
}

function collect(
  schema: Schema,
  object: SObjectType,
  nodes: readonly FieldNode[],
  info: GraphQLResolveInfo,
  prefix: string,
  paths: Set<string>,
  children: FieldNode[],
): void {
  for (const { node, type } of nodes.flatMap((one) => selectedFields(one.selectionSet, info))) {
    // A fragment on another object says nothing about this one; a fragment on the interface of all records does.
    if (type !== undefined && type !== object.name && schema.object(type)) continue;
    const name = node.name.value;
    const field = object.field(name);
    const parent = object.parentRelationship(name);
    if (field) paths.add(`${prefix}${field.name}`);
    else if (name === 'DisplayValue') paths.add(`${prefix}${object.fields.find((one) => one.nameField)?.name ?? 'Id'}`);
    else if (name === 'WeakEtag') paths.add(`${prefix}SystemModstamp`);
    else if (parent) {
      paths.add(`${prefix}${name}.Id`);
      const parentType = schema.object(parent.referenceTo[0] ?? '');
      if (parent.referenceTo.length > 1) paths.add(`${prefix}${name}.Name`);
      else if (parentType) collect(schema, parentType, [node], info, `${prefix}${name}.`, paths, children);
    } else if (prefix === '' && object.childRelationship(name)) children.push(node);
  }
}
