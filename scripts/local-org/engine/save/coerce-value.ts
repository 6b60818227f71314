// Reading a client's value as the field's type, with what the platform accepts in JSON and CSV alike.
import { isCivilDate } from '../../../platform/civil-date.ts';
import { toId18 } from '../../../platform/record-id.ts';
import type { Value } from '../../../platform/record.ts';
import type { Field, FieldType } from '../../metadata/schema.ts';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3})\d*)?)?Z?$/;
/** Words that the Bulk API takes for checkboxes; REST clients send JSON booleans. */
const TRUE_WORDS: ReadonlySet<string> = new Set(['true', '1', 'yes', 'y', 'on']);
const FALSE_WORDS: ReadonlySet<string> = new Set(['false', '0', 'no', 'n', 'off']);
/** The platform's calendar (Object Reference, "Primitive Data Types": dates from 1700 to 4000). */
const [FIRST_DATE, LAST_DATE] = ['1700-01-01', '4000-12-31'];

type Reader = (value: string | number | boolean, field: Field) => Value | undefined;

const READERS: Readonly<Record<FieldType, Reader>> = {
  id: readId,
  reference: readId,
  string: readText,
  textarea: readText,
  picklist: readText,
  multipicklist: readChoices,
  boolean: readBoolean,
  int: readNumber,
  double: readNumber,
  currency: readNumber,
  percent: readNumber,
  date: readDate,
  datetime: readDateTime,
  time: readTime,
  email: readText,
  phone: readText,
  url: readText,
  address: () => undefined,
  encryptedstring: readText,
  base64: readText,
  anyType: readText,
};

/** The value as the org stores it: blank is null, text trimmed, numbers rounded to the scale; undefined when it cannot be read as the type. */
export function coerceValue(field: Field, value: Value): Value | undefined {
  if (value === null || value === '') return null;
  return READERS[field.type](value, field);
}

/** Rounds half away from zero, on the decimal digits as written. */
export function roundTo(value: number, scale: number): number {
  if (Number.isInteger(value)) return value;
  const rounded = Number(`${Math.round(Number(`${Math.abs(value)}e${scale}`))}e-${scale}`);
  // Numbers so small or large that they print with an exponent have no such digits.
  if (Number.isNaN(rounded)) return Number(value.toFixed(scale));
  return value < 0 ? -rounded : rounded;
}

function readId(value: string | number | boolean): Value | undefined {
  return typeof value === 'string' ? toId18(value.trim()) : undefined;
}

function readText(value: string | number | boolean): Value {
  if (typeof value !== 'string') return String(value);
  const trimmed = value.trim();
  return trimmed === '' ? null : trimmed;
}

/** Chosen values once each, in the order of the value set, as the platform stores them. */
function readChoices(value: string | number | boolean, field: Field): Value {
  const chosen = new Set(
    String(value)
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
  if (chosen.size === 0) return null;
  const order = new Map(field.picklist?.values.map((entry, index) => [entry.value, index]));
  const place = (entry: string): number => order.get(entry) ?? order.size;
  return [...chosen].sort((a, b) => place(a) - place(b)).join(';');
}

function readBoolean(value: string | number | boolean): Value | undefined {
  if (typeof value === 'boolean') return value;
  const word = String(value).trim().toLowerCase();
  if (TRUE_WORDS.has(word)) return true;
  return FALSE_WORDS.has(word) ? false : undefined;
}

function readNumber(value: string | number | boolean, field: Field): Value | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? roundTo(value, field.scale) : undefined;
  if (typeof value === 'boolean') return undefined;
  const text = value.trim();
  if (text === '') return null;
  return NUMBER.test(text) ? roundTo(Number(text), field.scale) : undefined;
}

/** Dates found good lately: loads repeat the same few thousand. */
const goodDates = new Set<string>();
const GOOD_DATES_KEPT = 20_000;

/** A date, or the date part of a date-time. */
function readDate(value: string | number | boolean): Value | undefined {
  if (typeof value !== 'string') return undefined;
  if (goodDates.has(value)) return value;
  const date = parseDate(value);
  if (date === value) {
    if (goodDates.size >= GOOD_DATES_KEPT) goodDates.clear();
    goodDates.add(date);
  }
  return date;
}

function parseDate(value: string): Value | undefined {
  const text = value.trim();
  if (text === '') return null;
  const date = text.length > 10 && (DATE_TIME.test(text) || /^.{10}(?:Z|[+-]\d{2}:\d{2})$/.test(text)) ? text.slice(0, 10) : text;
  return isCivilDate(date) && date >= FIRST_DATE && date <= LAST_DATE ? date : undefined;
}

/** To the second, in UTC; a text without zone is taken for UTC, a date for its midnight. */
function readDateTime(value: string | number | boolean): Value | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (text === '') return null;
  if (isCivilDate(text)) return `${text}T00:00:00.000Z`;
  const [, date = '', hours, minutes, seconds = '00', , zone = 'Z'] = DATE_TIME.exec(text) ?? [];
  if (!isCivilDate(date)) return undefined;
  const offset = zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const instant = new Date(`${date}T${hours}:${minutes}:${seconds}${offset}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}

function readTime(value: string | number | boolean): Value | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (text === '') return null;
  const parts = TIME.exec(text);
  return parts ? `${parts[1]}:${parts[2]}:${parts[3] ?? '00'}.${(parts[4] ?? '').padEnd(3, '0')}Z` : undefined;
}
