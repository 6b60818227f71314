// What hangs on an object besides its fields: record types, processes, field sets, links and the pages that stand in for its own.
import type { Check, Report } from './check.ts';
import { followPath } from './field-paths.ts';
import type { PackageModel, PackageObject } from './package-model.ts';
import { checkListed, decodedValue } from './picklist-values.ts';
import type { SourceFile } from './source-tree.ts';
import { child, childrenOf, textOf } from './xml-document.ts';

const MERGE = /\{!(?<object>\w+)\.(?<path>\w+)\}/g;

export const checkObjectParts: Check = (model, report) => {
  for (const kind of ['recordType', 'fieldSet', 'webLink', 'businessProcess'])
    for (const file of model.tree.of(kind)) {
      const object = model.objects.get(file.object);
      if (!object) report.about(file.object)(file, file.root, file.name, `There is no object ${file.object}.`, 'Move it to its object.');
      else if (kind === 'recordType') checkRecordType(file, object, model, report);
      else if (kind === 'fieldSet') checkFieldSet(file, object, model, report);
      else if (kind === 'webLink') checkWebLink(file, object, model, report);
    }
  for (const file of model.tree.of('object')) checkOverrides(file, model, report);
};

function checkRecordType(file: SourceFile, object: PackageObject, model: PackageModel, report: Report): void {
  for (const [element, kind, what] of [
    ['businessProcess', 'businessProcess', 'process'],
    ['compactLayoutAssignment', 'compactLayout', 'compact layout'],
  ] as const) {
    const node = child(file.root, element);
    if (node && node.text !== 'SYSTEM' && !model.tree.of(kind).some(({ name, object: of }) => name === node.text && of === object.name))
      report(file, node, node.text, `${object.name} has no such ${what}.`, 'Name one of the same object.');
  }
  for (const list of childrenOf(file.root, 'picklistValues')) {
    const at = child(list, 'picklist') ?? list;
    const field = object.fields.get(at.text);
    if (!field) report.about(object.custom ? '__c' : at.text)(file, at, at.text, `${object.name} has no such field.`, 'Name a picklist.');
    for (const value of childrenOf(list, 'values'))
      checkListed(file, value, decodedValue(textOf(value, 'fullName') ?? ''), field, at.text, report);
  }
}

function checkFieldSet(file: SourceFile, object: PackageObject, model: PackageModel, report: Report): void {
  const shown = new Set<string>();
  for (const node of [...childrenOf(file.root, 'availableFields'), ...childrenOf(file.root, 'displayedFields')]) {
    const name = textOf(node, 'field') ?? '';
    const followed = followPath(object, name.split('.'), model);
    if ('message' in followed)
      report.about(object.custom && !name.includes('.') ? '__c' : followed.missing)(file, node, name, followed.message, 'Name a field.');
    if (shown.has(name)) report(file, node, name, 'It stands twice in the field set.', 'Keep one of them.');
    shown.add(name);
  }
}

function checkWebLink(file: SourceFile, object: PackageObject, model: PackageModel, report: Report): void {
  const at = child(file.root, 'url') ?? file.root;
  for (const { groups } of at.text.matchAll(MERGE)) {
    const [name = '', path = ''] = [groups?.['object'], groups?.['path']];
    if (name === object.name && !object.fields.has(path) && path.endsWith('__c'))
      report(file, at, path, `${object.name} has no such field.`, 'Name an existing field.');
    else if (name.endsWith('__c') && !model.objects.has(name)) report(file, at, name, 'There is no such object.', 'Name an object.');
  }
  const page = child(file.root, 'page');
  if (page && !model.tree.of('page').some(({ name }) => name === page.text))
    report(file, page, page.text, 'There is no such Visualforce page.', 'Name a page of the package.');
}

/** Pages and components that stand in for the platform's own. */
function checkOverrides(file: SourceFile, model: PackageModel, report: Report): void {
  for (const node of childrenOf(file.root, 'actionOverrides')) {
    const [content, type] = [textOf(node, 'content') ?? '', textOf(node, 'type')];
    const isThere =
      type === 'Flexipage'
        ? model.tree.of('flexipage').some(({ name }) => name === content)
        : type === 'LightningComponent'
          ? model.components.has(content)
          : type !== 'Visualforce' || model.tree.of('page').some(({ name }) => name === content);
    if (!isThere)
      report(file, node, content, 'What is to stand in for the action is not there.', 'Name a page or component of the package.');
  }
}
