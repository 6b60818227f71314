// Names of files and the labels that people read: written as an org takes them, and no longer than it takes.
import type { Check } from './check.ts';
import { child, textOf } from './xml-document.ts';

/** A developer name: letters, digits and single underscores, beginning with a letter; a namespace may stand before it. */
const DEVELOPER_NAME = /^(?:[A-Za-z][A-Za-z0-9]{0,14}__)?[A-Za-z](?:_?[A-Za-z0-9])*$/;
const KIND = /__(?:c|e|mdt|b|x|kav)$/;

/** Longest developer name, without the ending of its kind. */
const NAMES: Readonly<Record<string, number>> = {
  compactLayout: 80,
  customPermission: 80,
  fieldSet: 40,
  flexipage: 80,
  flow: 80,
  globalValueSet: 80,
  listView: 80,
  notiftype: 80,
  object: 40,
  permissionset: 80,
  permissionsetgroup: 80,
  recordType: 80,
  reportType: 80,
  webLink: 80,
};
/** Longest labels: element and characters, by kind. */
const LABELS: Readonly<Record<string, readonly (readonly [element: string, most: number])[]>> = {
  app: [['label', 40]],
  customPermission: [['label', 80]],
  flexipage: [['masterLabel', 80]],
  globalValueSet: [['masterLabel', 80]],
  object: [
    ['label', 40],
    ['pluralLabel', 40],
    ['description', 1000],
  ],
  permissionset: [['label', 80]],
  quickAction: [['label', 80]],
  recordType: [
    ['label', 80],
    ['description', 255],
  ],
  tab: [['label', 40]],
};

/** Kinds whose file says its name once more. */
const NAMED_INSIDE: readonly string[] = [
  'businessProcess',
  'compactLayout',
  'fieldSet',
  'index',
  'listView',
  'recordType',
  'sharingReason',
  'webLink',
];

export const checkNames: Check = (model, report) => {
  for (const file of NAMED_INSIDE.flatMap((kind) => model.tree.of(kind)))
    if (textOf(file.root, 'fullName') !== file.name)
      report(
        file,
        child(file.root, 'fullName') ?? file.root,
        file.name,
        'Its name differs from its file.',
        'Give file and element the same name.',
      );
  for (const [kind, most] of Object.entries(NAMES))
    for (const file of model.tree.of(kind)) {
      const name = file.name.replace(KIND, '');
      const isStandard = kind === 'object' && !KIND.test(file.name);
      if (isStandard) continue;
      if (!DEVELOPER_NAME.test(name))
        report(file, file.root, file.name, 'It is no name that an org takes.', 'Use letters, digits and single underscores.');
      if (name.replace(/^.*?__/, '').length > most)
        report(file, file.root, file.name, `Its name has ${name.length} characters; an org takes ${most}.`, 'Shorten it.');
    }
  for (const [kind, elements] of Object.entries(LABELS))
    for (const file of model.tree.of(kind))
      for (const [element, most] of elements) {
        const node = child(file.root, element);
        if (node && node.text.length > most)
          report(file, node, element, `It has ${node.text.length} characters; an org takes ${most}.`, 'Shorten it.');
      }
};
