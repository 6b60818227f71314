// What the compilers of elements share while one flow is compiled: names, values, nodes, and refusals that tell the place.
import { FormulaError } from '../formula/formula-error.ts';
import { formulaType } from '../formula/record-scope.ts';
import type { XmlElement } from '../metadata/metadata-xml.ts';
import type { Field, Schema, SObjectType } from '../metadata/schema.ts';
import type { Value } from '../../platform/record.ts';
import type { Flow, FlowTiming, FlowValue, Node, Reader, Resource } from './flow.ts';
import type { FlowNames } from './flow-names.ts';
import { UnsupportedFlowElement } from './unsupported-flow-element.ts';

/** A value in a flow file: a literal, a reference, or a text with references in it. */
export interface Source {
  readonly type: Resource['type'] | 'null';
  readonly collection: boolean;
  readonly object?: SObjectType;
  readonly read: Reader;
  /** Present for literals. */
  readonly literal?: Value;
}

/** A resource that can be written. */
export type Target = Resource & { readonly write: NonNullable<Resource['write']> };

const ALWAYS_KNOWN = ['name', 'label', 'description', 'locationX', 'locationY', 'elementSubtype', 'processMetadataValues', 'group'];
const MERGE = /\{!\s*([^{}]+?)\s*\}/g;

export class FlowBuilder {
  readonly file: string;
  readonly schema: Schema;
  readonly timing: FlowTiming;
  readonly names: FlowNames;
  readonly nodes: ReadonlyMap<string, Node>;
  readonly #flows: (name: string) => Flow | undefined;
  /** Where each element may lead, in the order in which its connectors are compiled. */
  readonly #paths = new Map<string, readonly Node[]>();

  constructor(parts: {
    readonly file: string;
    readonly schema: Schema;
    readonly timing: FlowTiming;
    readonly names: FlowNames;
    readonly nodes: ReadonlyMap<string, Node>;
    readonly flows: (name: string) => Flow | undefined;
  }) {
    this.file = parts.file;
    this.schema = parts.schema;
    this.timing = parts.timing;
    this.names = parts.names;
    this.nodes = parts.nodes;
    this.#flows = parts.flows;
  }

  refusal(element: string, reason: string): UnsupportedFlowElement {
    return new UnsupportedFlowElement(this.file, element, reason);
  }

