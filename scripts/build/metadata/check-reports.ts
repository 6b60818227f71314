// Reports: their type, columns, groupings, filters, formulas and chart agree with one another.
import type { Check, Report as Tell } from './check.ts';
import { checkFolder } from './analytics-folders.ts';
import { reportTypeColumns, type ColumnKind, type Columns } from './report-columns.ts';
import type { SourceFile } from './source-tree.ts';
import { child, childrenOf, descendants, textOf, type XmlNode } from './xml-document.ts';

/** Tasks and events, in the platform's own report type. */
const ACTIVITY = 'Activity';
const MOST_GROUPINGS: Readonly<Record<string, readonly [down: number, across: number]>> = {
  Tabular: [0, 0],
  Summary: [3, 0],
  Matrix: [2, 2],
};
const COLUMN_ELEMENTS: ReadonlySet<string> = new Set([
  'sortColumn',
  'dateColumn',
  'groupingColumn',
  'secondaryGroupingColumn',
  'sortByName',
  'column',
  'field',
]);
const REFERENCE = /([A-Za-z_][\w.]*):[A-Z]+/g;
const SUMMED: Readonly<Record<string, readonly ColumnKind[]>> = {
  Sum: ['number', 'checkbox', 'other'],
  Average: ['number', 'other'],
  Median: ['number', 'other'],
  Minimum: ['number', 'date', 'other'],
  Maximum: ['number', 'date', 'other'],
};

export const checkReports: Check = (model, tell) => {
  const types = reportTypeColumns(model);
  const names = new Map<string, string>();
  for (const file of model.tree.of('report')) {
    checkFolder(file, 'reportFolder', model, tell);
    const twin = names.get(file.name);
    if (twin) tell(file, file.root, file.name, `${twin} has the same name.`, 'Give each report a name of its own.');
    names.set(file.name, file.path);
    checkLengths(file, tell);
    checkFormat(file, tell);
    checkLogic(file, tell);
    const type = textOf(file.root, 'reportType') ?? '';
    const columns = types.get(type);
    if (columns) checkColumns(file, columns, tell);
    else if (type === ACTIVITY) checkActivityColumns(file, model.objects.get(ACTIVITY)?.fields ?? new Map(), tell);
    else if (type.endsWith('__c') && !type.includes('$'))
      tell(
        file,
        child(file.root, 'reportType') ?? file.root,
        type,
        'There is no such report type.',
        'Name a custom report type with __c behind it.',
      );
  }
};

/** Columns of the platform's own report type have names of their own; those of custom fields follow from the field. */
function checkActivityColumns(file: SourceFile, fields: ReadonlyMap<string, unknown>, tell: Tell): void {
  for (const node of descendants(file.root)) {
    const field = COLUMN_ELEMENTS.has(node.name) ? /^Activity\.(\w+)$/.exec(node.text)?.[1] : undefined;
    if (field !== undefined && !fields.has(field))
      tell(file, node, node.text, 'Activities have no such field.', 'Name a custom field of Activity.');
  }
}

function checkLengths(file: SourceFile, tell: Tell): void {
  for (const [element, most] of [
    ['name', 40],
    ['description', 255],
  ] as const) {
    const node = child(file.root, element);
    if (node && node.text.length > most) tell(file, node, element, `It has more than ${most} characters.`, 'Shorten it.');
  }
}

function checkFormat(file: SourceFile, tell: Tell): void {
  const format = textOf(file.root, 'format') ?? '';
  const most = MOST_GROUPINGS[format];
  if (!most) return;
  const [down, across] = [childrenOf(file.root, 'groupingsDown'), childrenOf(file.root, 'groupingsAcross')];
  const at = child(file.root, 'format') ?? file.root;
  if ((format !== 'Tabular' && down.length === 0) || (format === 'Matrix' && across.length === 0))
    tell(
      file,
      at,
      format,
      'A report of this format needs groups.',
      'Add groupingsDown, and groupingsAcross to a matrix; or make it Tabular.',
    );
  if (down.length > most[0] || across.length > most[1])
    tell(
      file,
      at,
      format,
      `A report of this format has ${most[0]} groupings down and ${most[1]} across at most.`,
      'Remove some, or change the format.',
    );
}

function checkLogic(file: SourceFile, tell: Tell): void {
  const filter = child(file.root, 'filter');
  const logic = filter && child(filter, 'booleanFilter');
  const count = filter ? childrenOf(filter, 'criteriaItems').length : 0;
  for (const number of logic?.text.match(/\d+/g) ?? [])
    if (logic && Number(number) > count) tell(file, logic, number, `There are only ${count} filters.`, 'Number the filters from 1.');
}

