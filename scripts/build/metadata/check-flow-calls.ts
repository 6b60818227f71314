// Flows: what they call is there and takes what it is given: subflows, screen components and actions.
import type { Check, Report } from './check.ts';
import { propertiesOf } from './check-components.ts';
import type { PackageModel } from './package-model.ts';
import type { SourceFile } from './source-tree.ts';
import { child, childrenOf, descendants, textOf, type XmlNode } from './xml-document.ts';

export const checkFlowCalls: Check = (model, report) => {
  for (const file of model.tree.of('flow')) {
    for (const node of childrenOf(file.root, 'subflows')) checkSubflow(file, node, model, report);
    for (const node of childrenOf(file.root, 'actionCalls')) checkAction(file, node, model, report);
    for (const screen of childrenOf(file.root, 'screens'))
      for (const node of [...descendants(screen)].filter(({ name }) => name === 'fields'))
        checkComponent(file, node, textOf(node, 'extensionName') ?? '', model, report);
  }
};

function checkSubflow(file: SourceFile, node: XmlNode, model: PackageModel, report: Report): void {
  const name = textOf(node, 'flowName') ?? '';
  const called = model.tree.of('flow').find((flow) => flow.name === name);
  const at = child(node, 'flowName') ?? node;
  if (!called) return report(file, at, name, 'There is no such flow.', 'Name a flow of the package.');
  if (textOf(called.root, 'start', 'triggerType') !== undefined)
    report(
      file,
      at,
      name,
      'It is started by records, events or the clock, so no flow can call it.',
      'Name an autolaunched or screen flow.',
    );
  for (const [list, flag, what] of [
    ['inputAssignments', 'isInput', 'takes'],
    ['outputAssignments', 'isOutput', 'gives'],
  ] as const)
    for (const given of childrenOf(node, list)) {
      const variable = textOf(given, 'name') ?? '';
      const found = childrenOf(called.root, 'variables').find((one) => textOf(one, 'name') === variable);
      if (!found || textOf(found, flag) !== 'true')
        report(file, given, variable, `${name} ${what} no such variable.`, `Name a variable with ${flag} of the called flow.`);
    }
}

function checkAction(file: SourceFile, node: XmlNode, model: PackageModel, report: Report): void {
  const [name, type] = [textOf(node, 'actionName') ?? '', textOf(node, 'actionType')];
  const at = child(node, 'actionName') ?? node;
  if (type === 'component') checkComponent(file, node, name, model, report);
  else if (type === 'apex' && !model.tree.of('cls').some((one) => one.name === name))
    report.unjudged(file, at, name, 'No such Apex class is in the package.', 'Its org must have the class, with an invocable method.');
  else if (type === 'quickAction' && /__c\./.test(name) && !model.tree.of('quickAction').some((one) => one.name === name))
    report(file, at, name, 'There is no such quick action.', 'Name an action of the package.');
}

/** A component of the package takes only the properties that it has; those of the platform are not judged. */
function checkComponent(file: SourceFile, node: XmlNode, extension: string, model: PackageModel, report: Report): void {
  const name = /^c:(?<name>\w+)$/.exec(extension)?.groups?.['name'];
  if (name === undefined) return;
  if (!model.components.has(name))
    return report(file, child(node, 'extensionName') ?? node, extension, 'There is no such component.', 'Name a component of the package.');
  const properties = propertiesOf(name, model);
  for (const given of properties ? ['inputParameters', 'outputParameters'].flatMap((list) => childrenOf(node, list)) : []) {
    const property = textOf(given, 'name') ?? '';
    if (!properties?.has(property))
      report(file, given, property, `${extension} has no such property.`, 'Name a property of its configuration.');
  }
}
