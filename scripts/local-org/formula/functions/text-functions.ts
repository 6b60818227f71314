// Functions of text.
import { toId18 } from '../../../platform/record-id.ts';
import { plainDigits } from '../decimal.ts';
import { FormulaError } from '../formula-error.ts';
import type { Rule, Run } from '../term.ts';
import { checkCount, checkType, termAt } from '../term.ts';
import { javaPattern } from './java-pattern.ts';
import { lenient, strict } from './signature.ts';

/** The platform cuts and pads to whole lengths; nothing is left of a text for a length of zero or less. */
function pad(text: string, length: number, padding: string, left: boolean): string | null {
  const size = Math.trunc(length);
  if (text === '' || size <= 0) return null;
  if (size <= text.length || padding === '') return text.slice(0, size);
  return left ? text.padStart(size, padding) : text.padEnd(size, padding);
}

function middle(text: string, start: number, length: number): string {
  const from = Math.max(Math.trunc(start), 1) - 1;
  return text.slice(from, from + Math.max(Math.trunc(length), 0));
}

/** Replaces without reading `$` in the replacement as replaceAll does. */
function replaceEvery(text: string, old: string, replacement: string): string {
  let at = text.indexOf(old);
  if (at < 0) return text;
  let result = '';
  let from = 0;
  for (; at >= 0; at = text.indexOf(old, from)) {
    result += text.slice(from, at) + replacement;
    from = at + old.length;
  }
  return result + text.slice(from);
}

const initials = (text: string): string =>
  text.toLowerCase().replace(/[\p{L}\p{N}]+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1));

/** A blank text to search makes the answer unknown, but a blank text to look for is found everywhere, as on the platform. */
function search(holds: (text: string, part: string) => boolean): Rule {
  return lenient(['text', 'text'], 'boolean', (text, part) => {
    if (part === null || part === '') return true;
    return text === null || text === '' ? null : holds(text, part);
  });
}

function toNumber(text: string): number | null {
  if (text === '') return null;
  if (!isNumeric(text)) throw new FormulaError(`VALUE: "${text}" is not a number`);
  return Number(text);
}

function isNumeric(text: string): boolean {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text);
}

/** TEXT of a number, date, date-time, time or picklist; the formats are the platform's and in UTC. */
const text: Rule = (call) => {
  checkCount(call, 1);
  const term = termAt(call, 0);
  if (term.picklist !== true && call.setting === 'record') checkType(call, term, 'number', 'date', 'datetime', 'time');
  else if (term.picklist !== true) checkType(call, term, 'number', 'date', 'datetime', 'time', 'text');
  const { type } = term;
  const run: Run = (read, moment) => {
    const value = term.run(read, moment);
    if (value === null) return null;
    if (type === 'number') return plainDigits(value as number);
    if (type === 'datetime') return `${String(value).slice(0, 10)} ${String(value).slice(11, 19)}Z`;
    if (type === 'time') return String(value).slice(0, 12);
    return value;
  };
  return { type: 'text', run, position: call.position, constant: term.constant };
};

/** REGEX matches the whole text. A literal pattern is compiled, or refused, with the formula. */
const regex: Rule = (call) => {
  checkCount(call, 2);
  const [subject, source] = [termAt(call, 0), termAt(call, 1)];
  checkType(call, subject, 'text');
  checkType(call, source, 'text');
  const known = source.constant
    ? javaPattern(String(source.run(() => null, { today: '', now: new Date(0), isNew: false }) ?? ''))
    : undefined;
  const run: Run = (read, moment) => {
    const pattern = known ?? javaPattern(String(source.run(read, moment) ?? ''));
    return pattern.test(String(subject.run(read, moment) ?? ''));
  };
  return { type: 'boolean', run, position: call.position, constant: subject.constant && known !== undefined };
};

const image = (source: string, alternate: string, height?: number, width?: number): string => {
  const size = height === undefined || width === undefined ? '' : ` style="height:${height}px; width:${width}px;"`;
  return `<img src="${source}" alt="${alternate}"${size} border="0"/>`;
};

export const TEXT_FUNCTIONS: readonly (readonly [string, Rule])[] = [
  ['TEXT', text],
  ['REGEX', regex],
  ['VALUE', strict(['text'], 'number', toNumber)],
  ['ISNUMBER', lenient(['text'], 'boolean', (value) => value !== null && isNumeric(value))],
  ['LEN', lenient(['text'], 'number', (value) => value?.length ?? 0)],
  ['LEFT', strict(['text', 'number'], 'text', (value, length) => value.slice(0, Math.max(Math.trunc(length), 0)))],
  [
    'RIGHT',
    strict(['text', 'number'], 'text', (value, length) =>
      value.slice(value.length - Math.min(Math.max(Math.trunc(length), 0), value.length)),
    ),
  ],
  ['MID', strict(['text', 'number', 'number'], 'text', middle)],
  [
    'FIND',
    lenient(
      ['text', 'text', 'number'],
      'number',
      (part, value, start = 1) => (part === null || value === null ? 0 : value.indexOf(part, Math.max(Math.trunc(start ?? 1) - 1, 0)) + 1),
      2,
    ),
  ],
  [
    'SUBSTITUTE',
    lenient(['text', 'text', 'text'], 'text', (value, old, replacement) => {
      if (value === null || old === null) return null;
      return old === '' ? value : replaceEvery(value, old, replacement ?? '');
    }),
  ],
  ['TRIM', strict(['text'], 'text', (value) => value.trim())],
  ['UPPER', strict(['text', 'text'], 'text', (value, locale) => value.toLocaleUpperCase(locale ?? 'en'), 1)],
  ['LOWER', strict(['text', 'text'], 'text', (value, locale) => value.toLocaleLowerCase(locale ?? 'en'), 1)],
  ['INITCAP', strict(['text'], 'text', initials)],
  ['REVERSE', strict(['text'], 'text', (value) => [...value].reverse().join(''))],
  ['CONTAINS', search((value, part) => value.includes(part))],
  ['BEGINS', search((value, part) => value.startsWith(part))],
  ['LPAD', strict(['text', 'number', 'text'], 'text', (value, length, padding = ' ') => pad(value, length, padding, true), 2)],
  ['RPAD', strict(['text', 'number', 'text'], 'text', (value, length, padding = ' ') => pad(value, length, padding, false), 2)],
  ['ASCII', strict(['text'], 'number', (value) => value.codePointAt(0) ?? null)],
  ['CHR', strict(['number'], 'text', (code) => String.fromCodePoint(Math.trunc(code)))],
  ['CASESAFEID', strict(['text'], 'text', (value) => toId18(value) ?? value)],
  ['BR', strict([], 'text', () => '<br>')],
  [
    'HYPERLINK',
    strict(
      ['text', 'text', 'text'],
      'text',
      (address, label, target = '_blank') => `<a href="${address}" target="${target}">${label}</a>`,
      2,
    ),
  ],
  ['IMAGE', strict(['text', 'text', 'number', 'number'], 'text', image, 2)],
];
