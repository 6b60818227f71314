// Errors in the words of Bulk API 1.0: an exception code of its own and a sentence, as XML.
import { ApiError } from '../../../platform/api-error.ts';

/** Codes of "Bulk API Errors" that this API gives. */
export type ExceptionCode =
  'InvalidJob' | 'InvalidBatch' | 'InvalidJobState' | 'InvalidSessionId' | 'InvalidEntity' | 'InvalidOperation' | 'ClientInputError';

export function oneError(code: ExceptionCode, message: string): ApiError {
  return new ApiError(400, code, message);
}
