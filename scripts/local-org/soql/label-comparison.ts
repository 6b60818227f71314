// toLabel(Status__c) = 'Actief' in a condition: the values whose label in the user's language is meant.
import type { FunctionExp } from '@jetstreamapp/soql-parser-js';
import { notImplemented } from '../../platform/api-error.ts';
import { comparisonSql } from './compile-comparison.ts';
import type { ConditionScope } from './condition-scope.ts';
import { unescaped } from './literal.ts';
import type { Literal } from './literal.ts';
import { malformedQuery } from './query-error.ts';
import { picklistLabels } from './picklist-labels.ts';
import { quotedText } from './quoted-text.ts';

/** SQL of a comparison of labels; `=`, `!=`, IN and NOT IN only, the other operators are refused with 501. */
export function labelComparison(call: FunctionExp, operator: string, literals: readonly Literal[], scope: ConditionScope): string {
  if (!['=', '!=', 'IN', 'NOT IN'].includes(operator.toUpperCase()))
    throw notImplemented(`toLabel() with the operator ${operator} in SOQL`);
  const [path, ...more] = call.parameters ?? [];
  if (typeof path !== 'string' || more.length > 0) throw malformedQuery('toLabel() takes one field');
  const term = scope.field(path);
  const labels = picklistLabels(term, scope.context);
  const values = literals.flatMap((literal): Literal[] => {
    if (literal.type !== 'STRING') return [literal];
    const wanted = unescaped(literal.text).toLowerCase();
    const meant = [...labels].filter(([, label]) => label.toLowerCase() === wanted).map(([value]) => value);
    return (meant.length > 0 ? meant : [unescaped(literal.text)]).map((value) => ({
      type: 'STRING',
      text: quotedText(value),
    }));
  });
  return comparisonSql(term, operator === '=' ? 'IN' : operator === '!=' ? 'NOT IN' : operator, values, scope.parameters, scope.context);
}
