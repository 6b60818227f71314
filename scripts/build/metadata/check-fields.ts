// Custom fields: explained to people, and pointing at objects, value sets and fields that exist.
import type { Check, Report } from './check.ts';
import type { PackageModel } from './package-model.ts';
import type { SourceFile } from './source-tree.ts';
import { child, childrenOf, textOf } from './xml-document.ts';

/** Longest texts that an org takes. */
const LONGEST: Readonly<Record<string, number>> = { label: 40, description: 1000, inlineHelpText: 510, relationshipName: 40 };

function checkTexts(file: SourceFile, element: string, report: Report): void {
  for (const name of ['label', 'description', 'inlineHelpText']) {
    if (textOf(file.root, name) === undefined)
      report.advise(
        file,
        file.root,
        element,
        `It has no ${name}.`,
        name === 'description' ? 'Say who writes it, in which unit and from which source.' : 'Explain it to the person who fills it in.',
      );
  }
  for (const [name, longest] of Object.entries(LONGEST)) {
    const text = textOf(file.root, name) ?? '';
    if (text.length > longest)
      report(
        file,
        child(file.root, name) ?? file.root,
        element,
        `Its ${name} has ${text.length} characters; an org takes ${longest}.`,
        'Shorten it.',
      );
  }
  const name = textOf(file.root, 'fullName');
  if (name !== file.name)
    report(
      file,
      file.root,
      element,
      `The file is named ${file.name}, the field ${name ?? '(nothing)'}.`,
      'Give file and field the same name.',
    );
  if (!/^[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*__c$/.test(file.name) || file.name.length > 43)
    report(
      file,
      file.root,
      element,
      'It is no name that an org takes.',
      'Letters, digits and single underscores, at most 40 characters before __c.',
    );
}

function checkReference(file: SourceFile, element: string, model: PackageModel, report: Report): void {
  const to = textOf(file.root, 'referenceTo');
  const at = child(file.root, 'referenceTo') ?? file.root;
  if (to === undefined) return report(file, file.root, element, 'It points at no object.', 'Add <referenceTo>.');
  if (!model.objects.has(to)) report(file, at, element, `There is no object ${to}.`, 'Name an existing object.');
  if (textOf(file.root, 'required') === 'true' && textOf(file.root, 'deleteConstraint') === 'SetNull')
    report(file, at, element, 'It is required, but emptied when its parent is deleted.', 'Set deleteConstraint to Restrict.');
  const relationship = textOf(file.root, 'relationshipName');
  if (relationship === undefined)
    return report.advise(
      file,
      file.root,
      element,
      'Its relationship has no name, so no list or query can use it.',
      'Add <relationshipName>.',
    );
  const clash = model.tree
    .of('field')
    .find(
      (other) =>
        other !== file &&
        textOf(other.root, 'referenceTo') === to &&
        textOf(other.root, 'relationshipName') === relationship &&
        other.path < file.path,
    );
  if (clash)
    report(
      file,
      child(file.root, 'relationshipName') ?? file.root,
      element,
      `${clash.object}.${clash.name} already calls its relationship from ${to} ${relationship}.`,
      'Choose another relationshipName.',
    );
}

function checkPicklist(file: SourceFile, element: string, model: PackageModel, report: Report): void {
  const set = textOf(file.root, 'valueSet', 'valueSetName');
  if (set !== undefined && !model.valueSets.has(set))
    report(file, child(file.root, 'valueSet') ?? file.root, element, `There is no global value set ${set}.`, 'Name an existing value set.');
  const values = model.objects.get(file.object)?.fields.get(file.name)?.values ?? [];
  const standard = /^"(?<value>.*)"$/.exec(textOf(file.root, 'defaultValue') ?? '')?.groups?.['value'];
  if (standard !== undefined && !values.includes(standard))
    report(
      file,
      child(file.root, 'defaultValue') ?? file.root,
      element,
      `Its default "${standard}" is none of its values.`,
      `Choose one of: ${values.join(', ')}.`,
    );
  if (textOf(file.root, 'valueSet', 'restricted') !== 'true')
    report.advise(file, file.root, element, 'It takes any text.', 'Set <restricted> to true.');
}

function checkSummary(file: SourceFile, element: string, model: PackageModel, report: Report): void {
  const field = (path: string): string | undefined => {
    const [object = '', name = ''] = path.split('.');
    return model.objects.get(object)?.fields.get(name)?.name;
  };
  const key = textOf(file.root, 'summaryForeignKey') ?? '';
  const [childObject = '', keyField = ''] = key.split('.');
  const master = model.objects.get(childObject)?.fields.get(keyField)?.file;
  if (!master || textOf(master.root, 'type') !== 'MasterDetail' || textOf(master.root, 'referenceTo') !== file.object) {
    report(
      file,
      child(file.root, 'summaryForeignKey') ?? file.root,
      element,
      `${key} is no master-detail field that points at ${file.object}.`,
      'Name the master-detail field of the child.',
    );
  }
  const summarized = textOf(file.root, 'summarizedField');
  if (summarized !== undefined && !field(summarized))
    report(
      file,
      child(file.root, 'summarizedField') ?? file.root,
      element,
      `There is no field ${summarized}.`,
      'Name a field of the child.',
    );
  for (const item of childrenOf(file.root, 'summaryFilterItems')) {
    const [object = '', name = ''] = (textOf(item, 'field') ?? '').split('.');
    const found = model.objects.get(object)?.fields.get(name);
    const value = textOf(item, 'value');
    if (!found) report(file, item, element, `There is no field ${object}.${name}.`, 'Name a field of the child.');
    else if (found.values && value !== undefined && !found.values.includes(value))
      report(file, item, element, `"${value}" is no value of ${object}.${name}.`, `Choose one of: ${found.values.join(', ')}.`);
  }
}

export const checkFields: Check = (model, report) => {
  for (const file of model.tree.of('field')) {
    const element = `${file.object}.${file.name}`;
    const type = textOf(file.root, 'type');
    if (!model.objects.has(file.object)) report(file, file.root, element, `There is no object ${file.object}.`, 'Add its object-meta.xml.');
    checkTexts(file, element, report);
    if (type === 'Lookup' || type === 'MasterDetail') checkReference(file, element, model, report);
    if (type === 'Picklist' || type === 'MultiselectPicklist') checkPicklist(file, element, model, report);
    if (type === 'Summary') checkSummary(file, element, model, report);
    if (type === 'Text' && textOf(file.root, 'formula') === undefined && textOf(file.root, 'length') === undefined)
      report(file, file.root, element, 'A text has a length.', 'Add <length>.');
    if (textOf(file.root, 'required') === 'true' && (type === 'MasterDetail' || textOf(file.root, 'formula') !== undefined))
      report(file, file.root, element, 'It cannot be made required.', 'Remove <required>.');
  }
};
