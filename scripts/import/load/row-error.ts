// One row's refusal as the Bulk API writes it into sf__Error, taken apart and put into words.
import type { Language } from '../plan/import-plan.ts';
import { SOURCE_FIELDS } from '../source/source-field.ts';
import type { SourceColumn } from '../source/inspection.ts';
import { hasSentence, rowSentence } from './row-sentences.ts';

/** `CODE:message:fields --` as in the failed results of Bulk API 2.0; without field the fields are empty. */
export interface RowError {
  readonly code: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** Refusals that pass by themselves: the same row may be taken a moment later. */
const PASSING = new Set([
  'UNABLE_TO_LOCK_ROW',
  'SERVER_UNAVAILABLE',
  'REQUEST_RUNNING_TOO_LONG',
  'QUERY_TIMEOUT',
  'TXN_SECURITY_METERING_ERROR',
]);

export function isPassingRowError(error: RowError): boolean {
  return PASSING.has(error.code);
}

/** Takes sf__Error apart. Text of another form becomes the message. */
export function parseRowError(text: string): RowError {
  const match = /^([A-Z][A-Z0-9_]+):(.*):([^:]*?) *--$/s.exec(text.trim());
  if (!match) return { code: 'ORG_REFUSED', message: text.trim(), fields: [] };
  const [, code = '', message = '', fields = ''] = match;
  return { code, message: message.trim(), fields: fields.split(/[,\s]+/).filter((field) => field !== '') };
}

/** What the rejects file says about a refused row. `columns` are those of the source file. */
export function describeRowError(
  error: RowError,
  columns: readonly SourceColumn[],
  language: Language,
): { readonly column: string; readonly code: string; readonly reason: string; readonly suggestion: string } {
  const field = error.fields[0] ?? '';
  const column = columnHeader(field, columns);
  const values = { field: column || field, message: error.message, code: error.code };
  const sentence = rowSentence(language, hasSentence(error.code) ? error.code : 'ORG_REFUSED', values);
  return { column, code: error.code, ...sentence };
}

/** The header that feeds a field of the org: `Monthly_Value__c` is what we call monthlyValue. */
function columnHeader(field: string, columns: readonly SourceColumn[]): string {
  const letters = field
    .replace(/__[cr]$/i, '')
    .replaceAll('_', '')
    .toLowerCase();
  const name = Object.keys(SOURCE_FIELDS).find((known) => known.toLowerCase() === letters);
  if (name === undefined) return '';
  return columns.find((column) => column.field === name)?.header ?? '';
}
