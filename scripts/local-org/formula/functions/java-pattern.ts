// Java's regular expressions, as REGEX() takes them, in JavaScript; what JavaScript cannot express is refused by name.
import { FormulaError } from '../formula-error.ts';

const REFUSED: readonly { readonly pattern: RegExp; readonly name: string; readonly insideClass: boolean }[] = [
  { pattern: /^\\[QEAZzGRXhHvVN]/, name: 'the escape', insideClass: true },
  {
    pattern: /^\\[pP]\{(?:In|Is|java|Alpha|Lower|Upper|Digit|Alnum|Punct|Graph|Print|Blank|Cntrl|XDigit|Space|ASCII)/,
    name: 'the class',
    insideClass: true,
  },
  { pattern: /^\(\?>/, name: 'the atomic group', insideClass: false },
  { pattern: /^\(\?[a-zA-Z]+(?:-[a-zA-Z]*)?[:)]/, name: 'the inline flag', insideClass: false },
  { pattern: /^(?:[*+?]|\{\d+(?:,\d*)?\})\+/, name: 'the possessive quantifier', insideClass: false },
];

/** Walks over a pattern and refuses what JavaScript lacks or reads otherwise, such as `[a[bc]]` and `[a-z&&[^x]]`. */
function checkSupported(source: string): void {
  let insideClass = false;
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at];
    const rest = source.slice(at);
    for (const refused of REFUSED) {
      const found = insideClass && !refused.insideClass ? null : refused.pattern.exec(rest);
      if (found) throw new FormulaError(`REGEX: ${refused.name} ${found[0]} is not supported`);
    }
    if (insideClass && (character === '[' || rest.startsWith('&&'))) {
      throw new FormulaError(`REGEX: nested and intersected character classes are not supported (${source})`);
    }
    if (character === '\\') at += 1;
    else if (character === '[') insideClass = true;
    else if (character === ']') insideClass = false;
  }
}

const compiled = new Map<string, RegExp>();

/** The pattern that matches whole texts as Java's `matches` does; throws FormulaError when it cannot be expressed. */
export function javaPattern(source: string): RegExp {
  const known = compiled.get(source);
  if (known) return known;
  const ignoreCase = source.startsWith('(?i)');
  const body = ignoreCase ? source.slice(4) : source;
  checkSupported(body);
  let pattern: RegExp;
  try {
    pattern = new RegExp(`^(?:${body})$`, `${ignoreCase ? 'i' : ''}${/\\p\{/i.test(body) ? 'u' : ''}`);
  } catch (cause) {
    throw new FormulaError(`REGEX: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  compiled.set(source, pattern);
  return pattern;
}
