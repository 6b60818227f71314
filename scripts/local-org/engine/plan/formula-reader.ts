// Reading what a formula refers to: the record's own fields, its parents', and the global variables.
import type { Row, Value } from '../../../platform/record.ts';
import type { CompiledFormula, FormulaMoment } from '../../formula/compiled-formula.ts';
import type { Schema, SObjectType } from '../../metadata/schema.ts';
import type { Session } from '../session.ts';

/** What formulas see beside the record. */
export interface FormulaEnvironment {
  readonly session: Session;
  readonly moment: Omit<FormulaMoment, 'isNew' | 'prior'>;
  parent(object: string, id: string): Row | undefined;
  hasCustomPermission(name: string): boolean;
}

/** The value of one reference for a record. */
export type Reader = (record: Row, environment: FormulaEnvironment) => Value;

/** Gives the compiled formula of a formula field. */
export type FormulaSource = (object: SObjectType, field: string) => CompiledFormula;

/** How a record is being saved, for ISNEW, ISCHANGED and PRIORVALUE. */
export interface SaveMoment {
  readonly isNew: boolean;
  readonly prior: Row | undefined;
}

/** A formula bound to an object: knows how to read all that it mentions. */
export interface BoundFormula {
  readonly formula: CompiledFormula;
  /** Reference fields that lead to parents (`Account__c`), which are worth reading for a whole chunk at once. */
  readonly parentFields: readonly string[];
  /** The value for a record; outside a save, nothing is new or changed. */
  evaluate(record: Row, environment: FormulaEnvironment, save?: SaveMoment): Value;
}

export function bindFormula(schema: Schema, object: SObjectType, formula: CompiledFormula, formulas: FormulaSource): BoundFormula {
  const paths = formula.references.filter((name) => name.includes('.') && !name.startsWith('$'));
  const parentFields = paths.map((name) => object.parentRelationship(relationshipOf(name))?.name).filter((name) => name !== undefined);
  const readers = formula.references.map((name) => reader(schema, object, name, formulas));
  return { formula, parentFields: [...new Set(parentFields)], evaluate: evaluator(formula, readers) };
}

/** The moments of an environment: outside of a save, of a new record, and of an update. */
interface Moments {
  readonly of: FormulaEnvironment;
  readonly none: FormulaMoment;
  readonly new: FormulaMoment;
  readonly update: FormulaMoment;
}

function momentsIn(of: FormulaEnvironment, prior: (reference: number) => Value): Moments {
  const { moment } = of;
  return { of, none: { ...moment, isNew: false }, new: { ...moment, isNew: true }, update: { ...moment, isNew: false, prior } };
}

/** Loads evaluate formulas by the million: the closures are made once and look at the record that is being evaluated. */
function evaluator(formula: CompiledFormula, readers: readonly Reader[]): BoundFormula['evaluate'] {
  let record: Row = {};
  let prior: Row = {};
  let environment: FormulaEnvironment | undefined;
  const value = (row: Row, reference: number): Value => (environment && readers[reference]?.(row, environment)) ?? null;
  const read = (reference: number): Value => value(record, reference);
  const readPrior = (reference: number): Value => value(prior, reference);
  let moments: Moments | undefined;
  return (row, around, save) => {
    // A parent's formula may be this very formula on another record.
    const outer = { record, prior, environment };
    record = row;
    prior = save?.prior ?? prior;
    environment = around;
    try {
      if (moments?.of !== around) moments = momentsIn(around, readPrior);
      return formula.evaluate(read, save === undefined ? moments.none : save.isNew ? moments.new : moments.update);
    } finally {
      ({ record, prior, environment } = outer);
    }
  };
}

/** Reads a path such as `Account__r.Owner:User.Name` or `$User.Email` from records of an object. */
export function reader(schema: Schema, object: SObjectType, path: string, formulas: FormulaSource): Reader {
  if (path.startsWith('$')) return globalReader(schema, path, formulas);
  const dot = path.indexOf('.');
  if (dot < 0) return fieldReader(schema, object, path, formulas);
  const [relationship, target] = path.slice(0, dot).split(':');
  const reference = object.parentRelationship(relationship ?? '');
  const parent = schema.object(target ?? reference?.referenceTo[0] ?? '');
  if (!reference || !parent) throw new Error(`${object.name} has no parent relationship ${path.slice(0, dot)}`);
  const next = reader(schema, parent, path.slice(dot + 1), formulas);
  return (record, environment) => {
    const id = record[reference.name];
    const row = typeof id === 'string' ? environment.parent(parent.name, id) : undefined;
    return row ? next(row, environment) : null;
  };
}

function fieldReader(schema: Schema, object: SObjectType, name: string, formulas: FormulaSource): Reader {
  const field = object.field(name);
  if (!field) throw new Error(`${object.name} has no field ${name}`);
  if (!field.formula) return (record) => record[field.name] ?? null;
  let bound: BoundFormula | undefined;
  return (record, environment) => {
    bound ??= bindFormula(schema, object, formulas(object, field.name), formulas);
    return bound.evaluate(record, environment);
  };
}

function globalReader(schema: Schema, path: string, formulas: FormulaSource): Reader {
  const dot = path.indexOf('.');
  const [global, rest] = [path.slice(0, dot), path.slice(dot + 1)];
  if (global === '$Label') return labelReader(schema, rest);
  if (global === '$Permission') return (_record, environment) => environment.hasCustomPermission(rest);
  const user = schema.object('User');
  if (global !== '$User' || !user) throw new Error(`formulas cannot read ${path}`);
  const next = reader(schema, user, rest, formulas);
  return (_record, environment) => {
    const row = environment.parent('User', environment.session.userId);
    return row ? next(row, environment) : null;
  };
}

function labelReader(schema: Schema, name: string): Reader {
  const texts = new Map<string, string | null>();
  return (_record, { session: { language } }) => {
    let text = texts.get(language);
    if (text === undefined) texts.set(language, (text = schema.label(name, language) ?? null));
    return text;
  };
}

function relationshipOf(path: string): string {
  return path.slice(0, path.indexOf('.')).split(':')[0] ?? '';
}
