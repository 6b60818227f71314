// Records and keys read lately, so that parents are not looked up again for every chunk. Valid because the engine is the only writer.
import type { StoredRow, Value } from '../../../platform/record.ts';
import type { Field } from '../../metadata/schema.ts';
import type { Store } from '../../store/store.ts';

/** Records kept per object; beyond it the object's cache starts anew. */
const KEPT = 20_000;

export interface RecordCache {
  /** Stored records by id; ids that do not exist are absent. The rows are shared: copy before changing. */
  rows(object: string, ids: Iterable<string>): ReadonlyMap<string, StoredRow>;
  row(object: string, id: string): StoredRow | undefined;
  /** Ids by the value of an external id or idLookup field; values that no record has are absent. */
  ids(object: string, key: Field, values: readonly Value[]): ReadonlyMap<Value, readonly string[]>;
  /** Must be called for every record that is changed or removed. */
  drop(object: string, ids: readonly string[]): void;
  /** Must be called when values of a unique field may have changed or gone. */
  dropKeys(object: string): void;
  clear(): void;
}

export function createRecordCache(store: Store): RecordCache {
  const byObject = new Map<string, Map<string, StoredRow>>();
  const keys = new Map<string, Map<string, Map<Value, readonly string[]>>>();

  const knownKeys = (object: string, field: string): Map<Value, readonly string[]> => {
    let fields = keys.get(object);
    if (!fields) keys.set(object, (fields = new Map()));
    let found = fields.get(field);
    if (!found || found.size > KEPT) fields.set(field, (found = new Map()));
    return found;
  };

  const known = (object: string): Map<string, StoredRow> => {
    let rows = byObject.get(object);
    if (!rows || rows.size > KEPT) byObject.set(object, (rows = new Map()));
    return rows;
  };

  const rows = (object: string, ids: Iterable<string>): ReadonlyMap<string, StoredRow> => {
    const cached = known(object);
    const found = new Map<string, StoredRow>();
    const missing: string[] = [];
    for (const id of ids) {
      const row = cached.get(id);
      if (row) found.set(id, row);
      else missing.push(id);
    }
    if (missing.length === 0) return found;
    for (const [id, row] of store.read(object, missing)) {
      cached.set(id, row);
      found.set(id, row);
    }
    return found;
  };

  return {
    rows,
    row: (object, id) => known(object).get(id) ?? rows(object, [id]).get(id),
    ids(object, key, values) {
      // A value of a field that is not unique may get another record at any time.
      if (!key.unique) return store.findIds(object, key.name, values);
      const cached = knownKeys(object, key.name);
      const found = new Map<Value, readonly string[]>();
      const missing: Value[] = [];
      for (const value of values) {
        const ids = cached.get(value);
        if (ids) found.set(value, ids);
        else missing.push(value);
      }
      if (missing.length === 0) return found;
      for (const [value, ids] of store.findIds(object, key.name, missing)) {
        cached.set(value, ids);
        found.set(value, ids);
      }
      return found;
    },
    drop(object, ids) {
      const cached = byObject.get(object);
      if (cached && cached.size > 0) for (const id of ids) cached.delete(id);
    },
    dropKeys: (object) => void keys.delete(object),
    clear() {
      byObject.clear();
      keys.clear();
    },
  };
}
