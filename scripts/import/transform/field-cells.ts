// Which normaliser reads which field, and how its value is written in the CSV that is sent.

import { addDays, dayNumber, type CivilDate } from '../../platform/civil-date.ts';
import type { SourceColumn, SourceInspection } from '../source/inspection.ts';
import { isAddress, providerKey } from '../source/provider-key.ts';
import { isUnknown } from '../source/unknown-values.ts';
import type { ContractField, SourceField } from '../source/source-field.ts';
import { cellOf, CLEAR, faultCell, unknownCell, valueCell, type Cell } from './cell.ts';
import type { RejectCode } from './messages.ts';
import type { Limits } from './plausibility.ts';
import type { TransformSettings } from './settings.ts';
import { houseNumber, postcode } from './values/address.ts';
import { monthlyAmount, quantity } from './values/amount.ts';
import { connectionCode } from './values/connection-code.ts';
import { identifierText } from './values/identifier.ts';
import { contractDate } from './values/contract-date.ts';
import { branchNumber, kvkNumber } from './values/kvk-number.ts';
import { noticePeriod, termMonths, type NoticeUnit } from './values/period.ts';
import { picklistValue, type WordList } from './values/picklist-value.ts';
import { plainText } from './values/plain-text.ts';

/** What the normaliser of a field may need besides the cell. */
export interface FieldContext {
  readonly inspection: SourceInspection;
  readonly settings: TransformSettings;
  readonly limits: Limits;
  /** Undefined for a value that a supplier mapping fixes. */
  readonly column: SourceColumn | undefined;
}

type Understand = (text: string) => Cell;

function text(most: number): () => Understand {
  return () => (cell) => cellOf(plainText(cell, most), 1, (value) => ({ columns: [value], text: value, key: value.toLowerCase() }));
}

function words(list: WordList, whenOther: RejectCode): () => Understand {
  return () => (cell) => cellOf(picklistValue(list, cell, whenOther), 1, (value) => ({ columns: [value], text: value }));
}

function date(
  boundary: 'start' | 'end',
  columns: (date: CivilDate, precision: string) => readonly string[],
  daysLater = 0,
): (context: FieldContext) => Understand {
  return ({ column, limits }) => {
    const context = { format: column?.dateFormat ?? 'yyyy-mm-dd', boundary, twoDigitYearsFrom: limits.twoDigitYearsFrom };
    const width = columns('', '').length;
    return (cell) =>
      cellOf(contractDate(cell, context), width, ({ date: read, precision }) => {
        const day = daysLater === 0 ? read : addDays(read, daysLater);
        return { columns: columns(day, precision), number: dayNumber(day), text: precision };
      });
  };
}

function notice(unit: NoticeUnit | undefined): (context: FieldContext) => Understand {
  return ({ limits }) =>
    (cell) => {
      const verdict = noticePeriod(cell, unit);
      if (verdict.kind === 'value') {
        const { length, unit: own } = verdict.value;
        const isLong = (months: number, days: number): boolean => length > (own === 'Months' ? months : days);
        if (isLong(limits.noticeAtMostMonths, limits.noticeAtMostDays)) return faultCell('NOTICE_TOO_LONG', { value: cell });
        const warning = isLong(limits.noticeLongMonths, limits.noticeLongDays) ? 'NOTICE_LONG' : verdict.warning;
        return valueCell({ columns: [String(length), own] }, warning);
      }
      return cellOf(verdict, 2, () => ({ columns: [] }));
    };
}

function term(monthsPerNumber: number | undefined): (context: FieldContext) => Understand {
  return ({ limits }) =>
    (cell) => {
      const verdict = termMonths(cell, monthsPerNumber);
      if (verdict.kind === 'value' && verdict.value > limits.termAtMostMonths)
        return faultCell('TERM_TOO_LONG', { value: String(verdict.value) });
      return cellOf(verdict, 1, (months) => ({ columns: [String(months)], number: months }));
    };
}

function amount(per: 'month' | 'year'): (context: FieldContext) => Understand {
  return ({ column }) =>
    (cell) =>
      cellOf(monthlyAmount(cell, column?.decimal ?? '.', per), 1, (value) => ({ columns: [value] }));
}

function provider({ settings }: FieldContext): Understand {
  return (cell) => {
    const key = isUnknown(cell) ? '' : providerKey(cell);
    if (key === '') return faultCell('PROVIDER_MISSING', {});
    if (isAddress(cell)) return faultCell('PROVIDER_IS_ADDRESS', { value: cell });
    if (cell.includes('\uFFFD')) return faultCell('CHARACTER_LOST', { value: cell });
    const found = settings.providerKeys.get(key);
    if (found === undefined)
      return valueCell({ columns: [key], key }, settings.providerKeys.size === 0 ? undefined : 'PROVIDER_NOT_RESOLVED');
    return valueCell({ columns: [found.externalId], key: found.contractKey });
  };
}

