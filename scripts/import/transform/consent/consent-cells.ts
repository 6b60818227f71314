// How the cells of a file of consent are understood.

import type { ConsentField } from '../../source/source-field.ts';
import { cellOf, faultCell, unknownCell, valueCell, type Cell } from '../cell.ts';
import type { FieldContext } from '../field-cells.ts';
import type { RejectCode, WarningCode } from '../messages.ts';
import { emailAddress } from '../values/email-address.ts';
import { kvkNumber } from '../values/kvk-number.ts';
import { phoneNumber } from '../values/phone-number.ts';
import { picklistValue, type WordList } from '../values/picklist-value.ts';
import { plainText } from '../values/plain-text.ts';
import { saidMoment, secondsOf } from '../values/said-moment.ts';
import { isUnknown } from '../../source/unknown-values.ts';

type Understand = (context: FieldContext) => (text: string) => Cell;

/** Fields that are read; the others are for the eye of whoever corrects the file. */
export type ReadField = Exclude<ConsentField, 'personName' | 'companyName' | 'vatNumber'>;

/** Whoever is not found by one thing may be found by another: an address that is none is only a fault where nothing else is left. */
function address(read: (text: string) => string | undefined, warning: WarningCode): Understand {
  return () => (text) => {
    const found = read(text);
    if (found === undefined) return { ...unknownCell(1, warning), detail: { value: text } };
    return found === '' ? unknownCell(1) : valueCell({ columns: [found], text: found });
  };
}

function word(list: WordList, whenOther: RejectCode): Understand {
  return () => (text) => cellOf(picklistValue(list, text, whenOther), 1, (value) => ({ columns: [value], text: value }));
}

function text(most: number): Understand {
  return () => (cell) => cellOf(plainText(cell, most), 1, (value) => ({ columns: [value], text: value }));
}

const moment: Understand = ({ column, limits, settings }) => {
  const context = { format: column?.dateFormat ?? 'yyyy-mm-dd', boundary: 'start' as const, twoDigitYearsFrom: limits.twoDigitYearsFrom };
  return (cell) => cellOf(saidMoment(cell, context, settings.today), 1, (value) => ({ columns: [value], text: value }));
};

/** The last day of a consent may lie ahead. */
const lastDay: Understand = ({ column, limits }) => {
  const context = { format: column?.dateFormat ?? 'yyyy-mm-dd', boundary: 'end' as const, twoDigitYearsFrom: limits.twoDigitYearsFrom };
  return (cell) => cellOf(saidMoment(cell, context, '9999-12-31'), 1, (value) => ({ columns: [value], text: value }));
};

const timeOfDay: Understand = () => (cell) => {
  if (isUnknown(cell)) return unknownCell(1);
  return secondsOf(cell) === undefined ? faultCell('TIME_NOT_UNDERSTOOD', { value: cell }) : valueCell({ columns: [cell], text: cell });
};

/** "telefoon, e-mail": each of them. */
const channels: Understand = () => (cell) => {
  const parts = isUnknown(cell) ? [] : cell.split(/[,;/+&|]| en | and /i).filter((part) => part.trim() !== '');
  const found = parts.map((part) => picklistValue('Consent_Channel', part.trim(), 'CHANNEL_UNKNOWN'));
  const faulty = found.find((verdict) => verdict.kind === 'fault');
  if (faulty?.kind === 'fault') return faultCell(faulty.code, { ...faulty.detail, value: cell });
  const names = new Set(found.flatMap((verdict) => (verdict.kind === 'value' ? [verdict.value] : [])));
  return names.size === 0 ? unknownCell(1) : valueCell({ columns: [[...names].join('|')], text: [...names].join('|') });
};

export const CONSENT_CELLS: Readonly<Record<ReadField, Understand>> = {
  email: address(emailAddress, 'EMAIL_NOT_UNDERSTOOD'),
  phone: address(phoneNumber, 'PHONE_NOT_UNDERSTOOD'),
  mobilePhone: address(phoneNumber, 'PHONE_NOT_UNDERSTOOD'),
  kvkNumber: () => (cell) => {
    const verdict = kvkNumber(cell);
    if (verdict.kind === 'fault' && verdict.code !== 'KVK_MISSING')
      return { ...unknownCell(1, 'KVK_NOT_UNDERSTOOD'), detail: { value: cell } };
    return verdict.kind === 'value' ? valueCell({ columns: [verdict.value], text: verdict.value }, verdict.warning) : unknownCell(1);
  },
  channel: channels,
  statement: word('Consent_Statement', 'STATEMENT_UNKNOWN'),
  emailConsent: word('Consent_Statement', 'STATEMENT_UNKNOWN'),
  phoneConsent: word('Consent_Statement', 'STATEMENT_UNKNOWN'),
  postConsent: word('Consent_Statement', 'STATEMENT_UNKNOWN'),
  optedOut: word('Consent_Objected', 'STATEMENT_UNKNOWN'),
  noEmail: word('Consent_Objected', 'STATEMENT_UNKNOWN'),
  noPhone: word('Consent_Objected', 'STATEMENT_UNKNOWN'),
  noPost: word('Consent_Objected', 'STATEMENT_UNKNOWN'),
  saidOn: moment,
  saidAtTime: timeOfDay,
  withdrawnOn: moment,
  confirmedOn: moment,
  validUntil: lastDay,
  wording: text(255),
  capturedWhere: text(255),
  proofReference: text(255),
  purpose: text(255),
};
