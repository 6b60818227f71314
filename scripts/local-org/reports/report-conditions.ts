// The filters of a report as a SOQL condition.
import { notImplemented } from '../../platform/api-error.ts';
import type { FieldType } from '../metadata/schema.ts';
import type { Report, ReportFilter } from './report-definition.ts';
import { timeFrameConditions } from './time-frames.ts';

const SIGNS = {
  equals: '=',
  notEqual: '!=',
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>=',
} as const;
const NUMBERS: ReadonlySet<FieldType> = new Set(['int', 'double', 'currency', 'percent']);
/** `TODAY`, `LAST_N_DAYS:30`; days themselves are written in the language of whoever saved the report. */
const RELATIVE_DAY = /^[A-Z][A-Z_]*(?::\d+)?$/;

/** ` WHERE …`, or nothing when every row counts. Throws ApiError NOT_IMPLEMENTED for values that only an org can read. */
export function whereClause(report: Report, userId: string): string {
  const filters = report.filters.map(filterCondition);
  const frame =
    report.timeFrame && timeFrameConditions(report.timeFrame, report.timeFrame.column.path, report.timeFrame.column.type === 'datetime');
  const conditions = [
    ...report.conditions,
    ...(frame ?? []),
    ...(report.logic === undefined ? filters : [logicOf(report.logic, filters)]),
    ...(report.scope === 'user' ? [`OwnerId = '${userId}'`] : []),
  ];
  return conditions.length === 0 ? '' : ` WHERE ${conditions.map((condition) => `(${condition})`).join(' AND ')}`;
}

function logicOf(logic: string, filters: readonly string[]): string {
  return logic.replaceAll(/\d+/g, (number) => `(${filters[Number(number) - 1] ?? ''})`);
}

function filterCondition({ column, operator, value }: ReportFilter): string {
  const path = column.referenceTo === undefined ? column.path : `${relationshipOf(column.path)}.Name`;
  const values = value === '' ? [''] : value.split(',').map((part) => part.trim());
  const texts = values.map((text) => literal(text, column.type));
  if (operator === 'contains' || operator === 'startsWith' || operator === 'notContain') {
    const likes = values.map(
      (text) => `${path} LIKE '${operator === 'startsWith' ? '' : '%'}${escaped(text).replaceAll(/[%_]/g, '\\$&')}%'`,
    );
    const any = likes.join(' OR ');
    return operator === 'notContain' ? `NOT (${any})` : any;
  }
  if (texts.length > 1 && operator === 'equals') return `${path} IN (${texts.join(', ')})`;
  if (texts.length > 1 && operator === 'notEqual') return `${path} NOT IN (${texts.join(', ')})`;
  if (texts.length > 1) throw notImplemented(`several values with ${operator} in a filter of a report`);
  return `${path} ${SIGNS[operator]} ${texts[0] ?? 'null'}`;
}

function literal(text: string, type: FieldType): string {
  if (text === '') return 'null';
  if (type === 'boolean') return text === '1' || /^true$/i.test(text) ? 'true' : 'false';
  if (NUMBERS.has(type)) {
    if (Number.isNaN(Number(text))) throw notImplemented(`the number ${text} in a filter of a report`);
    return text;
  }
  if (type === 'date' || type === 'datetime') {
    if (!RELATIVE_DAY.test(text))
      throw notImplemented(`the day ${text} in a filter of a report (relative ones such as NEXT_N_DAYS:30 are)`);
    return text;
  }
  return `'${escaped(text)}'`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
}

/** `Competitor__c` → `Competitor__r`, `Account__r.OwnerId` → `Account__r.Owner`. */
export function relationshipOf(path: string): string {
  return path.endsWith('__c') ? path.replace(/__c$/, '__r') : path.replace(/Id$/, '');
}
