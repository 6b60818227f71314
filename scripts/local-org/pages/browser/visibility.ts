// Whether a rule of a FlexiPage lets the user see a component.
import type { Criterion, Visibility } from '../site.ts';
import { combine } from './filter-logic.ts';

/** What rules look at. A field that is not known, or not there, is null. */
export interface VisibilityFacts {
  hasCustomPermission(name: string): boolean;
  hasUserPermission(name: string): boolean;
  readonly formFactor: string;
  userField(path: string): unknown;
  recordField(path: string): unknown;
}

/** Throws for filter logic that cannot be read. */
export function isVisible(visibility: Visibility | undefined, facts: VisibilityFacts): boolean {
  if (!visibility || visibility.criteria.length === 0) return true;
  const met = visibility.criteria.map((criterion) => ({ met: meets(criterion, facts) }));
  return holds(visibility.logic ? combine(visibility.logic, met) : { and: met });
}

function holds(condition: { met?: boolean; and?: readonly object[]; or?: readonly object[]; not?: object }): boolean {
  if (condition.and) return condition.and.every(holds);
  if (condition.or) return condition.or.some(holds);
  if (condition.not) return !holds(condition.not);
  return condition.met === true;
}

function meets({ source, name, operator, value }: Criterion, facts: VisibilityFacts): boolean {
  const actual = factOf(source, name, facts);
  if (operator === 'EQUAL') return same(actual, value);
  if (operator === 'NE') return !same(actual, value);
  if (operator === 'CONTAINS') return text(actual).toLowerCase().includes(value.toLowerCase());
  // a blank field is neither more nor less than anything
  if (text(actual) === '') return false;
  const order = compared(actual, value);
  if (operator === 'GT') return order > 0;
  if (operator === 'GE') return order >= 0;
  return operator === 'LT' ? order < 0 : order <= 0;
}

function factOf(source: Criterion['source'], name: string, facts: VisibilityFacts): unknown {
  if (source === 'custom-permission') return facts.hasCustomPermission(name);
  if (source === 'user-permission') return facts.hasUserPermission(name);
  if (source === 'form-factor') return facts.formFactor;
  return source === 'user' ? facts.userField(name) : facts.recordField(name);
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
function same(actual: unknown, value: string): boolean {
  return text(actual).toLowerCase() === value.toLowerCase() || (typeof actual === 'number' && actual === Number(value));
}
/** Numbers as numbers; dates are written so that their text sorts. */
function compared(actual: unknown, value: string): number {
  if (typeof actual === 'number') return actual - Number(value);
  return text(actual) < value ? -1 : Number(text(actual) > value);
}

/** Paths of the fields that rules look at, each once. */
export function fieldPaths(source: 'user' | 'record', rules: readonly (Visibility | undefined)[]): readonly string[] {
  const criteria = rules.flatMap((rule) => rule?.criteria ?? []);
  return [...new Set(criteria.flatMap((criterion) => (criterion.source === source ? [criterion.name] : [])))];
}
