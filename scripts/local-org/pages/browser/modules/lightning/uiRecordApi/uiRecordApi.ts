// lightning/uiRecordApi: records of the org through UI API.
import { request } from '../../../request.ts';
import { WiredResource, reload } from '../../../wired-resource.ts';

interface FieldId {
  readonly objectApiName: string;
  readonly fieldApiName: string;
}
interface FieldValue {
  readonly value: unknown;
  readonly displayValue: string | null;
}
interface RecordRepresentation {
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}
interface RecordConfig {
  readonly recordId?: string;
  readonly fields?: readonly (FieldId | string)[];
  readonly optionalFields?: readonly (FieldId | string)[];
}

const nameOf = (field: FieldId | string): string => (typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`);
const listOf = (fields: readonly (FieldId | string)[] | undefined): string => (fields ?? []).map(nameOf).join(',');

export class getRecord extends WiredResource<RecordConfig> {
  protected override pathOf({ recordId, fields, optionalFields }: RecordConfig): string | undefined {
    if (!recordId) return undefined;
    const query = new URLSearchParams();
    if (fields?.length) query.set('fields', listOf(fields));
    if (optionalFields?.length) query.set('optionalFields', listOf(optionalFields));
    return query.size > 0 ? `/ui-api/records/${recordId}?${query.toString()}` : undefined;
  }
  protected override read(path: string): Promise<unknown> {
    return request('GET', path);
  }
}

function fieldOf(record: RecordRepresentation | undefined, field: FieldId | string): FieldValue | undefined {
  let at: unknown = record;
  let found: FieldValue | undefined;
  for (const part of nameOf(field).split('.').slice(1)) {
    found = (at as RecordRepresentation | null | undefined)?.fields?.[part];
    at = found?.value;
  }
  return found;
}
export function getFieldValue(record: RecordRepresentation | undefined, field: FieldId | string): unknown {
  return fieldOf(record, field)?.value;
}
export function getFieldDisplayValue(record: RecordRepresentation | undefined, field: FieldId | string): string | null | undefined {
  return fieldOf(record, field)?.displayValue;
}

export async function updateRecord({ fields }: { readonly fields: Readonly<Record<string, unknown>> }): Promise<unknown> {
  const { Id, ...changes } = fields;
  const record = await request('PATCH', `/ui-api/records/${String(Id)}`, { fields: changes });
  await reload(String(Id));
  return record;
}
export function createRecord(input: { readonly apiName: string; readonly fields: Readonly<Record<string, unknown>> }): Promise<unknown> {
  return request('POST', '/ui-api/records', input);
}
export async function deleteRecord(recordId: string): Promise<void> {
  await request('DELETE', `/ui-api/records/${recordId}`);
}
export async function notifyRecordUpdateAvailable(records: readonly { readonly recordId: string }[]): Promise<void> {
  await Promise.all(records.map(({ recordId }) => reload(recordId)));
}
