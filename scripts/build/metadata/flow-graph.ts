// A flow as a graph: its elements, its resources, and what leads where.
import type { SourceFile } from './source-tree.ts';
import { child, childrenOf, descendants, textOf, type XmlNode } from './xml-document.ts';

/** Element types that read or write records or call out: they can fail, and they count against limits. */
export const DATA_ELEMENTS: ReadonlySet<string> = new Set([
  'recordLookups',
  'recordCreates',
  'recordUpdates',
  'recordDeletes',
  'actionCalls',
  'apexPluginCalls',
]);

const ELEMENTS: ReadonlySet<string> = new Set([
  ...DATA_ELEMENTS,
  'assignments',
  'collectionProcessors',
  'customErrors',
  'decisions',
  'loops',
  'recordRollbacks',
  'screens',
  'steps',
  'subflows',
  'transforms',
  'waits',
]);
const RESOURCES: ReadonlySet<string> = new Set([
  'choices',
  'constants',
  'dynamicChoiceSets',
  'formulas',
  'stages',
  'textTemplates',
  'variables',
]);

export interface FlowNode {
  /** Such as `decisions` or `formulas`. */
  readonly kind: string;
  readonly name: string;
  readonly node: XmlNode;
}

export interface FlowGraph {
  readonly file: SourceFile;
  readonly start: XmlNode | undefined;
  /** The object that a record-triggered flow starts on. */
  readonly object: string | undefined;
  readonly elements: ReadonlyMap<string, FlowNode>;
  readonly resources: ReadonlyMap<string, FlowNode>;
  /** Fields of screens, in sections and columns too, and the outcomes of decisions, which may be named as well. */
  readonly inputs: ReadonlySet<string>;
  /** Names of elements and resources that are used twice. */
  readonly doubles: readonly FlowNode[];
}

/** Connectors that stand in an element or the start, as [element of the connector, name of the target]. */
export function connectorsOf(node: XmlNode): readonly (readonly [XmlNode, string])[] {
  return [...descendants(node)].filter((inner) => inner.name === 'targetReference').map((inner) => [inner, inner.text] as const);
}

/** Names of all elements that can be reached from a node, the elements in `without` not passed. */
export function reachable(graph: FlowGraph, from: readonly string[], without: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [...from];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name) || without.has(name)) continue;
    seen.add(name);
    const element = graph.elements.get(name);
    if (element) waiting.push(...connectorsOf(element.node).map(([, target]) => target));
  }
  return seen;
}

/** Elements between the start of a loop's turn and its return to the loop. */
export function insideLoop(graph: FlowGraph, loop: FlowNode): ReadonlySet<string> {
  const next = textOf(loop.node, 'nextValueConnector', 'targetReference');
  return next === undefined ? new Set() : reachable(graph, [next], new Set([loop.name]));
}

export function flowGraph(file: SourceFile): FlowGraph {
  const elements = new Map<string, FlowNode>();
  const resources = new Map<string, FlowNode>();
  const doubles: FlowNode[] = [];
  for (const node of file.root.children) {
    const into = ELEMENTS.has(node.name) ? elements : RESOURCES.has(node.name) ? resources : undefined;
    if (!into) continue;
    const found = { kind: node.name, name: textOf(node, 'name') ?? '', node };
    if (elements.has(found.name) || resources.has(found.name)) doubles.push(found);
    into.set(found.name, found);
  }
  const start = child(file.root, 'start');
  const inputs = new Set(
    ['screens', 'decisions'].flatMap((kind) =>
      childrenOf(file.root, kind).flatMap((node) =>
        [...descendants(node)].filter(({ name }) => name === 'fields' || name === 'rules').map((inner) => textOf(inner, 'name') ?? ''),
      ),
    ),
  );
  return { file, start, object: start && textOf(start, 'object'), elements, resources, inputs, doubles };
}

/** The object of the records that a variable, a Get, a loop or a collection of a flow holds; undefined where that is not told. */
export function objectOf(name: string, graph: FlowGraph, passed: ReadonlySet<string> = new Set()): string | undefined {
  if (name === '$Record' || name === '$Record__Prior') return graph.object;
  const found = passed.has(name) ? undefined : (graph.resources.get(name) ?? graph.elements.get(name));
  if (found?.kind === 'variables') return textOf(found.node, 'objectType');
  if (found?.kind === 'recordLookups') return textOf(found.node, 'object');
  const source = found && textOf(found.node, 'collectionReference');
  return source === undefined ? undefined : objectOf(source, graph, new Set([...passed, name]));
}

/** Where a flow begins: the targets of the start, its scheduled paths included. */
export function beginnings(graph: FlowGraph): readonly string[] {
  const old = childrenOf(graph.file.root, 'startElementReference').map((node) => node.text);
  return [...old, ...(graph.start ? connectorsOf(graph.start).map(([, target]) => target) : [])];
}
