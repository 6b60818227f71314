// The key under which spellings of one provider meet: used by external ids of contracts, competitors and aliases.

const LEGAL_FORM_SUFFIXES = /(?<![a-z0-9])(?:b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|holding|nederland|gmbh|ltd\.?)(?![a-z0-9])/g;
const LONGEST_KEY = 80;

/**
 * Normalised spelling of a provider's name: lower case, no diacritics, no legal-form suffixes, words joined by `-`, at most 80
 * characters. `"Noordlicht Energie B.V."` becomes `noordlicht-energie`. Empty when nothing but a suffix or foreign script is left.
 */
export function providerKey(spelling: string): string {
  const plain = spelling.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.replace(LEGAL_FORM_SUFFIXES, ' ').replace(/[^a-z0-9]+/g, '-');
  return words.slice(0, LONGEST_KEY + 1).replace(/^-/, '').slice(0, LONGEST_KEY).replace(/-$/, '');
}
