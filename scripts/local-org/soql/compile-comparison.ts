// One comparison of a WHERE or HAVING clause in SQL, with the platform's treatment of blanks, case and days.
import { notImplemented } from '../../platform/api-error.ts';
import type { Value } from '../../platform/record.ts';
import { folded, keyColumn, keyHash, keyText } from '../store/key-column.ts';
import type { DateRange } from './date-literal.ts';
import { likePattern, literalValue } from './literal.ts';
import type { Literal } from './literal.ts';
import { startOfDay, endOfDay } from './local-time.ts';
import type { QueryContext } from './query-context.ts';
import { invalidField, malformedQuery } from './query-error.ts';
import type { Parameters } from './select-plan.ts';
import { isLongText, isText } from './term.ts';
import type { Term } from './term.ts';

const ORDERING: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);
const ASCII = /^[\0-\x7f]*$/;
/** Above this many values a list travels as one JSON parameter. */
const MOST_PLACE_HOLDERS = 20;

/**
 * A comparison of a term with literals. The SQL may be NULL where SOQL says false; whoever negates it must allow for that.
 * Throws ApiError for operators and literals that the term does not take.
 */
export function comparisonSql(
  term: Term,
  operator: string,
  literals: readonly Literal[],
  parameters: Parameters,
  context: QueryContext,
): string {
  if (isLongText(term)) throw invalidField(`field '${term.name}' can not be filtered in a query call`);
  const known = operator === '<>' ? '!=' : operator.toUpperCase();
  if (known === 'LIKE') return like(term, literals, parameters);
  if (known === 'INCLUDES' || known === 'EXCLUDES') return includes(term, known, literals, parameters);
  if (term.type === 'multipicklist' && known !== '=' && known !== '!=')
    throw invalidField(`field '${term.name}' does not take the operator ${known}`);
  const today = context.moment().today;
  const values = literals.map((literal) => literalValue(literal, term, today));
  const ranges = values.flatMap((value) => ('range' in value ? [value.range] : []));
  const plain = values.flatMap((value) => ('value' in value ? [value.value] : []));
  if (ORDERING.has(known)) return ordering(term, known, plain[0], ranges[0], parameters, context);
  if (known === '=' || known === 'IN') return equality(term, plain, ranges, parameters, context);
  // so written, SQLite finds them by an index that leaves blanks out
  if (known === '!=' && plain[0] === null && term.type !== 'boolean') return `${term.sql} IS NOT NULL`;
  if (known === '!=' || known === 'NOT IN') return `(${equality(term, plain, ranges, parameters, context)}) IS NOT TRUE`;
  throw notImplemented(`the operator ${operator} in SOQL`);
}

function equality(
  term: Term,
  values: readonly Value[],
  ranges: readonly DateRange[],
  parameters: Parameters,
  context: QueryContext,
): string {
  // null matches a checkbox that is not ticked (SOQL and SOSL Reference, Use null in WHERE); so does the checkbox of a parent that is not there.
  if (term.type === 'boolean') return values.map((value) => (value === true ? `${term.sql} = 1` : `${term.sql} IS NOT 1`)).join(' OR ');
  const given = values.filter((value) => value !== null);
  const parts = ranges.map((range) => within(term, range, parameters, context));
  if (values.includes(null)) parts.push(`${term.sql} IS NULL`);
  if (given.length > 0) parts.push(isText(term.type) ? textEquality(term, given.map(String), parameters) : oneOf(term, given, parameters));
  return parts.length === 1 ? String(parts[0]) : `(${parts.join(' OR ')})`;
}

function oneOf(term: Term, values: readonly Value[], parameters: Parameters): string {
  const [first] = values;
  if (values.length === 1 && first !== undefined) return `${term.sql} = ${parameters.add(first)}`;
  if (values.length > MOST_PLACE_HOLDERS)
    return `${term.sql} IN (SELECT value FROM json_each(${parameters.add(JSON.stringify(values.map(jsonValue)))}))`;
  return `${term.sql} IN (${values.map((value) => parameters.add(value)).join(', ')})`;
}

function jsonValue(value: Value): Value {
  return typeof value === 'boolean' ? Number(value) : value;
}

