// What the reader should know of rows that are not complete.
import type { Failure } from 'c/dataFailure';
import { countedLabel } from 'c/labelText';
import type { WorklistRow } from 'c/worklistRow';
import { INCOMPLETE, LABELS } from './worklistLabels';

export function notesOn(
  rows: readonly WorklistRow[],
  isPartial: boolean,
  consentFailure: Failure | undefined,
  language: string,
): readonly string[] {
  const incomplete = rows.filter((row) => row.isIncomplete).length;
  const notes: string[] = [];
  if (isPartial) notes.push(LABELS.partialText);
  if (incomplete > 0) notes.push(countedLabel(INCOMPLETE, incomplete, language));
  if (consentFailure) notes.push(consentFailure === 'no-permission' ? LABELS.consentMissing : LABELS.consentFailed);
  return notes;
}
