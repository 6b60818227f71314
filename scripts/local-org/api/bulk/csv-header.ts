// The header of an uploaded CSV, bound to the fields of the job's object.
import type { BulkOperation } from '../../../platform/bulk-job.ts';
import type { Row } from '../../../platform/record.ts';
import type { Schema, SObjectType } from '../../metadata/schema.ts';
import { invalidBatch } from './job-failure.ts';

const HEADER_LIMIT = 32_000;
/** The cell that empties a field. */
const CLEAR = '#N/A';

/** Columns as they were uploaded, and the canonical field behind each: `Name`, `Account__r.KvK_Number__c`. */
export interface CsvHeader {
  readonly columns: readonly string[];
  readonly fields: readonly string[];
}

/** Throws JobFailure for a column that is no field of the object, one that comes twice, or a header beyond the limit. */
export function bindHeader(columns: readonly string[], operation: BulkOperation, object: SObjectType, schema: Schema): CsvHeader {
  if (columns.join().length > HEADER_LIMIT) throw invalidBatch(`The header has more than ${HEADER_LIMIT} characters`);
  const fields = columns.map((column) => fieldOfColumn(column, object, schema));
  const seen = new Set<string>();
  for (const [index, field] of fields.entries()) {
    if (seen.has(field)) throw invalidBatch(`Duplicate field name in header : ${columns[index]}`);
    seen.add(field);
  }
  if (operation === 'delete' && (fields.length !== 1 || fields[0] !== 'Id')) {
    throw invalidBatch('Records to be deleted may have an Id column only');
  }
  return { columns, fields };
}

function fieldOfColumn(column: string, object: SObjectType, schema: Schema): string {
  const own = object.field(column);
  if (own) return own.name;
  const [relationship, name, ...more] = column.split('.');
  const reference = more.length === 0 && name !== undefined ? object.parentRelationship(relationship ?? '') : undefined;
  if (reference?.relationshipName !== undefined && name !== undefined) {
    for (const parent of reference.referenceTo) {
      const key = schema.object(parent)?.field(name);
      if (key && (key.idLookup || key.externalId)) return `${reference.relationshipName}.${key.name}`;
    }
  }
  throw invalidBatch(`Field name not found : ${column}`);
}

/**
 * The record behind the cells. A blank cell is not mentioned (so ignored on update, the default on insert), `#N/A` is null;
 * everything else stays text for the engine to read by the field's type. Throws JobFailure for a line of another width.
 */
export function toRow(header: CsvHeader, cells: readonly string[]): Row {
  const { fields } = header;
  if (cells.length !== fields.length) {
    throw invalidBatch(`Failed to parse CSV. A record has ${cells.length} values where the header has ${fields.length}`);
  }
  const row: Row = {};
  for (let index = 0; index < fields.length; index += 1) {
    const cell = cells[index] ?? '';
    if (cell === '') continue;
    row[fields[index] ?? ''] = cell === CLEAR ? null : cell;
  }
  return row;
}
