// Reads SOQL text with the parser and makes sure that nothing in the result goes unnoticed.
import { composeQuery, parseQuery } from '@jetstreamapp/soql-parser-js';
import type { Query, Subquery } from '@jetstreamapp/soql-parser-js';
import { notImplemented } from '../../platform/api-error.ts';
import { malformedQuery } from './query-error.ts';

/** What a clause that is refused is called. */
const REFUSED: Readonly<Record<string, string>> = {
  withDataCategory: 'WITH DATA CATEGORY in SOQL',
  withSecurityEnforced: 'WITH SECURITY_ENFORCED in SOQL',
  withAccessLevel: 'WITH USER_MODE and WITH SYSTEM_MODE in SOQL',
  for: 'FOR VIEW, FOR REFERENCE and FOR UPDATE in SOQL',
  update: 'UPDATE TRACKING and UPDATE VIEWSTAT in SOQL',
};

const KNOWN = new Set([
  'fields',
  'sObject',
  'sObjectAlias',
  'relationshipName',
  'where',
  'limit',
  'offset',
  'groupBy',
  'having',
  'orderBy',
  'usingScope',
]);

/** Statements by their form: their text without the quoted values, since clients and flows send the same ones again and again with others. */
const parsed = new Map<string, Query>();
const MOST_KEPT = 500;
/** Longer forms, such as those with a thousand ids, are hardly sent twice. */
const LONGEST_KEPT = 20_000;
/** Stands before the number of a quoted value in a form. */
const MARK = '\u0001';
const QUOTED = /'(?:[^'\\]|\\[^])*'/g;
const MARKED = new RegExp(`'${MARK}(\\d+)'`, 'g');

/** The parts of a statement. Throws ApiError MALFORMED_QUERY, or 501 for a clause that is not implemented. */
export function parseSoql(soql: string): Query {
  const values: string[] = [];
  const form = soql.replaceAll(QUOTED, (value) => `'${MARK}${values.push(value) - 1}'`);
  const known = parsed.get(form);
  if (known) return withValues(known, values);
  if (/\bALL\s+ROWS\s*$/i.test(soql)) throw notImplemented('ALL ROWS in SOQL');
  const general = formOf(form);
  const query = general ? withValues(general, values) : partsOf(soql);
  checkClauses(query);
  checkNothingLost(soql, query);
  if (!general || form.length > LONGEST_KEPT) return query;
  if (parsed.size >= MOST_KEPT) parsed.delete(parsed.keys().next().value ?? '');
  parsed.set(form, general);
  return query;
}

/** Undefined where the values matter to the parser, such as the unit of a distance, and where nothing can be parsed. */
function formOf(form: string): Query | undefined {
  try {
    return parseQuery(form);
  } catch {
    return undefined;
  }
}

function partsOf(soql: string): Query {
  try {
    return parseQuery(soql);
  } catch (cause) {
    if (/[<>=(,]\s*\d{2}:\d{2}:\d{2}/.test(soql)) throw notImplemented('time literals in SOQL');
    throw malformedQuery(parserMessage(cause, soql), cause);
  }
}

/** A part of a statement with its quoted values in their places; parts without any are shared. */
function withValues<T>(part: T, values: readonly string[]): T {
  return (values.length === 0 ? part : filled(part, values)) as T;
}

function filled(part: unknown, values: readonly string[]): unknown {
  if (typeof part === 'string') {
    return part.includes(MARK) ? part.replaceAll(MARKED, (_marked, at: string) => values[Number(at)] ?? '') : part;
  }
  if (Array.isArray(part)) {
    const items = part.map((item) => filled(item, values));
    return items.every((item, at) => item === part[at]) ? part : items;
  }
  if (typeof part !== 'object' || part === null) return part;
  let copy: Record<string, unknown> | undefined;
  for (const [name, value] of Object.entries(part)) {
    const own = filled(value, values);
    if (own !== value) (copy ??= { ...part })[name] = own;
  }
  return copy ?? part;
}

/**
 * The parser drops some conditions without a word (those after NOT and a parenthesis in HAVING). So the statement is written out again from its
 * parts, and must be the one that was sent, but for white space and case outside of quotes.
 */
function checkNothingLost(soql: string, query: Query): void {
  const understood = composeQuery(query);
  if (essence(understood) !== essence(soql)) throw notImplemented(`this form of SOQL, of which its parser understood only: ${understood}`);
}

function essence(soql: string): string {
  return soql.replaceAll(/'(?:[^'\\]|\\[^])*'|\s+|[^'\s]+/g, (part) => (part.startsWith("'") ? part : part.trim().toUpperCase()));
}

/** Refuses a clause that nobody would look at. Subqueries and semi-joins are checked when they are compiled. */
export function checkClauses(query: Query | Subquery): void {
  for (const [clause, value] of Object.entries(query)) {
    if (KNOWN.has(clause) || value === undefined) continue;
    throw notImplemented(REFUSED[clause] ?? `the part "${clause}" of this SOQL statement`);
  }
}

/** The parser lists everything it would have taken; a person needs what it met. */
function parserMessage(cause: unknown, soql: string): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  const found = (/found:\s*'?([^'\n]*)'?\s*$/.exec(text) ?? /but found --> '(.*)' <--/.exec(text))?.[1];
  if (found === '') return 'unexpected token: <EOF>';
  if (found !== undefined) return `unexpected token: '${found}'`;
  const character = /unexpected character: ->(.)<- at offset: (\d+)/.exec(text);
  if (character) return `line 1:${Number(character[2])} no viable alternative at character '${character[1]}'`;
  return `${text} in: ${soql}`;
}
