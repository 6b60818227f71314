// What an admin wants to know of a flow: when it starts, what it writes, whom it calls, and what happens when a step fails.
import { DATA_ELEMENTS, flowGraph, type FlowGraph, type FlowNode } from '../build/metadata/flow-graph.ts';
import type { SourceFile } from '../build/metadata/source-tree.ts';
import { childrenOf, descendants, textOf, type XmlNode } from '../build/metadata/xml-document.ts';
import { conditionsOf } from './flow-conditions.ts';
import { withArticle, type PackageWords } from './package-words.ts';

export interface FlowStory {
  readonly name: string;
  readonly label: string;
  readonly graph: FlowGraph;
  /** Its description in three parts, as every flow of the package has them. */
  readonly said: { readonly starts: string; readonly does: string; readonly writes: string };
  /** When it runs, from its start element, such as `before a Competitor is saved, when created`. */
  readonly moment: string;
  /** Which records it runs for; '' when for all. */
  readonly condition: string;
  /** Object → fields that it writes, by label; `gone` for objects whose records it deletes. */
  readonly written: ReadonlyMap<string, ReadonlySet<string>>;
  readonly deleted: readonly string[];
  /** API names of the flows that it calls. */
  readonly calls: readonly string[];
  /** Sentences with which it refuses a save. */
  readonly refusals: readonly string[];
  /** What happens after a fault, with the steps that lead there; steps without fault path under the platform's own answer. */
  readonly faults: readonly { readonly then: string; readonly steps: readonly string[] }[];
}

const ON: Readonly<Record<string, string>> = {
  Create: 'is created',
  Update: 'is changed',
  CreateAndUpdate: 'is created or changed',
  Delete: 'is deleted',
};

export function flowStory(file: SourceFile, words: PackageWords): FlowStory {
  const graph = flowGraph(file);
  return {
    name: file.name,
    label: textOf(file.root, 'label') ?? file.name,
    graph,
    said: saidIn(textOf(file.root, 'description') ?? ''),
    moment: momentOf(graph, words),
    condition: graph.start ? conditionsOf(graph.start, graph.object ?? '', words) : '',
    written: writtenBy(graph, words),
    deleted: ofKind(graph, 'recordDeletes').map((element) => words.object(objectOf(element.node, graph))),
    calls: [...new Set(ofKind(graph, 'subflows').map(({ node }) => textOf(node, 'flowName') ?? ''))],
    refusals: [...new Set(ofKind(graph, 'customErrors').flatMap((element) => messagesOf(element.node, graph, words)))],
    faults: faultsOf(graph, words),
  };
}

function ofKind(graph: FlowGraph, kind: string): readonly FlowNode[] {
  return [...graph.elements.values()].filter((element) => element.kind === kind);
}

/** "Starts when …. Does: …. Writes …." in parts; what does not follow that order stays in the middle. */
function saidIn(description: string): FlowStory['said'] {
  const parts = /^Starts (?<starts>.*?)\. Does:? (?<does>.*?)\. (?<writes>Writes .*)$/s.exec(description)?.groups;
  return { starts: parts?.['starts'] ?? '', does: parts?.['does'] ?? description, writes: parts?.['writes'] ?? '' };
}

function momentOf({ start, object }: FlowGraph, words: PackageWords): string {
  const kind = start && textOf(start, 'triggerType');
  const record = words.object(object ?? '');
  if (!start || kind === undefined) return 'when another flow calls it';
  if (kind === 'Scheduled') {
    const each = object ? `, for each ${record}` : '';
    const time = textOf(start, 'schedule', 'startTime')?.slice(0, 5) ?? '';
    return `${(textOf(start, 'schedule', 'frequency') ?? '').toLowerCase()} at ${time}${each}`;
  }
  if (kind === 'PlatformEvent') return `when the event ${record} arrives`;
  const on = ON[textOf(start, 'recordTriggerType') ?? ''] ?? 'is saved';
  const when = kind === 'RecordBeforeSave' ? 'before the save' : kind === 'RecordBeforeDelete' ? 'before the deletion' : 'after the save';
  const once = textOf(start, 'doesRequireRecordChangedToMeetCriteria') === 'true' ? ', each time it comes to meet the condition' : '';
  return `when ${withArticle(record)} ${on}, ${when}${once}`;
}

