// Dashboards: each component shows a report that exists, by groups and summaries that the report has, at a place of its own.
import type { Check, Report as Tell } from './check.ts';
import { checkFolder, fullNameOf } from './analytics-folders.ts';
import { checkDrawn, groupedBy } from './check-reports.ts';
import type { SourceFile } from './source-tree.ts';
import { child, childrenOf, textOf, type XmlNode } from './xml-document.ts';

export const checkDashboards: Check = (model, tell) => {
  const reports = new Map(model.tree.of('report').map((report) => [fullNameOf(report), report.root]));
  for (const file of model.tree.of('dashboard')) {
    checkFolder(file, 'dashboardFolder', model, tell);
    const title = child(file.root, 'title');
    if (title && title.text.length > 80) tell(file, title, 'title', 'It has more than 80 characters.', 'Shorten it.');
    checkGrid(file, tell);
    const places = childrenOf(child(file.root, 'dashboardGridLayout') ?? file.root, 'dashboardGridComponents');
    const sections = ['leftSection', 'middleSection', 'rightSection'].flatMap((name) =>
      childrenOf(child(file.root, name) ?? file.root, 'components'),
    );
    for (const component of [...places.flatMap((place) => childrenOf(place, 'dashboardComponent')), ...sections])
      checkComponent(file, component, reports, tell);
  }
};

function checkComponent(file: SourceFile, component: XmlNode, reports: ReadonlyMap<string, XmlNode>, tell: Tell): void {
  const shown = child(component, 'report');
  if (!shown) return;
  const report = reports.get(shown.text);
  if (!report) return tell(file, shown, shown.text, 'There is no such report.', 'Write Folder/Report_Name of an existing report.');
  const header = child(component, 'header');
  if (header && header.text.length > 80) tell(file, header, 'header', 'It has more than 80 characters.', 'Shorten it.');
  const grouped = groupedBy(report);
  for (const node of childrenOf(component, 'groupingColumn'))
    if (!grouped.includes(node.text))
      tell(file, node, node.text, `${shown.text} does not group by it.`, `Draw one of: ${grouped.join(', ')}.`);
  const formulas = childrenOf(report, 'aggregates').map((formula) => textOf(formula, 'developerName') ?? '');
  for (const node of childrenOf(component, 'chartSummary')) checkDrawn(file, node, report, formulas, tell);
}

/** Components stay within the columns of the grid and do not lie on one another. */
function checkGrid(file: SourceFile, tell: Tell): void {
  const grid = child(file.root, 'dashboardGridLayout');
  if (!grid) return;
  const columns = Number(textOf(grid, 'numberOfColumns'));
  const taken = new Set<string>();
  for (const place of childrenOf(grid, 'dashboardGridComponents')) {
    const [left, top, width, height] = ['columnIndex', 'rowIndex', 'colSpan', 'rowSpan'].map((name) => Number(textOf(place, name)));
    if (left === undefined || top === undefined || !width || !height) continue;
    if (left + width > columns)
      tell(file, place, 'colSpan', `It reaches beyond the ${columns} columns of the grid.`, 'Make it narrower, or move it.');
    const cells = Array.from({ length: width * height }, (_, at) => `${left + (at % width)} ${top + Math.floor(at / width)}`);
    if (cells.some((cell) => taken.has(cell)))
      tell(file, place, 'dashboardGridComponents', 'It lies on another component.', 'Move one of them.');
    for (const cell of cells) taken.add(cell);
  }
}