/**
 * SQLite folds only ASCII letters by itself, so texts with other letters are compared after folding both sides. A key field is found by the hash
 * of its text first, which is what is indexed.
 */
function textEquality(term: Term, texts: readonly string[], parameters: Parameters): string {
  const { field } = term;
  const hash = field && term.alias !== undefined ? keyColumn(field) : undefined;
  if (field && hash !== undefined) {
    const hashes = oneOf(
      { ...term, sql: `${term.alias}."${hash}"` },
      texts.map((text) => keyHash(field, text)),
      parameters,
    );
    const text = field.caseSensitive ? term.sql : `folded(${term.sql})`;
    return `(${hashes} AND ${oneOf(
      { ...term, sql: text },
      texts.map((value) => keyText(field, value)),
      parameters,
    )})`;
  }
  if (field?.caseSensitive) return oneOf(term, texts, parameters);
  if (texts.every((text) => ASCII.test(text))) return oneOf(term, texts, parameters);
  return oneOf({ ...term, sql: `folded(${term.sql})` }, texts.map(folded), parameters);
}

function ordering(
  term: Term,
  operator: string,
  value: Value | undefined,
  range: DateRange | undefined,
  parameters: Parameters,
  context: QueryContext,
): string {
  if (range) {
    const [from, after] = bounds(term, range, context);
    const before = operator === '<' || operator === '>=';
    const bound = parameters.add(before ? from : after);
    if (operator === '<') return `${term.sql} < ${bound}`;
    if (operator === '>=') return `${term.sql} >= ${bound}`;
    const open = term.type === 'datetime';
    if (operator === '>') return `${term.sql} ${open ? '>=' : '>'} ${bound}`;
    return `${term.sql} ${open ? '<' : '<='} ${bound}`;
  }
  if (value === null || value === undefined) throw malformedQuery(`the operator ${operator} does not take null`);
  if (term.type === 'boolean' || term.type === 'id' || term.type === 'reference') {
    throw invalidField(`field '${term.name}' does not take the operator ${operator}`);
  }
  return `${term.sql} ${operator} ${parameters.add(value)}`;
}

function within(term: Term, range: DateRange, parameters: Parameters, context: QueryContext): string {
  const [from, after] = bounds(term, range, context);
  return `(${term.sql} >= ${parameters.add(from)} AND ${term.sql} ${term.type === 'datetime' ? '<' : '<='} ${parameters.add(after)})`;
}

/** First and last day for a date; first instant and first instant afterwards for a date-time. */
function bounds(term: Term, range: DateRange, context: QueryContext): readonly [string, string] {
  if (term.type === 'date') return [range.from, range.until];
  const zone = context.timeZone ?? 'Europe/Amsterdam';
  return [startOfDay(zone, range.from), endOfDay(zone, range.until)];
}

function like(term: Term, literals: readonly Literal[], parameters: Parameters): string {
  const [literal] = literals;
  if (!isText(term.type) || term.type === 'multipicklist') throw invalidField(`field '${term.name}' does not take the operator LIKE`);
  if (literal?.type !== 'STRING') throw invalidField(`LIKE on field '${term.name}' needs a text in quotes`);
  const pattern = likePattern(literal.text);
  const [value, text] = ASCII.test(pattern) ? [term.sql, pattern] : [`folded(${term.sql})`, folded(pattern)];
  return `${value} LIKE ${parameters.add(text)} ESCAPE '\\'`;
}

/** `('a;b', 'c')`: a and b both chosen, or c. */
function includes(term: Term, operator: string, literals: readonly Literal[], parameters: Parameters): string {
  if (term.type !== 'multipicklist') throw invalidField(`field '${term.name}' does not take the operator ${operator}`);
  const choices = literals.map((literal) => {
    const { value } = literalValue(literal, term, '') as { value: Value };
    if (value === null) return `${term.sql} IS NULL`;
    const all = String(value)
      .split(';')
      .map((one) => `instr(folded(';' || ${term.sql} || ';'), ${parameters.add(folded(`;${one};`))}) > 0`);
    return `(${all.join(' AND ')})`;
  });
  const sql = `(${choices.join(' OR ')})`;
  return operator === 'INCLUDES' ? sql : `${sql} IS NOT TRUE`;
}
