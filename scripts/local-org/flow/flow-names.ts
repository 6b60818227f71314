// What the names in one flow stand for: its own resources and elements, the record that started it, and the global variables.
import type { FormulaMoment, FormulaReference, FormulaScope } from '../formula/compiled-formula.ts';
import { compileFormula } from '../formula/compile-formula.ts';
import { FormulaError } from '../formula/formula-error.ts';
import { roundHalfAway } from '../formula/decimal.ts';
import type { Value } from '../../platform/record.ts';
import type { Schema, SObjectType } from '../metadata/schema.ts';
import type { FlowValue, Interview, Reader, Resource } from './flow.ts';
import { globalVariable } from './global-variables.ts';
import { recordPath, triggeringField } from './record-paths.ts';

/** A compiled formula bound to the resources of its flow. */
export interface BoundFormula {
  /** Names as the formula writes them. */
  readonly references: readonly string[];
  readonly type: Resource['type'] | 'null';
  readonly read: (interview: Interview) => Value;
}

export class FlowNames {
  readonly #schema: Schema;
  readonly #triggering: SObjectType | undefined;
  readonly #known = new Map<string, Resource>();
  readonly #later = new Map<string, () => Resource>();
  readonly #initial: FlowValue[];
  readonly #saved: boolean;
  /** What each formula depends on, through other formulas too. */
  readonly #roots = new Map<string, readonly string[]>();
  readonly #stamps = new Map<string, number[]>();

  /** `triggering` is the object of $Record; `initial` collects the slots; `saved` tells whether a save starts the flow. */
  constructor(schema: Schema, triggering: SObjectType | undefined, initial: FlowValue[], saved: boolean) {
    this.#schema = schema;
    this.#triggering = triggering;
    this.#initial = initial;
    this.#saved = saved;
  }

  /** A new slot with its value at the start of each interview. */
  slot(initial: FlowValue): number {
    return this.#initial.push(initial) - 1;
  }

  /** A name that holds its value in a slot. */
  stored(type: Resource['type'], collection: boolean, object: SObjectType | undefined, initial: FlowValue): Resource {
    const slot = this.slot(initial);
    return {
      type,
      collection,
      ...(object ? { object } : {}),
      read: (interview) => interview.slots[slot] ?? null,
      write(interview, value) {
        interview.slots[slot] = value;
      },
    };
  }

  add(name: string, resource: Resource): void {
    this.#known.set(name.toLowerCase(), resource);
  }

  /** A resource that is made when it is first asked for, because it may refer to others. */
  addLater(name: string, make: () => Resource): void {
    this.#later.set(name.toLowerCase(), make);
  }

