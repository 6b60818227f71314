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

/** Statements that clients and flows send again and again, with their values in the text. */
const parsed = new Map<string, Query>();
const MOST_KEPT = 500;

/** The parts of a statement. Throws ApiError MALFORMED_QUERY, or 501 for a clause that is not implemented. */
export function parseSoql(soql: string): Query {
  const known = parsed.get(soql);
  if (known) return known;
  if (/\bALL\s+ROWS\s*$/i.test(soql)) throw notImplemented('ALL ROWS in SOQL');
  let query: Query;
  try {
    query = parseQuery(soql);
  } catch (cause) {
    if (/[<>=(,]\s*\d{2}:\d{2}:\d{2}/.test(soql)) throw notImplemented('time literals in SOQL');
    throw malformedQuery(parserMessage(cause, soql), cause);
  }
  checkClauses(query);
  checkNothingLost(soql, query);
  if (parsed.size >= MOST_KEPT) parsed.delete(parsed.keys().next().value ?? '');
  parsed.set(soql, query);
  return query;
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
