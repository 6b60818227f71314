// Cells in the shape in which nearly all cells are, judged byte by byte. What is not in that shape takes the way through text.

import { BYTES_PER_EAN } from './values/connection-code.ts';

const [UPPER_A, UPPER_D, UPPER_S, UPPER_Z] = [65, 68, 83, 90] as const;
const [ZERO, NINE, SPACE, QUOTE, COMMA, APOSTROPHE, HASH, TILDE, DOT] = [48, 57, 32, 34, 44, 39, 35, 126, 46] as const;

/** Eight digits, not all zero: the number; otherwise -1. */
export function plainKvk(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 8) return -1;
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number === 0 ? -1 : number;
}

/** Eighteen digits with the right check digit. */
export function isPlainConnectionCode(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== BYTES_PER_EAN) return false;
  let sum = 0;
  for (let at = start, weight = 3; at < end; at += 1, weight = 4 - weight) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit < 0 || digit > 9) return false;
    sum += digit * weight;
  }
  return sum % 10 === 0;
}

/** Twelve digits. */
export function isPlainBranchNumber(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== 12) return false;
  for (let at = start; at < end; at += 1) if ((bytes[at] as number) < ZERO || (bytes[at] as number) > NINE) return false;
  return true;
}

/** "1234 AB" with letters that are issued. */
export function isPlainPostcode(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== 7 || bytes[start + 4] !== SPACE || (bytes[start] as number) === ZERO) return false;
  for (let at = start; at < start + 4; at += 1) if ((bytes[at] as number) < ZERO || (bytes[at] as number) > NINE) return false;
  const [first, second] = [bytes[start + 5] as number, bytes[start + 6] as number];
  if (first < UPPER_A || first > UPPER_Z || second < UPPER_A || second > UPPER_Z) return false;
  return first !== UPPER_S || (second !== UPPER_A && second !== UPPER_D && second !== UPPER_S);
}

/** Longer text cannot stand for "unknown". */
const LONGEST_UNKNOWN = 20;

/** Printable ASCII that cannot stand for "unknown" (it has a digit or is long), needs no quotes and nothing cleaned. */
export function isPlainText(bytes: Uint8Array, start: number, end: number, most: number): boolean {
  if (end - start > most) return false;
  const first = bytes[start];
  if (first === SPACE || first === APOSTROPHE || first === HASH || bytes[end - 1] === SPACE) return false;
  let hasDigit = false;
  let previous = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte < SPACE || byte > TILDE || byte === QUOTE || byte === COMMA || (byte === SPACE && previous === SPACE)) return false;
    if (byte >= ZERO && byte <= NINE) hasDigit = true;
    previous = byte;
  }
  return hasDigit || end - start > LONGEST_UNKNOWN;
}

/**
 * Digits with at most two decimals, grouped by threes or not at all, written to `out[at]` with a dot and without grouping. Returns
 * where the writing ended, or -1 for anything else. `decimal` is the byte of the column's separator.
 */
export function writePlainAmount(bytes: Uint8Array, start: number, end: number, decimal: number, out: Uint8Array, at: number): number {
  if (end - start > 12) return -1;
  const grouping = COMMA + DOT - decimal;
  let to = at;
  let decimals = -1;
  /** Digits since the last grouping separator; -1 while there was none. */
  let group = -1;
  for (let from = start; from < end; from += 1) {
    const byte = bytes[from] as number;
    if (byte >= ZERO && byte <= NINE) {
      if (decimals >= 0) decimals += 1;
      else if (group >= 0) group += 1;
      out[to++] = byte;
    } else if (byte === decimal && decimals < 0 && from > start && (group < 0 || group === 3)) {
      decimals = 0;
      out[to++] = DOT;
    } else if (
      byte === grouping &&
      decimals < 0 &&
      from > start &&
      bytes[start] !== ZERO &&
      (group === 3 || (group < 0 && from - start <= 3))
    )
      group = 0;
    else return -1;
  }
  return decimals === 0 || decimals > 2 || (group >= 0 && group !== 3) ? -1 : to;
}
