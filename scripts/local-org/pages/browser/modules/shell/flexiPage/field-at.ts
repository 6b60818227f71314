// The value at a path of fields from a record, such as `Owner.Name`.
import type { RecordRepresentation } from 'lightning/uiRecordApi';

/** Null where the path leads nowhere. */
export function fieldAt(record: RecordRepresentation | undefined, path: string): unknown {
  let at: unknown = record;
  for (const part of path.split('.')) at = (at as RecordRepresentation | null | undefined)?.fields?.[part]?.value ?? null;
  return at;
}
