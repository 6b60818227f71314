// The official description of every metadata type, read from the declarations of @salesforce/types, with what only a former release declares.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';

/** An element that a type may hold. */
export interface Member {
  /** Name of another type, or `string`, `number`, `boolean`, `Date`; `opaque` where nobody declares what stands inside. */
  readonly type: string;
  readonly required: boolean;
  readonly repeated: boolean;
}

export type TypeShape =
  | { readonly kind: 'structure'; readonly members: ReadonlyMap<string, Member> }
  | { readonly kind: 'choice'; readonly values: ReadonlySet<string> }
  | { readonly kind: 'primitive'; readonly primitive: string };

export interface MetadataTypes {
  /** Undefined for a type that the declarations do not know. */
  shape(type: string): TypeShape | undefined;
}

const PRIMITIVES: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'Date', 'any', 'unknown']);

function memberOf(signature: ts.PropertySignature, source: ts.SourceFile): [string, Member] {
  const declared = signature.type;
  const repeated = declared !== undefined && ts.isArrayTypeNode(declared);
  const type = (repeated ? declared.elementType : declared)?.getText(source) ?? 'any';
  const name = ts.isStringLiteral(signature.name) ? signature.name.text : signature.name.getText(source);
  return [name, { type, repeated, required: signature.questionToken === undefined && !repeated }];
}

function shapeOf(node: ts.TypeNode, source: ts.SourceFile, resolve: (name: string) => TypeShape | undefined): TypeShape {
  if (ts.isTypeLiteralNode(node)) {
    return {
      kind: 'structure',
      members: new Map(node.members.filter(ts.isPropertySignature).map((signature) => memberOf(signature, source))),
    };
  }
  if (ts.isIntersectionTypeNode(node)) {
    const members = new Map<string, Member>();
    for (const part of node.types) {
      const shape = shapeOf(part, source, resolve);
      if (shape.kind === 'structure') for (const [name, member] of shape.members) members.set(name, member);
    }
    return { kind: 'structure', members };
  }
  const options = ts.isUnionTypeNode(node) ? node.types : [node];
  if (options.every((option) => ts.isLiteralTypeNode(option) && ts.isStringLiteral(option.literal))) {
    return { kind: 'choice', values: new Set(options.map((option) => option.getText(source).slice(1, -1))) };
  }
  const name = node.getText(source);
  return (PRIMITIVES.has(name) ? undefined : resolve(name)) ?? { kind: 'primitive', primitive: name };
}

/** What @salesforce/types 1.7.1 declares and the present release does not, although orgs still take it: `elements` by type, `values` by choice. */
interface FormerDeclarations {
  readonly elements: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly values: Readonly<Record<string, readonly string[]>>;
}

function withFormer(type: string, shape: TypeShape | undefined, former: FormerDeclarations): TypeShape | undefined {
  if (shape?.kind === 'choice') return { kind: 'choice', values: new Set([...shape.values, ...(former.values[type] ?? [])]) };
  if (shape?.kind !== 'structure') return shape;
  const more = Object.entries(former.elements[type] ?? {}).map(([name, declared]): [string, Member] => [
    name,
    { type: declared.replace('[]', ''), repeated: declared.endsWith('[]'), required: false },
  ]);
  return { kind: 'structure', members: new Map([...shape.members, ...more]) };
}

let loaded: MetadataTypes | undefined;

/** The declarations that are installed, read once; shapes are made when first asked for. */
export function loadMetadataTypes(): MetadataTypes {
  return (loaded ??= readDeclarations());
}

function readDeclarations(): MetadataTypes {
  const file = createRequire(import.meta.url)
    .resolve('@salesforce/types/metadata')
    .replace(/\.js$/, '.d.ts');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, false);
  const declared = new Map<string, ts.TypeNode>();
  for (const statement of source.statements) if (ts.isTypeAliasDeclaration(statement)) declared.set(statement.name.text, statement.type);
  const former = JSON.parse(readFileSync(path.join(import.meta.dirname, 'former-declarations.json'), 'utf8')) as FormerDeclarations;
  const made = new Map<string, TypeShape | undefined>();
  const shape = (type: string): TypeShape | undefined => {
    if (PRIMITIVES.has(type)) return { kind: 'primitive', primitive: type };
    if (!made.has(type)) {
      const node = declared.get(type);
      made.set(type, withFormer(type, node && shapeOf(node, source, shape), former));
    }
    return made.get(type);
  };
  return { shape };
}
