// A request that the platform refuses as a whole, in the shape of its REST errors.

/** Answered as `[{errorCode, message, fields?}]` with the HTTP status. */
export class ApiError extends Error {
  readonly status: number;
  readonly errorCode: string;
  readonly fields: readonly string[] | undefined;

  constructor(status: number, errorCode: string, message: string, options: { fields?: readonly string[]; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ApiError';
    this.status = status;
    this.errorCode = errorCode;
    this.fields = options.fields;
  }
}

/** What the local org does not do: 501 with the feature's name, never a guess. */
export function notImplemented(feature: string): ApiError {
  return new ApiError(501, 'NOT_IMPLEMENTED', `The local org does not implement ${feature}.`);
}
