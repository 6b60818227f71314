// Files that hold the parts of many packages, labels and translations: deploying some of the parts leaves the others as they are.
import { XMLBuilder, XMLParser } from 'fast-xml-parser';

/** Where the parts of a file tell their name: by list element, or for every list where they agree. */
const NAMES: Readonly<Record<string, string>> = { labels: 'fullName', tabSettings: 'tab', valueTranslation: 'masterLabel' };
const NAME = 'name';

type Node = Readonly<Record<string, unknown>>;

const options = { ignoreAttributes: false, preserveOrder: true, parseTagValue: false, trimValues: true } as const;
const parser = new XMLParser({ ...options, processEntities: true });
const builder = new XMLBuilder({ ...options, format: true, indentBy: '    ', processEntities: true });

/** The present file with the parts of the incoming one: those of the same list and name are replaced, others added, in the incoming order. */
export function mergeParts(present: string, incoming: string): string {
  const [into, from] = [rootOf(present), rootOf(incoming)];
  const parts = new Map(into.children.map((child) => [keyOf(child), child]));
  for (const child of from.children) parts.set(keyOf(child), child);
  return write(from.document, from.name, sorted([...parts.values()]));
}

/** The file without the parts that bear these names, for each list by its element, such as `customLabels`. */
export function withoutParts(text: string, gone: Readonly<Record<string, ReadonlySet<string>>>): string {
  const { document, name, children } = rootOf(text);
  return write(
    document,
    name,
    children.filter((child) => !gone[tagOf(child)]?.has(partName(child))),
  );
}

function write(document: readonly Node[], root: string, children: readonly Node[]): string {
  return String(builder.build(document.map((node) => (tagOf(node) === root ? { ...node, [root]: children } : node))))
    .trim()
    .concat('\n');
}

/** Lists stay together, as the schema of a metadata file wants. */
function sorted(children: readonly Node[]): readonly Node[] {
  return [...Map.groupBy(children, tagOf).values()].flat();
}

function rootOf(text: string): { readonly document: readonly Node[]; readonly name: string; readonly children: readonly Node[] } {
  const document = parser.parse(text) as readonly Node[];
  const root = document.find((node) => !tagOf(node).startsWith('?'));
  if (!root) throw new Error('the metadata file has no root element');
  return { document, name: tagOf(root), children: root[tagOf(root)] as readonly Node[] };
}

function keyOf(child: Node): string {
  return `${tagOf(child)} ${partName(child)}`;
}

function partName(child: Node): string {
  const tag = tagOf(child);
  const key = NAMES[tag] ?? NAME;
  const found = (child[tag] as readonly Node[]).find((part) => tagOf(part) === key);
  const text = (found?.[key] as readonly Node[] | undefined)?.[0]?.['#text'];
  return typeof text === 'string' ? text : '';
}

function tagOf(node: Node): string {
  return Object.keys(node).find((key) => key !== ':@') ?? '';
}
