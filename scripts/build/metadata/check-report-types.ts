// Custom report types: their objects may be reported on, their joins and columns exist.
import type { Check, Report } from './check.ts';
import type { PackageModel } from './package-model.ts';
import { columnAt, tableObject } from './report-columns.ts';
import type { SourceFile } from './source-tree.ts';
import { child, childrenOf, textOf, type XmlNode } from './xml-document.ts';

const MOST_LEVELS = 4;

export const checkReportTypes: Check = (model, report) => {
  for (const file of model.tree.of('reportType')) checkReportType(file, model, report);
};

function checkReportType(file: SourceFile, model: PackageModel, report: Report): void {
  const at = child(file.root, 'baseObject') ?? file.root;
  const object = model.objects.get(at.text);
  if (!object) return report.about(at.text)(file, at, at.text, 'There is no such object.', 'Name an existing object.');
  if (object.file && textOf(object.file.root, 'enableReports') !== 'true')
    report(file, at, at.text, 'The object does not allow reports.', 'Set enableReports of the object to true.');
  const tables = [at.text, ...joinedTables(file, at.text, model, report)];
  const seen = new Set<string>();
  for (const node of childrenOf(file.root, 'sections').flatMap((section) => childrenOf(section, 'columns'))) {
    const [table, field] = [textOf(node, 'table') ?? '', textOf(node, 'field') ?? ''];
    const own = tableObject(table, at.text, model);
    if (!tables.includes(table)) report(file, node, table, 'The report type has no such table.', `Use one of: ${tables.join(', ')}.`);
    else if (own && !columnAt(field, own, model))
      report.about(own.custom ? '__c' : field)(
        file,
        node,
        field,
        `${own.name} has no such field.`,
        'Name a field; of a lookup its fields behind a dot, of standard lookups without Id.',
      );
    if (seen.has(`${table}$${field}`)) report(file, node, field, 'It stands twice in the report type.', 'Keep one of them.');
    seen.add(`${table}$${field}`);
  }
}

/** Tables behind the base object, as columns name them. */
function joinedTables(file: SourceFile, base: string, model: PackageModel, report: Report): readonly string[] {
  const tables: string[] = [];
  let [table, join]: [string, XmlNode | undefined] = [base, child(file.root, 'join')];
  while (join) {
    const relationship = textOf(join, 'relationship') ?? '';
    table = `${table}.${relationship}`;
    // child relationships of standard objects are not in the model
    if (relationship.endsWith('__r') && !tableObject(table, base, model)) {
      report(
        file,
        join,
        relationship,
        `${base} has no such child relationship.`,
        'Name the relationship of a field that points at it, with __r.',
      );
      return tables;
    }
    tables.push(table);
    if (tables.length === MOST_LEVELS) report(file, join, relationship, 'A report type joins four objects at most.', 'Remove the join.');
    join = child(join, 'join');
  }
  return tables;
}