  /** Runs work whose FormulaErrors become refusals of an element. */
  guarded<T>(element: string, work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof FormulaError) throw this.refusal(element, `has a formula that is not accepted: ${error.message}`);
      throw error;
    }
  }

  /** Refuses child elements that nothing here looks at. */
  onlyKnown(xml: XmlElement, element: string, known: readonly string[]): void {
    const unknown = xml.names.find((name) => !known.includes(name) && !ALWAYS_KNOWN.includes(name));
    if (unknown !== undefined) throw this.refusal(element, `uses <${unknown}>, which the local org does not implement`);
  }

  object(name: string | undefined, element: string): SObjectType {
    const object = name === undefined ? undefined : this.schema.object(name);
    if (!object) throw this.refusal(element, `names the object ${name ?? '(none)'}, which does not exist`);
    return object;
  }

  /** What Create Records may make: a record of an object, or a platform event. */
  created(name: string | undefined, element: string): SObjectType {
    return this.schema.event(name ?? '') ?? this.object(name, element);
  }

  field(object: SObjectType, name: string | undefined, element: string): Field {
    const field = name === undefined ? undefined : object.field(name);
    if (!field) throw this.refusal(element, `names the field ${object.name}.${name ?? '(none)'}, which does not exist`);
    return field;
  }

  resource(name: string | undefined, element: string): Resource {
    const found = name === undefined ? undefined : this.guarded(element, () => this.names.resolve(name));
    if (!found) throw this.refusal(element, `refers to ${name ?? '(nothing)'}, which does not exist or is not implemented`);
    return found;
  }

  /** A resource that may be assigned to; writing it makes formulas that depend on it compute anew. */
  target(name: string, element: string): Target {
    const found = this.resource(name, element);
    const { write } = found;
    if (!write) throw this.refusal(element, `assigns to ${name}, which cannot be changed`);
    const stamps = this.names.stamps(name);
    return {
      ...found,
      write(interview, value) {
        write(interview, value);
        for (const stamp of stamps) interview.slots[stamp] = null;
      },
    };
  }

  /** The node that a connector leads to; undefined when the path ends there. */
  next(xml: XmlElement, connector: string, element: string): Node | undefined {
    const [link] = xml.all(connector);
    if (!link) return undefined;
    this.onlyKnown(link, element, ['targetReference', 'isGoTo']);
    const name = link.required('targetReference');
    const node = this.nodes.get(name);
    if (!node) throw this.refusal(element, `leads to ${name}, which does not exist`);
    const from = element.split('.')[0] ?? element;
    this.#paths.set(from, [...(this.#paths.get(from) ?? []), node]);
    return node;
  }

  /** Orders the nodes so that, circles aside, each stands before those that it leads to, and the body of a loop before what follows it. */
  orderNodes(starts: readonly (Node | undefined)[]): void {
    const reached = new Set<Node>();
    const finished: Node[] = [];
    const visit = (node: Node): void => {
      if (reached.has(node)) return;
      reached.add(node);
      for (const next of [...(this.#paths.get(node.name) ?? [])].reverse()) visit(next);
      finished.push(node);
    };
    for (const first of [...starts].reverse()) if (first) visit(first);
    finished.reverse().forEach((node, index) => {
      node.order = index;
    });
  }

  flow(name: string, element: string): Flow {
    const flow = this.#flows(name);
    if (!flow) throw this.refusal(element, `calls the flow ${name}, which does not exist or is not active`);
    return flow;
  }

  /** The value in a `<value>` or `<rightValue>` element; null when there is none. */
  value(xml: XmlElement | undefined, element: string): Source {
    const kinds = xml?.names ?? [];
    const [kind] = kinds;
    if (!xml || kind === undefined) return { type: 'null', collection: false, read: () => null, literal: null };
    if (kinds.length > 1) throw this.refusal(element, `has a value with both <${kinds.join('> and <')}>`);
    if (kind === 'elementReference') return this.resource(xml.required(kind), element);
    if (kind === 'stringValue') return this.text(xml.text(kind) ?? '', element);
    const literal = this.#literal(kind, xml, element);
    return { ...literal, collection: false, read: () => literal.literal };
  }

  /** A text with `{!references}` in it. */
  text(source: string, element: string): Source {
    const parts: (string | Reader)[] = [];
    let end = 0;
    for (const found of source.matchAll(MERGE)) {
      parts.push(source.slice(end, found.index), this.#merged(found[1] ?? '', element));
      end = found.index + found[0].length;
    }
    if (end === 0) return { type: 'text', collection: false, read: () => source, literal: source };
    parts.push(source.slice(end));
    const read: Reader = (interview) => parts.map((part) => (typeof part === 'string' ? part : String(part(interview) ?? ''))).join('');
    return { type: 'text', collection: false, read };
  }

  /** A field's formula type, refusing fields that flows cannot hold. */
  fieldType(field: Field, element: string): Resource['type'] {
    const type = formulaType(field.type);
    if (type === undefined) throw this.refusal(element, `uses ${field.name}, a field of type ${field.type}`);
    return type;
  }

  /** Refuses a value whose type is not the one of its target. */
  checkFits(
    target: { readonly type: Resource['type']; readonly collection: boolean; readonly object?: SObjectType },
    source: Source,
    element: string,
  ): void {
    if (source.type === 'null') return;
    if (target.type !== source.type || target.collection !== source.collection) {
      throw this.refusal(element, `puts ${kindOf(source)} where ${kindOf(target)} belongs`);
    }
    if (target.object && source.object && target.object !== source.object) {
      throw this.refusal(element, `puts a ${source.object.name} where a ${target.object.name} belongs`);
    }
  }

  #merged(name: string, element: string): Reader {
    const resource = this.resource(name, element);
    if (resource.collection || resource.type !== 'text') {
      throw this.refusal(element, `merges ${name}, ${kindOf(resource)}, into a text; only text is implemented, use TEXT() in a formula`);
    }
    return resource.read;
  }

  #literal(kind: string, xml: XmlElement, element: string): { readonly type: Source['type']; readonly literal: Value } {
    const text = xml.required(kind);
    switch (kind) {
      case 'booleanValue':
        return { type: 'boolean', literal: text === 'true' };
      case 'numberValue':
        return { type: 'number', literal: Number(text) };
      case 'dateValue':
        return { type: 'date', literal: text.slice(0, 10) };
      case 'dateTimeValue':
        return { type: 'datetime', literal: new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')).toISOString() };
      default:
        throw this.refusal(element, `has a <${kind}>, which the local org does not implement`);
    }
  }
}

/** A value's kind in words, for refusals. */
export function kindOf(source: { readonly type: Source['type']; readonly collection: boolean }): string {
  return source.collection ? `a collection of ${source.type}` : `a ${source.type}`;
}

/** A single value out of a slot; collections and records are null. */
export function single(value: FlowValue): Value {
  return typeof value === 'object' ? null : value;
}
