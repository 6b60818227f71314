// Page layouts and list views: every field, value and related list exists, and nothing required is left off a layout.
import type { Check, Report } from './check.ts';
import type { PackageModel, PackageObject } from './package-model.ts';
import { checkListed } from './picklist-values.ts';
import type { SourceFile } from './source-tree.ts';
import { child, childrenOf, descendants, textOf, type XmlNode } from './xml-document.ts';

/** Column names of list views and related lists that are no API names of fields. */
const COLUMNS =
  /^(?:NAME|RECORDTYPE|CREATED_DATE|LAST_UPDATE|LAST_ACTIVITY|(?:OWNER|CREATEDBY_USER|UPDATEDBY_USER)(?:\.(?:ALIAS|FIRST_NAME|LAST_NAME))?|CORE\.USERS\.[A-Z_]+|(?:ACCOUNT|CONTACT|TASK|ACTIVITY|OPPORTUNITY|CASES|CAMPAIGN)\.[A-Z0-9_.]+)$/;
const STANDARD_LISTS = /^Related[A-Za-z]+List$/;

/** Columns of standard objects have codes of the platform's own, such as `SALES.ACCOUNT.NAME`, of which there is no list. */
const STANDARD_COLUMN = /^[A-Z][A-Z0-9_.]*$/;

/** A field of the object, or one of the platform's own names of columns. */
export function checkColumn(file: SourceFile, node: XmlNode, object: PackageObject, report: Report): void {
  if (COLUMNS.test(node.text) || (!object.custom && STANDARD_COLUMN.test(node.text))) return;
  if (!object.fields.has(node.text))
    report.about(object.custom ? '__c' : node.text)(
      file,
      node,
      node.text,
      `${object.name} has no such field.`,
      'Name an existing field, or NAME for the name.',
    );
}

function checkRelatedList(file: SourceFile, node: XmlNode, owner: string, model: PackageModel, report: Report): void {
  const list = textOf(node, 'relatedList') ?? '';
  if (STANDARD_LISTS.test(list)) return;
  const [object = '', field = ''] = list.split('.');
  const found = model.objects.get(object);
  const key = found?.fields.get(field)?.file;
  if (!found || !key || textOf(key.root, 'referenceTo') !== owner)
    return report(
      file,
      node,
      list,
      `It is no field of another object that points at ${owner}.`,
      'Write Child__c.Field__c of a lookup or master-detail field.',
    );
  for (const name of ['fields', 'sortField']) for (const column of childrenOf(node, name)) checkColumn(file, column, found, report);
}

const checkLayout = (file: SourceFile, model: PackageModel, report: Report): void => {
  const owner = file.name.split('-')[0] ?? '';
  const object = model.objects.get(owner);
  if (!object)
    return report.about(owner)(
      file,
      file.root,
      file.name,
      `There is no object ${owner}.`,
      'Name the file <Object>-<Layout name>.layout-meta.xml.',
    );
  if (!object.custom)
    report.advise(
      file,
      file.root,
      file.name,
      'It would stand beside or replace a layout that belongs to the customer.',
      'Leave layouts of standard objects to the customer; use a Lightning page.',
    );
  const placed = new Set<string>();
  for (const item of [...descendants(file.root)].filter((node) => node.name === 'layoutItems')) {
    const name = textOf(item, 'field');
    if (name === undefined) continue;
    const field = object.fields.get(name);
    if (!field) report.about(object.custom ? '__c' : name)(file, item, name, `${owner} has no such field.`, 'Name an existing field.');
    else if (field.file && field.computed && textOf(item, 'behavior') !== 'Readonly')
      report(file, item, name, 'Nobody can edit it.', 'Set behavior to Readonly.');
    else if (field.file && field.required && textOf(item, 'behavior') !== 'Required')
      report(file, item, name, 'It is required, but the layout does not say so.', 'Set behavior to Required.');
    else if (field.file && !field.required && textOf(item, 'behavior') === 'Required')
      report.advise(file, item, name, 'The layout requires it, the field does not: imports may leave it out.', 'Set behavior to Edit.');
    if (placed.has(name)) report(file, item, name, 'It stands twice on the layout.', 'Keep one of them.');
    placed.add(name);
  }
  for (const field of object.fields.values()) {
    if (field.file && object.custom && !placed.has(field.name))
      report.advise(file, file.root, field.name, 'It is not on the layout.', 'Add it to a section.');
  }
  for (const node of childrenOf(file.root, 'relatedLists')) checkRelatedList(file, node, owner, model, report);
};

const checkListView = (file: SourceFile, model: PackageModel, report: Report): void => {
  const object = model.objects.get(file.object);
  if (!object)
    return report.about(file.object)(
      file,
      file.root,
      file.name,
      `There is no object ${file.object}.`,
      'Move it into the folder of its object.',
    );
  if ((textOf(file.root, 'label') ?? '').length > 40)
    report(file, file.root, file.name, 'Its label has more than 40 characters.', 'Shorten it.');
  for (const node of childrenOf(file.root, 'columns')) checkColumn(file, node, object, report);
  const filters = childrenOf(file.root, 'filters');
  for (const filter of filters) {
    const at = child(filter, 'field') ?? filter;
    checkColumn(file, at, object, report);
    const field = object.fields.get(at.text);
    for (const value of (textOf(filter, 'value') ?? '').split(',').filter(Boolean))
      checkListed(file, filter, value, field, at.text, report);
  }
  const logic = textOf(file.root, 'booleanFilter');
  for (const number of logic?.match(/\d+/g) ?? [])
    if (Number(number) > filters.length)
      report(
        file,
        child(file.root, 'booleanFilter') ?? file.root,
        number,
        `There are only ${filters.length} filters.`,
        'Number the filters from 1.',
      );
  if (object.masters.length > 0 && textOf(file.root, 'filterScope') === 'Mine')
    report(file, file.root, file.name, 'A detail has no owner, so it cannot be filtered on mine.', 'Use Everything.');
};

export const checkLayouts: Check = (model, report) => {
  for (const file of model.tree.of('layout')) checkLayout(file, model, report);
  for (const file of model.tree.of('listView')) checkListView(file, model, report);
};
