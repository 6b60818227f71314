// Reports of the types that the platform makes for each custom object: the object and the custom columns exist; its own columns have codes without a list.
import type { Check } from './check.ts';
import { child, descendants, textOf } from './xml-document.ts';

/** `CustomEntity$Loan__c` and, with parents, `CustomEntity$Loan__c@Loan__c.Member__c`. */
const TYPE = /^CustomEntity(?:CustomEntity)?\$(?<objects>.+)$/;
/** `Loan__c.Due__c`; columns of parents begin with `FK_`. */
const COLUMN = /^(?<object>\w+__c)\.(?<field>\w+__c)$/;

export const checkObjectReports: Check = (model, report) => {
  for (const file of model.tree.of('report')) {
    const objects = TYPE.exec(textOf(file.root, 'reportType') ?? '')?.groups?.['objects'];
    if (objects === undefined) continue;
    const at = child(file.root, 'reportType') ?? file.root;
    for (const name of objects.split(/[@$]/).map((part) => part.split('.')[0] ?? ''))
      if (name.endsWith('__c') && !model.objects.has(name)) report(file, at, name, 'There is no such object.', 'Name an existing object.');
    for (const node of descendants(file.root)) {
      const { object = '', field = '' } = node.children.length === 0 ? (COLUMN.exec(node.text)?.groups ?? {}) : {};
      if (node !== at && field !== '' && model.objects.get(object)?.fields.has(field) === false)
        report(file, node, node.text, `${object} has no such field.`, 'Name an existing field.');
    }
  }
};
