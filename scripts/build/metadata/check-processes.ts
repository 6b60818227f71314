// Paths, approvals, duplicate and matching rules, queues and restriction rules: the objects, fields and rules that they name exist.
import type { Check, Report, Tell } from './check.ts';
import { followPath } from './field-paths.ts';
import type { PackageModel, PackageObject } from './package-model.ts';
import { checkListed } from './picklist-values.ts';
import type { SourceFile } from './source-tree.ts';
import { child, childrenOf, descendants, textOf, type XmlNode } from './xml-document.ts';

export const checkProcesses: Check = (model, report) => {
  for (const file of model.tree.of('pathAssistant')) checkPath(file, model, report);
  for (const file of model.tree.of('approvalProcess')) checkApproval(file, model, report);
  for (const file of model.tree.of('duplicateRule')) checkDuplicateRule(file, model, report);
  for (const file of model.tree.of('matchingRule')) checkMatchingRules(file, model, report);
  for (const file of model.tree.of('queue'))
    for (const node of [...descendants(file.root)].filter(({ name }) => name === 'sobjectType'))
      objectOf(file, node, node.text, model, report);
  for (const file of model.tree.of('permissionsetgroup'))
    for (const node of childrenOf(file.root, 'permissionSets'))
      if (!model.tree.of('permissionset').some(({ name }) => name === node.text))
        report(file, node, node.text, 'There is no such permission set.', 'Name one of the package.');
};

function objectOf(file: SourceFile, node: XmlNode, name: string, model: PackageModel, report: Report): PackageObject | undefined {
  const object = model.objects.get(name);
  if (!object) report.about(name)(file, node, name, 'There is no such object.', 'Name an existing object.');
  return object;
}

function checkField(file: SourceFile, node: XmlNode, object: PackageObject, model: PackageModel, report: Report): void {
  const followed = followPath(object, node.text.replace(`${object.name}.`, '').split('.'), model);
  const tell: Tell = 'message' in followed ? report.about(object.custom ? '__c' : followed.missing) : report;
  if ('message' in followed) tell(file, node, node.text, followed.message, 'Name an existing field.');
}

function checkPath(file: SourceFile, model: PackageModel, report: Report): void {
  const at = child(file.root, 'entityName') ?? file.root;
  const object = objectOf(file, at, at.text, model, report);
  if (!object) return;
  const by = child(file.root, 'fieldName') ?? file.root;
  const field = object.fields.get(by.text);
  if (!field) checkField(file, by, object, model, report);
  else if (field.type !== undefined && field.type !== 'Picklist')
    report(file, by, by.text, 'A path follows a picklist.', 'Name a picklist of the object.');
  const type = child(file.root, 'recordTypeName');
  if (
    type &&
    type.text !== '__MASTER__' &&
    !model.tree.of('recordType').some((one) => one.object === object.name && one.name === type.text)
  )
    report(file, type, type.text, `${object.name} has no such record type.`, 'Name one, or __MASTER__.');
  for (const step of childrenOf(file.root, 'pathAssistantSteps')) {
    checkListed(file, step, textOf(step, 'picklistValueName') ?? '', field, by.text, report);
    for (const node of childrenOf(step, 'fieldNames')) checkField(file, node, object, model, report);
  }
}

/** Codes of the platform's own for system fields. */
const SYSTEM_CODE = /^(?:OWNER|CREATED|LAST|CURRENCY)/;

function checkApproval(file: SourceFile, model: PackageModel, report: Report): void {
  const name = file.name.split('.')[0] ?? '';
  const object = objectOf(file, file.root, name, model, report);
  for (const node of object ? descendants(file.root) : []) {
    const isField = node.name === 'field' && !SYSTEM_CODE.test(node.text) && !object?.fields.has(`${node.text}Id`);
    if (object && isField) checkField(file, node, object, model, report);
  }
  const names = childrenOf(file.root, 'approvalStep').map((step) => textOf(step, 'name') ?? '');
  for (const step of childrenOf(file.root, 'approvalStep').filter(
    (one) => names.filter((other) => other === textOf(one, 'name')).length > 1,
  ))
    report(file, step, textOf(step, 'name') ?? '', 'Two steps have the name.', 'Rename one of them.');
  const alerts = new Set(
    model.tree
      .of('workflow')
      .flatMap(({ root }) => ['alerts', 'fieldUpdates', 'tasks'].flatMap((list) => childrenOf(root, list)))
      .map((one) => textOf(one, 'fullName')),
  );
  for (const action of [...descendants(file.root)].filter((node) => node.name === 'action' && child(node, 'type')))
    if (!alerts.has(textOf(action, 'name')))
      report(file, action, textOf(action, 'name') ?? '', 'No workflow file has such an action.', 'Add it to the workflow of the object.');
}

function checkDuplicateRule(file: SourceFile, model: PackageModel, report: Report): void {
  const name = file.name.split('.')[0] ?? '';
  const object = objectOf(file, file.root, name, model, report);
  for (const match of childrenOf(file.root, 'duplicateRuleMatchRules')) {
    const [rule, of] = [textOf(match, 'matchingRule') ?? '', textOf(match, 'matchRuleSObjectType') ?? ''];
    const target = objectOf(file, match, of, model, report);
    const rules = model.tree
      .of('matchingRule')
      .filter((one) => one.name === of)
      .flatMap(({ root }) => childrenOf(root, 'matchingRules'));
    if (!rule.startsWith('Standard_') && !rules.some((one) => textOf(one, 'fullName') === rule))
      report(file, match, rule, `${of} has no such matching rule.`, 'Name a matching rule of the package, or a standard one.');
    for (const node of [...descendants(match)].filter((one) => one.name === 'inputField'))
      if (object) checkField(file, node, object, model, report);
    for (const node of [...descendants(match)].filter((one) => one.name === 'outputField'))
      if (target) checkField(file, node, target, model, report);
  }
}

function checkMatchingRules(file: SourceFile, model: PackageModel, report: Report): void {
  const object = objectOf(file, file.root, file.name, model, report);
  if (!object) return;
  for (const rule of childrenOf(file.root, 'matchingRules')) {
    const items = childrenOf(rule, 'matchingRuleItems');
    for (const node of items.flatMap((item) => child(item, 'fieldName') ?? [])) checkField(file, node, object, model, report);
    const logic = child(rule, 'booleanFilter');
    for (const number of logic?.text.match(/\d+/g) ?? [])
      if (logic && Number(number) > items.length)
        report(file, logic, number, `There are only ${items.length} items.`, 'Number the items from 1.');
  }
}
