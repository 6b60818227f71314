// Literals of a query as values, checked against the type of the field they are compared with.
import { notImplemented } from '../../platform/api-error.ts';
import { isCivilDate } from '../../platform/civil-date.ts';
import { toId18 } from '../../platform/record-id.ts';
import type { Value } from '../../platform/record.ts';
import type { FieldType } from '../metadata/schema.ts';
import { dateLiteralRange } from './date-literal.ts';
import type { DateRange } from './date-literal.ts';
import { invalidField, invalidOperator, malformedQuery } from './query-error.ts';
import { isNumber, isText } from './term.ts';
import type { Term } from './term.ts';

/** A literal as it is written, with what the parser calls it. */
export interface Literal {
  readonly text: string;
  readonly type: string;
}

/** A value, or the days that a date literal stands for. */
export type LiteralValue = { readonly value: Value } | { readonly range: DateRange };

/** Reads a literal for a term. Throws ApiError INVALID_FIELD when the types differ. */
export function literalValue(literal: Literal, term: Term, today: string): LiteralValue {
  if (literal.type === 'NULL') return { value: null };
  if (literal.type === 'APEX_BIND_VARIABLE') throw malformedQuery(`unexpected token: '${literal.text}'`);
  if (literal.type.includes('CURRENCY_PREFIX')) throw notImplemented('currency codes in SOQL literals');
  const isTime = term.type === 'date' || term.type === 'datetime';
  if (isTime && (literal.type === 'DATE_LITERAL' || literal.type === 'DATE_N_LITERAL')) {
    const range = dateLiteralRange(literal.text, today);
    if (!range) throw malformedQuery(`unexpected token: '${literal.text}'`);
    return { range };
  }
  if (term.type === 'id' || term.type === 'reference') return { value: idValue(stringOf(literal, term)) };
  if (isText(term.type)) return { value: textValue(stringOf(literal, term)) };
  if (isNumber(term.type) && (literal.type === 'INTEGER' || literal.type === 'DECIMAL')) return { value: Number(literal.text) };
  if (term.type === 'boolean' && literal.type === 'BOOLEAN') return { value: literal.text.toUpperCase() === 'TRUE' };
  if (term.type === 'date' && literal.type === 'DATE') return { value: civilDateValue(literal.text) };
  if (term.type === 'datetime' && literal.type === 'DATETIME') return { value: instantValue(literal.text) };
  if (term.type === 'time') throw notImplemented('time literals in SOQL');
  throw wrongType(term, literal);
}

function stringOf(literal: Literal, term: Term): string {
  if (literal.type !== 'STRING') throw wrongType(term, literal);
  return literal.text;
}

const PLATFORM_NAMES: Partial<Record<FieldType, string>> = { datetime: 'dateTime', id: 'ID', reference: 'ID' };

function wrongType(term: Term, literal: Literal): Error {
  const quotes =
    isText(term.type) || term.type === 'id' || term.type === 'reference'
      ? 'should be enclosed in quotes'
      : 'should not be enclosed in quotes';
  const type = isText(term.type)
    ? 'string'
    : isNumber(term.type) && term.type !== 'int'
      ? 'double'
      : (PLATFORM_NAMES[term.type] ?? term.type);
  return invalidField(`${literal.text}\nvalue of filter criterion for field '${term.name}' must be of type ${type} and ${quotes}`);
}

function idValue(text: string): Value {
  const plain = unescaped(text);
  if (plain === '') return null;
  const id = toId18(plain);
  if (id === undefined) throw invalidOperator(`invalid ID field: ${plain}`);
  return id;
}

/** An empty text is a blank. */
function textValue(text: string): Value {
  return unescaped(text) || null;
}

function civilDateValue(text: string): Value {
  if (!isCivilDate(text)) throw malformedQuery(`Invalid date: ${text}`);
  return text;
}

function instantValue(text: string): Value {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime()) || !isCivilDate(text.slice(0, 10))) throw malformedQuery(`Invalid date: ${text}`);
  return instant.toISOString();
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '"': '"', "'": "'", '\\': '\\' };

/** The characters of a quoted literal. Throws ApiError MALFORMED_QUERY for an escape that SOQL does not know. */
export function unescaped(quoted: string): string {
  return replaceEscapes(quoted, (escape) => ESCAPES[escape]);
}

/** A quoted LIKE pattern for SQL, with `\` before each character that stands for itself. */
export function likePattern(quoted: string): string {
  return replaceEscapes(quoted, (escape) => (escape === '_' || escape === '%' || escape === '\\' ? `\\${escape}` : ESCAPES[escape]));
}

function replaceEscapes(quoted: string, replacement: (escape: string) => string | undefined): string {
  return quoted.slice(1, -1).replace(/\\(u[0-9A-Fa-f]{4}|[^])?/g, (sequence, escape: string | undefined) => {
    const known =
      escape?.startsWith('u') && escape.length === 5 ? String.fromCharCode(parseInt(escape.slice(1), 16)) : replacement(escape ?? '');
    if (known === undefined)
      throw malformedQuery(`Illegal string escape '${sequence}' (only \\b, \\t, \\n, \\f, \\r, \\", \\', \\\\, \\_, \\% are allowed)`);
    return known;
  });
}
