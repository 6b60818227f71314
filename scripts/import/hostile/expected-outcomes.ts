// What must become of each file in `files`: the table of the fifty inputs, 1 to 42. Those about the org and the network, 42 to 50, are tests.

export interface ExpectedOutcome {
  /** Further options of the load. */
  readonly options?: readonly string[];
  /** Refused as a whole, before anything is sent: code, and what the message and the next step name. */
  readonly refused?: readonly [code: string, message: RegExp, action: RegExp];
  /** Fields of the contracts that are in the org afterwards, in the order of their numbers. */
  readonly stored?: Readonly<Record<string, readonly (string | number | boolean | null)[]>>;
  /** `line column code` of each row in the rejects file. */
  readonly rejected?: readonly string[];
  /** Rows that were skipped, and rows that became claims. */
  readonly skipped?: number;
  readonly kept?: number;
  /** Codes that the report tells the steward, with a detail of the sentence. */
  readonly told?: Readonly<Record<string, RegExp>>;
}

const [NUMBER, END, NAME, KVK] = ['Contract_Number__c', 'End_Date__c', 'Account__r.Name', 'Account__r.KvK_Number__c'] as const;
const CREATE = ['--accounts', 'create'];

/** Numbers and behaviour are those of the list of adversarial inputs; files without a number hold several at once. */
export const EXPECTED: Readonly<Record<string, ExpectedOutcome>> = {
  '01-day-or-month.csv': { refused: ['AMBIGUOUS_DATES', /03-04-2027 on line 2/, /--date-format/] },
  '01-day-or-month-settled.csv': { stored: { [END]: ['2027-04-03', '2027-03-04', '2027-12-31'] } },
  '02-two-formats.csv': { refused: ['MIXED_DATES', /31-12-2027 \(line 2.*2027-11-30 \(line 3/, /--date-format/] },
  '03-excel-day-numbers.csv': {
    stored: { [END]: ['2027-12-31', '2026-12-31', '2028-12-31'] },
    told: { EXCEL_SERIALS: /1904 date system it would be 2032-01-01/ },
  },
  '04-two-digit-years.csv': {
    stored: { [END]: ['2027-12-31', '2028-07-01'] },
    rejected: ['4 Einddatum TWO_DIGIT_YEAR'],
    told: { TWO_DIGIT_YEARS: /3 years of two digits/ },
  },
  '05-dates-in-words.csv': {
    stored: {
      [END]: ['2027-12-31', '2027-12-31', '2027-12-31', '2028-12-31'],
      Date_Precision__c: ['Day', 'Month', 'Quarter', 'Day'],
    },
    rejected: ['5 Einddatum DATE_NOT_UNDERSTOOD'],
    told: { IMPRECISE_DATE: /^2 dates/ },
  },
  '06-impossible-dates.csv': {
    stored: { [END]: [null, null, null, '2027-06-30'], Date_Precision__c: ['Unknown', 'Unknown', 'Unknown', 'Day'] },
    rejected: ['2 Einddatum INVALID_DATE', '3 Einddatum INVALID_DATE'],
    told: { SENTINEL_DATE: /^3 dates/ },
  },
  '07-words-for-unknown.csv': {
    stored: { Product_Name__c: [null, null, null, null, null, null, null, 'Zakelijk Vast'] },
    told: { UNKNOWN_VALUE: /^8 cells/ },
  },
  '08-moments-with-zone.csv': {
    stored: { [END]: ['2028-01-01', '2027-07-01', '2027-03-31'] },
    told: { ZONED_DATES: /the day in Amsterdam is taken/ },
  },
  '09-utf8-mark.csv': { options: CREATE, stored: { [NAME]: ['Café Zon'] } },
  '10-utf16-with-mark.csv': { options: CREATE, stored: { [NAME]: ['Café Noord'] } },
  '10-utf16-without-mark.csv': { options: CREATE, stored: { [NAME]: ['Café Noord'] } },
  '11-windows-1252.csv': {
    options: CREATE,
    stored: { [NAME]: ['Büro ’t Hoekje € Zn.'] },
    told: { ENCODING_TAKEN: /read as windows-1252, for example: "Büro/ },
  },
  '12-encoded-twice.csv': {
    options: CREATE,
    stored: { [NAME]: ['CafÃ© Noordzee', 'BÃ¼ro Zuid'] },
    told: { MOJIBAKE: /^2 places.*"repairMojibake": true/ },
  },
  '13-lost-characters.csv': {
    stored: { Product_Name__c: ['Café zakelijk'] },
    rejected: ['2 Product CHARACTER_LOST'],
    told: { LOST_CHARACTERS: /^1 character was lost/ },
  },
  '14-delimiter-declared.csv': { stored: { [END]: ['2027-12-31'] } },
  '14-delimiter-comma.csv': { stored: { [END]: ['2027-12-31'] } },
  '14-delimiter-tab.csv': { stored: { [END]: ['2027-12-31'] } },
  '14-delimiter-pipe.csv': { stored: { [END]: ['2027-12-31'] } },
  '15-amounts.csv': {
    stored: { Monthly_Value__c: [1234.56, 45, 45, 12.35] },
    rejected: ['6 Maandbedrag AMOUNT_NOT_UNDERSTOOD', '7 Maandbedrag AMOUNT_NEGATIVE'],
    told: { AMOUNT_ROUNDED: /^1 amount is/ },
  },
  '15-amounts-two-signs.csv': { refused: ['MIXED_DECIMALS', /1\.234,56 \(line 2\), 1,234\.56 \(line 3\)/, /--decimal/] },
  '16-kvk-lost-zero.csv': {
    stored: { [NAME]: ['Nulzaak'], [KVK]: ['01234567'] },
    rejected: ['3 KvK-nummer KVK_PADDED_OTHER_NAME', '4 KvK-nummer KVK_INVALID'],
    told: { KVK_PADDED: /^2 KvK numbers got their leading zeros back/ },
  },
  '17-kvk-decorated.csv': {
    stored: { [KVK]: ['12345678', '12345678', '12345678', '12345678'] },
    rejected: ['6 KvK-nummer KVK_INFORMATION_LOST'],
    told: { KVK_CLEANED: /^4 KvK numbers/ },
  },
  '18-ean-scientific.csv': { stored: { Connection_Code__c: ['871687112345678908'] }, rejected: ['2 EAN-code EAN_INFORMATION_LOST'] },
  '19-ean-as-number.csv': {
    stored: { Connection_Code__c: ['871687112345678915', '871687112345678848'] },
    rejected: ['3 EAN-code EAN_INVALID'],
    told: { EAN_CHECK_DIGIT: /wrong check digit/ },
  },
  '20-branch-number-as-kvk.csv': { stored: { [NUMBER]: ['F20-2'] }, rejected: ['2 KvK-nummer KVK_IS_BRANCH_NUMBER'] },
  '21-vat-of-a-person.csv': { options: CREATE, stored: { [NUMBER]: ['F21-2'] }, rejected: ['2 BTW-nummer VAT_IS_CITIZEN_NUMBER'] },
  '22-spaces.csv': { stored: { [NUMBER]: ['F22-1'], [KVK]: ['12345678'] }, told: { INVISIBLE_CHARACTERS: /^1 cell held/ } },
  '23-quotes.csv': { stored: { [NUMBER]: ['F23-1', 'F23-2'] }, rejected: ['5 Einddatum INVALID_DATE'] },
  '24-unbalanced-quote.csv': { refused: ['UNBALANCED_QUOTE', /opens on line 3/, /Close or remove/] },
  '25-ragged.csv': { stored: { [NUMBER]: ['F25-1', 'F25-4'] }, rejected: ['3  RAGGED_ROW', '4  RAGGED_ROW'] },
  '26-carriage-returns.csv': { stored: { [NUMBER]: ['F26-1', 'F26-2'] }, skipped: 2 },
  '26-line-ends-mixed.csv': { stored: { [NUMBER]: ['F26-3', 'F26-4'] }, skipped: 4, told: { MIXED_LINE_ENDINGS: /mixes line endings/ } },
  '27-titles-and-totals.csv': { stored: { [NUMBER]: ['F27-1'] }, skipped: 1, told: { TITLE_LINES: /header is on line 4/ } },
  '27-two-header-rows.csv': { stored: { [NUMBER]: ['F27-2'] }, rejected: ['2 KvK-nummer KVK_INVALID'] },
  '28-repeated-header.csv': { stored: { [NUMBER]: ['F28-1', 'F28-2'] }, skipped: 1 },
  '29-header-variants.csv': { stored: { [END]: ['2027-12-31'], Notice_Length__c: [3], Notice_Unit__c: ['Months'] } },
  '29-header-twice.csv': { refused: ['DUPLICATE_HEADER', /"Einddatum" \(columns 5 and 6\)/, /Rename or remove/] },
  '30-vervaldatum.csv': {
    refused: ['DOUBTFUL_HEADER', /due date of an invoice/, /"Vervaldatum=endDate" or --mapping "Vervaldatum=endsBefore"/],
  },
  '30-until-a-day.csv': {
    options: ['--mapping', 'Geldig tot=endsBefore'],
    stored: {
      [END]: ['2027-12-31', '2027-12-30', '2028-02-29', '2027-12-31', null],
      Date_Precision__c: ['Day', 'Day', 'Day', 'Month', 'Unknown'],
    },
  },
  '31-duplicates.csv': {
    stored: { [NUMBER]: ['F31-1', 'F31-2'], [END]: ['2027-12-31', '2027-12-31'], Claim_Count__c: [1, 0] },
    ...{ skipped: 1, kept: 1 },
    told: { KEPT_OTHER_ROW: /^1 row contradicts another row/ },
  },
  '32-same-company.csv': {
    options: CREATE,
    stored: { [NUMBER]: ['F32-2'] },
    rejected: ['2 KvK-nummer KVK_MISSING'],
    told: { ACCOUNT_REVIEW: /accounts-review\.csv/ },
  },
  '33-provider-spellings.csv': {
    stored: { 'Competitor__r.External_Id__c': ['waddenwind', 'wadden-wind', 'waddewind', 'wadden-wind'] },
    told: { PROVIDER_UNKNOWN: /"Wadden Wind" \(2\), "Waddewind" \(1\).*one alias moves all/ },
  },
  '34-term-without-end.csv': {
    stored: { [END]: ['2028-02-12', '2028-02-28', '2028-12-31'], Is_End_Date_Derived__c: [true, true, false] },
    told: { DERIVED_END_DATE: /^2 end dates/ },
  },
  '35-implausible.csv': {
    stored: { [NUMBER]: ['F35-2', 'F35-3', 'F35-4'] },
    rejected: ['2 Einddatum END_BEFORE_START', '6 Opzegtermijn NOTICE_TOO_LONG'],
    told: { START_IN_FUTURE: /^1 contract starts/, NOTICE_LONG: /^1 notice period is/ },
  },
  '36-notice-in-words.csv': {
    stored: { Notice_Length__c: [3, 90, 3, 0, 0], Notice_Unit__c: ['Months', 'Days', 'Months', 'Days', 'Days'] },
    rejected: ['7 Opzegtermijn NOTICE_NOT_UNDERSTOOD'],
  },
  '37-formulas.csv': {
    options: CREATE,
    stored: {
      [NAME]: ['=HYPERLINK("http://x.example";"klik")', '@SUM(A1)', '＝1+1'],
      Product_Name__c: ['+31 20 555 0100', null, '-Min'],
    },
    rejected: ['5 Einddatum INVALID_DATE'],
  },
  '38-markup.csv': {
    options: CREATE,
    stored: { [NUMBER]: ["F38-' OR Name != '", "F38-O'Brien"], [NAME]: ['{!$User.Id} %0a', '<script>alert(1)</script>'] },
  },
  '39-control-characters.csv': {
    options: CREATE,
    stored: { [NAME]: ['Zaak BV bel', 'Zaak 🚲 Fiets'] },
    told: { INVISIBLE_CHARACTERS: /^1 cell held/ },
  },
  '39-workbook.csv': { refused: ['EXCEL_FILE', /is an Excel workbook/, /save it as "CSV UTF-8/] },
  '40-too-long.csv': { stored: { [NUMBER]: ['F40-2'] }, rejected: ['2 Product TOO_LONG'] },
  '41-words-of-another.csv': {
    stored: { Product_Category__c: ['Electricity', 'Electricity', 'Fixed Telephony'] },
    rejected: ['5 Dienst CATEGORY_UNKNOWN'],
  },
  'all-at-once.csv': {
    options: ['--date-format', 'dd-mm-yyyy'],
    stored: { [NUMBER]: ['ALL-1', 'ALL-2', 'ALL-4'], [END]: ['2027-12-31', '2027-06-30', null], Notice_Length__c: [3, 1, null] },
    rejected: [
      '9 Contract-einddatum DATE_NOT_UNDERSTOOD',
      '12 Contract-einddatum INVALID_DATE',
      '13 KvK nr. KVK_IS_BRANCH_NUMBER',
      '14  RAGGED_ROW',
    ],
    skipped: 4,
    told: { TITLE_LINES: /header is on line 4/ },
  },
  'all-energy.csv': {
    stored: {
      Connection_Code__c: ['871687112345678939', '871687112345678946', '871687112345678953'],
      [END]: ['2028-02-12', '2028-03-31', '2028-12-31'],
      Date_Precision__c: ['Day', 'Day', 'Month'],
      Monthly_Value__c: [100, 200, null],
    },
    rejected: ['7 EAN-code EAN_INFORMATION_LOST'],
    ...{ skipped: 1, kept: 1 },
  },
  'all-glued.csv': {
    stored: { [NUMBER]: ['GLU-1', 'GLU-2', 'GLU-3 (tweede)'], [END]: ['2027-12-31', '2028-01-01', '2027-09-30'] },
    rejected: ['9 Einddatum INVALID_DATE'],
    skipped: 3,
  },
};
