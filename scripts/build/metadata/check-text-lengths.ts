// Texts that an org refuses for their length: those of translations, which are longer than their originals more often than not, and a few more.
import type { Check } from './check.ts';
import { descendants, type XmlNode } from './xml-document.ts';

/** By kind of file: an element, the element that it stands in ('' for any), and the most characters. */
const LONGEST: Readonly<Record<string, readonly (readonly [element: string, within: string, most: number])[]>> = {
  fieldTranslation: [
    ['help', '', 510],
    ['relationshipLabel', '', 80],
    ['translation', 'picklistValues', 255],
  ],
  objectTranslation: [
    ['value', 'caseValues', 40],
    ['nameFieldLabel', '', 40],
    ['label', 'recordTypes', 80],
    ['label', 'layouts', 80],
    ['label', 'sections', 80],
  ],
  globalValueSetTranslation: [['translation', 'valueTranslation', 255]],
  translation: [
    ['label', 'customLabels', 1000],
    ['label', 'customApplications', 40],
    ['label', 'customTabs', 40],
    ['label', 'quickActions', 80],
  ],
  field: [
    ['fullName', 'value', 255],
    ['label', 'value', 255],
    ['relationshipLabel', '', 80],
  ],
  globalValueSet: [
    ['fullName', 'customValue', 255],
    ['label', 'customValue', 255],
  ],
  listView: [['label', '', 40]],
};

/** How often an element may stand in one file of a kind. */
const MOST: Readonly<Record<string, readonly (readonly [element: string, what: string, most: number])[]>> = {
  listView: [
    ['columns', 'columns', 15],
    ['filters', 'filters', 10],
  ],
};

function* inside(node: XmlNode, parent = ''): Iterable<readonly [node: XmlNode, parent: string]> {
  for (const one of node.children) {
    yield [one, parent];
    yield* inside(one, one.name);
  }
}

export const checkTextLengths: Check = (model, report) => {
  for (const [kind, elements] of Object.entries(LONGEST))
    for (const file of model.tree.of(kind))
      for (const [node, parent] of inside(file.root)) {
        const most = elements.find(([element, within]) => element === node.name && (within === '' || within === parent))?.[2];
        if (most !== undefined && node.text.length > most)
          report(file, node, node.name, `It has ${node.text.length} characters; an org takes ${most}.`, 'Shorten it.');
      }
  for (const [kind, elements] of Object.entries(MOST))
    for (const file of model.tree.of(kind))
      for (const [element, what, most] of elements) {
        const count = [...descendants(file.root)].filter(({ name }) => name === element).length;
        if (count > most) report(file, file.root, file.name, `It has ${count} ${what}; an org takes ${most}.`, 'Remove some of them.');
      }
};
