// Saves a consent or a withdrawal: the standard records first, and the package's own evidence where those cannot be written.
import { saveTogether, type RecordChange } from 'c/recordBatch';

export interface Saved {
  readonly isSaved: boolean;
  /** What the org said: against the save, or against the standard records when only the evidence was saved. */
  readonly words: string;
}

/** A withdrawal must never fail for want of rights to the standard records, and what a person said must not be lost. */
export async function saveConsent(standard: readonly RecordChange[] | undefined, own: readonly RecordChange[]): Promise<Saved> {
  const refused = standard ? await refusalOf(standard) : '';
  if (standard && refused === undefined) return { isSaved: true, words: '' };
  const evidence = await refusalOf(own);
  return evidence === undefined ? { isSaved: true, words: refused ?? '' } : { isSaved: false, words: evidence };
}

/** Blank when the way to the org was lost. */
async function refusalOf(changes: readonly RecordChange[]): Promise<string | undefined> {
  try {
    return await saveTogether(changes);
  } catch {
    return '';
  }
}
