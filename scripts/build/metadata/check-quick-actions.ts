// Quick actions: the object they start on, what they make, and every field, flow, component and page that they show.
import type { Check, Report } from './check.ts';
import type { PackageModel } from './package-model.ts';
import type { SourceFile } from './source-tree.ts';
import { child, childrenOf, descendants } from './xml-document.ts';

export const checkQuickActions: Check = (model, report) => {
  for (const file of model.tree.of('quickAction')) {
    const owner = file.name.includes('.') ? (file.name.split('.')[0] ?? '') : undefined;
    if (owner !== undefined && !model.objects.has(owner))
      report.about(owner)(file, file.root, file.name, `There is no object ${owner}.`, 'Name the file <Object>.<Action>.');
    const at = child(file.root, 'targetObject');
    if (at && !model.objects.has(at.text)) report.about(at.text)(file, at, at.text, 'There is no such object.', 'Name an existing object.');
    checkFields(file, at?.text ?? owner ?? '', model, report);
    checkShown(file, model, report);
  }
  checkPlaced(model, report);
};

function checkFields(file: SourceFile, objectName: string, model: PackageModel, report: Report): void {
  const object = model.objects.get(objectName);
  if (!object) return;
  const nodes = [...descendants(file.root)].filter(({ name }) => name === 'quickActionLayoutItems' || name === 'fieldOverrides');
  const named = [...nodes.flatMap((node) => child(node, 'field') ?? []), ...childrenOf(file.root, 'targetParentField')];
  for (const node of named)
    if (!object.fields.has(node.text))
      report.about(object.custom ? '__c' : node.text)(file, node, node.text, `${objectName} has no such field.`, 'Name an existing field.');
  const type = child(file.root, 'targetRecordType');
  if (type && !type.text.endsWith('.Master') && !model.tree.of('recordType').some((one) => `${one.object}.${one.name}` === type.text))
    report(file, type, type.text, 'There is no such record type.', 'Write Object.Record_Type.');
}

function checkShown(file: SourceFile, model: PackageModel, report: Report): void {
  for (const [element, what, isThere] of [
    ['flowDefinition', 'flow', (name: string) => model.tree.of('flow').some((flow) => flow.name === name)],
    ['lightningWebComponent', 'component', (name: string) => model.components.has(name)],
    ['lightningComponent', 'component', (name: string) => model.components.has(name)],
    ['page', 'Visualforce page', (name: string) => model.tree.of('page').some((page) => page.name === name)],
  ] as const) {
    const node = child(file.root, element);
    if (node && !isThere(node.text.replace(/^c:/, '')))
      report(file, node, node.text, `There is no such ${what}.`, 'Name one of the package.');
  }
}

/** Actions and buttons that layouts place; those of standard objects may be the platform's own. */
function checkPlaced(model: PackageModel, report: Report): void {
  for (const file of model.tree.of('layout')) {
    const object = file.name.split('-')[0] ?? '';
    for (const node of [...descendants(file.root)].filter(({ name }) => name === 'actionName' || name === 'quickActionName'))
      if (/__c\./.test(node.text) && !model.tree.of('quickAction').some(({ name }) => name === node.text))
        report(file, node, node.text, 'There is no such quick action.', 'Name an action of the package.');
    for (const node of childrenOf(file.root, 'customButtons'))
      if (!model.tree.of('webLink').some((link) => link.object === object && link.name === node.text))
        report.about(object)(file, node, node.text, `${object} has no such button.`, 'Name a web link of the object.');
  }
}
