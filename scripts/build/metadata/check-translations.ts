// Translations: every word that a user sees is translated, and nothing is translated that does not exist.
import { fullNameOf } from './analytics-folders.ts';
import type { Check, Report } from './check.ts';
import type { PackageModel, PackageObject } from './package-model.ts';
import { isPlatformEvent } from './package-model.ts';
import type { SourceFile } from './source-tree.ts';
import { child, childrenOf, textOf, type XmlNode } from './xml-document.ts';

/** Compares what is translated with what exists, both by name. */
function compare(
  file: SourceFile,
  what: string,
  translated: ReadonlyMap<string, XmlNode>,
  existing: Iterable<string>,
  report: Report,
): void {
  const wanted = new Set(existing);
  for (const [name, node] of translated)
    if (!wanted.has(name))
      report(file, node, name, `A ${what} is translated that does not exist.`, 'Remove the translation or correct its name.');
  for (const name of wanted)
    if (!translated.has(name)) report.advise(file, file.root, name, `The ${what} is not translated.`, 'Add its translation.');
}

const byName = (file: SourceFile, list: string, key: string): Map<string, XmlNode> =>
  new Map(childrenOf(file.root, list).map((node) => [textOf(node, key) ?? '', node]));

function checkGlobalTexts(model: PackageModel, report: Report): void {
  for (const file of model.tree.of('translation')) {
    compare(
      file,
      'custom label',
      byName(file, 'customLabels', 'name'),
      model.labels.map((label) => label.name),
      report,
    );
    compare(
      file,
      'app',
      byName(file, 'customApplications', 'name'),
      model.tree.of('app').map((app) => app.name),
      report,
    );
    compare(
      file,
      'tab',
      byName(file, 'customTabs', 'name'),
      model.tree
        .of('tab')
        .filter((tab) => textOf(tab.root, 'customObject') !== 'true')
        .map((tab) => tab.name),
      report,
    );
    for (const [what, list, names] of [
      ['report', 'reports', model.tree.of('report').map(fullNameOf)],
      ['dashboard', 'dashboards', model.tree.of('dashboard').map(fullNameOf)],
      ['report type', 'reportTypes', model.tree.of('reportType').map(({ name }) => name)],
    ] as const)
      compare(file, what, byName(file, list, 'name'), names, report);
    for (const node of childrenOf(file.root, 'customLabels')) {
      const name = textOf(node, 'name') ?? '';
      const original = model.labels.find((label) => label.name === name);
      const places = (text: string | undefined): string => [...new Set(text?.match(/\{\d+\}/g) ?? [])].sort().join(' ');
      if (original && places(textOf(original.node, 'value')) !== places(textOf(node, 'label')))
        report(
          file,
          node,
          name,
          `Its placeholders are ${places(textOf(node, 'label')) || 'none'}, those of the label ${places(textOf(original.node, 'value')) || 'none'}.`,
          'Use the same placeholders.',
        );
    }
  }
  for (const file of model.tree.of('globalValueSetTranslation')) {
    const set = file.name.replace(/-[a-z]{2}(?:_[A-Z]{2})?$/, '');
    const values = model.valueSets.get(set);
    if (values === undefined) report(file, file.root, set, 'There is no such value set.', 'Remove the file or correct its name.');
    else compare(file, 'value', byName(file, 'valueTranslation', 'masterLabel'), values, report);
  }
}

/** Parts of an object whose labels people read: what they are, and where a translation and the package keep them. */
const PARTS = [
  ['record type', 'recordTypes', 'name', 'recordType'],
  ['field set', 'fieldSets', 'name', 'fieldSet'],
  ['link', 'webLinks', 'name', 'webLink'],
  ['sharing reason', 'sharingReasons', 'name', 'sharingReason'],
] as const;

