// What flows have selected lately, by object, so that the same Get Records need not run for every record of a load.
import type { StoredRow } from '../../../platform/record.ts';
import type { FormulaSource } from '../plan/formula-reader.ts';
import type { Schema, SObjectType } from '../../metadata/schema.ts';

/** Results remembered per object; beyond it the object's memory starts anew. */
const KEPT = 5_000;

export interface SelectionCache {
  /**
   * Results by the selector's key; emptied when records of the object change, or those that its formulas read, or the day. Undefined for
   * objects whose formulas depend on more than that, which may be remembered no longer than a batch lasts.
   */
  remembered(object: string): Map<string, readonly StoredRow[]> | undefined;
  drop(object: string): void;
  clear(): void;
}

/** `today` tells the day of the org: formulas of selected records may depend on it. */
export function createSelectionCache(schema: Schema, formulas: FormulaSource, today: () => string): SelectionCache {
  const byObject = new Map<string, Map<string, readonly StoredRow[]>>();
  /** What the formulas of an object read. */
  const sources = new Map<string, Sources>();
  /** The objects whose formulas read an object. */
  const readers = new Map<string, string[]>();
  let day = today();

  const sourcesOf = (object: string): Sources => {
    const known = sources.get(object);
    if (known) return known;
    const found = sourcesOfFormulas(schema, formulas, schema.object(object));
    sources.set(object, found);
    for (const name of found.objects) readers.set(name, [...(readers.get(name) ?? []), object]);
    return found;
  };

  return {
    remembered(object) {
      const now = today();
      if (now !== day) {
        byObject.clear();
        day = now;
      }
      const known = byObject.get(object);
      if (known && known.size <= KEPT) return known;
      if (sourcesOf(object).readsMore) return undefined;
      const fresh = new Map<string, readonly StoredRow[]>();
      byObject.set(object, fresh);
      return fresh;
    },
    drop(object) {
      byObject.get(object)?.clear();
      for (const reader of readers.get(object) ?? []) byObject.get(reader)?.clear();
    },
    clear: () => byObject.clear(),
  };
}

interface Sources {
  /** The objects of the parents that formulas read, without the object itself. */
  readonly objects: ReadonlySet<string>;
  /** Whether formulas read the running user or the time of day too. */
  readonly readsMore: boolean;
}

function sourcesOfFormulas(schema: Schema, formulas: FormulaSource, object: SObjectType | undefined): Sources {
  const objects = new Set<string>();
  const seen = new Set<string>();
  let readsMore = false;
  const readFormula = (of: SObjectType, field: string): void => {
    if (seen.has(`${of.name}.${field}`)) return;
    seen.add(`${of.name}.${field}`);
    const formula = formulas(of, field);
    readsMore ||= /\bNOW\s*\(/i.test(formula.source);
    for (const path of formula.references) readPath(of, path);
  };
  const readPath = (of: SObjectType, path: string): void => {
    readsMore ||= path.startsWith('$') && !path.startsWith('$Label.');
    const dot = path.indexOf('.');
    if (dot < 0 && of.field(path)?.formula) readFormula(of, path);
    if (dot < 0 || path.startsWith('$')) return;
    const [relationship = '', target] = path.slice(0, dot).split(':');
    for (const name of target === undefined ? (of.parentRelationship(relationship)?.referenceTo ?? []) : [target]) {
      const parent = schema.object(name);
      if (!parent) continue;
      if (parent !== object) objects.add(parent.name);
      readPath(parent, path.slice(dot + 1));
    }
  };
  for (const { name, formula } of object?.fields ?? []) if (object && formula) readFormula(object, name);
  return { objects, readsMore };
}
