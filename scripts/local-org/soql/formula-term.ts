// A formula field in SQL: a function of the columns that the formula refers to.
import { notImplemented } from '../../platform/api-error.ts';
import type { Value } from '../../platform/record.ts';
import type { CompiledFormula } from '../formula/compiled-formula.ts';
import type { Field } from '../metadata/schema.ts';
import type { Store } from '../store/store.ts';
import type { QueryContext } from './query-context.ts';
import type { SelectPlan, Source } from './select-plan.ts';
import { isText, platformValue } from './term.ts';
import type { Term } from './term.ts';

/** Binds a path that starts at a source. */
type BindFrom = (path: string, source: Source, plan: SelectPlan, context: QueryContext) => Term;

/** Functions that a store already knows, by name. */
const defined = new WeakMap<Store, Map<string, CompiledFormula>>();

/** The value of a formula field. Its references are joined as the paths they are; `$Label` and `$User` are bound. */
export function formulaTerm(field: Field, source: Source, plan: SelectPlan, context: QueryContext, bindFrom: BindFrom): Term {
  const compiled = context.formula(source.object.name, field.name);
  const references = compiled.references.map((name) =>
    name.startsWith('$') ? globalTerm(name, plan, context) : bindFrom(name, source, plan, context),
  );
  const types = references.map((reference) => reference.type);
  const name = functionName(`formula_${source.object.name}_${field.name}`, compiled, context.store, (...values) => {
    const [today, now] = values.slice(types.length);
    const moment = { today: String(today), now: new Date(String(now)), isNew: false };
    return compiled.evaluate((reference) => platformValue(types[reference] ?? 'anyType', values[reference]), moment);
  });
  const moment = compiled.volatile ? context.moment() : undefined;
  const clock = moment ? [plan.parameters.add(moment.today), plan.parameters.add(moment.now.toISOString())] : [];
  const call = `${name}(${[...references.map((reference) => reference.sql), ...clock].join(', ')})`;
  return { sql: isText(field.type) ? `${call} COLLATE NOCASE` : call, type: field.type, name: field.name, field };
}

/** Pure functions of their arguments: the clock is one of them. A formula that has changed gets a name of its own. */
function functionName(wanted: string, compiled: CompiledFormula, store: Store, call: (...values: Value[]) => Value): string {
  const known = defined.get(store) ?? new Map<string, CompiledFormula>();
  defined.set(store, known);
  let name = wanted;
  for (let version = 2; known.has(name); version += 1) {
    if (known.get(name)?.source === compiled.source) return name;
    name = `${wanted}_${version}`;
  }
  store.defineFunction(name, true, call);
  known.set(name, compiled);
  return name;
}

/** `$Label.X` and `$User.X`; what other globals there are is refused by name. */
function globalTerm(name: string, plan: SelectPlan, context: QueryContext): Term {
  const [kind = '', member = '', ...rest] = name.split('.');
  if (kind.toLowerCase() === '$label' && rest.length === 0) {
    return { sql: plan.parameters.add(context.schema.label(member, context.language ?? 'en_US') ?? null), type: 'string', name };
  }
  const field = kind.toLowerCase() === '$user' && rest.length === 0 ? context.schema.object('User')?.field(member) : undefined;
  if (!field || field.formula) throw notImplemented(`${name} in a formula that is queried`);
  return { sql: `(SELECT "${field.name}" FROM "User" WHERE "Id" = ${plan.parameters.add(context.userId)})`, type: field.type, name };
}
