// Headers and values compared without regard to case, spaces, diacritics and punctuation.

const ASCII = /^[\u0000-\u007F]*$/;

/** "KvK-nr." → "kvknr", "Eind datum" → "einddatum", "Opzegtermijn (mnd)" → "opzegtermijnmnd". */
export function foldHeader(header: string): string {
  const plain = ASCII.test(header) ? header : header.normalize('NFKD').replace(/\p{M}+/gu, '');
  return plain.toLowerCase().replace(/[^a-z0-9]+/g, '');
}

/** ASCII without anything to fold but capitals. */
const PLAIN_VALUE = /^(?!.* {2})[!-^`-~](?:[ -^`-~]*[!-^`-~])?$/;

/** "  Vaste  Telefonie " → "vaste telefonie": how values are looked up in word lists and in a mapping's aliases. */
export function foldValue(value: string): string {
  if (PLAIN_VALUE.test(value)) return value.toLowerCase();
  return value
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();
}
