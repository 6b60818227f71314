// Record ids: a three-character key prefix, an instance part and a base-62 serial, with the three case-checking characters.

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECK_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The three characters that make a 15-character id safe where case is lost: one bit per capital, five ids characters each. */
function caseCheck(id15: string): string {
  let check = '';
  for (let block = 0; block < 15; block += 5) {
    let bits = 0;
    for (let at = 0; at < 5; at += 1) {
      const character = id15.charCodeAt(block + at);
      if (character >= 65 && character <= 90) bits |= 1 << at;
    }
    check += CHECK_DIGITS[bits];
  }
  return check;
}

/** The 18-character form of a 15- or 18-character id, or undefined when the text cannot be an id. */
export function toId18(text: string): string | undefined {
  if (!/^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/.test(text)) return undefined;
  const id15 = text.slice(0, 15);
  const check = caseCheck(id15);
  if (text.length === 15) return id15 + check;
  return text.slice(15).toUpperCase() === check ? id15 + check : undefined;
}

/** The 18-character id of the n-th record (n >= 1) of an object, by its key prefix, on instance `0L` of a local org. */
export function recordId(keyPrefix: string, serial: number): string {
  let rest = serial;
  let text = '';
  for (let place = 0; place < 9; place += 1) {
    text = DIGITS.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  }
  const id15 = `${keyPrefix}0L0${text}`;
  return id15 + caseCheck(id15);
}
