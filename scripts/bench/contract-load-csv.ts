// Ready-made rows of Competitor_Contract__c for filling a local org without the importer.
import { company } from '../data/companies.ts';
import providers from '../data/providers.json' with { type: 'json' };
import { seededRandom } from '../data/random.ts';
import { supplierRow } from '../data/supplier-row.ts';
import { providerKey } from '../import/source/provider-key.ts';
import type { CivilDate } from '../platform/civil-date.ts';

const COLUMNS = [
  'Account__r.KvK_Number__c',
  'Competitor__r.External_Id__c',
  'Product_Category__c',
  'Product_Name__c',
  'Contract_Number__c',
  'Start_Date__c',
  'End_Date__c',
  'Notice_Length__c',
  'Notice_Unit__c',
  'Monthly_Value__c',
  'Quantity__c',
  'Source__c',
  'Obtained_On_Date__c',
  'Date_Precision__c',
  'External_Id__c',
];
const CATEGORIES = ['Electricity', 'Gas', 'Mobile Telephony', 'Internet', 'Insurance'];

const civil = (dutch: string): string => dutch.split('-').reverse().join('-');

/** CSV of contracts `from` up to `from + count`, some per account; LF, comma, UTF-8. */
export function contractLoadCsv(from: number, count: number, perAccount: number, today: CivilDate): string {
  const lines = [`${COLUMNS.join(',')}\n`];
  for (let index = from; index < from + count; index += 1) {
    const cells = supplierRow(index, 3, today);
    const random = seededRandom(index);
    const known = random.chance(0.85);
    const end = /^\d/.test(cells.Einddatum) ? civil(cells.Einddatum) : '';
    const provider = providerKey(random.pick(providers.known).name);
    lines.push(
      [
        ...[company(Math.floor(index / perAccount)).kvk, provider, random.pick(CATEGORIES), cells.Product, cells.Contractnummer],
        ...[end === '' ? '' : civil(cells.Ingangsdatum), end, known ? '1' : '', known ? 'Months' : ''],
        ...[String(random.whole(20, 900)), cells.Aantal, 'Bench', today, end === '' ? 'Unknown' : 'Day', `bench-${index}`],
      ].join(',') + '\n',
    );
  }
  return lines.join('');
}
