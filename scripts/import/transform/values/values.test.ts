import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Verdict } from '../verdict.ts';
import { houseNumber, postcode } from './address.ts';
import { monthlyAmount, quantity } from './amount.ts';
import { connectionCode, hasGs1CheckDigit } from './connection-code.ts';
import { branchNumber, kvkNumber } from './kvk-number.ts';
import { noticePeriod, termMonths } from './period.ts';
import { picklistValue } from './picklist-value.ts';
import { plainText } from './plain-text.ts';
import { passesElevenTest, passesMod97, vatNumber } from './vat-number.ts';

/** The value, with its warning behind it; the code of a fault; '?' for unknown. */
function told(verdict: Verdict<unknown>): string {
  if (verdict.kind === 'fault') return verdict.code;
  const value =
    verdict.kind === 'unknown' ? '?' : typeof verdict.value === 'object' ? JSON.stringify(verdict.value) : String(verdict.value);
  return verdict.warning === undefined ? value : `${value} ${verdict.warning}`;
}

function table<Arguments extends readonly unknown[]>(
  normalise: (...args: Arguments) => Verdict<unknown>,
  cases: readonly (readonly [...Arguments, string])[],
): void {
  for (const row of cases) {
    const args = row.slice(0, -1) as unknown as Arguments;
    assert.equal(told(normalise(...args)), row.at(-1), JSON.stringify(args));
  }
}

test('KvK numbers are eight digits; what can be restored is, what cannot is a fault', () => {
  table(kvkNumber, [
    ['12345678', '12345678'],
    ['01234567', '01234567'],
    ['1234567', '01234567 KVK_PADDED'],
    ['12345', '00012345 KVK_PADDED'],
    ['12345678.0', '12345678 KVK_CLEANED'],
    ['12 34 56 78', '12345678 KVK_CLEANED'],
    ['12.34.56.78', '12345678 KVK_CLEANED'],
    ['KvK: 12345678', '12345678 KVK_CLEANED'],
    ['KVK-nr 12345678', '12345678 KVK_CLEANED'],
    ['1.2345678E7', '12345678 KVK_CLEANED'],
    ['1,2345678E+07', '12345678 KVK_CLEANED'],
    ['1,23E+07', 'KVK_INFORMATION_LOST'],
    ['9,9E+07', 'KVK_INFORMATION_LOST'],
    ['000012345678', 'KVK_IS_BRANCH_NUMBER'],
    ['123456782', 'KVK_IS_RSIN'],
    ['1234567890', 'KVK_INVALID'],
    ['0', 'KVK_INVALID'],
    ['Jansen', 'KVK_INVALID'],
    ['', 'KVK_MISSING'],
    ['n.v.t.', 'KVK_MISSING'],
  ]);
});

test('branch numbers are twelve digits', () => {
  table(branchNumber, [
    ['000012345678', '000012345678'],
    ['12345678901', '012345678901 BRANCH_PADDED'],
    ['12345678', 'BRANCH_INVALID'],
    ['1,23E+10', 'BRANCH_INVALID'],
    ['', '?'],
    ['onbekend', '? UNKNOWN_VALUE'],
  ]);
});

test('EAN codes keep all their digits or are refused', () => {
  table(connectionCode, [
    ['871687112345678901', '871687112345678901'],
    ['8716 8711 2345 6789 01', '871687112345678901'],
    ['EAN: 871687112345678901', '871687112345678901'],
    ['871687112345678902', '871687112345678902 EAN_CHECK_DIGIT'],
    ['8,71687E+17', 'EAN_INFORMATION_LOST'],
    ['8.71687E+17', 'EAN_INFORMATION_LOST'],
    ['871687112345679000', 'EAN_INFORMATION_LOST'],
    ['8716871000002', 'EAN_IS_MARKET_PARTY'],
    ['12345', 'EAN_INVALID'],
    ['-', '? UNKNOWN_VALUE'],
  ]);
  for (const code of ['8717185030013', '8714252007107', '8712423010383', '8716879000004', '8716885000005', '871687112345678901']) {
    assert.equal(hasGs1CheckDigit(code), true, code);
  }
});

