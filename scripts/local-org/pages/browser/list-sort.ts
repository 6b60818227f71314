// What a list is sorted by: a column that somebody chose, which stands in the address of the page, else what comes with the list.
import { parentOf, type ListedField } from './record-query.ts';

export interface ListSort {
  readonly field: string;
  readonly isDescending: boolean;
}

/** `Decision_Date__c`, or `-Decision_Date__c` from the last to the first. */
export function sortIn(text: string | undefined): ListSort | undefined {
  const field = text?.replace(/^-/, '');
  return field ? { field, isDescending: text !== field } : undefined;
}

export function sortText({ field, isDescending }: ListSort): string {
  return isDescending ? `-${field}` : field;
}

/** After a column was chosen: the other way round when the list is sorted by it already. */
export function sortAfter(sort: ListSort | undefined, field: string): ListSort {
  return { field, isDescending: sort?.field === field && !sort.isDescending };
}

/** A reference to one kind of object is sorted by the name of the other record, as in Lightning Experience. */
export function isSortable(field: ListedField): boolean {
  return field.sortable !== false && (field.dataType !== 'Reference' || parentOf(field) !== undefined);
}

/** As GraphQL takes it; blank values come last either way. */
export function orderOf(field: ListedField, isDescending: boolean): object {
  const order = { order: isDescending ? 'DESC' : 'ASC', nulls: 'LAST' };
  const parent = parentOf(field);
  return parent ? { [parent.relationship]: { [parent.nameField]: order } } : { [field.apiName]: order };
}

interface SortedObject {
  readonly apiName: string;
  readonly nameFields: readonly string[];
  readonly fields: Readonly<Record<string, ListedField>>;
}

/** What Salesforce sorts its own lists by, other than the name. */
const STANDARD_SORT: Readonly<Record<string, string>> = { Task: 'ActivityDate' };

/** What a list is sorted by until somebody chooses: what it says itself, else its first column as long as that is the record's own. */
export function firstSort({ apiName, nameFields, fields }: SortedObject, columns: readonly string[], own?: string): ListSort | undefined {
  const said = sortIn(own);
  if (said && fields[said.field]) return said;
  const first = fields[columns[0] ?? ''];
  const field = STANDARD_SORT[apiName] ?? (first && first.dataType !== 'Reference' && isSortable(first) ? first.apiName : nameFields[0]);
  return field === undefined ? undefined : { field, isDescending: false };
}

/** Choices of a menu, where there are no headings to choose: every column from first to last, and the one that the list is sorted by both ways. */
export function sortChoices(
  columns: readonly ListedField[],
  sorted: ListSort | null,
  labels: { readonly of: (column: ListedField) => string; readonly down: (label: string) => string },
): readonly { readonly label: string; readonly value: string }[] {
  return columns.filter(isSortable).flatMap((column) => {
    const label = labels.of(column);
    const up = { label, value: column.apiName };
    return column.apiName === sorted?.field ? [up, { label: labels.down(label), value: `-${column.apiName}` }] : [up];
  });
}
