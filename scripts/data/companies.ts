// Fictional Dutch businesses: the n-th one is the same in the demo org and in every generated supplier file.
import names from './names.json' with { type: 'json' };
import { seededRandom } from './random.ts';

/** A legal form as Dutch files write it, with the API value of Legal_Form and what it adds to a name. */
interface LegalForm {
  readonly dutch: string;
  readonly value: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Whether the business is a natural person in law. */
  readonly natural: boolean;
}

const LEGAL_FORMS: readonly (readonly [LegalForm, number])[] = [
  [{ dutch: 'B.V.', value: 'Private Limited Company', prefix: '', suffix: ' B.V.', natural: false }, 44],
  [{ dutch: 'Eenmanszaak', value: 'Sole Proprietorship', prefix: '', suffix: '', natural: true }, 30],
  [{ dutch: 'VOF', value: 'General Partnership', prefix: '', suffix: ' V.O.F.', natural: true }, 12],
  [{ dutch: 'Maatschap', value: 'Professional Partnership', prefix: 'Maatschap ', suffix: '', natural: true }, 4],
  [{ dutch: 'Stichting', value: 'Foundation', prefix: 'Stichting ', suffix: '', natural: false }, 5],
  [{ dutch: 'N.V.', value: 'Public Limited Company', prefix: '', suffix: ' N.V.', natural: false }, 2],
  [{ dutch: 'Coöperatie', value: 'Cooperative', prefix: 'Coöperatie ', suffix: ' U.A.', natural: false }, 3],
];

export interface Company {
  readonly index: number;
  readonly kvk: string;
  readonly branchNumber: string;
  readonly vat: string;
  readonly name: string;
  readonly legalForm: LegalForm;
  readonly street: string;
  readonly houseNumber: string;
  readonly addition: string;
  readonly postcode: string;
  readonly city: string;
}

/** KvK number of the n-th business: every eighth has leading zeros; the others lie in a range that stands for no real business. */
export function kvkNumber(index: number): string {
  return index % 8 === 0 ? String(index / 8 + 1).padStart(8, '0') : String(99_999_999 - index);
}

/** A nine-digit number that passes the eleven test of legal persons and citizens. */
export function elevenTestNumber(start: number): string {
  for (let candidate = start; ; candidate += 1) {
    const digits = String(candidate).padStart(9, '0');
    const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
    if (sum % 11 === 0) return digits;
  }
}

/** The remainder by 97 of a VAT id in which letters count as 10 to 35. */
function remainder97(vat: string): number {
  let remainder = 0;
  for (let at = 0; at < vat.length; at += 1) {
    const code = vat.charCodeAt(at);
    remainder = code >= 65 ? (remainder * 100 + code - 55) % 97 : (remainder * 10 + code - 48) % 97;
  }
  return remainder;
}

/** Whether a VAT id passes the mod-97 test of natural persons. */
export function passesMod97(vat: string): boolean {
  return remainder97(vat) === 1;
}

/** The VAT id of a natural person: of the tails 02 to 98 exactly one makes the remainder 1. */
function naturalPersonVat(number: number): string {
  const start = `NL${String(number).padStart(9, '0')}B`;
  const tail = (1 - remainder97(`${start}00`) + 97) % 97;
  return start + String(tail < 2 ? tail + 97 : tail).padStart(2, '0');
}

/** The n-th fictional business. */
export function company(index: number): Company {
  const random = seededRandom(index * 7919 + 17);
  const form = random.weighted(LEGAL_FORMS);
  const trade = random.pick(names.trades);
  const owner = random.chance(0.6) ? random.pick(names.families) : random.pick(names.fantasy);
  const [city, firstPostcode] = random.pick(names.towns) as [string, number];
  return {
    index,
    kvk: kvkNumber(index),
    branchNumber: String(99_000_000_0000 + index).padStart(12, '0'),
    vat: form.natural ? naturalPersonVat(index + 1000) : `NL${elevenTestNumber(800_000_000 + index * 11)}B01`,
    name: `${form.prefix}${trade} ${owner}${form.suffix}`,
    legalForm: form,
    street: random.pick(names.streets),
    houseNumber: String(random.whole(1, 240)),
    addition: random.chance(0.15) ? random.pick(['A', 'B', 'bis', '2', 'hs']) : '',
    postcode: `${firstPostcode + random.whole(0, 40)} ${random.pick(['AB', 'CD', 'EG', 'HJ', 'KL', 'MN', 'PR', 'TX', 'VZ', 'WB'])}`,
    city,
  };
}
