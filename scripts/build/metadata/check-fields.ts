// Custom fields: explained to people, and pointing at objects, value sets and fields that exist.
import type { Check, Report } from './check.ts';
import { followPath } from './field-paths.ts';
import type { PackageModel, PackageObject } from './package-model.ts';
import type { SourceFile } from './source-tree.ts';
import { child, childrenOf, textOf } from './xml-document.ts';

const DEFINITIONS: ReadonlySet<string> = new Set(['EntityDefinition', 'FieldDefinition', 'EntityParticle']);

/** Longest texts that an org takes. */
const LONGEST: Readonly<Record<string, number>> = { label: 40, description: 1000, inlineHelpText: 510, relationshipName: 40 };

const NAME = /^(?:[A-Za-z][A-Za-z0-9]*__)?[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*__c$/;
/** The namespace of a managed package before a name. */
const NAMESPACE = /^[A-Za-z][A-Za-z0-9]*__(?=.*__c$)/;

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
  if (!NAME.test(file.name) || file.name.replace(NAMESPACE, '').length > 43)
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
  if (!model.objects.has(to)) report.about(to)(file, at, element, `There is no object ${to}.`, 'Name an existing object.');
  if (textOf(file.root, 'required') === 'true' && textOf(file.root, 'deleteConstraint') === 'SetNull')
    report(file, at, element, 'It is required, but emptied when its parent is deleted.', 'Set deleteConstraint to Restrict.');
  for (const item of childrenOf(child(file.root, 'lookupFilter') ?? file.root, 'filterItems'))
    for (const path of [textOf(item, 'field'), textOf(item, 'valueField')]) {
      const [head = '', ...rest] = path?.split('.') ?? [];
      const from = model.objects.get(head === '$Source' ? file.object : head);
      const followed = from && rest.length > 0 ? followPath(from, rest, model) : undefined;
      if (followed && 'message' in followed)
        report.about(from?.custom ? '__c' : followed.missing)(file, item, element, followed.message, 'Name a field of either object.');
    }
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
      (found.isOpen ? report.advise : report)(
        file,
        item,
        element,
        `"${value}" is no value of ${object}.${name}.`,
        `Choose one of: ${found.values.join(', ')}.`,
      );
  }
}

/** What a package says about a field that it did not make, such as its help or its values. */
function checkStandardField(file: SourceFile, element: string, object: PackageObject | undefined, report: Report): void {
  if (textOf(file.root, 'fullName') !== file.name)
    report(file, file.root, element, 'Its name differs from its file.', 'Give file and field the same name.');
  if (object && object.fields.get(file.name)?.file === file)
    report.about(file.name)(file, file.root, element, `${object.name} has no such standard field.`, 'Name a standard field.');
}

/** Fields of custom metadata types may point at objects, at their fields, and at records of other types. */
function checkMetadataRelationship(file: SourceFile, element: string, model: PackageModel, report: Report): void {
  const to = textOf(file.root, 'referenceTo') ?? '';
  const at = child(file.root, 'referenceTo') ?? file.root;
  if (!file.object.endsWith('__mdt')) report(file, file.root, element, 'Only custom metadata types have such fields.', 'Make it a Lookup.');
  if (to.endsWith('__mdt') ? !model.objects.has(to) : !DEFINITIONS.has(to))
    report(file, at, element, `There is no metadata ${to} to point at.`, `Name a custom metadata type, or ${[...DEFINITIONS].join(', ')}.`);
  const controlling = textOf(file.root, 'metadataRelationshipControllingField');
  if (to === 'FieldDefinition' && !model.objects.get(file.object)?.fields.has(controlling?.split('.').at(-1) ?? ''))
    report(file, at, element, 'Which object the field is of is told by no field.', 'Name it in <metadataRelationshipControllingField>.');
}

/** A dependent picklist depends on a picklist or checkbox of the same object, value by value. */
function checkDependence(file: SourceFile, element: string, model: PackageModel, report: Report): void {
  const node = child(child(file.root, 'valueSet') ?? file.root, 'controllingField');
  if (!node) return;
  const fields = model.objects.get(file.object)?.fields;
  const controlling = fields?.get(node.text);
  if (!controlling) return report(file, node, element, `${file.object} has no field ${node.text}.`, 'Name a field of the same object.');
  for (const setting of childrenOf(child(file.root, 'valueSet') ?? file.root, 'valueSettings')) {
    const [own, others] = [textOf(setting, 'valueName') ?? '', childrenOf(setting, 'controllingFieldValue').map(({ text }) => text)];
    if (fields?.get(file.name)?.values?.includes(own) === false)
      report(file, setting, element, `"${own}" is none of its values.`, 'Name one of its values.');
    for (const other of controlling.values ? others : [])
      if (!controlling.values?.includes(other))
        report(file, setting, element, `"${other}" is no value of ${node.text}.`, `Choose one of: ${controlling.values?.join(', ')}.`);
  }
}

export const checkFields: Check = (model, report) => {
  for (const file of model.tree.of('field')) {
    const element = `${file.object}.${file.name}`;
    const type = textOf(file.root, 'type');
    const object = model.objects.get(file.object);
    if (!object) report.about(file.object)(file, file.root, element, `There is no object ${file.object}.`, 'Add its object-meta.xml.');
    if (!file.name.includes('__')) {
      checkStandardField(file, element, object, report);
      continue;
    }
    checkTexts(file, element, report);
    if (type === 'Lookup' || type === 'MasterDetail') checkReference(file, element, model, report);
    if (type === 'MetadataRelationship') checkMetadataRelationship(file, element, model, report);
    if (type === 'Picklist' || type === 'MultiselectPicklist') {
      checkPicklist(file, element, model, report);
      checkDependence(file, element, model, report);
    }
    if (type === 'Summary') checkSummary(file, element, model, report);
    if (type === 'Text' && textOf(file.root, 'formula') === undefined && textOf(file.root, 'length') === undefined)
      report(file, file.root, element, 'A text has a length.', 'Add <length>.');
    if (textOf(file.root, 'required') === 'true' && (type === 'MasterDetail' || textOf(file.root, 'formula') !== undefined))
      report(file, file.root, element, 'It cannot be made required.', 'Remove <required>.');
  }
};
