// Lightning pages: their components, regions, fields, related lists, flows and conditions of visibility exist.
import type { Check, Report } from './check.ts';
import { checkPageList } from './check-page-lists.ts';
import { followPath } from './field-paths.ts';
import type { PackageModel, PackageObject } from './package-model.ts';
import type { SourceFile } from './source-tree.ts';
import { child, childrenOf, descendants, textOf, type XmlNode } from './xml-document.ts';

/** Properties of the platform's own containers that name a region of the page. */
const FACETS: ReadonlySet<string> = new Set(['body', 'tabs', 'columns', 'accordionSections']);

export const checkFlexipages: Check = (model, report) => {
  for (const file of model.tree.of('flexipage')) {
    const at = child(file.root, 'sobjectType');
    const object = model.objects.get(at?.text ?? '');
    if (at && !object) report.about(at.text)(file, at, at.text, 'There is no such object.', 'Name an existing object.');
    if (textOf(file.root, 'type') === 'RecordPage' && !at)
      report(file, file.root, file.name, 'A page of records says of which object.', 'Add <sobjectType>.');
    const template = textOf(file.root, 'template', 'name');
    if (template?.startsWith('c:') && !model.components.has(template.slice(2)))
      report(file, child(file.root, 'template') ?? file.root, template, 'There is no such template.', 'Name a component of the package.');
    checkComponentsOf(file, model, report);
    checkRegions(file, report);
    checkIdentifiers(file, report);
    checkTitles(file, report);
    if (object) checkFieldsOf(file, object, model, report);
    checkVisibility(file, object, model, report);
  }
};

const nodesNamed = (file: SourceFile, ...names: readonly string[]): readonly XmlNode[] =>
  [...descendants(file.root)].filter(({ name }) => names.includes(name));

/** Properties of a component by name. */
function propertiesIn(component: XmlNode): ReadonlyMap<string, XmlNode> {
  return new Map(childrenOf(component, 'componentInstanceProperties').map((node) => [textOf(node, 'name') ?? '', node]));
}

function checkComponentsOf(file: SourceFile, model: PackageModel, report: Report): void {
  for (const node of nodesNamed(file, 'componentName')) {
    if (node.text.includes(':') && !node.text.startsWith('c:')) continue;
    if (!model.components.has(node.text.replace(/^c:/, '')))
      report(file, node, node.text, 'There is no such component.', 'Name an existing component.');
  }
  for (const component of nodesNamed(file, 'componentInstance')) {
    const flow = propertiesIn(component).get('flowName');
    const name = flow && textOf(flow, 'value');
    if (flow && name !== undefined && textOf(component, 'componentName') === 'flowruntime:interview')
      if (!model.tree.of('flow').some((one) => one.name === name))
        report(file, flow, name, 'There is no such flow.', 'Name a screen flow of the package.');
    checkPageList(file, propertiesIn(component), model, report);
  }
}

function checkRegions(file: SourceFile, report: Report): void {
  const regions = childrenOf(file.root, 'flexiPageRegions');
  const shown = new Set<string>();
  for (const component of nodesNamed(file, 'componentInstance')) {
    if (!textOf(component, 'componentName')?.startsWith('flexipage:')) continue;
    for (const [name, node] of propertiesIn(component)) {
      const value = textOf(node, 'value');
      if (!FACETS.has(name) || value === undefined) continue;
      shown.add(value);
      if (!regions.some((region) => textOf(region, 'name') === value))
        report(file, node, value, 'The page has no such region.', 'Name one of its flexiPageRegions.');
    }
  }
  for (const region of regions)
    if (textOf(region, 'type') === 'Facet' && !shown.has(textOf(region, 'name') ?? ''))
      report.advise(file, region, textOf(region, 'name') ?? '', 'Nothing shows the region.', 'Remove it, or show it in a container.');
}

function checkIdentifiers(file: SourceFile, report: Report): void {
  const seen = new Set<string>();
  for (const node of nodesNamed(file, 'identifier')) {
    if (seen.has(node.text)) report(file, node, node.text, 'The identifier stands twice on the page.', 'Give each item its own.');
    seen.add(node.text);
  }
}

/** Titles of tabs and sections are words of the platform, or labels that can be translated. */
function checkTitles(file: SourceFile, report: Report): void {
  for (const component of nodesNamed(file, 'componentInstance')) {
    const properties = propertiesIn(component);
    for (const name of ['title', 'label']) {
      const node = properties.get(name);
      const title = (node && textOf(node, 'value')) ?? '';
      // the words of a utility bar cannot be labels
      if (node && textOf(node, 'type') === 'decorator') continue;
      if (node && /\p{L}/u.test(title) && !/^(?:Standard\.|@@@|\{!)/.test(title))
        report.advise(
          file,
          node,
          title,
          'The words stand on the page, where nobody can translate them.',
          'Write {!$Label.Name_Of_A_Label}.',
        );
    }
  }
}

/** Fields that stand on the page by themselves (dynamic forms). */
function checkFieldsOf(file: SourceFile, object: PackageObject, model: PackageModel, report: Report): void {
  for (const node of nodesNamed(file, 'fieldItem')) {
    const [record, ...path] = node.text.split('.');
    const followed = followPath(object, path, model);
    if (record !== 'Record') report(file, node, node.text, 'A field is written as Record.Field.', 'Begin with Record.');
    else if ('message' in followed)
      report.about(object.custom ? '__c' : followed.missing)(file, node, node.text, followed.message, 'Name an existing field.');
  }
}

function checkVisibility(file: SourceFile, object: PackageObject | undefined, model: PackageModel, report: Report): void {
  for (const rule of nodesNamed(file, 'visibilityRule')) {
    const criteria = childrenOf(rule, 'criteria');
    for (const node of criteria) checkCriterion(file, node, object, model, report);
    const logic = child(rule, 'booleanFilter');
    for (const number of logic?.text.match(/\d+/g) ?? [])
      if (logic && Number(number) > criteria.length)
        report(file, logic, number, `There are only ${criteria.length} criteria.`, 'Number the criteria from 1.');
  }
}

function checkCriterion(file: SourceFile, node: XmlNode, object: PackageObject | undefined, model: PackageModel, report: Report): void {
  const left = textOf(node, 'leftValue') ?? '';
  const [head = '', ...path] = left.replace(/^\{!|\}$/g, '').split('.');
  if (head === '$Permission' && path[0] === 'CustomPermission') {
    if (!model.tree.of('customPermission').some(({ name }) => name === path[1]))
      report(file, node, left, `There is no custom permission ${path[1]}.`, 'Name a custom permission of the package.');
  }
  if (head !== 'Record' || !object) return;
  const followed = followPath(object, path, model);
  if ('message' in followed)
    return report.about(object.custom ? '__c' : followed.missing)(file, node, left, followed.message, 'Name an existing field.');
  const values = 'field' in followed ? followed.field.values : undefined;
  const right = textOf(node, 'rightValue');
  const operator = textOf(node, 'operator');
  if (values && right !== undefined && (operator === 'EQUAL' || operator === 'NE') && !values.includes(right))
    report.advise(file, node, right, `It is no value of ${left}.`, `Choose one of: ${values.join(', ')}.`);
}
