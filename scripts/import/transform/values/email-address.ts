// E-mail addresses by which a person is found.

import { isUnknown } from '../../source/unknown-values.ts';

const WRAPPED = /^[^<>]*<([^<>]+)>$/;
const ADDRESS = /^[^\s@<>()[\]\\,;:"]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u;
/** RFC 5321. */
const LONGEST = 254;

/** The address in lower case, '' when the cell says nothing, undefined when it is not one address: nobody may be found by a guess. */
export function emailAddress(text: string): string | undefined {
  if (isUnknown(text)) return '';
  const inner = WRAPPED.exec(text)?.[1] ?? text;
  const bare = inner
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/[.;,]+$/, '')
    .toLowerCase();
  return bare.length <= LONGEST && ADDRESS.test(bare) ? bare : undefined;
}
