// Related lists that stand on a Lightning page: their children, columns and order exist.
import type { Report } from './check.ts';
import { checkColumn } from './check-layouts.ts';
import type { PackageModel, PackageObject } from './package-model.ts';
import type { SourceFile } from './source-tree.ts';
import { child, descendants, textOf, type XmlNode } from './xml-document.ts';

/** `properties`: those of the component by name. */
export function checkPageList(file: SourceFile, properties: ReadonlyMap<string, XmlNode>, model: PackageModel, report: Report): void {
  const list = properties.get('relatedListApiName');
  const relationship = list && textOf(list, 'value');
  if (!list || !relationship?.endsWith('__r')) return;
  const object = childrenBy(relationship, file, model);
  if (!object)
    return report(
      file,
      list,
      relationship,
      'No object has records below this one by that name.',
      'Name the relationship of a field, with __r.',
    );
  const columns = properties.get('relatedListFieldAliases');
  for (const node of columns ? descendants(columns) : []) if (node.name === 'value') checkColumn(file, node, object, report);
  const sort = properties.get('sortFieldAlias');
  const field = sort && child(sort, 'value');
  // __DEFAULT__ is the order of the platform
  if (field && !field.text.startsWith('__')) checkColumn(file, field, object, report);
}

/** The object whose records stand below the record of the page by that relationship. */
function childrenBy(relationship: string, file: SourceFile, model: PackageModel): PackageObject | undefined {
  const parent = textOf(file.root, 'sobjectType');
  const field = model.tree
    .of('field')
    .find(({ root }) => `${textOf(root, 'relationshipName')}__r` === relationship && (!parent || textOf(root, 'referenceTo') === parent));
  return field && model.objects.get(field.object);
}
