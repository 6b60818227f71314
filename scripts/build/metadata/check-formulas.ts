// Formulas of validation rules and formula fields: compiled against the schema that the package makes, and shown to users in words.
import type { FormulaScope } from '../../local-org/formula/compiled-formula.ts';
import { compileFormula } from '../../local-org/formula/compile-formula.ts';
import { recordScope } from '../../local-org/formula/record-scope.ts';
import type { Schema } from '../../local-org/metadata/schema.ts';
import type { Check, Report } from './check.ts';
import { modelScope, type JudgingScope } from './formula-scope.ts';
import type { PackageModel } from './package-model.ts';
import type { SourceFile } from './source-tree.ts';
import { child, textOf } from './xml-document.ts';

/** Formula type that a formula field of a metadata type must give. */
const FIELD_TYPES: Readonly<Record<string, string>> = {
  Checkbox: 'boolean',
  Currency: 'number',
  Number: 'number',
  Percent: 'number',
  Date: 'date',
  DateTime: 'datetime',
  Text: 'text',
  Time: 'time',
};

/** How the formulas of an object are bound: to the local org's schema, or to what the package and the platform say. */
type Scopes = (object: string) => FormulaScope | undefined;

/** Functions that exist, but that the compiler does not know. */
const NOT_IMPLEMENTED = /^The local org does not implement/;

function compile(file: SourceFile, element: string, wanted: string | undefined, scopes: Scopes, report: Report): void {
  const source = textOf(file.root, element);
  const scope = scopes(file.object);
  if (source === undefined || !scope) return;
  const node = child(file.root, element) ?? file.root;
  try {
    const { type } = compileFormula(source, scope);
    if (wanted !== undefined && type !== wanted && type !== 'null')
      report(file, node, file.name, `The formula gives ${type}, where ${wanted} is wanted.`, 'Change the formula or the type.');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const doubts = [...((scope as Partial<JudgingScope>).unknown ?? [])];
    if (NOT_IMPLEMENTED.test(message)) report.unjudged(file, node, file.name, message, 'Only an org can judge the formula.');
    else if (doubts.length > 0)
      report.unjudged(file, node, file.name, message, `It may be right: the type of ${doubts.join(', ')} is not known.`);
    else report(file, node, file.name, message, 'Correct the formula.');
  }
}

function checkRule(file: SourceFile, model: PackageModel, scopes: Scopes, report: Report): void {
  const object = model.objects.get(file.object);
  if (!object)
    return report.about(file.object)(
      file,
      file.root,
      file.name,
      `There is no object ${file.object}.`,
      'Move it into the folder of its object.',
    );
  if (textOf(file.root, 'description') === undefined)
    report.advise(file, file.root, file.name, 'It has no description.', 'Say why the rule is there.');
  const message = textOf(file.root, 'errorMessage') ?? '';
  if (message.length > 255)
    report(
      file,
      child(file.root, 'errorMessage') ?? file.root,
      file.name,
      `The message has ${message.length} characters; an org takes 255.`,
      'Shorten it.',
    );
  const shown = textOf(file.root, 'errorDisplayField');
  if (shown !== undefined && !object.fields.has(shown))
    report.about(object.custom ? '__c' : shown)(
      file,
      child(file.root, 'errorDisplayField') ?? file.root,
      shown,
      `${object.name} has no such field.`,
      'Name an existing field.',
    );
  if (textOf(file.root, 'fullName') !== file.name || file.name.length > 40)
    report(
      file,
      file.root,
      file.name,
      'Its name differs from its file or has more than 40 characters.',
      'Give file and rule the same short name.',
    );
  compile(file, 'errorConditionFormula', 'boolean', scopes, report);
}

/** The check of an org's own formulas: by the schema of a local org that takes the package, else by what the package and the platform say. */
export function formulaCheck(schema?: Schema): Check {
  return (model, report) => {
    const scopes: Scopes = (name) => {
      if (schema) {
        const object = schema.object(name);
        return object && recordScope(schema, object);
      }
      const object = model.objects.get(name);
      return object && modelScope(model, object);
    };
    for (const file of model.tree.of('validationRule')) checkRule(file, model, scopes, report);
    for (const file of model.tree.of('field')) compile(file, 'formula', FIELD_TYPES[textOf(file.root, 'type') ?? ''], scopes, report);
  };
}
