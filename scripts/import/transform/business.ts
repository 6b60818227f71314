// Which business a row is about where its KvK number does not say so: branch number, VAT number, address and name, normalised.
import type { SourceField } from '../source/source-field.ts';
import { providerKey } from '../source/provider-key.ts';
import { houseNumber, postcode } from './values/address.ts';
import { branchNumber, kvkNumber } from './values/kvk-number.ts';
import type { Verdict } from './verdict.ts';

/** What a row or an account says about a business; '' where it says nothing that can be understood. */
export interface Business {
  readonly kvk: string;
  readonly branch: string;
  readonly vat: string;
  readonly postcode: string;
  /** With its addition, in capitals. */
  readonly house: string;
  readonly name: string;
}

/** KvK numbers of businesses that the org knows by something else. */
export interface KnownBusinesses {
  readonly branches: ReadonlyMap<string, number>;
  readonly vats: ReadonlyMap<string, number>;
  /** What a steward decided, by `businessKey`. */
  readonly decided: ReadonlyMap<string, number>;
}

/** `cell` gives the text of a field, '' when there is none. */
export function businessOf(cell: (field: SourceField) => string): Business {
  const house = valueOf(houseNumber(cell('houseNumber')));
  const addition = cell('houseNumberAddition') || house?.addition || '';
  return {
    kvk: valueOf(kvkNumber(cell('kvkNumber'))) ?? '',
    branch: valueOf(branchNumber(cell('branchNumber'))) ?? '',
    vat: /^(?:NL)?(\d{9}B\d{2})$/.exec(cell('vatNumber').toUpperCase().replace(/[ .-]/g, ''))?.[1] ?? '',
    postcode: valueOf(postcode(cell('postcode'))) ?? '',
    house: house === undefined ? '' : `${house.number}${addition}`.toUpperCase().replace(/[^0-9A-Z]/g, ''),
    name: cell('companyName').trim(),
  };
}

/** The same for every row about one business, however its name is written. VAT numbers stay out: some contain a citizen's number. */
export function businessKey({ kvk, branch, postcode: code, house, name }: Business): string {
  return [kvk, branch, code.replace(' ', ''), house, nameWords(name).join('-')].join('|');
}

/** Postcode and house number, '' when one of them is unknown. Additions are left out: they are written in many ways. */
export function addressKey({ postcode: code, house }: Business): string {
  const number = /^\d+/.exec(house)?.[0] ?? '';
  return code === '' || number === '' ? '' : `${code.replace(' ', '')}${number}`;
}

/** The KvK number of a business that is known by its branch number, its VAT number or a decision; never by its name alone. */
export function knownKvk(business: Business, known: KnownBusinesses): number | undefined {
  return known.branches.get(business.branch) ?? known.vats.get(business.vat) ?? known.decided.get(businessKey(business));
}

/** How much two names resemble one another, from 0 to 1: order of words, capitals, accents and legal forms do not matter. */
export function nameSimilarity(one: string, other: string): number {
  const [first, second] = [pairsOf(one), pairsOf(other)];
  const total = first.length + second.length;
  if (total === 0) return 0;
  const left = new Map<string, number>();
  for (const pair of second) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of first) {
    const count = left.get(pair) ?? 0;
    if (count > 0) shared += 1;
    left.set(pair, count - 1);
  }
  return (2 * shared) / total;
}

const LEGAL_FORMS = new Set(['eenmanszaak', 'maatschap', 'stichting', 'vereniging', 'cv', 'de', 'het', 'en']);

function nameWords(name: string): readonly string[] {
  const words = providerKey(name).split('-');
  const kept = words.filter((word) => !LEGAL_FORMS.has(word));
  return (kept.length > 0 ? kept : words).sort();
}

/** Neighbouring letters of the sorted words (Dice). */
function pairsOf(name: string): readonly string[] {
  const text = nameWords(name).join(' ');
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

function valueOf<Value>(verdict: Verdict<Value>): Value | undefined {
  return verdict.kind === 'value' ? verdict.value : undefined;
}
