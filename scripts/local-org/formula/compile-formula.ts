// Compiles a formula to closures: checks its types, numbers its references and folds what is constant.
import type { CompiledFormula, FormulaMoment, FormulaScope, FormulaType } from './compiled-formula.ts';
import { FormulaError } from './formula-error.ts';
import { CATALOGUE, REFUSED, VOLATILE } from './functions/catalogue.ts';
import type { Expression } from './parse-formula.ts';
import { parseFormula } from './parse-formula.ts';
import type { Run, Setting, Term } from './term.ts';
import { constant } from './term.ts';

export interface FormulaOptions {
  /** How blank numbers are read when the scope does not say; `blank` when absent. */
  readonly blankAs?: 'zero' | 'blank';
  /** `flow` reads picklists as text and decides equality with blank; `record` (the default) is for formulas of objects. */
  readonly setting?: Setting;
}

const NO_MOMENT: FormulaMoment = { today: '0001-01-01', now: new Date(0), isNew: false };

function literalType(value: string | number | boolean | null): FormulaType {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' ? 'number' : 'boolean';
}

class Compiler {
  readonly references: string[] = [];
  volatile = false;
  readonly #scope: FormulaScope;
  readonly #blankAs: 'zero' | 'blank';
  readonly #setting: Setting;

  constructor(scope: FormulaScope, options: FormulaOptions) {
    this.#scope = scope;
    this.#blankAs = options.blankAs ?? 'blank';
    this.#setting = options.setting ?? 'record';
  }

  compile(expression: Expression): Term {
    if (expression.kind === 'literal') return constant(literalType(expression.value), expression.value, expression.position);
    if (expression.kind === 'reference') return this.#reference(expression.name, expression.position);
    return this.#call(expression.name, expression.parameters, expression.position);
  }

  #reference(name: string, position: number): Term {
    const meaning = this.#scope.resolve(name);
    if (!meaning) throw new FormulaError(`Field ${name} does not exist. Check spelling`, position);
    const known = meaning.name ?? name;
    const found = this.references.indexOf(known);
    const reference = found < 0 ? this.references.push(known) - 1 : found;
    const blankAs = meaning.blankAs ?? this.#blankAs;
    return {
      type: meaning.type,
      run: readingRun(reference, meaning.type, blankAs === 'zero', meaning.percent === true, this.#setting),
      position,
      constant: false,
      reference,
      ...(meaning.picklist === true ? { picklist: true } : {}),
    };
  }

  #call(name: string, parameters: readonly Expression[], position: number): Term {
    const rule = CATALOGUE.get(name);
    if (!rule) {
      throw new FormulaError(REFUSED.has(name) ? `The local org does not implement ${name}` : `Unknown function ${name}`, position);
    }
    if (VOLATILE.has(name)) this.volatile = true;
    const terms = parameters.map((parameter) => this.compile(parameter));
    return fold(rule({ name, terms, position, setting: this.#setting }));
  }
}

/** How a reference is read: blank numbers as zero where asked, blank checkboxes of records as false. */
function readingRun(reference: number, type: FormulaType, zero: boolean, percent: boolean, setting: Setting): Run {
  if (type === 'number' && percent) {
    return (read) => {
      const value = read(reference);
      return value === null ? (zero ? 0 : null) : (value as number) / 100;
    };
  }
  if (type === 'number' && zero) return (read) => read(reference) ?? 0;
  if (type === 'boolean' && setting === 'record') return (read) => read(reference) === true;
  return (read) => read(reference);
}

/** Computes a constant term once; one that fails stays as it is, since its branch may never be taken. */
function fold(term: Term): Term {
  if (!term.constant) return term;
  try {
    const value = term.run(() => null, NO_MOMENT);
    return { ...term, run: () => value };
  } catch (error) {
    if (error instanceof FormulaError) return { ...term, constant: false };
    throw error;
  }
}

/**
 * Compiles a formula for a scope. The value is a civil date, a UTC instant, a number, a text, a boolean or null; an empty text is null.
 * Throws FormulaError, which tells the place, when the formula cannot be read, names what is unknown, or has types that do not fit.
 * Evaluating throws FormulaError where the platform would fail: division by zero, DATE(2026, 2, 30), VALUE("x").
 */
export function compileFormula(source: string, scope: FormulaScope, options: FormulaOptions = {}): CompiledFormula {
  const compiler = new Compiler(scope, options);
  const term = compiler.compile(parseFormula(source));
  if (term.picklist === true && options.setting !== 'flow') {
    throw new FormulaError('A picklist is not a value of its own; use TEXT', term.position);
  }
  const { run } = term;
  return {
    source,
    type: term.type,
    references: compiler.references,
    volatile: compiler.volatile,
    evaluate: term.type === 'text' ? (read, moment) => run(read, moment) || null : run,
  };
}
