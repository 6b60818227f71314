// Key prefixes of custom objects: `a` and two base-62 digits, derived from the API name alone.

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SLOTS = DIGITS.length * DIGITS.length;

/**
 * Gives each custom object its prefix. A real org hands prefixes out in order of creation; here they follow from a hash of the name, so that
 * ids stay true when objects are added and no state is needed. Two names with one hash take the next free one in order of name.
 */
export function customKeyPrefixes(objectNames: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<number>();
  const prefixes = new Map<string, string>();
  for (const name of [...objectNames].sort()) {
    let slot = hash(name) % SLOTS;
    while (taken.has(slot)) slot = (slot + 1) % SLOTS;
    taken.add(slot);
    prefixes.set(name, `a${DIGITS.charAt(Math.floor(slot / DIGITS.length))}${DIGITS.charAt(slot % DIGITS.length)}`);
  }
  return prefixes;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}
