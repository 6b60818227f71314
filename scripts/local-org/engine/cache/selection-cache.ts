// What flows have selected lately, by object, so that the same Get Records need not run for every record of a load.
import type { StoredRow } from '../../../platform/record.ts';
import type { Schema } from '../../metadata/schema.ts';

/** Results remembered per object; beyond it the object's memory starts anew. */
const KEPT = 5_000;

export interface SelectionCache {
  /** Results by the selector's key; emptied when records of the object change or the day does. */
  remembered(object: string): Map<string, readonly StoredRow[]>;
  drop(object: string): void;
  clear(): void;
}

/** `today` tells the day of the org: formulas of selected records may depend on it. */
export function createSelectionCache(schema: Schema, today: () => string): SelectionCache {
  const byObject = new Map<string, Map<string, readonly StoredRow[]>>();
  let day = today();
  return {
    remembered(object) {
      const now = today();
      if (now !== day) {
        byObject.clear();
        day = now;
      }
      const known = byObject.get(object);
      if (known && known.size <= KEPT) return known;
      const fresh = new Map<string, readonly StoredRow[]>();
      // Formulas that read parents change without a change of the record: such objects are remembered for one batch only.
      if (!readsParents(schema, object)) byObject.set(object, fresh);
      return fresh;
    },
    drop: (object) => byObject.get(object)?.clear(),
    clear: () => byObject.clear(),
  };
}

function readsParents(schema: Schema, object: string): boolean {
  return (
    schema.object(object)?.fields.some((field) => field.formula !== undefined && /__r\.|\$User|NOW\s*\(/i.test(field.formula.source)) ??
    true
  );
}