function checkColumns(file: SourceFile, columns: Columns, tell: Tell): void {
  const formulas = childrenOf(file.root, 'aggregates').map((formula) => textOf(formula, 'developerName') ?? '');
  const own = new Set(
    [...formulas, ...childrenOf(file.root, 'buckets'), ...childrenOf(file.root, 'customDetailFormulas')].map((one) =>
      typeof one === 'string' ? one : (textOf(one, 'developerName') ?? ''),
    ),
  );
  for (const node of descendants(file.root)) {
    if (!COLUMN_ELEMENTS.has(node.name) || node.text === '' || node.text === 'RowCount' || own.has(node.text) || columns.has(node.text))
      continue;
    tell(file, node, node.text, 'The report type has no such column.', 'Write Object__c$Field__c of a column that the report type has.');
  }
  for (const formula of childrenOf(file.root, 'aggregates')) checkFormula(file, formula, columns, tell);
  for (const shown of childrenOf(file.root, 'columns')) checkSummaries(file, shown, columns, tell);
  for (const grouping of [...childrenOf(file.root, 'groupingsDown'), ...childrenOf(file.root, 'groupingsAcross')]) {
    const code = textOf(grouping, 'field') ?? '';
    if (columns.get(code)?.kind === 'long') tell(file, grouping, code, 'Long text cannot be grouped.', 'Group by another column.');
  }
  const frame = child(file.root, 'timeFrameFilter');
  const kind = frame && columns.get(textOf(frame, 'dateColumn') ?? '')?.kind;
  if (frame && kind && kind !== 'date' && kind !== 'other')
    tell(file, frame, textOf(frame, 'dateColumn') ?? '', 'It is no date.', 'Name a date or date-time column.');
  checkValues(file, columns, tell);
  checkChart(file, formulas, tell);
}

function checkFormula(file: SourceFile, formula: XmlNode, columns: Columns, tell: Tell): void {
  const at = child(formula, 'calculatedFormula') ?? formula;
  for (const [, name = ''] of at.text.matchAll(REFERENCE))
    if (!columns.has(name.replace('.', '$')))
      tell(file, at, name, 'The report type has no such column.', 'Write Object__c.Field__c:SUM of a column that the report type has.');
}

function checkSummaries(file: SourceFile, shown: XmlNode, columns: Columns, tell: Tell): void {
  const code = textOf(shown, 'field') ?? '';
  const kind = columns.get(code)?.kind;
  for (const { text } of childrenOf(shown, 'aggregateTypes')) {
    const kinds = SUMMED[text];
    if (kind && kinds && !kinds.includes(kind))
      tell(file, shown, code, `Its ${text} cannot be reckoned.`, `Take a column that is a number, or leave ${text} out.`);
  }
}

function checkValues(file: SourceFile, columns: Columns, tell: Tell): void {
  const filter = child(file.root, 'filter');
  for (const item of filter ? childrenOf(filter, 'criteriaItems') : []) {
    const code = textOf(item, 'column') ?? '';
    const known = columns.get(code)?.values;
    const operator = textOf(item, 'operator');
    if (!known || (operator !== 'equals' && operator !== 'notEqual')) continue;
    for (const value of (textOf(item, 'value') ?? '').split(',').filter(Boolean))
      if (!known.includes(value)) tell(file, item, value, `It is no value of ${code}.`, `Choose one of: ${known.join(', ')}.`);
  }
}

/** A chart draws what the report groups by and reckons. */
function checkChart(file: SourceFile, formulas: readonly string[], tell: Tell): void {
  const chart = child(file.root, 'chart');
  if (!chart) return;
  const grouped = groupedBy(file.root);
  for (const name of ['groupingColumn', 'secondaryGroupingColumn']) {
    const node = child(chart, name);
    if (node && !grouped.includes(node.text))
      tell(file, node, node.text, 'The report does not group by it.', `Draw one of: ${grouped.join(', ')}.`);
  }
  for (const node of childrenOf(chart, 'chartSummaries')) checkDrawn(file, node, file.root, formulas, tell);
}

export function groupedBy(report: XmlNode): readonly string[] {
  return [...childrenOf(report, 'groupingsDown'), ...childrenOf(report, 'groupingsAcross')].map(
    (grouping) => textOf(grouping, 'field') ?? '',
  );
}

/** What a chart of a report or a dashboard draws must be reckoned by the report. */
export function checkDrawn(file: SourceFile, node: XmlNode, report: XmlNode, formulas: readonly string[], tell: Tell): void {
  const [column, aggregate] = [textOf(node, 'column') ?? '', textOf(node, 'aggregate')];
  if (column === 'RowCount' || formulas.includes(column)) return;
  const reckoned = childrenOf(report, 'columns')
    .filter((shown) => textOf(shown, 'field') === column)
    .flatMap((shown) => childrenOf(shown, 'aggregateTypes').map(({ text }) => text));
  if (aggregate === undefined || !reckoned.includes(aggregate))
    tell(
      file,
      node,
      column,
      `The report does not reckon its ${aggregate ?? 'summary'}.`,
      'Add the aggregateTypes to the column of the report, or draw RowCount.',
    );
}
