// Hash columns: how texts that identify records are found without an index over the texts themselves.
import type { Field } from '../metadata/schema.ts';

/**
 * Unique texts and external ids come in random order and are long; an index over them would cost a load more than everything else together.
 * Each such field has a second column with a 48-bit hash of its text, which is indexed in its place. Whoever looks a text up by its hash
 * must still compare the text. Undefined for fields that have no hash column.
 */
export function keyColumn(field: Field): string | undefined {
  const isText = field.type === 'string' || field.type === 'email';
  return isText && (field.unique || field.externalId) && field.formula === undefined ? `${field.name}#` : undefined;
}

/** A text as a key field compares it: without case, unless the field is case-sensitive. */
export function keyText(field: Field, text: string): string {
  return field.caseSensitive ? text : folded(text);
}

/** A text without case. SQL calls it `folded(...)`. */
export function folded(text: string): string {
  return text.toLowerCase();
}

/** 48 bits of cyrb53, a public-domain hash, over the text as the field compares it. */
export function keyHash(field: Field, text: string): number {
  const key = keyText(field, text);
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < key.length; at += 1) {
    const code = key.charCodeAt(at);
    high = Math.imul(high ^ code, 0x9e3779b1);
    low = Math.imul(low ^ code, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return 0x100000000 * (high & 0xffff) + (low >>> 0);
}
