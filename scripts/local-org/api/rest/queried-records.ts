// Query results as REST writes them: every record with the URL of the version that was asked, date-times with `+0000`.
import type { QueriedRecord } from '../../engine/org.ts';
import type { Schema, SObjectType } from '../../metadata/schema.ts';

type Json = Readonly<Record<string, unknown>>;

/** How the values of a response are written. */
export interface Writing {
  readonly schema: Schema;
  /** Path up to the version, such as `/services/data/v68.0`. */
  readonly base: string;
}

/** A record as JSON, its parents and children with it. */
export function writeRecord(record: QueriedRecord, writing: Writing): Json {
  const { type } = record.attributes;
  const object = writing.schema.object(type);
  const answer: Record<string, unknown> = { attributes: attributes(record, writing.base) };
  for (const [name, value] of Object.entries(record)) {
    if (name === 'attributes') continue;
    answer[name] = typeof value === 'object' && value !== null ? nested(value as Json, writing) : written(object, name, value);
  }
  return answer;
}

function nested(value: Json, writing: Writing): Json {
  if (Array.isArray(value['records']))
    return { ...value, records: (value['records'] as QueriedRecord[]).map((child) => writeRecord(child, writing)) };
  return 'attributes' in value ? writeRecord(value as QueriedRecord, writing) : value;
}

/** Date-times are kept as `…Z`; REST writes the zone as `+0000`. Aggregates are recognised by their shape: they have no field. */
function written(object: SObjectType | undefined, name: string, value: unknown): unknown {
  if (typeof value !== 'string' || value.length !== 24 || !/^\d{4}-\d\d-\d\dT.*Z$/.test(value)) return value;
  const field = object?.field(name);
  return field === undefined || field.type === 'datetime' ? `${value.slice(0, -1)}+0000` : value;
}

function attributes(record: QueriedRecord, base: string): Json {
  const { type, url } = record.attributes;
  const id = record['Id'] ?? url?.slice(url.lastIndexOf('/') + 1);
  return typeof id === 'string' ? { type, url: `${base}/sobjects/${type}/${id}` } : { type };
}
