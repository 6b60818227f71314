// Turns the parser's flat WHERE and HAVING chains into a tree, by the platform's rules for AND, OR, NOT and parentheses.
import type { Condition, ConditionWithValueQuery, HavingClause, WhereClause } from '@jetstreamapp/soql-parser-js';
import { notImplemented } from '../../platform/api-error.ts';
import { malformedQuery } from './query-error.ts';

/** One comparison as the parser gives it. */
export type Comparison = Exclude<ConditionWithValueQuery, { openParen: number; field?: never; fn?: never }>;

export type ConditionTree =
  | { readonly kind: 'comparison'; readonly comparison: ConditionWithValueQuery }
  | { readonly kind: 'not'; readonly condition: ConditionTree }
  | { readonly kind: 'and' | 'or'; readonly conditions: readonly ConditionTree[] };

type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | ConditionWithValueQuery;

/**
 * The tree of a condition. The parser counts parentheses on each comparison and chains everything to the right.
 * Parentheses are required where AND, OR and NOT are mixed (SOQL and SOSL Reference, Logical Operators). Throws ApiError MALFORMED_QUERY.
 */
export function conditionTree(clause: WhereClause | HavingClause): ConditionTree {
  const tokens = tokensOf(clause);
  let at = 0;

  const chain = (): ConditionTree => {
    const conditions: ConditionTree[] = [];
    const operators = new Set<Token>();
    do {
      if (conditions.length > 0) at += 1;
      if (tokens[at] === 'NOT') operators.add('NOT');
      conditions.push(term());
      const next = tokens[at];
      if (next === 'AND' || next === 'OR') operators.add(next);
      if (operators.size > 1)
        throw malformedQuery(`unexpected token: '${String(next ?? 'NOT')}' (AND, OR and NOT need parentheses when they are mixed)`);
    } while (tokens[at] === 'AND' || tokens[at] === 'OR');
    const [only] = conditions;
    return conditions.length === 1 && only ? only : { kind: operators.has('OR') ? 'or' : 'and', conditions };
  };
  const term = (): ConditionTree => {
    const token = tokens[at];
    at += 1;
    if (token === 'NOT') return { kind: 'not', condition: term() };
    if (token === '(') {
      const inner = chain();
      if (tokens[at] !== ')') throw malformedQuery('expecting a right parentheses, found something else in the condition');
      at += 1;
      return inner;
    }
    if (typeof token === 'object') return { kind: 'comparison', comparison: token };
    throw malformedQuery(`unexpected token: '${String(token ?? '<EOF>')}'`);
  };

  const tree = chain();
  if (at < tokens.length) throw malformedQuery(`unexpected token: '${String(tokens[at])}'`);
  return tree;
}

function tokensOf(clause: WhereClause | HavingClause): readonly Token[] {
  const tokens: Token[] = [];
  let link: WhereClause | HavingClause | undefined = clause;
  while (link) {
    const left: Condition | ConditionWithValueQuery | null = link.left;
    const operator: string | undefined = 'operator' in link ? link.operator : undefined;
    if (operator === 'NOT') {
      parentheses(tokens, '(', left && 'openParen' in left ? left.openParen : 0);
      tokens.push('NOT');
    } else {
      // The parser drops a comparison after NOT in HAVING.
      if (!left || !('operator' in left)) throw notImplemented('NOT in this place of a SOQL condition');
      parentheses(tokens, '(', left.openParen);
      tokens.push(left);
      parentheses(tokens, ')', left.closeParen);
      if (operator === 'AND' || operator === 'OR') tokens.push(operator);
      else if (operator !== undefined) throw notImplemented(`${operator} between conditions in SOQL`);
    }
    link = 'right' in link ? link.right : undefined;
  }
  return tokens;
}

function parentheses(tokens: Token[], parenthesis: '(' | ')', count: number | undefined): void {
  for (let more = count ?? 0; more > 0; more -= 1) tokens.push(parenthesis);
}

/** `field != null` for `field = null`, and the other way round; undefined for every other condition. */
export function inverted(tree: ConditionTree): ConditionTree | undefined {
  if (tree.kind !== 'comparison' || !('operator' in tree.comparison)) return undefined;
  const { comparison } = tree;
  if (!('value' in comparison) || comparison.literalType !== 'NULL') return undefined;
  const operator = comparison.operator === '=' ? '!=' : comparison.operator === '!=' ? '=' : undefined;
  return operator && { kind: 'comparison', comparison: { ...comparison, operator } };
}
