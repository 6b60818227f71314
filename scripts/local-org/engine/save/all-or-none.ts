// Undoing a request in which every record must succeed.
import type { SaveResult } from '../../../platform/save-result.ts';
import { rolledBack } from './save-errors.ts';

/** Thrown inside a transaction to undo it; caught by whoever opened it. */
export class SaveRolledBack extends Error {
  constructor() {
    super('the save was rolled back because a record failed');
    this.name = 'SaveRolledBack';
  }
}

/** What a record of an undone request is told: its own errors, or that others had errors. */
export function rolledBackResult(result: SaveResult): SaveResult {
  return result.success ? { success: false, id: null, created: false, errors: [rolledBack()] } : result;
}
