// Sends starter and demo records to an org, two hundred at a time, all of a batch or none.
import type { Connection } from 'jsforce';

type Fields = Readonly<Record<string, unknown>>;

interface RecordResult {
  readonly id?: string;
  readonly success: boolean;
  readonly errors: readonly { readonly statusCode: string; readonly message: string; readonly fields: readonly string[] }[];
}

const BATCH = 200;

/** Upserts records by an external id; throws with the record's key and the org's reason when one is refused. */
export async function upsertRecords(
  connection: Connection,
  object: string,
  externalIdField: string,
  records: readonly Fields[],
): Promise<void> {
  const send = (body: object): Promise<readonly RecordResult[]> =>
    connection.requestPatch(`/composite/sobjects/${object}/${externalIdField}`, body);
  await sendBatches(send, object, records, (record) => String(record[externalIdField]));
}

/** Creates records and gives their ids in order; throws with the record's place and the org's reason when one is refused. */
export function insertRecords(connection: Connection, object: string, records: readonly Fields[]): Promise<readonly string[]> {
  const send = (body: object): Promise<readonly RecordResult[]> => connection.requestPost('/composite/sobjects', body);
  return sendBatches(send, object, records, (_, index) => `number ${index + 1}`);
}

/** Changes records by their `Id`; throws with the record's id and the org's reason when one is refused. */
export async function updateRecords(connection: Connection, object: string, records: readonly Fields[]): Promise<void> {
  const send = (body: object): Promise<readonly RecordResult[]> => connection.requestPatch('/composite/sobjects', body);
  await sendBatches(send, object, records, (record) => String(record['Id']));
}

async function sendBatches(
  send: (body: object) => Promise<readonly RecordResult[]>,
  object: string,
  records: readonly Fields[],
  nameOf: (record: Fields, index: number) => string,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let from = 0; from < records.length; from += BATCH) {
    const batch = records.slice(from, from + BATCH);
    const results = await send({ allOrNone: true, records: batch.map((record) => ({ attributes: { type: object }, ...record })) });
    const isAtFault = ({ success, errors }: RecordResult): boolean =>
      !success && errors[0]?.statusCode !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK';
    const at = results.findIndex(isAtFault);
    if (at < 0) {
      ids.push(...results.map(({ id }) => id ?? ''));
      continue;
    }
    const { statusCode, message, fields } = results[at]?.errors[0] ?? { statusCode: 'UNKNOWN', message: '', fields: [] };
    throw new Error(`${object} ${nameOf(batch[at] ?? {}, from + at)} was refused: ${statusCode} ${message} ${fields.join(', ')}`.trim());
  }
  return ids;
}
