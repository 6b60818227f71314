// Binds a field path of a query to the schema: joins for its parents, and the SQL of its last field.
import { notImplemented } from '../../platform/api-error.ts';
import type { Field } from '../metadata/schema.ts';
import { formulaTerm } from './formula-term.ts';
import { polymorphicTerm } from './polymorphic-term.ts';
import type { QueryContext } from './query-context.ts';
import { malformedQuery, noSuchColumn, noSuchParent } from './query-error.ts';
import type { SelectPlan, Source } from './select-plan.ts';
import type { Term } from './term.ts';

/** A path as far as it is joined: the object that holds its last field, and the relationships on the way, by their own spelling. */
export interface BoundPath {
  readonly source: Source;
  readonly relationships: readonly Field[];
  readonly last: string;
  /** The reference whose parent may be of several objects, when the last relationship is such a one. */
  readonly polymorphic?: Field;
}

/** The platform's limit on relationships in one path. */
const MOST_LEVELS = 5;

/** Joins the parents of a path. `alias` is the one given in FROM. Throws ApiError INVALID_FIELD for a relationship that is not there. */
export function bindPath(path: string, plan: SelectPlan, context: QueryContext, alias?: string): BoundPath {
  const names = withoutPrefix(path.split('.'), plan, alias);
  const last = names.pop() ?? '';
  if (names.length > MOST_LEVELS) throw malformedQuery(`SOQL relationships may go at most ${MOST_LEVELS} levels up: ${path}`);
  let source = plan.root;
  const relationships: Field[] = [];
  for (const [level, name] of names.entries()) {
    const reference = source.object.parentRelationship(name);
    if (!reference) throw noSuchParent(name);
    relationships.push(reference);
    const [parentName, ...others] = reference.referenceTo;
    if (others.length > 0) {
      if (level < names.length - 1) throw notImplemented(`a path beyond the polymorphic relationship ${name} in SOQL`);
      return { source, relationships, last, polymorphic: reference };
    }
    const parent = context.schema.object(parentName ?? '');
    if (!parent) throw noSuchParent(name);
    source = plan.join(source, reference, parent);
  }
  return { source, relationships, last };
}

/** One spelling for all the ways to write a path: what GROUP BY, SELECT and ORDER BY are matched by. */
export function pathKey(path: string, plan: SelectPlan, alias?: string): string {
  return withoutPrefix(path.toLowerCase().split('.'), plan, alias).join('.');
}

/** The value that a path names. Throws ApiError INVALID_FIELD when there is no such field. */
export function bindTerm(path: string, plan: SelectPlan, context: QueryContext, alias?: string): Term {
  const bound = bindPath(path, plan, context, alias);
  if (bound.polymorphic) return polymorphicTerm(bound.last, bound.source, bound.polymorphic, plan, context);
  return fieldTerm(bound.last, bound.source, plan, context);
}

/** The value of a field of a source. */
export function fieldTerm(name: string, source: Source, plan: SelectPlan, context: QueryContext): Term {
  const field = source.object.field(name);
  if (!field && source.object.field(name.replace(/Address$/i, 'Street')) && /Address$/i.test(name)) {
    throw notImplemented(`the compound field ${name} in SOQL; its parts (${name.replace(/Address$/i, 'Street')} and the like) are`);
  }
  if (!field) throw noSuchColumn(name, source.object.name);
  if (field.formula) return formulaOf(field, source, plan, context);
  return { sql: `${source.alias}."${field.name}"`, type: field.type, name: field.name, field, alias: source.alias };
}

/** Formulas read in system context: what they refer to need not be open to whoever may see the result. */
function formulaOf(field: Field, source: Source, plan: SelectPlan, context: QueryContext): Term {
  const { wholeSchema } = context;
  const whole = wholeSchema?.object(source.object.name);
  if (!wholeSchema || !whole) return formulaTerm(field, source, plan, context, bindFrom);
  return formulaTerm(field, { ...source, object: whole }, plan, { ...context, schema: wholeSchema }, bindFrom);
}

/** The value of a path that starts at some source, as formulas write it. */
function bindFrom(path: string, source: Source, plan: SelectPlan, context: QueryContext): Term {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) return fieldTerm(first, source, plan, context);
  const reference = source.object.parentRelationship(first);
  if (!reference) throw noSuchParent(first);
  if (reference.referenceTo.length > 1) {
    if (rest.length > 1) throw notImplemented(`a path beyond the polymorphic relationship ${first} in a formula`);
    return polymorphicTerm(rest[0] ?? '', source, reference, plan, context);
  }
  const parent = context.schema.object(reference.referenceTo[0] ?? '');
  if (!parent) throw noSuchParent(first);
  return bindFrom(rest.join('.'), plan.join(source, reference, parent), plan, context);
}

/** `a.Name` and `Account.Name` FROM Account a mean Name, unless Account is a parent of the object. */
function withoutPrefix(names: string[], plan: SelectPlan, alias: string | undefined): string[] {
  const first = names[0]?.toLowerCase();
  if (names.length < 2 || first === undefined) return names;
  if (first === alias?.toLowerCase()) return names.slice(1);
  return first === plan.root.object.name.toLowerCase() && !plan.root.object.parentRelationship(first) ? names.slice(1) : names;
}