/** The object whose records an element works on: its own, or that of the variable, loop or query that it names. */
function objectOf(node: XmlNode, graph: FlowGraph): string {
  const named = textOf(node, 'object');
  if (named !== undefined) return named;
  const reference = textOf(node, 'inputReference') ?? '';
  if (reference === '$Record') return graph.object ?? '';
  const variable = graph.resources.get(reference);
  if (variable) return textOf(variable.node, 'objectType') ?? '';
  const element = graph.elements.get(reference);
  if (!element) return '';
  return textOf(element.node, 'object') ?? objectOfCollection(textOf(element.node, 'collectionReference') ?? '', graph);
}

function objectOfCollection(name: string, graph: FlowGraph): string {
  const source = graph.resources.get(name) ?? graph.elements.get(name);
  return (source && (textOf(source.node, 'objectType') ?? textOf(source.node, 'object'))) ?? '';
}

function writtenBy(graph: FlowGraph, words: PackageWords): FlowStory['written'] {
  const written = new Map<string, Set<string>>();
  const add = (object: string, field: string): void => {
    if (object === '') return;
    const fields = written.get(words.object(object)) ?? new Set();
    if (field !== '') fields.add(words.field(object, field));
    written.set(words.object(object), fields);
  };
  for (const kind of ['recordCreates', 'recordUpdates']) {
    for (const { node } of ofKind(graph, kind)) {
      const object = objectOf(node, graph);
      add(object, '');
      for (const item of childrenOf(node, 'inputAssignments')) add(object, textOf(item, 'field') ?? '');
    }
  }
  for (const { node } of ofKind(graph, 'assignments')) {
    for (const item of childrenOf(node, 'assignmentItems')) {
      const [head = '', field] = (textOf(item, 'assignToReference') ?? '').split('.');
      if (field === undefined) continue;
      const variable = graph.resources.get(head);
      add(head === '$Record' ? (graph.object ?? '') : variable ? (textOf(variable.node, 'objectType') ?? '') : '', field);
    }
  }
  return written;
}

/** What a custom error says: labels in their words, formulas by the labels that they are made of. */
function messagesOf(node: XmlNode, graph: FlowGraph, words: PackageWords): readonly string[] {
  return [...descendants(node)].filter(({ name }) => name === 'errorMessage').map(({ text }) => inWords(text, graph, words));
}

function inWords(text: string, graph: FlowGraph, words: PackageWords): string {
  return text.replaceAll(/\{!([^}]+)\}/g, (whole, name: string) => {
    if (name === '$Flow.FaultMessage') return '(what the platform said)';
    if (name.startsWith('$Label.')) return words.label(name.slice('$Label.'.length));
    const expression = textOf(graph.resources.get(name)?.node ?? EMPTY, 'expression') ?? '';
    const labels = [...new Set([...expression.matchAll(/\$Label\.(\w+)/g)].map(([, label = '']) => words.label(label)))];
    return labels.length > 0 ? labels.join(' / ') : whole;
  });
}

const EMPTY: XmlNode = { name: '', line: 0, text: '', attributes: {}, children: [] };

function faultsOf(graph: FlowGraph, words: PackageWords): FlowStory['faults'] {
  const risky = [...graph.elements.values()].filter(
    ({ kind, node }) => DATA_ELEMENTS.has(kind) || textOf(node, 'faultConnector', 'targetReference'),
  );
  const byAnswer = Map.groupBy(risky, ({ node }) => answerTo(textOf(node, 'faultConnector', 'targetReference'), graph, words));
  return [...byAnswer].map(([then, steps]) => ({ then, steps: steps.map(({ node, name }) => textOf(node, 'label') ?? name) }));
}

function answerTo(target: string | undefined, graph: FlowGraph, words: PackageWords): string {
  const element = graph.elements.get(target ?? '');
  if (!element) return 'the save is refused with the platform’s own message';
  if (element.kind === 'customErrors') return `the save is refused: “${messagesOf(element.node, graph, words).join(' ')}”`;
  if (textOf(element.node, 'flowName') === 'Flow_Fault_Sub_Write') {
    const after = textOf(element.node, 'connector', 'targetReference');
    const then = graph.elements.get(after ?? '');
    return `a Flow Fault is written for the administrator; ${then ? `then “${textOf(then.node, 'label') ?? then.name}”` : 'other records go on'}`;
  }
  return `it goes on with “${textOf(element.node, 'label') ?? element.name}”`;
}