function checkObjectTexts(file: SourceFile, object: PackageObject, model: PackageModel, report: Report): void {
  const of = (kind: string): readonly SourceFile[] => model.tree.of(kind).filter((other) => other.object === object.name);
  compare(
    file,
    'validation rule',
    byName(file, 'validationRules', 'name'),
    of('validationRule').map((rule) => rule.name),
    report,
  );
  for (const [what, list, key, kind] of PARTS)
    compare(
      file,
      what,
      byName(file, list, key),
      of(kind).map(({ name }) => name),
      report,
    );
  compare(
    file,
    'quick action',
    byName(file, 'quickActions', 'name'),
    model.tree.of('quickAction').flatMap(({ name }) => (name.startsWith(`${object.name}.`) ? [name.slice(object.name.length + 1)] : [])),
    report,
  );
  for (const node of childrenOf(file.root, 'validationRules')) {
    if ((textOf(node, 'errorMessage') ?? '').length > 255)
      report(file, node, textOf(node, 'name') ?? '', 'The message has more than 255 characters.', 'Shorten it.');
  }
  for (const translated of childrenOf(file.root, 'layouts')) {
    const name = `${object.name}-${textOf(translated, 'layout') ?? ''}`;
    const layout = model.tree.of('layout').find((other) => other.name === name);
    if (!layout && object.custom) report(file, translated, name, 'A layout is translated that does not exist.', 'Correct its name.');
    if (!layout) continue;
    const sections = childrenOf(layout.root, 'layoutSections')
      .filter((section) => textOf(section, 'customLabel') === 'true')
      .map((section) => textOf(section, 'label') ?? '');
    compare(
      file,
      'layout section',
      new Map(childrenOf(translated, 'sections').map((node) => [textOf(node, 'section') ?? '', node])),
      sections,
      report,
    );
  }
  if (object.custom && (childrenOf(file.root, 'caseValues').length < 2 || textOf(file.root, 'nameFieldLabel') === undefined))
    report.advise(
      file,
      file.root,
      object.name,
      'Its singular, plural or name field is not translated.',
      'Add caseValues and nameFieldLabel.',
    );
}

function checkFieldTexts(file: SourceFile, object: PackageObject, report: Report): void {
  const field = object.fields.get(file.name);
  if (field && !field.file) return;
  if (!field?.file)
    return report.about(object.custom ? '__c' : file.name)(
      file,
      file.root,
      file.name,
      `${object.name} has no such field.`,
      'Remove the file or correct its name.',
    );
  const element = `${object.name}.${file.name}`;
  if (textOf(file.root, 'label') === undefined) report.advise(file, file.root, element, 'Its label is not translated.', 'Add <label>.');
  if ((textOf(file.root, 'label') ?? '').length > 40)
    report(file, child(file.root, 'label') ?? file.root, element, 'The label has more than 40 characters.', 'Shorten it.');
  if (textOf(field.file.root, 'inlineHelpText') !== undefined && textOf(file.root, 'help') === undefined)
    report.advise(file, file.root, element, 'Its help is not translated.', 'Add <help>.');
  if (child(field.file.root, 'relationshipLabel') && !child(file.root, 'relationshipLabel'))
    report.advise(file, file.root, element, 'The label of its related list is not translated.', 'Add <relationshipLabel>.');
  const own = textOf(field.file.root, 'valueSet', 'valueSetName') === undefined ? (field.values ?? []) : [];
  compare(file, 'value', byName(file, 'picklistValues', 'masterLabel'), own, report);
}

export const checkTranslations: Check = (model, report) => {
  if (model.tree.of('translation').length === 0) return;
  checkGlobalTexts(model, report);
  for (const file of model.tree.of('objectTranslation')) {
    const object = model.objects.get(file.object);
    if (object) checkObjectTexts(file, object, model, report);
    else report.about(file.object)(file, file.root, file.object, 'There is no such object.', 'Remove the file or correct its name.');
  }
  for (const file of model.tree.of('fieldTranslation')) {
    const object = model.objects.get(file.object);
    if (object) checkFieldTexts(file, object, report);
  }
  const fields = new Set(model.tree.of('fieldTranslation').map((file) => `${file.object}.${file.name}`));
  for (const file of model.tree.of('field'))
    if (!fields.has(`${file.object}.${file.name}`) && file.name.includes('__') && !isPlatformEvent(file.object))
      report.advise(file, file.root, `${file.object}.${file.name}`, 'The field is not translated.', 'Add its fieldTranslation-meta.xml.');
  const objects = new Set(model.tree.of('objectTranslation').map((file) => file.object));
  for (const file of model.tree.of('object'))
    if (!objects.has(file.name) && model.objects.get(file.name)?.custom && !isPlatformEvent(file.name))
      report.advise(file, file.root, file.name, 'The object is not translated.', 'Add its objectTranslation-meta.xml.');
  const sets = new Set(model.tree.of('globalValueSetTranslation').map((file) => file.name.replace(/-[a-z]{2}(?:_[A-Z]{2})?$/, '')));
  for (const file of model.tree.of('globalValueSet'))
    if (!sets.has(file.name))
      report.advise(file, file.root, file.name, 'The value set is not translated.', 'Add its globalValueSetTranslation-meta.xml.');
};