  /** Undefined for names that do not exist. Throws FormulaError when formulas refer to one another in a circle. */
  resolve(path: string): Resource | undefined {
    if (path.startsWith('$')) return this.#global(path);
    const dot = path.indexOf('.');
    const name = dot < 0 ? path : path.slice(0, dot);
    const base = this.#known.get(name.toLowerCase()) ?? this.#made(name);
    if (!base || dot < 0) return base;
    const rest = path.slice(dot + 1);
    if (base.member) return base.member(rest);
    return base.type === 'record' && !base.collection ? recordPath(this.#schema, base, rest) : undefined;
  }

  /** Compiles a formula of this flow. Throws FormulaError. */
  formula(source: string): BoundFormula {
    const compiled = compileFormula(source, this.#scope(), { setting: 'flow' });
    const resources = compiled.references.map((name) => this.resolve(name));
    const readers: readonly (Reader | undefined)[] = resources.map((resource) => resource?.read);
    const priorReaders = resources.map((resource) => resource?.readPrior ?? resource?.read);
    let current: Interview | undefined;
    const bind =
      (from: readonly (Reader | undefined)[]) =>
      (reference: number): Value =>
        current ? ((from[reference]?.(current) ?? null) as Value) : null;
    const read = bind(readers);
    const prior = bind(priorReaders);
    const seesChange = /\b(?:ISCHANGED|PRIORVALUE)\b/i.test(source);
    if (!this.#saved && /\b(?:ISCHANGED|PRIORVALUE|ISNEW)\s*\(/i.test(source)) {
      throw new FormulaError('ISCHANGED, PRIORVALUE and ISNEW are known only to flows that a save starts');
    }
    const momentOf = (interview: Interview): FormulaMoment => {
      const moment = interview.isNew ? interview.batch.creating : interview.batch.updating;
      return seesChange ? { ...moment, prior } : moment;
    };
    return {
      references: compiled.references,
      type: compiled.type,
      read(interview) {
        current = interview;
        return compiled.evaluate(read, momentOf(interview));
      },
    };
  }

  /** A formula resource: computed when it is read, once for as long as nothing that it reads has changed. */
  formulaResource(name: string, source: string, type: Resource['type'], scale: number | undefined): Resource {
    const bound = this.formula(source);
    if (bound.type !== type && bound.type !== 'null') throw new FormulaError(`The formula gives a ${bound.type}, not a ${type}`);
    const [value, stamp] = [this.slot(null), this.slot(null)];
    const roots = new Set(bound.references.flatMap((reference) => this.#roots.get(this.#rootOf(reference)) ?? [this.#rootOf(reference)]));
    this.#roots.set(name.toLowerCase(), [...roots]);
    for (const root of roots) this.#stampsOn(root).push(stamp);
    const rounded = type === 'number' && scale !== undefined ? scale : undefined;
    return {
      type,
      collection: false,
      read(interview) {
        const { slots, version } = interview;
        if (slots[stamp] === version) return slots[value] ?? null;
        const computed = bound.read(interview);
        const result = rounded !== undefined && typeof computed === 'number' ? roundHalfAway(computed, rounded) : computed;
        slots[value] = result;
        slots[stamp] = version;
        return result;
      },
    };
  }

  /** The slots that must be emptied when a target is written, so that formulas on it are computed anew. */
  stamps(target: string): readonly number[] {
    return this.#stampsOn(this.#rootOf(target));
  }

  #stampsOn(root: string): number[] {
    const stamps = this.#stamps.get(root) ?? [];
    this.#stamps.set(root, stamps);
    return stamps;
  }

  /** What is written when a path changes: the resource, or the field of $Record (the reference field for a path through one). */
  #rootOf(path: string): string {
    const [first = '', second = '', third] = path.toLowerCase().split('.');
    if (first !== '$record') return first;
    const reference = third === undefined ? undefined : this.#triggering?.parentRelationship(second.split(':')[0] ?? '');
    return `$record.${reference?.name.toLowerCase() ?? second}`;
  }

  #scope(): FormulaScope {
    return {
      resolve: (name): FormulaReference | undefined => {
        const resource = this.resolve(name);
        if (!resource) return undefined;
        if (resource.type === 'record' || resource.collection) {
          throw new FormulaError(`${name} is ${resource.collection ? 'a collection' : 'a record'}; formulas take single values`);
        }
        return { type: resource.type };
      },
    };
  }

  #made(name: string): Resource | undefined {
    const key = name.toLowerCase();
    const make = this.#later.get(key);
    if (!make) return undefined;
    this.#later.set(key, () => {
      throw new FormulaError(`It refers to itself through ${name}`);
    });
    const made = make();
    this.#known.set(key, made);
    return made;
  }

  #global(path: string): Resource | undefined {
    const triggering = this.#triggering;
    if (!triggering || !/^\$record(?:__prior)?(?:\.|$)/i.test(path)) return globalVariable(this.#schema, path);
    const prior = /^\$record__prior/i.test(path);
    if (prior && !this.#saved) return undefined;
    const record: Resource = {
      type: 'record',
      collection: false,
      object: triggering,
      starting: true,
      read: (interview) => (prior ? (interview.prior ?? null) : interview.record),
    };
    const dot = path.indexOf('.');
    if (dot < 0) return record;
    const rest = path.slice(dot + 1);
    if (prior) return recordPath(this.#schema, record, rest);
    const found = triggeringField(this.#schema, triggering, rest);
    return found && !this.#saved ? { ...found, readPrior: undefined } : found;
  }
}