test('VAT numbers that contain a citizen number are never stored', () => {
  table(vatNumber, [
    ['NL002455799B11', 'Sole Proprietorship', 'NL002455799B11'],
    ['nl 0024.55.799.b11', undefined, 'NL002455799B11'],
    ['002455799B11', 'Sole Proprietorship', 'NL002455799B11'],
    ['NL004495445B01', 'Private Limited Company', 'NL004495445B01'],
    ['NL004495445B01', 'Sole Proprietorship', 'VAT_IS_CITIZEN_NUMBER'],
    ['NL004495445B01', undefined, '? VAT_LEFT_OUT'],
    ['NL004495445B01', 'Unknown', '? VAT_LEFT_OUT'],
    ['NL123456789B90', 'Private Limited Company', 'VAT_INVALID'],
    ['BE0123456789', undefined, 'VAT_INVALID'],
    ['', undefined, '?'],
  ]);
  for (const [digits, suffix] of [
    ['002455799', '11'],
    ['000099998', '57'],
    ['123456789', '13'],
  ] as const)
    assert.equal(passesMod97(digits, suffix), true);
  assert.equal(passesMod97('004495445', '01'), false);
  assert.equal(passesElevenTest('004495445'), true);
  const verdict = vatNumber('NL004495445B01', 'Sole Proprietorship');
  assert.doesNotMatch(JSON.stringify(verdict), /004495445/);
});

test('postcodes are written one way and letters that are not issued are refused', () => {
  table(postcode, [
    ['1234AB', '1234 AB'],
    ['1234 ab', '1234 AB'],
    ['NL-1234 AB', '1234 AB'],
    ['1234 SS', 'POSTCODE_INVALID'],
    ['1234SA', 'POSTCODE_INVALID'],
    ['0123 AB', 'POSTCODE_INVALID'],
    ['12345', 'POSTCODE_INVALID'],
    ['?', '? UNKNOWN_VALUE'],
  ]);
});

test('house numbers are split from their addition', () => {
  const split = (number: string, addition: string): string => JSON.stringify({ number, addition });
  table(houseNumber, [
    ['12', split('12', '')],
    ['12a', split('12', 'a')],
    ['12 bis', split('12', 'bis')],
    ['12-14', split('12', '14')],
    ['12-2 hoog', split('12', '2 hoog')],
    ['12.0', split('12', '')],
    ['a12', 'HOUSE_NUMBER_INVALID'],
    ['0', 'HOUSE_NUMBER_INVALID'],
    ['12 tegenover de kerk', 'TOO_LONG'],
  ]);
});

test('notice periods keep months and days apart, and bare numbers need a column that says what they are', () => {
  const period = (length: number, unit: string): string => JSON.stringify({ length, unit });
  table(noticePeriod, [
    ['3 mnd', undefined, period(3, 'Months')],
    ['3mnd.', undefined, period(3, 'Months')],
    ['1 maand', undefined, period(1, 'Months')],
    ['één maand', undefined, period(1, 'Months')],
    ['1 kalendermaand', undefined, period(1, 'Months')],
    ['2 months', undefined, period(2, 'Months')],
    ['90 dgn', undefined, period(90, 'Days')],
    ['30 dagen', undefined, period(30, 'Days')],
    ['6 weken', undefined, period(42, 'Days')],
    ['1 kwartaal', undefined, period(3, 'Months')],
    ['1 jaar', undefined, period(12, 'Months')],
    ['per direct', undefined, period(0, 'Days')],
    ['geen', undefined, period(0, 'Days')],
    ['3', undefined, 'NOTICE_UNIT_MISSING'],
    ['3', 'Months', period(3, 'Months')],
    ['30', 'Days', period(30, 'Days')],
    ['1,0', 'Months', period(1, 'Months')],
    ['30 dagen', 'Months', period(30, 'Days')],
    ['1,5 mnd', undefined, 'NOTICE_NOT_UNDERSTOOD'],
    ['in overleg', undefined, 'NOTICE_NOT_UNDERSTOOD'],
    ['n.v.t.', undefined, '? UNKNOWN_VALUE'],
    ['', undefined, '?'],
  ]);
});

test('terms become months', () => {
  table(termMonths, [
    ['36 mnd', undefined, '36'],
    ['3 jaar', undefined, '36'],
    ['1,5 jaar', undefined, '18'],
    ['half jaar', undefined, '6'],
    ['2 kwartalen', undefined, '6'],
    ['24', undefined, '24 TERM_READ_AS_MONTHS'],
    ['3', undefined, 'TERM_UNIT_MISSING'],
    ['3', 12, '36'],
    ['36', 1, '36'],
    ['90 dagen', undefined, 'TERM_NOT_UNDERSTOOD'],
    ['lang', undefined, 'TERM_NOT_UNDERSTOOD'],
    ['0', 1, 'TERM_NOT_UNDERSTOOD'],
    ['onbekend', undefined, '? UNKNOWN_VALUE'],
  ]);
});

