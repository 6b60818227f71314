// Where in a query an error lies, as the platform shows it: the place, a caret, row and column.
import { ApiError } from '../../platform/api-error.ts';

/** Characters of the query shown on either side of the place. */
const BEFORE = 40;
const AFTER = 30;

/** An error about a name in the query. The query's text is not at hand where it is thrown; `withPosition` adds the place later. */
export class NamedError extends ApiError {
  readonly token: string;

  constructor(errorCode: string, message: string, token: string) {
    super(400, errorCode, message);
    this.token = token;
  }
}

/** The error with `ERROR at Row:1:Column:8` before its message, when its name stands in the query; any other error as it is. */
export function withPosition(error: unknown, soql: string): unknown {
  if (!(error instanceof NamedError)) return error;
  const at = new RegExp(`(?<![\\w'])${error.token.replaceAll(/\W/g, '\\$&')}(?!\\w)`, 'i').exec(soql)?.index;
  if (at === undefined) return error;
  const lines = soql.slice(0, at).split('\n');
  const column = lines.at(-1)?.length ?? 0;
  const line = soql.split('\n')[lines.length - 1] ?? '';
  const from = Math.max(0, column - BEFORE);
  const excerpt = line.slice(from, column + error.token.length + AFTER);
  const place = `\n${excerpt}\n${' '.repeat(column - from)}^\nERROR at Row:${lines.length}:Column:${column + 1}\n`;
  return new ApiError(error.status, error.errorCode, place + error.message, { cause: error });
}
