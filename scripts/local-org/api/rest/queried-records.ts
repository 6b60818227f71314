// Query results as REST writes them: every record with the URL of the version that was asked.
import type { QueriedRecord } from '../../engine/org.ts';

type Json = Readonly<Record<string, unknown>>;

/** A record with `attributes.url` for itself and its parents and children, for a base such as `/services/data/v68.0`. */
export function withUrls(record: QueriedRecord, base: string): Json {
  const answer: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record)) {
    if (name === 'attributes') answer[name] = attributes(record, base);
    else answer[name] = typeof value === 'object' && value !== null ? nested(value as Json, base) : value;
  }
  return answer;
}

function nested(value: Json, base: string): Json {
  if (Array.isArray(value['records'])) return { ...value, records: (value['records'] as QueriedRecord[]).map((child) => withUrls(child, base)) };
  return 'attributes' in value ? withUrls(value as QueriedRecord, base) : value;
}

function attributes(record: QueriedRecord, base: string): Json {
  const { type, url } = record.attributes;
  const id = record['Id'] ?? url?.slice(url.lastIndexOf('/') + 1);
  return typeof id === 'string' ? { type, url: `${base}/sobjects/${type}/${id}` } : { type };
}
