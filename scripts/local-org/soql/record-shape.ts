// The shape of a query's records while its SELECT list is read: values under parents, in the order asked.
import { invalidField } from './query-error.ts';
import type { Slot, TableColumn } from './compiled-query.ts';

type ValueSlot = Extract<Slot, { kind: 'value' }>;
type ChildSlot = Extract<Slot, { kind: 'children' }>;

interface Parent {
  readonly key: string;
  readonly idColumn: number;
  readonly type: string;
  readonly members: Members;
}

type Members = Map<string, ValueSlot | ChildSlot | Parent>;

/** One step towards a value: a parent relationship. */
export interface ParentStep {
  readonly key: string;
  readonly idColumn: number;
  readonly type: string;
}

/** Collects slots; parents that several paths share are made once. */
export class RecordShape {
  readonly #members: Members = new Map();
  readonly #columns: TableColumn[] = [];

  /** Adds a value below its parents. Throws ApiError INVALID_FIELD when it is there already. */
  add(parents: readonly ParentStep[], value: ValueSlot): void {
    let members = this.#members;
    for (const parent of parents) {
      const known = members.get(parent.key);
      if (known && 'kind' in known) throw invalidField(`duplicate alias: ${parent.key}`);
      const next = known ?? { ...parent, members: new Map() };
      members.set(parent.key, next);
      members = next.members;
    }
    if (members.has(value.key)) throw invalidField(`duplicate field selected: ${value.key}`);
    members.set(value.key, value);
    const { kind: _kind, key, ...column } = value;
    this.#columns.push({ ...column, name: [...parents.map((parent) => parent.key), key].join('.') });
  }

  addChildren(slot: ChildSlot): void {
    if (this.#members.has(slot.key)) throw invalidField(`duplicate alias: ${slot.key}`);
    this.#members.set(slot.key, slot);
  }

  slots(): readonly Slot[] {
    return slotsOf(this.#members);
  }

  columns(): readonly TableColumn[] {
    return this.#columns;
  }
}

function slotsOf(members: Members): readonly Slot[] {
  return [...members.values()].map((member): Slot => {
    if ('kind' in member) return member;
    const { members: inner, ...parent } = member;
    return { kind: 'parent', ...parent, slots: slotsOf(inner) };
  });
}
