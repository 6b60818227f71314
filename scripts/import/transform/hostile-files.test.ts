import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fixture } from '../source/testing/source-file.ts';
import type { InspectOptions } from '../source/inspect-source.ts';
import { transformFile } from './testing/transform-file.ts';

interface Expected {
  readonly options?: Partial<InspectOptions>;
  /** Refused as a whole: code and what the message names. */
  readonly refused?: readonly [code: string, message: RegExp];
  /** Values of one load column, per accepted row; '' for none. */
  readonly loaded?: Readonly<Record<string, readonly string[]>>;
  readonly accounts?: Readonly<Record<string, readonly string[]>>;
  /** `line column code` of each reject. */
  readonly rejected?: readonly string[];
  readonly warnings?: Readonly<Record<string, number>>;
  readonly skipped?: Readonly<Record<string, number>>;
  readonly notices?: readonly string[];
  readonly lines?: readonly number[];
}

const END = 'End_Date__c';

/** What must become of each file of source/__fixtures__; the numbers are those of the list of adversarial inputs (1–42). */
const FILES: Readonly<Record<string, Expected>> = {
  // 1, 2: order of day and month
  'dates-ambiguous.csv': { refused: ['AMBIGUOUS_DATES', /03-04-2027 on line 2/] },
  'dates-settled-by-one-row.csv': { loaded: { [END]: ['2027-04-03', '2027-06-05', '2026-12-31'] } },
  'dates-month-first.csv': { loaded: { [END]: ['2027-03-04', '2026-12-31', '2027-06-05'] } },
  'dates-mixed-orders.csv': { refused: ['MIXED_DATES', /31-12-2026 \(line 2, dd-mm-yyyy\), 04\/25\/2027 \(line 4, mm-dd-yyyy\)/] },
  'dates-mixed-formats.csv': { refused: ['MIXED_DATES', /31-12-2026 \(line 2.*2026-11-30 \(line 3/] },
  'dates-two-separators.csv': { refused: ['AMBIGUOUS_DATES', /04\/05\/2027 on line 4/] },
  // 3–8: other ways to write a date
  'dates-excel-serials.csv': { loaded: { [END]: ['2026-12-31', '2025-12-31', '2027-12-31'] }, notices: ['EXCEL_SERIALS'] },
  'dates-two-digit-years.csv': {
    loaded: { [END]: ['2026-12-31', '2027-07-01'] },
    rejected: ['4 Einddatum TWO_DIGIT_YEAR'],
    notices: ['TWO_DIGIT_YEARS'],
  },
  'dates-year-first-two-digits.csv': { refused: ['AMBIGUOUS_DATES', /27-01-15/] },
  'dates-in-words.csv': {
    loaded: {
      [END]: ['2026-12-31', '2027-03-01', '2026-12-31', '2026-12-31', '2027-06-30', '2027-03-31', '2026-12-31', '2027-03-31', '2026-12-31'],
      Date_Precision__c: ['Day', 'Day', 'Month', 'Quarter', 'Quarter', 'Month', 'Month', 'Month', 'Day'],
    },
    rejected: ['10 Einddatum DATE_NOT_UNDERSTOOD', '12 Einddatum DATE_NOT_UNDERSTOOD'],
    warnings: { IMPRECISE_DATE: 6 },
  },
  'dates-impossible-and-placeholders.csv': {
    loaded: { [END]: ['', '', '', '2027-06-30'], Date_Precision__c: ['', '', '', 'Day'] },
    rejected: ['2 Einddatum INVALID_DATE', '3 Einddatum INVALID_DATE'],
    warnings: { SENTINEL_DATE: 3 },
  },
  'dates-compact.csv': { loaded: { [END]: ['2026-12-31', '2027-02-28'] }, rejected: ['4 Einddatum INVALID_DATE'] },
  'dates-moments.csv': { loaded: { [END]: ['2027-01-01', '2026-07-01', '2026-12-31', '2027-01-31'] }, notices: ['ZONED_DATES'] },
  'dates-no-dates.csv': { refused: ['NO_DATES', /"ja" on line 2/] },
  'unknown-words.csv': {
    loaded: {
      Product_Name__c: ['', '', ''],
      Contract_Number__c: ['', '', 'C-9'],
      Product_Category__c: ['Internet', 'Internet', 'Unknown'],
    },
    warnings: { UNKNOWN_VALUE: 11 },
  },
  // 9–13: encodings
  'encoding-utf8-mark.csv': { loaded: { 'Competitor__r.External_Id__c': ['energie'] }, notices: ['-ENCODING_TAKEN'] },
  'encoding-windows-1252.csv': {
    accounts: { Name: ['Café Noordzee B.V.', 'Büro ’t Hoekje'] },
    loaded: { Monthly_Value__c: ['1234.56', '45'] },
    notices: ['ENCODING_TAKEN'],
  },
  'encoding-cp850.csv': { accounts: { Name: ['Café Müller', 'Crèche België'] }, notices: ['ENCODING_TAKEN'] },
  'encoding-mojibake.csv': { accounts: { Name: ['CafÃ© Noordzee', 'BÃ¼ro Zuid â€“ Oost'] }, notices: ['MOJIBAKE'] },
  'encoding-lost-characters.csv': {
    accounts: { Name: ['Bakkerij Zuid'] },
    rejected: ['2 Bedrijfsnaam CHARACTER_LOST'],
    notices: ['LOST_CHARACTERS'],
  },
  // 14: delimiters
  'delimiter-comma.csv': { loaded: { Contract_Number__c: ['5.58199E+12', 'C-2'] } },
  'delimiter-tab.csv': { loaded: { Contract_Number__c: ['5.58199E+12', 'C-2'] } },
  'delimiter-pipe.csv': { loaded: { Contract_Number__c: ['5.58199E+12', 'C-2'] } },
  'delimiter-commas-in-cells.csv': { accounts: { Name: ['Bakker, Smit, Jansen en Zoon, Utrecht', 'Van Dam, Peters, Wit, Zwart, Groen'] } },
  'delimiter-declared.csv': { loaded: { [END]: ['2026-12-31'] }, lines: [3], notices: ['-TITLE_LINES'] },
  // 15: amounts
  'amounts-comma.csv': {
    loaded: { Monthly_Value__c: ['1234.56', '45', '45', '39.95', '1234', '', '12.35'] },
    rejected: ['7 Maandbedrag AMOUNT_PERIOD', '8 Maandbedrag AMOUNT_NEGATIVE', '9 Maandbedrag AMOUNT_NOT_UNDERSTOOD'],
    warnings: { AMOUNT_ROUNDED: 1 },
    notices: ['NO_END_DATE'],
  },
  'amounts-dot.csv': { loaded: { Monthly_Value__c: ['1234.56', '45.5', '1234', '1234567.89'] } },
  'amounts-ambiguous.csv': { refused: ['AMBIGUOUS_DECIMALS', /1\.234 on line 2/] },
  'amounts-mixed.csv': { refused: ['MIXED_DECIMALS', /12,50 \(line 2\), 13\.50 \(line 3\)/] },
  'amounts-per-year.csv': {
    loaded: { Monthly_Value__c: ['100.00', '50.00'] },
    rejected: ['4 Jaarbedrag AMOUNT_PERIOD'],
    warnings: { YEARLY_AMOUNT_DIVIDED: 2 },
  },
  // 16–21: numbers that identify
  'kvk-numbers.csv': {
    loaded: { 'Account__r.KvK_Number__c': ['01234567', '01234568', '12345678', '12345679', '12345680', '12345681', '12345682'] },
    rejected: [
      '8 KvK-nr. KVK_INFORMATION_LOST',
      '9 KvK-nr. KVK_IS_BRANCH_NUMBER',
      '10 KvK-nr. KVK_IS_RSIN',
      '11 KvK-nr. KVK_MISSING',
      '12 KvK-nr. KVK_MISSING',
      '13 KvK-nr. KVK_INVALID',
      '14 KvK-nr. KVK_INVALID',
      '15 KvK-nr. KVK_INVALID',
    ],
    warnings: { KVK_PADDED: 1, KVK_CLEANED: 4 },
  },
  'connection-codes.csv': {
    loaded: { Connection_Code__c: ['871687112345678901', '871687112345678901', '871687112345678902'] },
    rejected: [
      '4 EAN-code EAN_INFORMATION_LOST',
      '6 EAN-code EAN_INFORMATION_LOST',
      '7 EAN-code EAN_IS_MARKET_PARTY',
      '8 EAN-code EAN_INVALID',
    ],
    warnings: { EAN_CHECK_DIGIT: 1 },
  },
  'vat-numbers.csv': {
    accounts: { VAT_Number__c: ['NL002455799B11', 'NL004495445B01', ''] },
    rejected: ['3 BTW-nummer VAT_IS_CITIZEN_NUMBER', '5 BTW-nummer VAT_INVALID'],
    warnings: { VAT_LEFT_OUT: 1 },
  },
  // 22–28: the shape of cells and rows
  'invisible-characters.csv': {
    loaded: { Product_Name__c: ['Café pakket'] },
    accounts: { Name: ['Bakkerij Zuid gninO'], KvK_Number__c: ['12345670'] },
    warnings: { INVISIBLE_CHARACTERS: 2 },
  },
  'quotes.csv': {
    loaded: {
      Contract_Number__c: ['C-1', 'C, "2"', 'C-3'],
      External_Id__c: ['12345670|telenoord|internet|c-1', '12345671|telenoord|internet|c, "2"', '12345672|telenoord|internet|c-3'],
    },
    accounts: { Name: ['Bakkerij "De Hoek"; Utrecht', 'Regel een regel twee regel drie', 'Bakkerij "Plein"'] },
    rejected: ['8  MALFORMED_QUOTE'],
    lines: [2, 3, 7],
  },
  'quote-unbalanced.csv': { refused: ['UNBALANCED_QUOTE', /line 3/] },
  'quote-unbalanced-at-end.csv': { refused: ['UNBALANCED_QUOTE', /line 3/] },
  'ragged.csv': { lines: [4, 5], rejected: ['2  RAGGED_ROW', '3  RAGGED_ROW'], warnings: { EXTRA_CELLS: 1 } },
  'line-ends-cr.csv': { loaded: { [END]: ['2026-12-31', '2026-11-30'] }, lines: [2, 3] },
  'line-ends-mixed.csv': { lines: [2, 3, 7], skipped: { blank: 4 }, notices: ['MIXED_LINE_ENDINGS'] },
  'titles-and-totals.csv': { lines: [5], skipped: { totals: 2 }, notices: ['TITLE_LINES'] },
  'two-header-rows.csv': { lines: [3], skipped: { 'repeated-header': 1 } },
  'repeated-header.csv': { lines: [2, 4], skipped: { 'repeated-header': 1 } },
  // 29, 30: headers
  'header-vervaldatum.csv': { refused: ['DOUBTFUL_HEADER', /"Vervaldatum"/] },
  'header-duplicate.csv': { refused: ['DUPLICATE_HEADER', /"Einddatum" \(columns 4 and 5\)/] },
  'header-ambiguous.csv': { refused: ['AMBIGUOUS_HEADER', /"Huidige leverancier" and "Aanbieder"/] },
  'header-no-kvk.csv': { refused: ['MISSING_COLUMN', /Bedrijfsnaam, Leverancier, Dienst, Einddatum/] },
  'header-none.csv': { refused: ['NO_HEADER', /./] },
  'header-only.csv': { refused: ['NO_ROWS', /./] },
  // 34–36: dates that follow from others, plausibility, notice periods
  'derived-ends.csv': {
    loaded: {
      [END]: ['2027-01-31', '2027-02-28', '2026-02-14', '2027-01-31', ''],
      Is_End_Date_Derived__c: ['true', 'true', 'true', 'false', ''],
    },
    rejected: ['5 Looptijd TERM_UNIT_MISSING'],
    warnings: { DERIVED_END_DATE: 3, TERM_READ_AS_MONTHS: 1 },
  },
  'plausibility.csv': {
    lines: [4, 5, 6],
    rejected: ['2 Einddatum END_BEFORE_START', '3 Einddatum END_TOO_FAR', '7 Opzegtermijn NOTICE_TOO_LONG'],
    warnings: { START_IN_FUTURE: 1, END_LONG_PAST: 1, NOTICE_LONG: 1 },
  },
  'notice-periods.csv': {
    loaded: {
      Notice_Length__c: ['3', '90', '3', '0', '0', '', '1', '42', '12'],
      Notice_Unit__c: ['Months', 'Days', 'Months', 'Days', 'Days', '', 'Months', 'Days', 'Months'],
    },
    rejected: ['8 Opzegtermijn NOTICE_UNIT_MISSING', '12 Opzegtermijn NOTICE_NOT_UNDERSTOOD'],
  },
  'notice-months-column.csv': { loaded: { Notice_Length__c: ['3', '1', '30'], Notice_Unit__c: ['Months', 'Months', 'Days'] } },
  // 37–41: dangerous, long and unknown values
  'formulas.csv': {
    loaded: { Product_Name__c: ['+31 20 555 0100', '-Min', '{!$User.Id}'], Contract_Number__c: ['@SUM(A1)', '@home', "O'Brien"] },
    accounts: { Name: ['=HYPERLINK("http://example.invalid";"x")', '=1+1', '<script>alert(1)</script>'] },
  },
  'too-long.csv': { lines: [3], rejected: ['2 Product TOO_LONG'] },
  'categories.csv': {
    loaded: {
      Product_Category__c: [
        'Mobile Telephony',
        'Fixed Telephony',
        'Internet',
        'Electricity',
        'Gas',
        'Insurance',
        'Waste Collection',
        'Internet',
        'Unknown',
      ],
    },
    rejected: ['10 Productcategorie CATEGORY_UNKNOWN'],
    warnings: { CATEGORY_MISSING: 1 },
  },
  'accounts.csv': {
    accounts: {
      Legal_Form__c: ['General Partnership', 'Private Limited Company'],
      Postcode__c: ['1234 AB', '1234 AB'],
      House_Number__c: ['12', '14'],
      House_Number_Addition__c: ['a', 'bis'],
      'Lifecycle_Stage__r.External_Id__c': ['SUSPECT', 'SUSPECT'],
    },
    rejected: ['3 Postcode POSTCODE_INVALID', '4 Bedrijfsnaam COMPANY_NAME_MISSING', '6 Rechtsvorm LEGAL_FORM_UNKNOWN'],
  },
  // our own file of rejected rows, corrected
  'rejects-of-ours.csv': { accounts: { Name: ['=Bakkerij'] }, notices: ['-IGNORED_COLUMNS'] },
};

test('every fixture has its expectation', () => {
  assert.deepEqual(readdirSync(fileURLToPath(new URL('../source/__fixtures__', import.meta.url))).sort(), Object.keys(FILES).sort());
});

for (const [name, expected] of Object.entries(FILES)) {
  test(`${name} is ${expected.refused === undefined ? 'read' : `refused: ${expected.refused[0]}`}`, async () => {
    const settings = { accountsMode: expected.accounts === undefined ? 'match' : 'create' } as const;
    const running = transformFile(fixture(name), expected.options ?? {}, settings);
    if (expected.refused !== undefined) {
      const [code, message] = expected.refused;
      await assert.rejects(running, (error: Error & { code?: string; exitCode?: number; action?: string }) => {
        assert.deepEqual([error.code, error.exitCode], [code, 2], error.message);
        assert.match(error.message, message);
        assert.notEqual(error.action, '');
        return true;
      });
      return;
    }
    const { rows, accounts, rejected, skipped, warnings, lines, inspection, read } = await running;
    const skippedRows = Object.values(skipped).reduce((sum, count) => sum + count, 0);
    assert.equal(read, rows.length + rejected.length + skippedRows, 'the numbers add up');
    assert.equal(read, inspection.rows);
    assert.deepEqual(
      rejected.map(({ line, column, code }) => `${line} ${column} ${code}`),
      expected.rejected ?? [],
    );
    for (const [column, values] of Object.entries(expected.loaded ?? {}))
      assert.deepEqual(
        rows.map((row) => row[column] ?? ''),
        values,
        column,
      );
    for (const [column, values] of Object.entries(expected.accounts ?? {}))
      assert.deepEqual(
        accounts.map((row) => row[column] ?? ''),
        values,
        column,
      );
    for (const [code, count] of Object.entries(expected.warnings ?? {})) assert.equal(warnings[code], count, code);
    for (const [cause, count] of Object.entries(expected.skipped ?? {}))
      assert.equal((skipped as Record<string, number>)[cause], count, cause);
    if (expected.lines !== undefined) assert.deepEqual(lines, expected.lines);
    const codes = inspection.notices.map(({ code }) => code);
    for (const code of expected.notices ?? [])
      assert.equal(codes.includes(code.replace('-', '')), !code.startsWith('-'), `${code} of ${codes.join()}`);
  });
}
