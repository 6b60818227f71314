// Permission sets: what they open exists, hangs together, and no field is left that nobody may see.
import type { Check, Report } from './check.ts';
import type { PackageModel } from './package-model.ts';
import { isPlatformEvent } from './package-model.ts';
import type { SourceFile } from './source-tree.ts';
import { child, childrenOf, textOf } from './xml-document.ts';

/** Characters (Object Reference, PermissionSet.Description). */
const LONGEST_DESCRIPTION = 255;

/** Names of tabs that an app may hold besides those of the package. */
export function isTab(name: string, model: PackageModel): boolean {
  return /^standard-[A-Za-z]+$/.test(name) || model.tree.of('tab').some((tab) => tab.name === name);
}

function checkObjectPermissions(file: SourceFile, model: PackageModel, report: Report): void {
  const nodes = childrenOf(file.root, 'objectPermissions');
  const readable = new Set(nodes.filter((node) => textOf(node, 'allowRead') === 'true').map((node) => textOf(node, 'object')));
  for (const node of nodes) {
    const name = textOf(node, 'object') ?? '';
    const object = model.objects.get(name);
    if (!object) report.about(name)(file, node, name, 'There is no such object.', 'Name an existing object.');
    for (const master of object?.masters ?? [])
      if (!readable.has(master))
        report(
          file,
          node,
          name,
          `It gives access to a detail of ${master}, but not to ${master}.`,
          `Add objectPermissions with allowRead for ${master}.`,
        );
    const gives = (right: string): boolean => textOf(node, right) === 'true';
    if (gives('allowDelete') && !gives('allowEdit')) report(file, node, name, 'Deleting depends on editing.', 'Set allowEdit too.');
    if ((gives('allowEdit') || gives('allowCreate') || gives('viewAllRecords')) && !gives('allowRead'))
      report(file, node, name, 'Every right depends on reading.', 'Set allowRead too.');
    if (gives('modifyAllRecords') && !(gives('viewAllRecords') && gives('allowDelete')))
      report(
        file,
        node,
        name,
        'Modifying all records depends on viewing all and on deleting.',
        'Set viewAllRecords, allowEdit and allowDelete too.',
      );
    for (const master of object?.masters ?? []) {
      const parent = nodes.find((other) => textOf(other, 'object') === master);
      if (gives('viewAllRecords') && parent && textOf(parent, 'viewAllRecords') !== 'true')
        report(file, node, name, `Viewing all records depends on viewing all of ${master}.`, `Set viewAllRecords for ${master} too.`);
    }
  }
}

function checkFieldPermissions(file: SourceFile, model: PackageModel, report: Report): void {
  for (const node of childrenOf(file.root, 'fieldPermissions')) {
    const path = textOf(node, 'field') ?? '';
    const [object = '', name = ''] = path.split('.');
    const field = model.objects.get(object)?.fields.get(name);
    if (!field) report.about(path)(file, node, path, 'There is no such field.', 'Name it as Object.Field.');
    else if (field.required)
      report(
        file,
        node,
        path,
        'A required field is open to everyone who sees the object; an org refuses permissions for it.',
        'Remove the fieldPermissions.',
      );
    else if (field.file && field.computed && textOf(node, 'editable') === 'true')
      report(file, node, path, 'Nobody can edit a computed field.', 'Set editable to false.');
  }
}

function checkPermissionSet(file: SourceFile, model: PackageModel, report: Report): void {
  const description = textOf(file.root, 'description');
  if (description === undefined)
    report.advise(file, file.root, file.name, 'It has no description.', 'Say who needs it and what it allows.');
  else if (description.length > LONGEST_DESCRIPTION)
    report(
      file,
      child(file.root, 'description') ?? file.root,
      file.name,
      `Its description has ${description.length} characters; an org takes ${LONGEST_DESCRIPTION}.`,
      'Shorten it.',
    );
  checkObjectPermissions(file, model, report);
  checkFieldPermissions(file, model, report);
  checkNamed(file, model, report);
}

