// Reads a formula into a tree, with the grammar (and the surprising precedence of ^) of the formula engine that Salesforce has published.
import { FormulaError } from './formula-error.ts';
import type { Token } from './tokenize.ts';
import { tokenize } from './tokenize.ts';

export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly position: number }
  | { readonly kind: 'reference'; readonly name: string; readonly position: number }
  | { readonly kind: 'call'; readonly name: string; readonly parameters: readonly Expression[]; readonly position: number };

/** Binding power of the infix operators. `^` binds weaker than `*` and `/` on the platform: 2 * 3 ^ 2 is 36. */
const POWERS: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '=': 3,
  '==': 3,
  '<>': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '&': 5,
  '^': 6,
  '*': 7,
  '/': 7,
};
const SAME_AS: Readonly<Record<string, string>> = { '==': '=', '!=': '<>', '&&': 'AND', '||': 'OR' };

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Expression {
    const expression = this.#infix(0);
    if (this.#peek().kind !== 'end') throw this.#unexpected();
    return expression;
  }

  #peek(): Token {
    const token = this.#tokens[this.#at];
    if (!token) throw new FormulaError('The formula ends too early');
    return token;
  }

  #next(): Token {
    const token = this.#peek();
    this.#at += 1;
    return token;
  }

  #unexpected(): FormulaError {
    const token = this.#peek();
    return new FormulaError(token.kind === 'end' ? 'The formula ends too early' : `Unexpected ${token.text}`, token.position);
  }

  #take(operator: string): boolean {
    const token = this.#peek();
    if (token.kind !== 'operator' || token.text !== operator) return false;
    this.#at += 1;
    return true;
  }

  #infix(weakest: number): Expression {
    let left = this.#prefix();
    for (;;) {
      const { kind, text, position } = this.#peek();
      const power = kind === 'operator' ? POWERS[text] : undefined;
      if (power === undefined || power <= weakest) return left;
      this.#at += 1;
      left = { kind: 'call', name: SAME_AS[text] ?? text, parameters: [left, this.#infix(power)], position };
    }
  }

  #prefix(): Expression {
    const token = this.#peek();
    const { position } = token;
    if (this.#take('+')) return this.#prefix();
    if (this.#take('-')) return { kind: 'call', name: 'negate', parameters: [this.#prefix()], position };
    if (this.#take('!') || (token.kind === 'name' && token.text.toUpperCase() === 'NOT' && this.#next())) {
      return { kind: 'call', name: 'NOT', parameters: [this.#prefix()], position };
    }
    if (this.#take('(')) {
      const inner = this.#infix(0);
      if (!this.#take(')')) throw this.#unexpected();
      return inner;
    }
    if (token.kind === 'number') return { kind: 'literal', value: Number(this.#next().text), position };
    if (token.kind === 'text') return { kind: 'literal', value: this.#next().text, position };
    if (token.kind === 'name') return this.#named(this.#next());
    throw this.#unexpected();
  }

  #named({ text, position }: Token): Expression {
    if (this.#take('(')) return { kind: 'call', name: text.toUpperCase(), parameters: this.#parameters(), position };
    const keyword = text.toUpperCase();
    if (keyword === 'TRUE' || keyword === 'FALSE') return { kind: 'literal', value: keyword === 'TRUE', position };
    if (keyword === 'NULL') return { kind: 'literal', value: null, position };
    return { kind: 'reference', name: text, position };
  }

  #parameters(): readonly Expression[] {
    const parameters: Expression[] = [];
    if (this.#take(')')) return parameters;
    do parameters.push(this.#infix(0));
    while (this.#take(','));
    if (!this.#take(')')) throw this.#unexpected();
    return parameters;
  }
}

/** The tree of a formula; operators are calls named by their sign. Throws FormulaError where the text cannot be read. */
export function parseFormula(source: string): Expression {
  return new Parser(tokenize(source)).whole();
}
