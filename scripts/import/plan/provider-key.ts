// The key under which spellings of one provider meet: used by external ids of contracts, competitors and aliases.

const LEGAL_FORM_SUFFIXES = /(?:[^a-z0-9]+(?:b\.? ?v|n\.? ?v|v\.? ?o\.? ?f|holding|nederland|gmbh|ltd))+[^a-z0-9]*$/;
const LONGEST_KEY = 80;
const LONGEST_SPELLING = 400;

/**
 * Normalised spelling of a provider's name: lower case, no diacritics, no legal-form suffixes at its end, words joined by `-`, at most
 * 80 characters. `"Noordlicht Energie B.V."` becomes `noordlicht-energie`. Empty when no Latin letter or digit is left.
 */
export function providerKey(spelling: string): string {
  const plain = spelling.slice(0, LONGEST_SPELLING).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain
    .replace(LEGAL_FORM_SUFFIXES, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '');
  return words.slice(0, LONGEST_KEY).replace(/-$/, '');
}
