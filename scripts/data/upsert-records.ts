// Sends starter and demo records to an org, two hundred at a time, all of a batch or none.
import type { Connection } from 'jsforce';

interface RecordResult {
  readonly success: boolean;
  readonly errors: readonly { readonly statusCode: string; readonly message: string; readonly fields: readonly string[] }[];
}

const BATCH = 200;

/** Upserts records by an external id; throws with the record's key and the org's reason when one is refused. */
export async function upsertRecords(
  connection: Connection,
  object: string,
  externalIdField: string,
  records: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  for (let from = 0; from < records.length; from += BATCH) {
    const batch = records.slice(from, from + BATCH);
    const results = await connection.requestPatch<readonly RecordResult[]>(`/composite/sobjects/${object}/${externalIdField}`, {
      allOrNone: true,
      records: batch.map((record) => ({ attributes: { type: object }, ...record })),
    });
    const refused = results.findIndex((result) => !result.success && result.errors[0]?.statusCode !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK');
    if (refused >= 0) {
      const { statusCode, message, fields } = results[refused]?.errors[0] ?? { statusCode: 'UNKNOWN', message: '', fields: [] };
      const key = String(batch[refused]?.[externalIdField]);
      throw new Error(`${object} ${key} was refused: ${statusCode} ${message} ${fields.join(', ')}`.trim());
    }
  }
}
