// Flows: every name that an element, formula or text mentions stands for something, down to fields, labels and picklist values.
import type { Check, Report } from './check.ts';
import { flowGraph, type FlowGraph, type FlowNode } from './flow-graph.ts';
import type { PackageModel, PackageObject } from './package-model.ts';
import { child, childrenOf, descendants, textOf, type XmlNode } from './xml-document.ts';

/** Elements whose whole text is the name of a resource. */
const REFERENCES: ReadonlySet<string> = new Set([
  'elementReference',
  'assignToReference',
  'leftValueReference',
  'inputReference',
  'outputReference',
  'collectionReference',
  'recordReference',
]);
/** Elements whose text may hold merge fields. */
const TEXTS: ReadonlySet<string> = new Set([
  'expression',
  'stringValue',
  'errorMessage',
  'text',
  'filterFormula',
  'fieldText',
  'interviewLabel',
]);
const GLOBALS: ReadonlySet<string> = new Set([
  '$Flow',
  '$User',
  '$Profile',
  '$UserRole',
  '$Organization',
  '$Api',
  '$System',
  '$Setup',
  '$GlobalConstant',
  '$CustomMetadata',
  '$Client',
  '$Orchestration',
]);

/** Names that an element mentions, with the element of the mention. */
function* mentions(node: XmlNode): Iterable<readonly [XmlNode, string]> {
  for (const inner of descendants(node)) {
    if (REFERENCES.has(inner.name)) yield [inner, inner.text];
    else if (TEXTS.has(inner.name)) for (const merge of inner.text.matchAll(/\{!([^}]+)\}/g)) yield [inner, merge[1] ?? ''];
  }
}

/** What is wrong with a path of fields from an object, if anything. */
function brokenPath(object: PackageObject | undefined, path: readonly string[], model: PackageModel): string | undefined {
  const [name = '', ...rest] = path;
  if (object === undefined || path.length === 0) return undefined;
  if (rest.length === 0) return object.fields.has(name) ? undefined : `${object.name} has no field ${name}.`;
  const key = name.endsWith('__r') ? `${name.slice(0, -3)}__c` : `${name}Id`;
  const field = object.fields.get(key);
  if (!field) return `${object.name} has no relationship ${name}.`;
  const to = field.file && textOf(field.file.root, 'referenceTo');
  return to === undefined ? undefined : brokenPath(model.objects.get(to), rest, model);
}

function brokenName(name: string, graph: FlowGraph, model: PackageModel): string | undefined {
  const [head = '', ...rest] = name.split('.');
  if (head === '$Record' || head === '$Record__Prior')
    return graph.object === undefined ? 'This flow has no $Record.' : brokenPath(model.objects.get(graph.object), rest, model);
  if (head === '$Label') return model.labels.some((label) => label.name === rest[0]) ? undefined : `There is no custom label ${rest[0]}.`;
  if (head === '$Permission')
    return model.tree.of('customPermission').some((permission) => permission.name === rest[0])
      ? undefined
      : `There is no custom permission ${rest[0]}.`;
  if (head.startsWith('$')) return GLOBALS.has(head) ? undefined : `There is no global variable ${head}.`;
  const found: FlowNode | undefined = graph.resources.get(head) ?? graph.elements.get(head);
  if (!found) return `The flow has nothing named ${head}.`;
  if (found.kind !== 'recordLookups' || rest.length === 0) return undefined;
  const read = childrenOf(found.node, 'queriedFields').map((field) => field.text);
  const field = rest[0] ?? '';
  if (read.length > 0 && rest.length === 1 && field !== 'Id' && !read.includes(field)) return `${head} does not read ${field}.`;
  return brokenPath(model.objects.get(textOf(found.node, 'object') ?? ''), rest, model);
}

function checkField(graph: FlowGraph, object: PackageObject, node: XmlNode, name: string, value: string | undefined, report: Report): void {
  const field = object.fields.get(name);
  if (!field) report(graph.file, node, `${object.name}.${name}`, 'There is no such field.', 'Name an existing field.');
  else if (field.values && value !== undefined && !field.values.includes(value))
    report(graph.file, node, `${object.name}.${name}`, `"${value}" is none of its values.`, `Choose one of: ${field.values.join(', ')}.`);
}

function checkData(graph: FlowGraph, node: XmlNode, model: PackageModel, report: Report): void {
  const name = textOf(node, 'object');
  if (name === undefined) return;
  const object = model.objects.get(name);
  if (!object) return report(graph.file, child(node, 'object') ?? node, name, 'There is no such object.', 'Name an existing object.');
  for (const list of ['filters', 'inputAssignments']) {
    for (const item of childrenOf(node, list))
      checkField(graph, object, item, textOf(item, 'field') ?? '', textOf(item, 'value', 'stringValue'), report);
  }
  for (const item of [...childrenOf(node, 'queriedFields'), ...childrenOf(node, 'sortField')])
    checkField(graph, object, item, item.text, undefined, report);
  const count = childrenOf(node, 'filters').length;
  for (const number of textOf(node, 'filterLogic')?.match(/\d+/g) ?? [])
    if (Number(number) > count)
      report(graph.file, child(node, 'filterLogic') ?? node, number, `There are only ${count} filters.`, 'Number the filters from 1.');
}

/** Text written to a picklist of the record itself must be one of its values. */
function checkAssignments(graph: FlowGraph, model: PackageModel, report: Report): void {
  const object = model.objects.get(graph.object ?? '');
  for (const item of [...descendants(graph.file.root)].filter((node) => node.name === 'assignmentItems')) {
    const target = /^\$Record\.(?<field>\w+)$/.exec(textOf(item, 'assignToReference') ?? '')?.groups?.['field'];
    if (!target || !object) continue;
    checkField(graph, object, item, target, textOf(item, 'value', 'stringValue'), report);
    if (object.fields.get(target)?.computed) report(graph.file, item, target, 'Nobody can write a computed field.', 'Write another field.');
  }
}

export const checkFlowReferences: Check = (model, report) => {
  for (const file of model.tree.of('flow')) {
    const graph = flowGraph(file);
    const used = new Set<string>();
    for (const [node, name] of mentions(file.root)) {
      used.add(name.split('.')[0] ?? '');
      const broken = brokenName(name, graph, model);
      if (broken !== undefined) report(file, node, name, broken, 'Name something that exists.');
    }
    for (const resource of graph.resources.values()) {
      if (!used.has(resource.name) && textOf(resource.node, 'isOutput') !== 'true' && textOf(resource.node, 'isInput') !== 'true')
        report.advise(file, resource.node, resource.name, 'Nothing uses it.', 'Remove it.');
    }
    for (const node of [...graph.elements.values()].map((element) => element.node)) checkData(graph, node, model, report);
    if (graph.start) checkData(graph, graph.start, model, report);
    checkAssignments(graph, model, report);
  }
};
