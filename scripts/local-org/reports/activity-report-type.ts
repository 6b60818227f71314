// The platform's own report type of activities, as far as tasks go: its columns have names that follow from nothing else.
import type { Schema } from '../metadata/schema.ts';
import type { ReportColumn, ReportType } from './report-definition.ts';
import { placeOf } from './report-types.ts';

const NAME = 'Activity';
const STANDARD_COLUMNS: Readonly<Record<string, string>> = {
  SUBJECT: 'Subject',
  DUE_DATE: 'ActivityDate',
  STATUS: 'Status',
  PRIORITY: 'Priority',
  ASSIGNED: 'Owner',
  ACCOUNT_NAME: 'Account',
  CREATED_DATE: 'CreatedDate',
};

/** Columns `SUBJECT`, `DUE_DATE` and so on, and the custom fields of activities as `Activity.Field__c`. */
export function activityReportType(schema: Schema): ReportType | undefined {
  const task = schema.object('Task');
  if (!task) return undefined;
  const column = (code: string, path: string): readonly ReportColumn[] => {
    const place = placeOf(path, task, schema);
    return place ? [{ code, ...place, isCheckedByDefault: true }] : [];
  };
  const columns = [
    ...Object.entries(STANDARD_COLUMNS).flatMap(([code, path]) => column(code, path)),
    ...task.fields.filter(({ custom }) => custom).flatMap(({ name }) => column(`Activity.${name}`, name)),
  ];
  const byCode = new Map(columns.map((one) => [one.code, one]));
  return {
    name: NAME,
    label: 'Tasks and Events',
    object: 'Task',
    sections: [{ label: 'Activities', columns }],
    column: (code) => byCode.get(code),
  };
}

/** What the parameters of an activity report ask: only tasks can be asked for. Undefined for what the local org does not carry out. */
export function activityConditions(parameters: ReadonlyMap<string, string>): readonly string[] | undefined {
  const open = parameters.get('open') ?? 'all';
  const conditions = { all: [], open: ['IsClosed = false'], closed: ['IsClosed = true'] }[open];
  return parameters.get('type') === 't' ? conditions : undefined;
}
