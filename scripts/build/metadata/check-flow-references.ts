// Flows: every name that an element, formula or text mentions stands for something, down to fields, labels and picklist values.
import type { Check, Report } from './check.ts';
import { followPath } from './field-paths.ts';
import { flowGraph, objectOf, type FlowGraph, type FlowNode } from './flow-graph.ts';
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
/** Elements of screens whose text is the name of a choice. */
const CHOSEN: ReadonlySet<string> = new Set(['choiceReferences', 'defaultSelectedChoiceReference']);
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

interface Broken {
  /** The part of the name that is nowhere. */
  readonly missing: string;
  readonly message: string;
}

/** Names that the package itself must hold. */
const named = (missing: string, message: string): Broken => ({ missing: `${missing}__c`, message });

function brokenName(name: string, graph: FlowGraph, model: PackageModel): Broken | undefined {
  const [head = '', ...rest] = name.split('.');
  if ((head === '$Record' || head === '$Record__Prior') && graph.object === undefined) return named(head, 'This flow has no $Record.');
  if (head === '$Label')
    return model.labels.some((label) => label.name === rest[0]) ? undefined : named(head, `There is no custom label ${rest[0]}.`);
  if (head === '$Permission')
    return model.tree.of('customPermission').some((permission) => permission.name === rest[0])
      ? undefined
      : named(head, `There is no custom permission ${rest[0]}.`);
  const isRecord = head.startsWith('$Record');
  if (head.startsWith('$') && !isRecord) return GLOBALS.has(head) ? undefined : named(head, `There is no global variable ${head}.`);
  const found: FlowNode | undefined = graph.resources.get(head) ?? graph.elements.get(head);
  if (!found && !isRecord) return graph.inputs.has(head) ? undefined : named(head, `The flow has nothing named ${head}.`);
  const field = rest[0] ?? '';
  const read = found?.kind === 'recordLookups' ? childrenOf(found.node, 'queriedFields').map(({ text }) => text) : [];
  if (read.length > 0 && rest.length === 1 && field !== 'Id' && !read.includes(field))
    return named(head, `${head} does not read ${field}.`);
  return brokenPath(objectOf(head, graph), rest, model);
}

/** What is wrong with a path of fields from an object, if anything. */
function brokenPath(objectName: string | undefined, path: readonly string[], model: PackageModel): Broken | undefined {
  const object = model.objects.get(objectName ?? '');
  if (!object || path.length === 0) return undefined;
  const followed = followPath(object, path, model);
  return 'message' in followed ? followed : undefined;
}

function checkField(graph: FlowGraph, object: PackageObject, node: XmlNode, name: string, value: string | undefined, report: Report): void {
  const field = object.fields.get(name);
  if (!field)
    report.about(object.custom ? '__c' : name)(
      graph.file,
      node,
      `${object.name}.${name}`,
      'There is no such field.',
      'Name an existing field.',
    );
  else if (field.values && value !== undefined && !value.startsWith('{!') && !field.values.includes(value))
    (field.isOpen ? report.advise : report)(
      graph.file,
      node,
      `${object.name}.${name}`,
      `"${value}" is none of its values.`,
      `Choose one of: ${field.values.join(', ')}.`,
    );
}

function checkData(graph: FlowGraph, node: XmlNode, model: PackageModel, report: Report): void {
  const name = textOf(node, 'object');
  if (name === undefined) return;
  const object = model.objects.get(name);
  if (!object)
    return report.about(name)(graph.file, child(node, 'object') ?? node, name, 'There is no such object.', 'Name an existing object.');
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
      if (broken) report.about(broken.missing)(file, node, name, broken.message, 'Name something that exists.');
    }
    for (const choice of [...descendants(file.root)].filter((node) => CHOSEN.has(node.name))) {
      used.add(choice.text);
      if (!graph.resources.has(choice.text))
        report(file, choice, choice.text, `The flow has nothing named ${choice.text}.`, 'Name a choice of the flow.');
    }
    for (const resource of graph.resources.values()) {
      if (!used.has(resource.name) && textOf(resource.node, 'isOutput') !== 'true' && textOf(resource.node, 'isInput') !== 'true')
        report.advise(file, resource.node, resource.name, 'Nothing uses it.', 'Remove it.');
    }
    for (const { node } of [...graph.elements.values(), ...graph.resources.values()]) checkData(graph, node, model, report);
    if (graph.start) checkData(graph, graph.start, model, report);
    checkAssignments(graph, model, report);
  }
};
