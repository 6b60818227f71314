// Dutch VAT numbers. The ones that sole traders had before 2020 contain their citizen service number and are never stored.

import { isUnknown } from '../../source/unknown-values.ts';
import { fault, known, unknown, type Verdict } from '../verdict.ts';
import { passesElevenTest } from './eleven-test.ts';

const SHAPE = /^(?:NL)?(\d{9})B(\d{2})$/;

/** The test of VAT numbers since 2020: letters as two digits (A = 10), the whole modulo 97 is 1. */
export function passesMod97(digits: string, suffix: string): boolean {
  const number = `2321${digits}11${suffix}`;
  let rest = 0;
  for (const digit of number) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

/**
 * `NL` + nine digits + `B` + two digits. `legalForm` is the Legal_Form__c value of the row, undefined when unknown: a number with
 * only the eleven-test is an RSIN for legal persons, the citizen number of a sole trader (refused, and never repeated in the
 * message), and left out with a warning when nobody says which.
 */
export function vatNumber(text: string, legalForm: string | undefined): Verdict<string> {
  if (isUnknown(text)) return unknown(text === '' ? undefined : 'UNKNOWN_VALUE');
  const found = SHAPE.exec(text.toUpperCase().replace(/[ .-]/g, ''));
  if (!found) return fault('VAT_INVALID');
  const [digits, suffix] = [found[1] ?? '', found[2] ?? ''];
  if (passesMod97(digits, suffix)) return known(`NL${digits}B${suffix}`);
  if (!passesElevenTest(digits)) return fault('VAT_INVALID');
  if (legalForm === 'Sole Proprietorship') return fault('VAT_IS_CITIZEN_NUMBER');
  return legalForm === undefined || legalForm === 'Unknown' ? unknown('VAT_LEFT_OUT') : known(`NL${digits}B${suffix}`);
}

/** True for a number that is a sole trader's citizen service number, or may be one because nobody says what the business is. */
export function mayHoldCitizensNumber(text: string, legalForm: string | undefined): boolean {
  const verdict = vatNumber(text, legalForm);
  return verdict.kind === 'fault'
    ? verdict.code === 'VAT_IS_CITIZEN_NUMBER'
    : verdict.kind === 'unknown' && verdict.warning === 'VAT_LEFT_OUT';
}
