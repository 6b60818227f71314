// Permission sets, tabs, pages and apps: everything that they give access to exists, and nothing is left without access.
import type { Check, Report } from './check.ts';
import type { PackageModel } from './package-model.ts';
import { isPlatformEvent } from './package-model.ts';
import type { SourceFile } from './source-tree.ts';
import { child, childrenOf, descendants, textOf } from './xml-document.ts';

/** Characters (Object Reference, PermissionSet.Description). */
const LONGEST_DESCRIPTION = 255;

/** Names of tabs that an app may hold besides those of the package. */
function isTab(name: string, model: PackageModel): boolean {
  return /^standard-[A-Za-z]+$/.test(name) || model.tree.of('tab').some((tab) => tab.name === name);
}

function checkObjectPermissions(file: SourceFile, model: PackageModel, report: Report): void {
  const nodes = childrenOf(file.root, 'objectPermissions');
  const readable = new Set(nodes.filter((node) => textOf(node, 'allowRead') === 'true').map((node) => textOf(node, 'object')));
  for (const node of nodes) {
    const name = textOf(node, 'object') ?? '';
    const object = model.objects.get(name);
    if (!object) report(file, node, name, 'There is no such object.', 'Name an existing object.');
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
    if (!field) report(file, node, path, 'There is no such field.', 'Name it as Object.Field.');
    else if (field.required)
      report(
        file,
        node,
        path,
        'A required field is open to everyone who sees the object; an org refuses permissions for it.',
        'Remove the fieldPermissions.',
      );
    else if (field.computed && textOf(node, 'editable') === 'true')
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
  const named: readonly [string, string, (name: string) => boolean][] = [
    ['tabSettings', 'tab', (name) => isTab(name, model)],
    ['applicationVisibilities', 'application', (name) => model.tree.of('app').some((app) => app.name === name)],
    ['customPermissions', 'name', (name) => model.tree.of('customPermission').some((permission) => permission.name === name)],
  ];
  for (const [list, key, exists] of named) {
    for (const node of childrenOf(file.root, list)) {
      const name = textOf(node, key) ?? '';
      if (!exists(name))
        report(file, node, name, `There is no such ${key === 'name' ? 'custom permission' : key}.`, 'Name an existing one.');
    }
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

export const checkAccess: Check = (model, report) => {
  for (const file of model.tree.of('permissionset')) checkPermissionSet(file, model, report);
  checkEveryFieldIsReadable(model, report);
  for (const file of model.tree.of('app')) {
    for (const node of childrenOf(file.root, 'tabs'))
      if (!isTab(node.text, model))
        report(file, node, node.text, 'There is no such tab.', 'Name a tab of the package or a standard one (standard-Account).');
    for (const node of childrenOf(file.root, 'actionOverrides')) {
      const content = textOf(node, 'content');
      if (textOf(node, 'type') === 'Flexipage' && !model.tree.of('flexipage').some((page) => page.name === content))
        report(file, node, content ?? '', 'There is no such page.', 'Name an existing flexipage.');
    }
    const bar = textOf(file.root, 'utilityBar');
    if (bar !== undefined && !model.tree.of('flexipage').some((page) => page.name === bar))
      report(file, child(file.root, 'utilityBar') ?? file.root, bar, 'There is no such utility bar.', 'Add its flexipage.');
  }
  for (const file of model.tree.of('tab')) {
    const page = textOf(file.root, 'flexiPage');
    if (page !== undefined && !model.tree.of('flexipage').some((other) => other.name === page))
      report(file, child(file.root, 'flexiPage') ?? file.root, page, 'There is no such page.', 'Name an existing flexipage.');
    if (textOf(file.root, 'customObject') === 'true' && !model.objects.get(file.name)?.custom)
      report(file, file.root, file.name, 'There is no such custom object.', 'Name the file after its object.');
    const component = textOf(file.root, 'lwcComponent');
    if (component !== undefined && !model.components.has(component))
      report(file, file.root, component, 'There is no such component.', 'Name an existing component.');
  }
  for (const file of model.tree.of('flexipage')) {
    const object = textOf(file.root, 'sobjectType');
    if (object !== undefined && !model.objects.has(object))
      report(file, child(file.root, 'sobjectType') ?? file.root, object, 'There is no such object.', 'Name an existing object.');
    for (const node of descendants(file.root)) {
      if (node.name !== 'componentName' || (node.text.includes(':') && !node.text.startsWith('c:'))) continue;
      if (!model.components.has(node.text.replace(/^c:/, '')))
        report(file, node, node.text, 'There is no such component.', 'Name an existing component.');
    }
  }
};
