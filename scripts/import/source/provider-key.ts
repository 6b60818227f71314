// The normalised spelling of a provider: what its aliases are looked up by, and its part of the external ids of contracts.

const LONGEST_KEY = 80;

/** Words that are no part of the name: legal forms and the corporate additions that suppliers write or leave out at will. */
const DROPPED_WORDS = new Set(['bv', 'nv', 'vof', 'holding', 'nederland', 'gmbh', 'ltd']);
const DOTTED_FORMS = /(?<![a-z0-9])(b\.? ?v|n\.? ?v|v\.? ?o\.? ?f)(?:\.|(?![a-z0-9]))/g;

/**
 * Lower case without diacritics; legal forms, "holding" and "nederland" dropped; everything but a–z and 0–9 becomes one '-';
 * at most 80 characters. `"Noordlicht Energie B.V."` → `noordlicht-energie`. A name that is nothing but dropped words keeps them;
 * '' when nothing is left.
 */
export function providerKey(spelling: string): string {
  const plain = spelling
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(DOTTED_FORMS, (form) => form.replace(/[. ]/g, ''));
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const kept = words.filter((word) => !DROPPED_WORDS.has(word));
  return (kept.length > 0 ? kept : words).join('-').slice(0, LONGEST_KEY).replace(/-$/, '');
}

/** True for an e-mail address or a telephone number: of a person, and never the name of a provider. */
export function isAddress(spelling: string): boolean {
  return /^\S+@\S+\.\S+$|^\+?[\d ()-]{8,}$/.test(spelling);
}
