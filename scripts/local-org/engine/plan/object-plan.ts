// What saving records of an object takes, worked out once: names, defaults, checks, references, rules, roll-ups.
import type { Row, Value } from '../../../platform/record.ts';
import { compileFormula } from '../../formula/compile-formula.ts';
import { recordScope } from '../../formula/record-scope.ts';
import type { Field, Schema, SObjectType, ValidationRule } from '../../metadata/schema.ts';
import { rowCopier } from '../../store/row-code.ts';
import { bindFormula, type BoundFormula, type FormulaSource } from './formula-reader.ts';
import { inputTargets, type InputTarget } from './input-targets.ts';
import { rollUpsOf, type RollUp } from '../save/roll-up.ts';
import { fieldCheck, type FieldCheck } from '../save/field-check.ts';

/** A default value: text, number and the like at once, a formula when the record is made. */
export interface DefaultValue {
  readonly name: string;
  readonly value: Value | BoundFormula;
}

export interface CompiledRule {
  readonly rule: ValidationRule;
  readonly condition: BoundFormula;
}

export interface ObjectPlan {
  readonly object: SObjectType;
  /** Every stored field of a record, blank (checkboxes false, counts 0). */
  readonly blank: Row;
  /** A copy of a new record, and of a stored one. */
  readonly copyNew: (record: Row) => Row;
  readonly copyStored: (record: Row) => Row;
  /** Fields that the database holds. */
  readonly storedNames: readonly string[];
  readonly defaults: readonly DefaultValue[];
  readonly checks: readonly FieldCheck[];
  readonly required: readonly Field[];
  readonly references: readonly Field[];
  readonly uniques: readonly Field[];
  readonly autoNumbers: readonly Field[];
  readonly composed: readonly Field[];
  readonly computed: readonly { readonly name: string; readonly bound: BoundFormula }[];
  /** The formula of a formula field. */
  computedField(name: string): BoundFormula | undefined;
  readonly rules: readonly CompiledRule[];
  /** Reference fields whose parents the rules read. */
  readonly ruleParents: readonly string[];
  /** Roll-ups on the masters of this object's records. */
  readonly rollUps: readonly RollUp[];
  /** The name is optional text of a custom object. */
  readonly namedById: boolean;
  readonly hasOwner: boolean;
  readonly hasAudit: boolean;
  /** Throws ApiError 400 INVALID_FIELD for a name that is neither field nor `Parent.Key`. */
  target(name: string): InputTarget;
}

/** Compiles the plan; throws FormulaError for formulas that cannot be compiled, naming object and rule or field. */
export function compileObjectPlan(schema: Schema, object: SObjectType, formulas: FormulaSource): ObjectPlan {
  const stored = object.fields.filter((field) => !field.formula && field.type !== 'address');
  const writable = stored.filter((field) => field.createable || field.updateable);
  const bind = (source: string, what: string): BoundFormula => bindSource(schema, object, source, what, formulas);
  const rules = object.validationRules
    .filter((rule) => rule.active)
    .map((rule) => ({ rule, condition: bind(rule.errorConditionFormula, `validation rule ${rule.name}`) }));
  const computed = object.fields
    .filter((field) => field.formula)
    .map((field) => ({ name: field.name, bound: bindFormula(schema, object, formulas(object, field.name), formulas) }));
  const blank = blankRecord(object);
  const byName = new Map(computed.map(({ name, bound }) => [name, bound]));
  return {
    object,
    blank,
    copyNew: rowCopier<Row>(Object.keys(blank)),
    copyStored: rowCopier<Row>(object.fields.filter((field) => !field.formula).map(({ name }) => name)),
    storedNames: stored.map((field) => field.name),
    defaults: writable.flatMap((field) => defaultOf(field, bind)),
    checks: writable.map(fieldCheck).filter((check) => check !== undefined),
    required: writable.filter((field) => field.required && field.type !== 'boolean'),
    references: writable.filter((field) => field.type === 'reference'),
    uniques: writable.filter((field) => field.unique),
    autoNumbers: stored.filter((field) => field.autoNumber !== undefined),
    composed: stored.filter((field) => field.composedOf !== undefined),
    computed,
    computedField: (name) => byName.get(name),
    rules,
    ruleParents: [...new Set(rules.flatMap(({ condition }) => condition.parentFields))],
    rollUps: rollUpsOf(schema, object, formulas),
    namedById: object.custom && object.field('Name')?.autoNumber === undefined,
    hasOwner: object.field('OwnerId') !== undefined,
    hasAudit: object.field('CreatedDate') !== undefined,
    target: inputTargets(schema, object),
  };
}

/** Parsed from JSON because objects made that way copy several times faster than those built key by key. */
function blankRecord(object: SObjectType): Row {
  const blank = (field: Field): Value => {
    if (field.type === 'boolean') return false;
    return field.summary?.operation === 'count' || field.summary?.operation === 'sum' ? 0 : null;
  };
  const fields = object.fields.filter((field) => !field.formula && field.type !== 'address');
  return JSON.parse(JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, blank(field)])))) as Row;
}

function bindSource(schema: Schema, object: SObjectType, source: string, what: string, formulas: FormulaSource): BoundFormula {
  try {
    return bindFormula(schema, object, compileFormula(source, recordScope(schema, object)), formulas);
  } catch (error) {
    throw new Error(`${object.name}, ${what}: ${(error as Error).message}`, { cause: error });
  }
}

function defaultOf(field: Field, bind: (source: string, what: string) => BoundFormula): readonly DefaultValue[] {
  const listed = field.picklist?.values.find((value) => value.default && value.active);
  if (listed) return [{ name: field.name, value: listed.value }];
  if (field.defaultValue === undefined) return [];
  if (field.type === 'boolean' && /^(?:true|false)$/i.test(field.defaultValue)) {
    return [{ name: field.name, value: field.defaultValue.toLowerCase() === 'true' }];
  }
  return [{ name: field.name, value: bind(field.defaultValue, `default value of ${field.name}`) }];
}
