// Tabs and apps: everything that they show exists.
import type { Check } from './check.ts';
import { isTab } from './check-permission-sets.ts';
import { child, childrenOf, textOf } from './xml-document.ts';

export const checkAccess: Check = (model, report) => {
  for (const file of model.tree.of('app')) {
    for (const node of childrenOf(file.root, 'tabs'))
      if (!isTab(node.text, model))
        report(file, node, node.text, 'There is no such tab.', 'Name a tab of the package or a standard one (standard-Account).');
    for (const node of [...childrenOf(file.root, 'actionOverrides'), ...childrenOf(file.root, 'profileActionOverrides')]) {
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
};
