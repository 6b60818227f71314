// One CSV record that has quotes in it, by the rules of the Bulk API: quotes double inside quotes, values are not trimmed.
import { invalidBatch } from './job-failure.ts';

const QUOTE = 34;
const NEWLINE = 10;
const CARRIAGE_RETURN = 13;

/** A record and where the next one begins. `carriageReturn` tells how its line ended; undefined at the end of the file. */
export interface CsvRecord {
  readonly cells: string[];
  readonly next: number;
  readonly carriageReturn: boolean | undefined;
}

/**
 * Reads the record that begins at `from`; undefined when the text ends before the record does and more text may follow.
 * Throws JobFailure for a quote in an unquoted value, text after a closing quote, and a quote that is never closed.
 */
export function readQuotedRecord(text: string, from: number, delimiter: string, final: boolean): CsvRecord | undefined {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    if (text.charCodeAt(at) === QUOTE) {
      const closed = readQuotedCell(text, at, final);
      if (!closed) return undefined;
      cells.push(closed.value);
      at = closed.end;
    } else {
      const end = endOfBareCell(text, at, delimiter);
      if (end === text.length && !final) return undefined;
      const value = text.slice(at, end);
      if (value.includes('"')) throw unescapedQuote();
      cells.push(value);
      at = end;
    }
    if (at >= text.length) return final ? { cells, next: at, carriageReturn: undefined } : undefined;
    const code = text.charCodeAt(at);
    if (text[at] === delimiter) at += 1;
    else if (code === NEWLINE) return { cells, next: at + 1, carriageReturn: false };
    else if (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === NEWLINE) return { cells, next: at + 2, carriageReturn: true };
    else if (at + 1 === text.length && !final) return undefined;
    else throw unescapedQuote();
  }
}

function readQuotedCell(text: string, at: number, final: boolean): { value: string; end: number } | undefined {
  let value = '';
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) {
      if (final) throw invalidBatch('Failed to parse CSV. EOF reached before closing an opened quote');
      return undefined;
    }
    if (quote + 1 === text.length && !final) return undefined;
    if (text.charCodeAt(quote + 1) !== QUOTE) return { value: value + text.slice(from, quote), end: quote + 1 };
    value += text.slice(from, quote + 1);
    from = quote + 2;
  }
}

/** End of an unquoted value: the delimiter, the line end (without its carriage return), or the end of the text. */
function endOfBareCell(text: string, from: number, delimiter: string): number {
  const code = delimiter.charCodeAt(0);
  for (let at = from; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === code) return at;
    if (character === NEWLINE) return at > from && text.charCodeAt(at - 1) === CARRIAGE_RETURN ? at - 1 : at;
  }
  return text.length;
}

function unescapedQuote(): Error {
  return invalidBatch('Failed to parse CSV. Found unescaped quote. A value with quote should be within a quote');
}
