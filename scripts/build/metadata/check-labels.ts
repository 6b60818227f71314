// Custom labels: each is there once, is used, and every label that a page or component asks for exists; flows and formulas are asked elsewhere.
import type { Check } from './check.ts';
import { child, descendants, textOf } from './xml-document.ts';

const IN_CODE = /@salesforce\/label\/c\.(\w+)/g;
const IN_METADATA = /\$Label\.(\w+)/g;

export const checkLabels: Check = (model, report) => {
  const used = new Set<string>();
  for (const source of model.tree.components) {
    for (const [, name = ''] of source.text.matchAll(IN_CODE)) {
      used.add(name);
      const bundle = model.tree.of('js').find((file) => file.name === source.component);
      if (bundle && !model.labels.some((label) => label.name === name))
        report({ ...bundle, path: source.path }, bundle.root, name, 'There is no such custom label.', 'Add it to a labels file.');
    }
  }
  for (const file of model.tree.files) {
    if (file.kind === 'labels') continue;
    for (const node of descendants(file.root))
      for (const [, name = ''] of node.text.matchAll(IN_METADATA)) {
        used.add(name);
        if (file.kind === 'flexipage' && !model.labels.some((label) => label.name === name))
          report(file, node, name, 'There is no such custom label.', 'Add it to a labels file.');
      }
  }
  const seen = new Map<string, string>();
  for (const { name, file, node } of model.labels) {
    const first = seen.get(name);
    if (first !== undefined) report(file, node, name, `The label also stands in ${first}.`, 'Keep one of them.');
    else if (!used.has(name)) report.advise(file, node, name, 'Nothing uses the label.', 'Remove it.');
    seen.set(name, file.path);
    if ((textOf(node, 'value') ?? '').length > 1000)
      report(file, child(node, 'value') ?? node, name, 'The label has more than 1,000 characters.', 'Shorten it.');
    if ((textOf(node, 'shortDescription') ?? '').length > 80)
      report(file, child(node, 'shortDescription') ?? node, name, 'Its short description has more than 80 characters.', 'Shorten it.');
  }
};
