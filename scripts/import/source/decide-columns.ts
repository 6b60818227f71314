// Turns the evidence of the first pass into one decision per column, with what the steward should be told about it.

import type { CivilDate } from '../../platform/civil-date.ts';
import { addDays } from '../../platform/civil-date.ts';
import { decideDecimal } from './amount-evidence.ts';
import { cleanText } from './clean-text.ts';
import type { Observed } from './column-observers.ts';
import type { Example } from './date-evidence.ts';
import { readDateText } from './date-text.ts';
import type { DateFormat } from './date-format.ts';
import { decideDateFormat } from './decide-date-format.ts';
import type { DecimalSeparator, Notice, SourceColumn } from './inspection.ts';
import type { Language } from './language.ts';
import { notice, refusal } from './messages.ts';
import { resolveDate, TWO_DIGIT_WINDOW } from './resolve-date.ts';
import { fieldLabel, type SourceField } from './source-field.ts';
import type { SupplierMapping } from './supplier-mapping.ts';

/** The 1904 date system counts from four years and a day later. */
const DAYS_BETWEEN_SYSTEMS = 1462;

export interface DecisionOptions {
  readonly language: Language;
  /** From the command line or the mapping: applies to every date column. */
  readonly format: DateFormat | undefined;
  readonly separator: DecimalSeparator | undefined;
  readonly twoDigitYearsFrom: number;
}

interface Decided {
  readonly columns: readonly SourceColumn[];
  readonly notices: readonly Notice[];
}

/** Decides every column; throws a refusal for the first one that is ambiguous or mixed. */
export function decideColumns(
  headers: readonly string[],
  fields: readonly (SourceField | undefined)[],
  watched: readonly Observed[],
  mapping: SupplierMapping,
  options: DecisionOptions,
): Decided {
  const notices: Notice[] = [];
  const columns = fields.map((field, index): SourceColumn => {
    const header = cleanText(headers[index] ?? '');
    const column = { index, header, field, dateFormat: undefined, decimal: undefined };
    const observation = watched.find((one) => one.column === index);
    if (field === undefined || observation === undefined) return column;
    if (observation.kind === 'date') {
      const given = mapping.dateFormats[field] ?? options.format;
      return { ...column, dateFormat: given ?? dateFormatOf(observation, header, field, options, notices) };
    }
    if (observation.kind === 'amount')
      return { ...column, decimal: options.separator ?? decimalOf(observation, header, options.language, notices) };
    return column;
  });
  return { columns, notices };
}

function list(language: Language, examples: readonly (Example & { readonly format?: string })[]): string {
  return examples
    .map(
      ({ text, line, format }) => `${text} (${language === 'nl' ? 'regel' : 'line'} ${line}${format === undefined ? '' : `, ${format}`})`,
    )
    .join(', ');
}

function dateFormatOf(
  { evidence }: Extract<Observed, { kind: 'date' }>,
  header: string,
  field: SourceField,
  options: DecisionOptions,
  notices: Notice[],
): DateFormat {
  const { language, twoDigitYearsFrom } = options;
  const decision = decideDateFormat(evidence);
  const values = (example: Example): Record<string, string | number> => ({ header, example: example.text, line: example.line });
  switch (decision.kind) {
    case 'ambiguous':
      throw refusal(language, 'AMBIGUOUS_DATES', {
        ...values(decision.example),
        name: field,
        formats: decision.formats.join(' '),
        options: decision.formats.map((format) => `--date-format ${format}`).join(language === 'nl' ? ' of ' : ' or '),
      });
    case 'mixed':
      throw refusal(language, 'MIXED_DATES', { header, examples: list(language, decision.examples) });
    case 'none':
      throw refusal(language, 'NO_DATES', { ...values(decision.example), field: fieldLabel(field, language) });
    case 'any':
      return 'dd-mm-yyyy';
    case 'decided':
  }
  const { format, example, minority } = decision;
  const day = (text: string): CivilDate => {
    const resolved = resolveDate(readDateText(text), { format, boundary: 'end', twoDigitYearsFrom });
    return resolved.kind === 'date' ? resolved.date : '-';
  };
  if (format === 'serial') {
    const date = day(example.text);
    notices.push(
      notice(language, 'EXCEL_SERIALS', {
        header,
        example: example.text,
        date,
        other: date === '-' ? '-' : addDays(date, DAYS_BETWEEN_SYSTEMS),
      }),
    );
  } else if (format.length === 8 && format.includes('-')) {
    const years = { from: twoDigitYearsFrom, until: twoDigitYearsFrom + TWO_DIGIT_WINDOW };
    notices.push(
      notice(language, 'TWO_DIGIT_YEARS', {
        header,
        count: evidence.families.get('two')?.count ?? 0,
        example: example.text,
        date: day(example.text),
        ...years,
      }),
    );
  } else if (day(example.text) !== '-')
    notices.push(notice(language, 'DATE_FORMAT', { header, format, example: example.text, date: day(example.text) }));
  if (evidence.moments !== undefined) {
    notices.push(notice(language, 'ZONED_DATES', { header, example: evidence.moments.text, date: day(evidence.moments.text) }));
  }
  if (minority !== undefined) notices.push(notice(language, 'MINORITY_DATES', { ...values(minority), format, count: minority.count }));
  return format;
}

function decimalOf(
  { evidence }: Extract<Observed, { kind: 'amount' }>,
  header: string,
  language: Language,
  notices: Notice[],
): DecimalSeparator {
  const decision = decideDecimal(evidence);
  if (decision.kind === 'ambiguous') {
    throw refusal(language, 'AMBIGUOUS_DECIMALS', { header, example: decision.example.text, line: decision.example.line });
  }
  if (decision.kind === 'mixed') throw refusal(language, 'MIXED_DECIMALS', { header, examples: list(language, decision.examples) });
  const { decimal, minority } = decision;
  if (minority !== undefined) {
    notices.push(
      notice(language, 'MINORITY_DECIMALS', { header, decimal, count: minority.count, example: minority.text, line: minority.line }),
    );
  }
  return decimal;
}
