// Formulas of validation rules and formula fields: compiled against the schema that the package makes, and shown to users in words.
import { compileFormula } from '../../local-org/formula/compile-formula.ts';
import { recordScope } from '../../local-org/formula/record-scope.ts';
import type { Schema } from '../../local-org/metadata/schema.ts';
import type { Check, Report } from './check.ts';
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

function compile(file: SourceFile, element: string, wanted: string | undefined, schema: Schema, report: Report): void {
  const source = textOf(file.root, element);
  const object = schema.object(file.object);
  if (source === undefined || !object) return;
  const node = child(file.root, element) ?? file.root;
  try {
    const { type } = compileFormula(source, recordScope(schema, object));
    if (wanted !== undefined && type !== wanted && type !== 'null')
      report(file, node, file.name, `The formula gives ${type}, where ${wanted} is wanted.`, 'Change the formula or the type.');
  } catch (error) {
    report(file, node, file.name, error instanceof Error ? error.message : String(error), 'Correct the formula.');
  }
}

function checkRule(file: SourceFile, model: PackageModel, schema: Schema, report: Report): void {
  const object = model.objects.get(file.object);
  if (!object) return report(file, file.root, file.name, `There is no object ${file.object}.`, 'Move it into the folder of its object.');
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
    report(file, child(file.root, 'errorDisplayField') ?? file.root, shown, `${object.name} has no such field.`, 'Name an existing field.');
  if (textOf(file.root, 'fullName') !== file.name || file.name.length > 40)
    report(
      file,
      file.root,
      file.name,
      'Its name differs from its file or has more than 40 characters.',
      'Give file and rule the same short name.',
    );
  compile(file, 'errorConditionFormula', 'boolean', schema, report);
}

/** The check of a package whose schema could be made. */
export function formulaCheck(schema: Schema): Check {
  return (model, report) => {
    for (const file of model.tree.of('validationRule')) checkRule(file, model, schema, report);
    for (const file of model.tree.of('field')) compile(file, 'formula', FIELD_TYPES[textOf(file.root, 'type') ?? ''], schema, report);
  };
}