function category(): Understand {
  const part = (value: string): { columns: string[]; key: string } => ({ columns: [value], key: value.toLowerCase() });
  return (cell) => {
    const verdict = picklistValue('Product_Category', cell, 'CATEGORY_UNKNOWN');
    return verdict.kind === 'unknown' ? valueCell(part('Unknown'), 'CATEGORY_MISSING') : cellOf(verdict, 1, part);
  };
}

/** How each field is understood. VAT numbers are missing: they need the row's legal form (account-row.ts). */
export const FIELD_CELLS: Readonly<
  Record<Exclude<ContractField, 'vatNumber' | 'houseNumberAddition'>, (context: FieldContext) => Understand>
> = {
  kvkNumber: () => (cell) => cellOf(kvkNumber(cell), 1, (value) => ({ columns: [value], key: value, number: Number(value) })),
  branchNumber: () => (cell) => cellOf(branchNumber(cell), 1, (value) => ({ columns: [value] })),
  companyName: () => (cell) =>
    cell === '' || isUnknown(cell)
      ? faultCell('COMPANY_NAME_MISSING', {})
      : cellOf(plainText(cell, 255), 1, (value) => ({ columns: [value] })),
  legalForm: () => (cell) => {
    const verdict = picklistValue('Legal_Form', cell, 'LEGAL_FORM_UNKNOWN');
    return verdict.kind === 'unknown'
      ? valueCell({ columns: ['Unknown'], text: 'Unknown' }, verdict.warning)
      : cellOf(verdict, 1, (value) => ({ columns: [value], text: value }));
  },
  postcode: () => (cell) => cellOf(postcode(cell), 1, (value) => ({ columns: [value] })),
  houseNumber: () => (cell) => cellOf(houseNumber(cell), 2, ({ number, addition }) => ({ columns: [number, addition] })),
  city: text(40),
  provider,
  productCategory: category,
  productName: text(120),
  contractNumber: () => {
    const understand = text(80)();
    return (cell) => understand(identifierText(cell));
  },
  connectionCode: () => (cell) => cellOf(connectionCode(cell), 1, (value) => ({ columns: [value], key: value })),
  connectionSize: words('Connection_Size', 'CONNECTION_SIZE_UNKNOWN'),
  startDate: date('start', (day) => [day]),
  endDate: date('end', (day, precision) => [day, 'false', precision]),
  endsBefore: date('start', (day, precision) => [day, 'false', precision], -1),
  term: term(undefined),
  termMonths: term(1),
  termYears: term(12),
  noticePeriod: notice(undefined),
  noticeMonths: notice('Months'),
  noticeDays: notice('Days'),
  autoRenews: words('Yes_No', 'YES_NO_UNKNOWN'),
  renewalTerm: term(undefined),
  monthlyValue: amount('month'),
  yearlyValue: amount('year'),
  quantity: () => (cell) => cellOf(quantity(cell), 1, (value) => ({ columns: [value] })),
  satisfaction: words('Satisfaction', 'SATISFACTION_UNKNOWN'),
  satisfactionSaidBy: text(120),
  satisfactionDate: date('start', (day) => [day]),
  obtainedOn: ({ column, limits, settings }) => {
    const understand = date('end', (day) => [day])({ column, limits, settings } as FieldContext);
    const standard = valueCell({ columns: [settings.obtainedOn], number: dayNumber(settings.obtainedOn) });
    return (cell) => {
      const found = understand(cell);
      if (found.isUnknown && found.fault === undefined) return { ...standard, warnings: found.warnings };
      return found.number > limits.today ? faultCell('DATE_IN_FUTURE', { value: cell }) : found;
    };
  },
  confidence: words('Confidence', 'CONFIDENCE_UNKNOWN'),
};

/** Cells for the clear marker, for the fields that may be emptied. */
export function clearedCell(field: SourceField): Cell | undefined {
  switch (field) {
    case 'endDate':
    case 'endsBefore':
      return { ...valueCell({ columns: [CLEAR, 'false', 'Unknown'] }), isUnknown: true };
    case 'noticePeriod':
    case 'noticeMonths':
    case 'noticeDays':
      return { ...valueCell({ columns: [CLEAR, CLEAR] }), isUnknown: true };
    case 'productName':
    case 'connectionSize':
    case 'startDate':
    case 'autoRenews':
    case 'renewalTerm':
    case 'monthlyValue':
    case 'yearlyValue':
    case 'quantity':
    case 'satisfaction':
    case 'satisfactionSaidBy':
    case 'satisfactionDate':
    case 'confidence':
      return { ...valueCell({ columns: [CLEAR] }), isUnknown: true };
    default:
      return undefined;
  }
}

/** A column that the file does not feed although another one of its group makes it sent. */
export function absentCell(columns: number): Cell {
  return unknownCell(columns);
}
