// How a related list is called and sorted, once its child object is known.
import type { ObjectInfo } from 'lightning/uiObjectInfoApi';
import completedTasks from '@salesforce/label/shell.Completed_Tasks';
import openTasks from '@salesforce/label/shell.Open_Tasks';
import { sortFieldOf, type ArrangedList } from './related-lists.ts';

const ACTIVITIES = { OpenActivities: openTasks, ActivityHistories: completedTasks };

export function listTitle({ activities }: ArrangedList, child: ObjectInfo): string {
  return activities ? ACTIVITIES[activities] : child.labelPlural;
}

/** As GraphQL takes it. */
export function listOrder(list: ArrangedList, child: ObjectInfo): object {
  const field = sortFieldOf(list, child);
  return field ? { [field]: { order: list.sortOrder, nulls: 'LAST' } } : {};
}
