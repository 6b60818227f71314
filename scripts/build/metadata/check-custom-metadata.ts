// Records of custom metadata types: their type, fields and values exist and fit one another.
import type { Check, Report } from './check.ts';
import type { PackageField, PackageModel } from './package-model.ts';
import { checkListed } from './picklist-values.ts';
import type { SourceFile } from './source-tree.ts';
import { child, childrenOf, textOf, type XmlNode } from './xml-document.ts';

/** XML Schema types in which the values of a field type are written. */
const WRITTEN_AS: Readonly<Record<string, readonly string[]>> = {
  Checkbox: ['xsd:boolean'],
  Date: ['xsd:date'],
  DateTime: ['xsd:dateTime'],
  Number: ['xsd:double', 'xsd:int'],
  Percent: ['xsd:double'],
};

export const checkCustomMetadata: Check = (model, report) => {
  for (const file of model.tree.of('md')) {
    const [type = '', record = ''] = file.name.split('.');
    const object = model.objects.get(`${type}__mdt`);
    if (!object || record === '') {
      report(file, file.root, file.name, `There is no custom metadata type ${type}__mdt.`, 'Name the file <Type>.<Record>.');
      continue;
    }
    const given = new Set<string>();
    for (const node of childrenOf(file.root, 'values')) {
      const name = textOf(node, 'field') ?? '';
      const field = object.fields.get(name);
      given.add(name);
      if (field) checkValue(file, node, field, model, report);
      else report(file, node, name, `${object.name} has no such field.`, 'Name a field of the type.');
    }
    for (const { name, required } of object.fields.values())
      if (required && !given.has(name)) report(file, file.root, name, 'It is required, but not given.', 'Add its value.');
  }
};

function checkValue(file: SourceFile, node: XmlNode, field: PackageField, model: PackageModel, report: Report): void {
  const value = child(node, 'value');
  if (!value || value.attributes['xsi:nil'] === 'true') return;
  const wanted = WRITTEN_AS[field.type ?? ''] ?? ['xsd:string'];
  const type = value.attributes['xsi:type'] ?? '';
  if (!wanted.includes(type))
    report(file, value, field.name, `Its value is a ${type || 'value without type'}.`, `Write xsi:type="${wanted[0]}".`);
  checkListed(file, value, value.text, field, field.name, report);
  const [to = ''] = field.referenceTo;
  if (to.endsWith('__mdt') && !model.tree.of('md').some(({ name }) => name === `${to.replace(/__mdt$/, '')}.${value.text}`))
    report(file, value, value.text, `There is no such record of ${to}.`, 'Name a record of the package.');
  if (to === 'EntityDefinition' && !model.objects.has(value.text))
    report.about(value.text)(file, value, value.text, 'There is no such object.', 'Name an existing object.');
}
