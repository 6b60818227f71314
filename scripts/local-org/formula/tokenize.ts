// Cuts the text of a formula into tokens, by the lexer rules of the formula engine that Salesforce has published.
import { FormulaError } from './formula-error.ts';

export type TokenKind = 'name' | 'number' | 'text' | 'operator' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** A text literal without quotes and escapes; anything else as written. */
  readonly text: string;
  readonly position: number;
}

const SKIPPED = /(?:\s+|\/\*[^]*?\*\/)*/y;
const NAME = /[A-Za-z$][\w$:.#]*/y;
const MERGE_FIELD = /\{!\s*([A-Za-z$][\w$:.#]*)\s*\}/y;
const NUMBER = /\d+(?:\.\d+)?/y;
const OPERATOR = /\|\||&&|<=|>=|<>|!=|==|[-+*/^&=<>!(),]/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\' };

function match(pattern: RegExp, source: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(source);
}

function textLiteral(source: string, start: number): { readonly token: Token; readonly end: number } {
  const quote = source[start];
  let text = '';
  for (let at = start + 1; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character === quote) return { token: { kind: 'text', text, position: start }, end: at + 1 };
    if (character === '\n' || character === '\r') throw new FormulaError('A text may not run over the end of a line; write \\n', at);
    if (character !== '\\') {
      text += character;
      continue;
    }
    at += 1;
    const escaped = ESCAPES[source.charAt(at).toLowerCase()];
    if (escaped === undefined)
      throw new FormulaError(`Unknown escape \\${source.charAt(at)} in a text; a backslash is written \\\\`, at - 1);
    text += escaped;
  }
  throw new FormulaError('A text is not closed', start);
}

/** Tokens of a formula, ended by one of kind `end`. `{!name}`, as flows write references, is the token of that name. */
export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = 0;
  for (;;) {
    position += match(SKIPPED, source, position)?.[0].length ?? 0;
    if (position >= source.length) break;
    const start = position;
    const first = source.charAt(position);
    if (first === '"' || first === "'") {
      const literal = textLiteral(source, position);
      tokens.push(literal.token);
      position = literal.end;
      continue;
    }
    if (source.startsWith('/*', position)) throw new FormulaError('A comment is not closed', position);
    const merge = match(MERGE_FIELD, source, position);
    const found = merge ?? match(NAME, source, position) ?? match(NUMBER, source, position) ?? match(OPERATOR, source, position);
    if (!found) throw new FormulaError(`Unexpected character ${first}`, position);
    position += found[0].length;
    if (merge) tokens.push({ kind: 'name', text: merge[1] ?? '', position: start });
    else if (/[A-Za-z$]/.test(first)) tokens.push({ kind: 'name', text: found[0], position: start });
    else if (/\d/.test(first)) tokens.push({ kind: 'number', text: found[0], position: start });
    else tokens.push({ kind: 'operator', text: found[0], position: start });
  }
  tokens.push({ kind: 'end', text: 'the end', position: source.length });
  return tokens;
}
