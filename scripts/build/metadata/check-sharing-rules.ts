// Sharing rules: their object and fields exist, and the object leaves something to share.
import type { Check } from './check.ts';
import { childrenOf, textOf } from './xml-document.ts';

/** Objects whose records are open to all, or follow a master, take no sharing rules. */
const NOTHING_TO_SHARE: ReadonlySet<string> = new Set(['ReadWrite', 'ControlledByParent']);

export const checkSharingRules: Check = (model, report) => {
  for (const file of model.tree.of('sharingRules')) {
    const object = model.objects.get(file.name);
    if (!object) {
      report.about(file.name)(file, file.root, file.name, 'There is no such object.', 'Name the file after an object.');
      continue;
    }
    const sharing = object.file && textOf(object.file.root, 'sharingModel');
    for (const rule of ['sharingCriteriaRules', 'sharingOwnerRules'].flatMap((list) => childrenOf(file.root, list))) {
      const name = textOf(rule, 'fullName') ?? '';
      if (sharing !== undefined && NOTHING_TO_SHARE.has(sharing))
        report(
          file,
          rule,
          name,
          `${object.name} is ${sharing}: there is nothing to share.`,
          'Make the object Private or Read, or remove the rule.',
        );
      if (sharing === 'Read' && textOf(rule, 'accessLevel') === 'Read')
        report(file, rule, name, `Everybody reads ${object.name} already.`, 'Share for editing, or remove the rule.');
      for (const item of childrenOf(rule, 'criteriaItems')) {
        const field = textOf(item, 'field') ?? '';
        if (!object.fields.has(field))
          report.about(object.custom ? '__c' : field)(file, item, field, `${object.name} has no such field.`, 'Name an existing field.');
      }
    }
  }
};
