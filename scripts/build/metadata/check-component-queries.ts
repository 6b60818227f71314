// GraphQL in Lightning components, bound to the schema: objects, fields, parents, children, filters and orders.
import { parse, type DocumentNode, type FieldNode, type SelectionSetNode, type ValueNode } from 'graphql';
import type { Check } from './check.ts';
import { followPath } from './field-paths.ts';
import type { PackageModel, PackageObject } from './package-model.ts';
import type { ComponentSource } from './source-tree.ts';

const DOCUMENT = /\bgql`([^`]*)`/g;
/** What every record has besides its fields. */
const OF_RECORDS: ReadonlySet<string> = new Set(['__typename', 'ApiName', 'WeakEtag', 'DisplayValue', 'Metadata', 'LayoutSource']);
const COMBINED: ReadonlySet<string> = new Set(['and', 'or', 'not']);
/** Types of variables that are about an object, such as `Park__c_Filter`. */
const OBJECT_TYPE = /^(?<object>\w+?)_(?:Filter|OrderBy|GroupBy)$/;

type Tell = (missing: string, name: string, message: string, offset: number) => void;

export interface ComponentQuery {
  readonly source: ComponentSource;
  /** From 1. */
  readonly line: number;
  /** Undefined for what only running code puts together. */
  readonly document: DocumentNode | Error | undefined;
  readonly text: string;
}

export const checkComponentQueries: Check = (model, report) => {
  for (const { source, line, document, text } of queriesIn(model)) {
    const bundle = model.tree.of('js').find((file) => file.name === source.component);
    if (!bundle || !document) continue;
    const tell: Tell = (missing, name, message, offset) => {
      const at = { ...bundle.root, line: line + text.slice(0, offset).split('\n').length - 1 };
      report.about(missing)({ ...bundle, path: source.path }, at, name, message, 'Name what the schema has.');
    };
    if (document instanceof Error) tell('gql__c', 'gql', document.message, 0);
    else checkDocument(document, model, tell);
  }
};

/** Places of the queries that only running code puts together: they are not held against the schema here. */
export function queriesMadeInCode(model: PackageModel): readonly string[] {
  return [...queriesIn(model)].flatMap(({ source, line, document }) => (document ? [] : [`${source.path}:${line}`]));
}

/** Queries of all components; numbers and lists of fields that a constant holds are filled in. */
export function* queriesIn(model: PackageModel): Iterable<ComponentQuery> {
  for (const source of model.tree.components) {
    if (source.path.endsWith('.html')) continue;
    for (const { 1: text = '', index } of source.text.matchAll(DOCUMENT)) {
      const line = source.text.slice(0, index).split('\n').length;
      // a number of rows may be told by a constant, and a list of fields by another one
      const whole = text.replaceAll(/(?<=:\s*)\$\{\w+\}/g, '0').replaceAll(/\$\{\w+\}/g, '__typename');
      yield { source, line, text: whole, document: parsed(whole, whole !== text) };
    }
  }
}

function parsed(text: string, isMadeUp: boolean): DocumentNode | Error | undefined {
  if (text.includes('${')) return undefined;
  try {
    return parse(text);
  } catch (error) {
    return isMadeUp ? undefined : (error as Error);
  }
}

function checkDocument(document: DocumentNode, model: PackageModel, tell: Tell): void {
  for (const definition of document.definitions) {
    if (definition.kind !== 'OperationDefinition') continue;
    for (const { type } of definition.variableDefinitions ?? []) {
      const name = type.kind === 'NamedType' ? type.name.value : '';
      const object = OBJECT_TYPE.exec(name)?.groups?.['object'];
      if (object !== undefined) objectAt(object, type.loc?.start ?? 0, model, tell);
    }
    for (const uiapi of fieldsOf(definition.selectionSet)) {
      for (const part of fieldsOf(uiapi.selectionSet)) {
        if (part.name.value === 'query')
          for (const field of fieldsOf(part.selectionSet)) checkConnection(field, field.name.value, model, tell);
        if (part.name.value === 'aggregate') for (const field of fieldsOf(part.selectionSet)) checkAggregate(field, model, tell);
      }
    }
  }
}

function fieldsOf(set: SelectionSetNode | undefined): readonly FieldNode[] {
  return (set?.selections ?? []).filter((selection) => selection.kind === 'Field');
}

function objectAt(name: string, offset: number, model: PackageModel, tell: Tell): PackageObject | undefined {
  const object = model.objects.get(name);
  if (!object) tell(name, name, 'There is no such object.', offset);
  return object;
}

/** `Object(where: …) { edges { node { … } } }`, at the top or as children of a record. */
function checkConnection(field: FieldNode, objectName: string, model: PackageModel, tell: Tell): void {
  const object = objectAt(objectName, field.loc?.start ?? 0, model, tell);
  if (!object) return;
  checkArguments(field, object, model, tell);
  for (const node of nodesOf(field)) checkRecord(node.selectionSet, object, model, tell);
}

function nodesOf(field: FieldNode): readonly FieldNode[] {
  const edges = fieldsOf(field.selectionSet).filter(({ name }) => name.value === 'edges');
  return edges.flatMap((edge) => fieldsOf(edge.selectionSet).filter(({ name }) => name.value === 'node'));
}

function checkAggregate(field: FieldNode, model: PackageModel, tell: Tell): void {
  const object = objectAt(field.name.value, field.loc?.start ?? 0, model, tell);
  if (!object) return;
  checkArguments(field, object, model, tell);
  for (const node of nodesOf(field))
    for (const aggregate of fieldsOf(node.selectionSet).filter(({ name }) => name.value === 'aggregate'))
      checkRecord(aggregate.selectionSet, object, model, tell);
}

function checkArguments(field: FieldNode, object: PackageObject, model: PackageModel, tell: Tell): void {
  for (const { name, value } of field.arguments ?? [])
    if (name.value === 'where' || name.value === 'orderBy' || name.value === 'groupBy') checkConditions(value, object, model, tell);
}

function checkConditions(value: ValueNode, object: PackageObject, model: PackageModel, tell: Tell): void {
  if (value.kind === 'ListValue') for (const one of value.values) checkConditions(one, object, model, tell);
  if (value.kind !== 'ObjectValue') return;
  for (const { name, value: inner, loc } of value.fields) {
    const parent = parentOf(name.value, object, model);
    if (COMBINED.has(name.value)) checkConditions(inner, object, model, tell);
    else if (parent) checkConditions(inner, parent, model, tell);
    else if (!object.fields.has(name.value) && !isOpenParent(name.value, object))
      tell(object.custom ? '__c' : name.value, name.value, `${object.name} has no such field.`, loc?.start ?? 0);
  }
}

/** The record that a parent relationship leads to, where it is told which. */
function parentOf(relationship: string, object: PackageObject, model: PackageModel): PackageObject | undefined {
  const followed = object.fields.has(relationship) ? undefined : followPath(object, [relationship, 'Id'], model);
  if (!followed || !('field' in followed)) return undefined;
  const key = relationship.endsWith('__r') ? `${relationship.slice(0, -3)}__c` : `${relationship}Id`;
  return model.objects.get(object.fields.get(key)?.referenceTo[0] ?? '');
}

/** A reference to one of several objects, or to one of which nothing is known. */
function isOpenParent(relationship: string, object: PackageObject): boolean {
  return !relationship.includes('__') && object.fields.has(`${relationship}Id`);
}

function checkRecord(set: SelectionSetNode | undefined, object: PackageObject, model: PackageModel, tell: Tell): void {
  for (const field of fieldsOf(set)) {
    const name = field.name.value;
    if (OF_RECORDS.has(name) || object.fields.has(name)) continue;
    const children = childrenNamed(name, object, model);
    const parent = parentOf(name, object, model);
    if (children) checkConnection(field, children, model, tell);
    else if (parent) checkRecord(field.selectionSet, parent, model, tell);
    else if (!isOpenParent(name, object) && (object.custom || name.includes('__') || field.selectionSet?.selections.length === 1))
      tell(object.custom ? '__c' : name, name, `${object.name} has no such field or relationship.`, field.loc?.start ?? 0);
  }
}

/** The object whose records hang below by a custom relationship of this name. */
function childrenNamed(name: string, object: PackageObject, model: PackageModel): string | undefined {
  const relationship = name.replace(/__r$/, '');
  return model.tree
    .of('field')
    .find(
      ({ root }) =>
        root.children.some((one) => one.name === 'referenceTo' && one.text === object.name) &&
        root.children.some((one) => one.name === 'relationshipName' && one.text === relationship),
    )?.object;
}
