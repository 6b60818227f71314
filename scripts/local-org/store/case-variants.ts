// Spellings of a text that differ in case only, for indexes that know only the letters A to Z.

const MOST = 64;

/**
 * SQLite's NOCASE folds ASCII letters. All texts that equal a text without regard to case are, under NOCASE, these: one for each way of
 * writing its other letters. Undefined when there would be more than 64.
 */
export function caseVariants(text: string): readonly string[] | undefined {
  let variants = [''];
  for (const character of text) {
    const spellings = character.charCodeAt(0) < 128 ? [character] : [...new Set([character, lower(character), upper(character)])];
    if (variants.length * spellings.length > MOST) return undefined;
    variants = variants.flatMap((variant) => spellings.map((spelling) => variant + spelling));
  }
  return variants;
}

/** A text with its case folded, as `caseVariants` understands equality. */
export function folded(text: string): string {
  return text.toLowerCase();
}

/** A single letter, or the character itself where its other case is several letters (ß). */
function lower(character: string): string {
  const other = character.toLowerCase();
  return other.length === character.length ? other : character;
}

function upper(character: string): string {
  const other = character.toUpperCase();
  return other.length === character.length ? other : character;
}
