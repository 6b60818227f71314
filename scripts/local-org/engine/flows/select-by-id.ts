// A flow's look at one record by its id, answered from the records that were read lately.
import type { Row, StoredRow } from '../../../platform/record.ts';
import { toId18 } from '../../../platform/record-id.ts';
import type { RecordSelection } from '../../flow/flow-host.ts';
import type { OrgCore } from '../org-core.ts';

/**
 * The records of a selection whose only condition is an id, and which asks for stored fields only: what a query would give, without one.
 * Undefined for other selections.
 */
export function selectById(core: OrgCore, { object: name, filters, fields, limit }: RecordSelection): readonly StoredRow[] | undefined {
  const [filter, ...others] = filters;
  if (!filter || others.length > 0 || !fields || filter.operator !== 'EqualTo' || typeof filter.value !== 'string') return undefined;
  const object = core.schema.object(name);
  const id = toId18(filter.value);
  if (object?.field(filter.field)?.type !== 'id' || id === undefined || limit === 0) return undefined;
  const stored = fields.map((field) => object.field(field));
  if (!stored.every((field) => field && !field.formula && field.type !== 'address')) return undefined;
  const record = core.records.row(object.name, id);
  if (!record) return [];
  const row: Row = { Id: id };
  for (const field of stored) if (field) row[field.name] = record[field.name] ?? null;
  return [row as StoredRow];
}
