// A flow as a Mermaid flowchart: steps with the names that Flow Builder gives their kinds, outcomes on the arrows, fault paths dotted.
import { beginnings, reachable, type FlowGraph, type FlowNode } from '../build/metadata/flow-graph.ts';
import { child, childrenOf, textOf, type XmlNode } from '../build/metadata/xml-document.ts';

interface Shape {
  /** As Flow Builder names it. */
  readonly kind: string;
  readonly open: string;
  readonly close: string;
  readonly style: 'step' | 'data' | 'ask' | 'stop';
}

const SHAPES: Readonly<Record<string, Shape>> = {
  assignments: { kind: 'Assignment', open: '[', close: ']', style: 'step' },
  collectionProcessors: { kind: 'Collection', open: '[', close: ']', style: 'step' },
  loops: { kind: 'Loop', open: '{{', close: '}}', style: 'ask' },
  decisions: { kind: 'Decision', open: '{', close: '}', style: 'ask' },
  recordLookups: { kind: 'Get Records', open: '[(', close: ')]', style: 'data' },
  recordCreates: { kind: 'Create Records', open: '[(', close: ')]', style: 'data' },
  recordUpdates: { kind: 'Update Records', open: '[(', close: ')]', style: 'data' },
  recordDeletes: { kind: 'Delete Records', open: '[(', close: ')]', style: 'data' },
  subflows: { kind: 'Subflow', open: '[[', close: ']]', style: 'step' },
  actionCalls: { kind: 'Action', open: '[[', close: ']]', style: 'step' },
  customErrors: { kind: 'Custom Error', open: '([', close: '])', style: 'stop' },
};
const OTHER: Shape = { kind: 'Step', open: '[', close: ']', style: 'step' };

const STYLES = [
  'classDef data fill:#e5f0ff,stroke:#1b5297,color:#10233f',
  'classDef ask fill:#fff3d9,stroke:#8c5b00,color:#3d2800',
  'classDef stop fill:#fde7e7,stroke:#a61a14,color:#4a0c09',
  'classDef step fill:#f3f3f3,stroke:#5c5c5c,color:#181818',
];

/** The lines of a ```mermaid block. `moment` is what the start says. */
export function flowPicture(graph: FlowGraph, moment: string): string {
  const elements = [...reachable(graph, beginnings(graph))].flatMap((name) => graph.elements.get(name) ?? []);
  return [
    'flowchart TD',
    `  Start(["${quoted(moment)}"])`,
    ...elements.map((element) => `  ${nodeOf(element)}`),
    ...(graph.start ? arrows('Start', startArrows(graph.start)) : []),
    ...elements.flatMap((element) => arrows(element.name, arrowsOf(element))),
    ...STYLES.map((style) => `  ${style}`),
  ].join('\n');
}

type Arrow = readonly [to: string, label: string, isFault?: boolean];

function nodeOf({ kind, name, node }: FlowNode): string {
  const shape = SHAPES[kind] ?? OTHER;
  return `${name}${shape.open}"${shape.kind}<br/>${quoted(textOf(node, 'label') ?? name)}"${shape.close}:::${shape.style}`;
}

function arrows(from: string, list: readonly Arrow[]): readonly string[] {
  return list.map(([to, label, isFault]) => {
    const line = isFault ? '-.->' : '-->';
    return `  ${from} ${line}${label === '' ? '' : `|"${quoted(label)}"|`} ${to}`;
  });
}

function target(node: XmlNode, connector: string): string | undefined {
  return textOf(node, connector, 'targetReference');
}

function startArrows(start: XmlNode): readonly Arrow[] {
  const paths = childrenOf(start, 'scheduledPaths').map((path): Arrow => [
    target(path, 'connector') ?? '',
    textOf(path, 'label') ?? 'later',
  ]);
  const next = target(start, 'connector');
  return [...(next === undefined ? [] : [[next, ''] as const]), ...paths].filter(([to]) => to !== '');
}

function arrowsOf({ node, kind }: FlowNode): readonly Arrow[] {
  const list: (readonly [string | undefined, string, boolean?])[] = [
    ...childrenOf(node, 'rules').map((rule) => [target(rule, 'connector'), textOf(rule, 'label') ?? ''] as const),
    [target(node, 'nextValueConnector'), 'for each'],
    [target(node, 'noMoreValuesConnector'), 'after the last'],
    [target(node, 'connector'), ''],
    [target(node, 'defaultConnector'), kind === 'decisions' ? (textOf(node, 'defaultConnectorLabel') ?? 'otherwise') : ''],
    [target(node, 'faultConnector'), 'fault', true],
  ];
  const drawn = list.filter((arrow): arrow is Arrow => arrow[0] !== undefined);
  return kind === 'decisions' ? [...drawn, ...endings(node)] : drawn;
}

/** Outcomes after which the flow is done. */
function endings(node: XmlNode): readonly Arrow[] {
  const done = childrenOf(node, 'rules').filter((rule) => target(rule, 'connector') === undefined);
  const labels = done.map((rule) => textOf(rule, 'label') ?? '');
  if (!child(node, 'defaultConnector')) labels.push(textOf(node, 'defaultConnectorLabel') ?? 'otherwise');
  return labels.map((label) => [`End_${textOf(node, 'name')}([End])`, label]);
}

/** Mermaid reads quotes, hashes and brackets in labels as its own. */
function quoted(text: string): string {
  return text.replaceAll('#', '#35;').replaceAll('"', '#quot;').replaceAll('<', '#lt;').replaceAll('>', '#gt;');
}
