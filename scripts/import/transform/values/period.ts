// Terms and notice periods: a number with a unit. Months and days are different things and never converted into one another.

import { foldValue } from '../../source/header-name.ts';
import { isUnknown } from '../../source/unknown-values.ts';
import { fault, known, unknown, type Verdict } from '../verdict.ts';

export type NoticeUnit = 'Months' | 'Days';

export interface NoticePeriod {
  readonly length: number;
  readonly unit: NoticeUnit;
}

interface Unit {
  readonly factor: number;
  readonly unit: NoticeUnit;
}

const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [
    /^(m|mnd|mnds|mnden|maand|maanden|maandn|mth|mths|month|months|mo|kalendermaand|kalendermaanden|calendar months?)$/,
    { factor: 1, unit: 'Months' },
  ],
  [/^(kw|kwartaal|kwartalen|quarter|quarters|q)$/, { factor: 3, unit: 'Months' }],
  [/^(halfjaar|half jaar)$/, { factor: 6, unit: 'Months' }],
  [/^(j|jr|jrs|jaar|jaren|year|years|yr|yrs|y)$/, { factor: 12, unit: 'Months' }],
  [/^(d|dg|dgn|dag|dagen|kalenderdagen|calendar days|day|days)$/, { factor: 1, unit: 'Days' }],
  [/^(w|wk|wkn|week|weken|weeks|wks)$/, { factor: 7, unit: 'Days' }],
];
const NUMBER_WORDS = new Map([
  ['een', 1],
  ['twee', 2],
  ['drie', 3],
  ['vier', 4],
  ['vijf', 5],
  ['zes', 6],
  ['negen', 9],
  ['twaalf', 12],
  ['dertig', 30],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['twelve', 12],
  ['thirty', 30],
  ['half', 0.5],
]);
const AT_ONCE = new Set([
  'per direct',
  'direct',
  'direct opzegbaar',
  'per direct opzegbaar',
  'geen',
  'geen opzegtermijn',
  'zonder',
  'none',
  'no notice',
  'immediately',
  'immediate',
]);

type Parsed = NoticePeriod | 'no-unit' | undefined;

function parse(text: string): Parsed {
  const found = /^(\d+(?:[.,]\d+)?|[a-z]+)\s*[-x]?\s*([a-z ]*?)\.?$/.exec(
    foldValue(text)
      .replace(/\((.*)\)$/, '$1')
      .trim(),
  );
  if (!found) return undefined;
  const written = found[1] ?? '';
  const number = /^\d/.test(written) ? Number(written.replace(',', '.')) : NUMBER_WORDS.get(written);
  const word = found[2] ?? '';
  if (number === undefined) return undefined;
  if (word === '') return 'no-unit';
  const unit = UNITS.find(([pattern]) => pattern.test(word))?.[1];
  const length = unit === undefined ? Number.NaN : number * unit.factor;
  return unit === undefined || !Number.isInteger(length) ? undefined : { length, unit: unit.unit };
}

/**
 * A notice period such as "3 mnd", "90 dgn", "1 kwartaal", "per direct". `columnUnit` is the unit that the header gives to bare
 * numbers; without one a bare number is a fault.
 */
export function noticePeriod(text: string, columnUnit: NoticeUnit | undefined): Verdict<NoticePeriod> {
  const folded = foldValue(text);
  if (AT_ONCE.has(folded)) return known({ length: 0, unit: columnUnit ?? 'Days' });
  if (isUnknown(text)) return unknown(text === '' ? undefined : 'UNKNOWN_VALUE');
  const parsed = parse(text);
  if (parsed === undefined) return fault('NOTICE_NOT_UNDERSTOOD', { value: text });
  if (parsed !== 'no-unit') return known(parsed);
  const length = Number(folded.replace(',', '.').replace(/\.0+$/, ''));
  if (!Number.isInteger(length)) return fault('NOTICE_NOT_UNDERSTOOD', { value: text });
  return columnUnit === undefined ? fault('NOTICE_UNIT_MISSING', { value: text }) : known({ length, unit: columnUnit });
}

/** Bare numbers from here on cannot be years. */
const SURELY_MONTHS = 12;

/**
 * A term in months: "36 mnd", "3 jaar". `monthsPerNumber` is what the header gives to bare numbers (1 or 12); without it a bare
 * number of at least 12 is taken for months and counted, a smaller one is a fault.
 */
export function termMonths(text: string, monthsPerNumber: number | undefined): Verdict<number> {
  if (isUnknown(text)) return unknown(text === '' ? undefined : 'UNKNOWN_VALUE');
  const parsed = parse(text);
  if (parsed === undefined || (parsed !== 'no-unit' && parsed.unit === 'Days')) return fault('TERM_NOT_UNDERSTOOD', { value: text });
  if (parsed !== 'no-unit') return parsed.length > 0 ? known(parsed.length) : fault('TERM_NOT_UNDERSTOOD', { value: text });
  const number = Number(foldValue(text).replace(',', '.'));
  const months = number * (monthsPerNumber ?? 1);
  if (!Number.isInteger(months) || months <= 0) return fault('TERM_NOT_UNDERSTOOD', { value: text });
  if (monthsPerNumber === undefined && number < SURELY_MONTHS) return fault('TERM_UNIT_MISSING', { value: text });
  return known(months, monthsPerNumber === undefined ? 'TERM_READ_AS_MONTHS' : undefined);
}
