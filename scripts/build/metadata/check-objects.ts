// Objects and value sets as an org and its users want them: described, named, with layouts that point at existing fields.
import type { Check, Report } from './check.ts';
import type { PackageModel, PackageObject } from './package-model.ts';
import { isPlatformEvent } from './package-model.ts';
import type { SourceFile } from './source-tree.ts';
import { child, childrenOf, textOf, type XmlNode } from './xml-document.ts';

/** Limits of an org per object (Salesforce, "Custom Fields Allowed Per Object" and roll-up, lookup and history limits). */
const LIMITS: readonly { readonly what: string; readonly most: number; readonly counts: (root: XmlNode) => boolean }[] = [
  { what: 'master-detail fields', most: 2, counts: (root) => textOf(root, 'type') === 'MasterDetail' },
  { what: 'roll-up summary fields', most: 25, counts: (root) => textOf(root, 'type') === 'Summary' },
  { what: 'lookup fields', most: 40, counts: (root) => textOf(root, 'type') === 'Lookup' },
  { what: 'external ids', most: 25, counts: (root) => textOf(root, 'externalId') === 'true' },
  { what: 'fields with history', most: 20, counts: (root) => textOf(root, 'trackHistory') === 'true' },
];

function checkLimits(object: PackageObject, report: Report): void {
  const files = [...object.fields.values()].map((field) => field.file).filter((file) => file !== undefined);
  for (const { what, most, counts } of LIMITS) {
    const counted = files.filter((file) => counts(file.root));
    const last = counted.at(-1);
    if (counted.length > most && last)
      report(last, last.root, object.name, `It has ${counted.length} ${what}; an org allows ${most}.`, 'Remove some of them.');
  }
  const labels = Map.groupBy(files, (file) => textOf(file.root, 'label') ?? '');
  for (const [label, same] of labels) {
    const second = same[1];
    if (second)
      report.advise(
        second,
        child(second.root, 'label') ?? second.root,
        `${object.name}.${second.name}`,
        `The label "${label}" is used by ${same[0]?.name} too.`,
        'Give each field its own label.',
      );
  }
}

function checkOwnFile(file: SourceFile, object: PackageObject, model: PackageModel, report: Report): void {
  const needed = isPlatformEvent(object.name) ? ['eventType', 'publishBehavior'] : ['nameField', 'sharingModel'];
  for (const name of ['description', 'label', 'pluralLabel', 'deploymentStatus', ...needed]) {
    if (!child(file.root, name)) report.advise(file, file.root, object.name, `It has no ${name}.`, `Add <${name}>.`);
  }
  if (textOf(file.root, 'deploymentStatus') === 'InDevelopment')
    report.advise(file, file.root, object.name, 'It is not deployed: users would not see it.', 'Set deploymentStatus to Deployed.');
  if (isPlatformEvent(object.name)) return;
  const detail = object.masters.length > 0;
  if (detail !== (textOf(file.root, 'sharingModel') === 'ControlledByParent')) {
    report(
      file,
      child(file.root, 'sharingModel') ?? file.root,
      object.name,
      detail ? 'A detail takes its sharing from its master.' : 'Only a detail can be controlled by its parent.',
      detail ? 'Set sharingModel to ControlledByParent.' : 'Choose Private, Read or ReadWrite.',
    );
  }
  const compact = textOf(file.root, 'compactLayoutAssignment');
  if (
    compact !== undefined &&
    compact !== 'SYSTEM' &&
    !model.tree.of('compactLayout').some((layout) => layout.object === object.name && layout.name === compact)
  ) {
    report(
      file,
      child(file.root, 'compactLayoutAssignment') ?? file.root,
      compact,
      'There is no such compact layout.',
      'Name a compact layout of the object, or SYSTEM.',
    );
  }
  for (const node of child(file.root, 'searchLayouts')?.children ?? []) {
    if (/Fields$/.test(node.name) && !object.fields.has(node.text))
      report(file, node, node.text, `${object.name} has no such field.`, 'Name an existing field.');
  }
  const history = textOf(file.root, 'enableHistory') === 'true';
  for (const field of object.fields.values()) {
    if (!history && field.file && textOf(field.file.root, 'trackHistory') === 'true')
      report(
        field.file,
        field.file.root,
        `${object.name}.${field.name}`,
        'Its history is tracked, but the object keeps none.',
        'Set enableHistory on the object, or trackHistory to false.',
      );
  }
}

export const checkObjects: Check = (model, report) => {
  for (const object of model.objects.values()) {
    if (object.file) checkOwnFile(object.file, object, model, report);
    checkLimits(object, report);
  }
  for (const layout of model.tree.of('compactLayout')) {
    const fields = childrenOf(layout.root, 'fields');
    if (fields.length > 10)
      report(layout, layout.root, layout.name, `It has ${fields.length} fields; an org allows 10.`, 'Remove some of them.');
    for (const node of fields)
      if (!model.objects.get(layout.object)?.fields.has(node.text))
        report(layout, node, node.text, `${layout.object} has no such field.`, 'Name an existing field.');
  }
  for (const set of model.tree.of('globalValueSet')) {
    if (textOf(set.root, 'description') === undefined)
      report.advise(set, set.root, set.name, 'It has no description.', 'Say what the values mean and who chooses them.');
    const values = model.valueSets.get(set.name) ?? [];
    for (const value of new Set(values.filter((value, at) => values.indexOf(value) !== at)))
      report(set, set.root, value, 'The value stands twice.', 'Keep one of them.');
  }
};
