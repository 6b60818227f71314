// Reads the rule that says who sees a component; what the local pages cannot judge is refused by name.
import type { XmlElement } from '../local-org/metadata/metadata-xml.ts';
import type { Criterion, CriterionOperator, CriterionSource, Visibility } from '../local-org/pages/site.ts';

const OPERATORS: readonly CriterionOperator[] = ['EQUAL', 'NE', 'CONTAINS', 'GT', 'GE', 'LT', 'LE'];

/** Expressions of `leftValue`, as the Metadata API Developer Guide lists them under UiFormulaCriterion. */
const SOURCES: readonly (readonly [RegExp, CriterionSource])[] = [
  [/^\{!\$Permission\.CustomPermission\.(\w+)\}$/, 'custom-permission'],
  [/^\{!\$Permission\.StandardPermission\.(\w+)\}$/, 'user-permission'],
  [/^\{!\$User\.([\w.]+)\}$/, 'user'],
  [/^\{!Record\.([\w.]+)\}$/, 'record'],
  [/^\{!\$Client\.(FormFactor)\}$/, 'form-factor'],
];

/** Throws for criteria of other kinds. */
export function readVisibility(rule: XmlElement): Visibility {
  const logic = rule.text('booleanFilter');
  return { criteria: rule.all('criteria').map(readCriterion), ...(logic ? { logic } : {}) };
}

function readCriterion(criterion: XmlElement): Criterion {
  const left = criterion.required('leftValue');
  const operator = OPERATORS.find((known) => known === criterion.required('operator'));
  if (!operator) throw new Error(`${criterion.file} compares ${left} by ${criterion.required('operator')}, which pages do not have.`);
  for (const [pattern, source] of SOURCES) {
    const name = pattern.exec(left)?.[1];
    if (name !== undefined)
      return { source, name: source === 'form-factor' ? '' : name, operator, value: criterion.text('rightValue') ?? '' };
  }
  throw new Error(`${criterion.file} makes visibility depend on ${left}, which the local pages cannot judge.`);
}