/** What a permission set opens by name: the list, the element of the name, what it is, and whether it is there. */
const NAMED: readonly (readonly [string, string, string, (name: string, model: PackageModel) => boolean])[] = [
  ['tabSettings', 'tab', 'tab', isTab],
  ['applicationVisibilities', 'application', 'application', (name, model) => name.startsWith('standard__') || isFile('app', name, model)],
  ['customPermissions', 'name', 'custom permission', (name, model) => isFile('customPermission', name, model)],
  ['classAccesses', 'apexClass', 'Apex class', (name, model) => isFile('cls', name, model)],
  ['pageAccesses', 'apexPage', 'Visualforce page', (name, model) => isFile('page', name, model)],
  ['flowAccesses', 'flow', 'flow', (name, model) => isFile('flow', name, model)],
  ['customMetadataTypeAccesses', 'name', 'custom metadata type', (name, model) => model.objects.has(name)],
  ['customSettingAccesses', 'name', 'custom setting', (name, model) => model.objects.has(name)],
  ['recordTypeVisibilities', 'recordType', 'record type', isRecordType],
];

function isFile(kind: string, name: string, model: PackageModel): boolean {
  return model.tree.of(kind).some((file) => file.name === name);
}

function isRecordType(name: string, model: PackageModel): boolean {
  return model.tree.of('recordType').some((type) => `${type.object}.${type.name}` === name);
}

function checkNamed(file: SourceFile, model: PackageModel, report: Report): void {
  for (const [list, key, what, isThere] of NAMED)
    for (const node of childrenOf(file.root, list)) {
      const name = textOf(node, key) ?? '';
      if (!isThere(name, model)) report(file, node, name, `There is no such ${what}.`, 'Name an existing one.');
    }
}

/** What is opened in vain: tabs and fields of objects that the set does not read, fields to edit where no record can be written. */
function checkNothingInVain(file: SourceFile, report: Report): void {
  const rights = new Map(childrenOf(file.root, 'objectPermissions').map((node) => [textOf(node, 'object') ?? '', node]));
  const may = (object: string, ...any: readonly string[]): boolean => {
    const node = rights.get(object);
    return node !== undefined && any.some((right) => textOf(node, right) === 'true');
  };
  for (const node of childrenOf(file.root, 'tabSettings')) {
    const tab = textOf(node, 'tab') ?? '';
    if (tab.endsWith('__c') && !may(tab, 'allowRead'))
      report.advise(
        file,
        node,
        tab,
        'It shows the tab of an object that it does not read.',
        'Add objectPermissions with allowRead, or remove the tab.',
      );
  }
  for (const node of childrenOf(file.root, 'fieldPermissions')) {
    const [object = '', name = ''] = (textOf(node, 'field') ?? '').split('.');
    if (!object.endsWith('__c')) continue;
    if (!may(object, 'allowRead'))
      report.advise(
        file,
        node,
        `${object}.${name}`,
        `It shows a field of ${object}, which it does not read.`,
        'Add objectPermissions, or remove the field.',
      );
    else if (textOf(node, 'editable') === 'true' && !may(object, 'allowCreate', 'allowEdit'))
      report.advise(
        file,
        node,
        `${object}.${name}`,
        `It edits a field of ${object}, of which it writes no record.`,
        'Set editable to false.',
      );
  }
}

/** Fields that no permission set mentions: nobody but an administrator would ever see them. */
function checkEveryFieldIsReadable(model: PackageModel, report: Report): void {
  const sets = model.tree.of('permissionset');
  if (sets.length === 0) return;
  const mentioned = new Set(sets.flatMap((set) => childrenOf(set.root, 'fieldPermissions').map((node) => textOf(node, 'field'))));
  for (const object of model.objects.values()) {
    for (const field of object.fields.values()) {
      const names = object.name === 'Activity' ? [`Task.${field.name}`, `Event.${field.name}`] : [`${object.name}.${field.name}`];
      if (field.file && !field.required && !isPlatformEvent(object.name) && !names.every((name) => mentioned.has(name)))
        report.advise(
          field.file,
          field.file.root,
          `${object.name}.${field.name}`,
          'No permission set lets anybody see it.',
          'Add it to the fieldPermissions of a permission set.',
        );
    }
  }
}

export const checkPermissionSets: Check = (model, report) => {
  for (const file of model.tree.of('permissionset')) {
    checkPermissionSet(file, model, report);
    checkNothingInVain(file, report);
  }
  checkEveryFieldIsReadable(model, report);
};