test('amounts are per month, never negative, and say when they were changed', () => {
  table(monthlyAmount, [
    ['1.234,56', ',', 'month', '1234.56'],
    ['€ 45,-', ',', 'month', '45'],
    ['45 p/m', ',', 'month', '45'],
    ['45 p/j', ',', 'month', 'AMOUNT_PERIOD'],
    ['99 eenmalig', ',', 'month', 'AMOUNT_PERIOD'],
    ['600', ',', 'year', '50.00 YEARLY_AMOUNT_DIVIDED'],
    ['100,00 p/j', ',', 'year', '8.33 YEARLY_AMOUNT_DIVIDED'],
    ['50 p/m', ',', 'year', 'AMOUNT_PERIOD'],
    ['12,345', ',', 'month', '12.35 AMOUNT_ROUNDED'],
    ['12.5', ',', 'month', 'AMOUNT_DECIMAL_DIFFERS'],
    ['-25,00', ',', 'month', 'AMOUNT_NEGATIVE'],
    ['-0,00', ',', 'month', '0.00'],
    ['123456789012345', ',', 'month', 'AMOUNT_TOO_LARGE'],
    ['op aanvraag', ',', 'month', 'AMOUNT_NOT_UNDERSTOOD'],
    ['-', ',', 'month', '? UNKNOWN_VALUE'],
  ]);
});

test('quantities are whole numbers', () => {
  table(quantity, [
    ['12', '12'],
    ['1.200', '1200'],
    ['12,0', '12'],
    ['3 stuks', '3'],
    ['007', '7'],
    ['1,5', 'QUANTITY_INVALID'],
    ['enkele', 'QUANTITY_INVALID'],
    ['-3', 'QUANTITY_INVALID'],
    ['1234567890', 'QUANTITY_INVALID'],
    ['?', '? UNKNOWN_VALUE'],
  ]);
});

test('words become picklist values; others are a fault that lists what is allowed', () => {
  const cases: [Parameters<typeof picklistValue>[0], string, string][] = [
    ['Product_Category', 'Mobiel', 'Mobile Telephony'],
    ['Product_Category', 'VASTE TELEFONIE', 'Fixed Telephony'],
    ['Product_Category', 'Zakelijk glasvezel', 'Internet'],
    ['Product_Category', 'Elektriciteit', 'Electricity'],
    ['Product_Category', 'Groene stroom', 'Electricity'],
    ['Product_Category', 'gas', 'Gas'],
    ['Product_Category', 'Bedrijfsverzekering', 'Insurance'],
    ['Product_Category', 'Bedrijfsafval', 'Waste Collection'],
    ['Product_Category', 'onbekend', 'Unknown'],
    ['Product_Category', 'n.v.t.', '? UNKNOWN_VALUE'],
    ['Product_Category', 'koffie', 'CATEGORY_UNKNOWN'],
    ['Legal_Form', 'Eenmanszaak', 'Sole Proprietorship'],
    ['Legal_Form', 'V.O.F.', 'General Partnership'],
    ['Legal_Form', 'B.V.', 'Private Limited Company'],
    ['Legal_Form', 'Coöperatie', 'Cooperative'],
    ['Legal_Form', 'maatschap', 'Professional Partnership'],
    ['Connection_Size', 'kleinverbruik', 'Small'],
    ['Connection_Size', 'GV', 'Large'],
    ['Satisfaction', 'zeer tevreden', 'Satisfied'],
    ['Satisfaction', 'ontevreden', 'Dissatisfied'],
    ['Yes_No', 'J', 'Yes'],
    ['Yes_No', 'x', 'Yes'],
    ['Yes_No', 'nee', 'No'],
    ['Confidence', 'hoog', 'High'],
  ];
  for (const [list, text, expected] of cases)
    assert.equal(told(picklistValue(list, text, 'CATEGORY_UNKNOWN')), expected, `${list}: ${text}`);
  const verdict = picklistValue('Connection_Size', 'middel', 'CONNECTION_SIZE_UNKNOWN');
  assert.equal(verdict.kind === 'fault' && verdict.detail['allowed'], 'Small, Large, Not Applicable, Unknown');
});

test('text is stored as written or refused, never cut', () => {
  table(plainText, [
    ['=HYPERLINK("x")', 80, '=HYPERLINK("x")'],
    ['onbekend', 80, '? UNKNOWN_VALUE'],
    ['Caf\uFFFD', 80, 'CHARACTER_LOST'],
    ['12345', 4, 'TOO_LONG'],
    ['1234', 4, '1234'],
  ]);
});
