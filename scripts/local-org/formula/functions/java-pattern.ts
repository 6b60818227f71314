// Java's regular expressions, as REGEX() takes them, in JavaScript; what JavaScript cannot express is refused by name.
import { FormulaError } from '../formula-error.ts';

const REFUSED: readonly { readonly pattern: RegExp; readonly name: string }[] = [
  { pattern: /^\\[QEAZzGRXhHvVN]/, name: 'the escape' },
  { pattern: /^\\p\{(?:In|Is|java|Alpha|Lower|Upper|Digit|Alnum|Punct|Graph|Print|Blank|Cntrl|XDigit|Space|ASCII)/i, name: 'the class' },
  { pattern: /^\(\?>/, name: 'the atomic group' },
  { pattern: /^\(\?[a-zA-Z]*-?[a-zA-Z]*[:)]/, name: 'the inline flag' },
  { pattern: /^[*+?}]\+/, name: 'the possessive quantifier' },
];

/** Refuses class syntax that JavaScript reads otherwise: `[a[bc]]` and `[a-z&&[^x]]`. */
function checkClasses(source: string): void {
  let inside = false;
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at];
    if (character === '\\') at += 1;
    else if (inside && (character === '[' || source.startsWith('&&', at))) {
      throw new FormulaError(`REGEX: nested and intersected character classes are not supported (${source})`);
    } else if (character === '[') inside = true;
    else if (character === ']') inside = false;
  }
}

const compiled = new Map<string, RegExp>();

/** The pattern that matches whole texts as Java's `matches` does; throws FormulaError when it cannot be expressed. */
export function javaPattern(source: string): RegExp {
  const known = compiled.get(source);
  if (known) return known;
  const ignoreCase = source.startsWith('(?i)');
  const body = ignoreCase ? source.slice(4) : source;
  checkClasses(body);
  for (let at = 0; at < body.length; at += 1) {
    const rest = body.slice(at);
    for (const { pattern, name } of REFUSED) {
      const found = pattern.exec(rest);
      if (found && !rest.startsWith('(?:')) throw new FormulaError(`REGEX: ${name} ${found[0]} is not supported`);
    }
    if (body[at] === '\\' && !/^\\p/i.test(rest)) at += 1;
  }
  let pattern: RegExp;
  try {
    pattern = new RegExp(`^(?:${body})$`, `${ignoreCase ? 'i' : ''}${/\\p\{/i.test(body) ? 'u' : ''}`);
  } catch (cause) {
    throw new FormulaError(`REGEX: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  compiled.set(source, pattern);
  return pattern;
}
