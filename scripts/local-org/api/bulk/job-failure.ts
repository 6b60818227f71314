// Reasons for which a bulk job as a whole ends in state Failed.
import { ApiError } from '../../../platform/api-error.ts';

/** The message becomes the job's `errorMessage`; rows already saved stay saved. */
export class JobFailure extends Error {
  override readonly name = 'JobFailure';
}

/** What `errorMessage` tells of any error that ended a job. */
export function failureMessage(error: unknown): string {
  if (error instanceof JobFailure) return error.message;
  if (error instanceof ApiError) return `${error.errorCode} : ${error.message}`;
  return `InternalServerError : ${error instanceof Error ? error.message : String(error)}`;
}

/** The file does not match the job or the object. */
export function invalidBatch(reason: string): JobFailure {
  return new JobFailure(`InvalidBatch : ${reason}`);
}

/** Lines end differently from what the job declared. */
export function wrongLineEnding(declared: string): JobFailure {
  return new JobFailure(`ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is ${declared}`);
}
