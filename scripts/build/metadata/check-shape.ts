// Judges one metadata file against the official types: names, nesting, repeats, required elements, choices and primitives.
import { OPAQUE_ELEMENTS, REQUIRED_IN_NAME_ONLY, typeOfKind } from './file-kinds.ts';
import type { Finding } from './finding.ts';
import type { Member, MetadataTypes, TypeShape } from './metadata-types.ts';
import type { SourceFile } from './source-tree.ts';
import type { XmlNode } from './xml-document.ts';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

type Report = (node: XmlNode, message: string, fix: string) => void;

const PRIMITIVE_TESTS: Readonly<Record<string, readonly [RegExp, string]>> = {
  boolean: [/^(?:true|false)$/, 'Write true or false.'],
  number: [/^-?\d+(?:\.\d+)?$/, 'Write a number with digits only.'],
  Date: [/^(?:\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?|\d{2}:\d{2}:\d{2}\.\d{3}Z?)$/, 'Write the date as YYYY-MM-DD, a time as HH:MM:SS.000Z.'],
};

/** Close names first, so that a typing error shows its cure. */
function nearest(name: string, candidates: Iterable<string>): string {
  const folded = name.toLowerCase();
  const near = [...candidates].filter(
    (other) => other.toLowerCase().startsWith(folded.slice(0, 3)) || other.toLowerCase().endsWith(folded.slice(-4)),
  );
  return near.slice(0, 4).join(', ');
}

function checkValue(node: XmlNode, type: string, shape: TypeShape, report: Report): void {
  if (node.children.length > 0) report(node, `${node.name} holds elements, but is a simple value (${type}).`, 'Write the value as text.');
  else if (shape.kind === 'choice' && !shape.values.has(node.text)) {
    const known = [...shape.values];
    const choices = known.length <= 12 ? known.join(', ') : `${nearest(node.text, known) || known.slice(0, 8).join(', ')}, …`;
    report(node, `"${node.text}" is no ${type}.`, `Choose one of: ${choices}.`);
  } else if (shape.kind === 'primitive') {
    const test = PRIMITIVE_TESTS[shape.primitive];
    if (test && !test[0].test(node.text)) report(node, `"${node.text}" is no ${shape.primitive}.`, test[1]);
  }
}

function checkRepeats(node: XmlNode, members: ReadonlyMap<string, Member>, report: Report): void {
  const seen = new Set<string>();
  let previous = '';
  for (const inner of node.children) {
    if (seen.has(inner.name) && members.has(inner.name)) {
      if (!members.get(inner.name)?.repeated) report(inner, `${inner.name} stands more than once.`, 'Keep one of them.');
      else if (previous !== inner.name)
        report(inner, `${inner.name} is not together with the other ${inner.name} elements.`, 'Move the repeated elements together.');
    }
    seen.add(inner.name);
    previous = inner.name;
  }
}

function checkStructure(node: XmlNode, type: string, types: MetadataTypes, report: Report): void {
  const shape = types.shape(type);
  if (shape === undefined) return report(node, `The type ${type} is unknown.`, 'Use a type of the present API version.');
  if (node.attributes['xsi:nil'] === 'true') return;
  if (shape.kind !== 'structure') return checkValue(node, type, shape, report);
  if (node.text !== '') report(node, `${node.name} holds the text "${node.text.slice(0, 40)}" beside its elements.`, 'Remove the text.');
  checkRepeats(node, shape.members, report);
  for (const inner of node.children) {
    const member = shape.members.get(inner.name);
    if (member === undefined) {
      const near = nearest(inner.name, shape.members.keys());
      report(inner, `${type} has no element ${inner.name}.`, near ? `Use one of its elements, perhaps ${near}.` : 'Remove it.');
    } else if (member.type !== 'opaque' && !OPAQUE_ELEMENTS.has(`${type}.${inner.name}`)) checkStructure(inner, member.type, types, report);
  }
  for (const [name, member] of shape.members) {
    if (member.required && !REQUIRED_IN_NAME_ONLY.has(`${type}.${name}`) && !node.children.some((inner) => inner.name === name)) {
      report(node, `${node.name} lacks the required element ${name}.`, `Add <${name}>.`);
    }
  }
}

/** Findings about the shape of one file; [] when an org would take it as far as the types tell. */
export function checkShape(file: SourceFile, types: MetadataTypes): readonly Finding[] {
  const findings: Finding[] = [];
  const tell =
    (level: Finding['level']): Report =>
    (node, message, fix) =>
      void findings.push({ level, file: file.path, line: node.line, element: node.name, message, fix });
  const report = tell('fault');
  const type = typeOfKind(file.kind);
  if (type === undefined || !types.shape(type)) {
    const what = type === undefined ? `files ending in .${file.kind}-meta.xml` : `the type ${type}`;
    tell('unjudged')(
      file.root,
      `This check does not know ${what}.`,
      'Correct the ending if it is wrong; else only an org can judge the file.',
    );
    return findings;
  }
  if (file.root.name !== type) report(file.root, `The root element is ${file.root.name}.`, `Make it ${type}.`);
  if (file.root.attributes['xmlns'] !== NAMESPACE) report(file.root, 'The metadata namespace is missing.', `Add xmlns="${NAMESPACE}".`);
  checkStructure(file.root, type, types, report);
  return findings;
}
