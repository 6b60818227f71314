// Entry formulas of flows in words, as far as they are conditions that an admin would say; undefined for the rest.
import { parseFormula, type Expression } from '../local-org/formula/parse-formula.ts';
import type { PackageWords } from './package-words.ts';

const COMPARED: Readonly<Record<string, string>> = {
  '=': 'is',
  '<>': 'is not',
  '<': 'is below',
  '<=': 'is at most',
  '>': 'is above',
  '>=': 'is at least',
};
/** The same when the condition is denied. */
const DENIED: Readonly<Record<string, string>> = {
  '=': '<>',
  '<>': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};
const SUMS: Readonly<Record<string, string>> = { '+': 'plus', '-': 'minus' };
const GLOBALS: Readonly<Record<string, string>> = { '$User.Id': 'the user who saves', '$Flow.CurrentDate': 'today' };

/** `AND(ISNEW(), {!$Record.Is_Open__c})` → `it is new and Open is yes`. `object` is what the flow starts on. */
export function formulaWords(formula: string, object: string, words: PackageWords): string | undefined {
  return condition(parseFormula(formula), false, { object, words });
}

interface Setting {
  readonly object: string;
  readonly words: PackageWords;
}

/** A condition, or its denial. */
function condition(expression: Expression, isDenied: boolean, setting: Setting): string | undefined {
  if (expression.kind === 'literal') return undefined;
  if (expression.kind === 'reference') return said(valueOf(expression, setting), isDenied ? 'is no' : 'is yes');
  const { name, parameters } = expression;
  const [first, second] = parameters;
  if (name === 'AND' || name === 'OR') return joined(parameters, (name === 'AND') !== isDenied ? 'and' : 'or', isDenied, setting);
  if (name === 'ISNEW') return isDenied ? 'it is not new' : 'it is new';
  if (!first) return undefined;
  if (name === 'NOT') return condition(first, !isDenied, setting);
  const value = valueOf(first, setting);
  if (name === 'ISBLANK' || name === 'ISNULL') return said(value, isDenied ? 'is filled in' : 'is empty');
  if (name === 'ISCHANGED') return said(value, isDenied ? 'has not changed' : 'has changed');
  const other = second && valueOf(second, setting);
  if (name === 'BEGINS' || name === 'CONTAINS') {
    const verb = name === 'BEGINS' ? (['begins', 'does not begin'] as const) : (['contains', 'does not contain'] as const);
    return said(value, `${verb[isDenied ? 1 : 0]}${name === 'BEGINS' ? ' with' : ''}`, other);
  }
  if (name === 'ISPICKVAL') return said(value, isDenied ? 'is not' : 'is', other);
  const operator = COMPARED[(isDenied ? DENIED[name] : name) ?? ''];
  return operator === undefined || parameters.length !== 2 ? undefined : said(value, operator, other);
}

/** Parts with `and` or `or` between them; parts that are themselves joined otherwise stand in brackets. */
function joined(parts: readonly Expression[], word: 'and' | 'or', isDenied: boolean, setting: Setting): string | undefined {
  const all = parts.map((part) => {
    const text = condition(part, isDenied, setting);
    return text !== undefined && part.kind === 'call' && /^(?:AND|OR|NOT)$/.test(part.name) && / (?:and|or) /.test(text)
      ? `(${text})`
      : text;
  });
  return all.includes(undefined) ? undefined : all.join(` ${word} `);
}

function said(value: string | undefined, verb: string, other?: string): string | undefined {
  if (value === undefined) return undefined;
  return other === undefined ? `${value} ${verb}` : `${value} ${verb} ${other}`;
}

function valueOf(expression: Expression, setting: Setting): string | undefined {
  if (expression.kind === 'literal') {
    const { value } = expression;
    if (value === null || value === '') return 'empty';
    return typeof value === 'string' ? `“${value}”` : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  }
  if (expression.kind === 'reference') return referenceWords(expression.name, setting);
  const { name, parameters } = expression;
  if (name === 'TODAY' && parameters.length === 0) return 'today';
  const [first, second] = parameters.map((part) => valueOf(part, setting));
  if (first === undefined) return undefined;
  // a blank number that counts as zero is still that number
  if (name === 'TEXT' || (name === 'BLANKVALUE' && second === '0')) return first;
  if (name === 'PRIORVALUE') return `what ${first} was before`;
  const sum = SUMS[name];
  return sum !== undefined && second !== undefined ? `${first} ${sum} ${second}` : undefined;
}

function referenceWords(name: string, { object, words }: Setting): string | undefined {
  const { prior, path } = /^\$Record(?<prior>__Prior)?\.(?<path>.+)$/.exec(name)?.groups ?? {};
  const label = path === undefined ? GLOBALS[name] : words.path(object, path);
  return prior === undefined || label === undefined ? label : `what ${label} was before`;
}
