// Records read lately, so that parents are not read again for every chunk. Valid because the engine is the only writer.
import type { StoredRow } from '../../platform/record.ts';
import type { Store } from '../store/store.ts';

/** Records kept per object; beyond it the object's cache starts anew. */
const KEPT = 20_000;

export interface RecordCache {
  /** Stored records by id; ids that do not exist are absent. The rows are shared: copy before changing. */
  rows(object: string, ids: Iterable<string>): ReadonlyMap<string, StoredRow>;
  row(object: string, id: string): StoredRow | undefined;
  /** Must be called for every record that is changed or removed. */
  drop(object: string, ids: readonly string[]): void;
  clear(): void;
}

export function createRecordCache(store: Store): RecordCache {
  const byObject = new Map<string, Map<string, StoredRow>>();

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
    drop(object, ids) {
      const cached = byObject.get(object);
      if (cached && cached.size > 0) for (const id of ids) cached.delete(id);
    },
    clear: () => byObject.clear(),
  };
}
