// The related lists of a record: as its layout or its page says, else those that Salesforce's own layouts have.
import type { FlexiPage, PageComponent, RelatedList, Site } from '../site.ts';
import type { ArrangedObject } from './object-arrangement.ts';

/** Component that shows one related list, arranged on the page itself. */
export const DYNAMIC_LIST = 'lst:dynamicRelatedList';

export interface ArrangedList {
  /** Name of the relationship, by which addresses know the list as well. */
  readonly name: string;
  readonly objectApiName: string;
  /** The child's field that points at the record. */
  readonly parentField: string;
  readonly columns: readonly string[];
  readonly sortField?: string;
  readonly sortOrder: 'ASC' | 'DESC';
  /** Of activities: only those still to be done, or those that are done. */
  readonly activities?: RelatedList['activities'];
  /** How many records are shown before the whole list is asked for. */
  readonly rows: number;
}

/** How many records Salesforce shows of a list in the related lists of a record. */
const ROWS = 6;

/** The field of a task by which it is an activity of the record; everything below an account counts as the account's. */
const ACTIVITY_PARENTS: Readonly<Record<string, string>> = { Account: 'AccountId', Contact: 'WhoId', Lead: 'WhoId' };

type StandardList = Pick<ArrangedList, 'columns' | 'sortField' | 'sortOrder'>;
const sorted = (sortField: string, sortOrder: 'ASC' | 'DESC', columns: readonly string[]): StandardList => ({
  ...{ columns, sortField, sortOrder },
});

/** Columns and order of Salesforce's own layouts, by child object, in the order in which a layout has them. */
const STANDARD_LISTS: Readonly<Record<string, StandardList>> = {
  Contact: sorted('Name', 'ASC', ['Name', 'Title', 'Email', 'Phone']),
  Opportunity: sorted('CloseDate', 'DESC', ['Name', 'StageName', 'Amount', 'CloseDate']),
  Contract: sorted('StartDate', 'DESC', ['ContractNumber', 'StartDate', 'EndDate', 'Status']),
  Asset: sorted('InstallDate', 'DESC', ['Name', 'Product2Id', 'InstallDate', 'Status']),
  Case: sorted('CaseNumber', 'DESC', ['CaseNumber', 'Subject', 'Priority', 'Status']),
  CampaignMember: sorted('CreatedDate', 'DESC', ['CampaignId', 'ContactId', 'Status']),
};
const OPEN_TASKS: StandardList = sorted('ActivityDate', 'ASC', ['Subject', 'ActivityDate', 'Priority', 'OwnerId']);
const COMPLETED_TASKS: StandardList = sorted('ActivityDate', 'DESC', ['Subject', 'ActivityDate', 'Status', 'OwnerId']);
const EVENTS: StandardList = sorted('ActivityDate', 'DESC', ['Subject', 'ActivityDate', 'OwnerId']);

/** What all related lists of a record together show. */
export function relatedLists(object: ArrangedObject, site: Site): readonly ArrangedList[] {
  const layout = site.layouts[object.apiName];
  return layout ? layout.relatedLists.map((list) => ofLayout(list, object)) : [...standardLists(object), ...activityLists(object)];
}

/** The list that a component of the page shows; undefined when the object has no such children, or the user may not see them. */
export function dynamicList(properties: PageComponent['properties'], object: ArrangedObject): ArrangedList | undefined {
  const { relatedListApiName: name, relatedListFieldAliases: aliases, sortFieldAlias, sortFieldOrder, maxRecordsToDisplay } = properties;
  const relation = object.childRelationships.find(({ relationshipName }) => relationshipName === name);
  if (!relation) return undefined;
  const isSorted = typeof sortFieldAlias === 'string' && !sortFieldAlias.startsWith('__');
  return {
    name: String(name),
    objectApiName: relation.childObjectApiName,
    parentField: relation.fieldName,
    columns: Array.isArray(aliases) ? (aliases as readonly string[]).map((alias) => (alias === 'NAME' ? 'Name' : alias)) : [],
    ...(isSorted ? { sortField: sortFieldAlias } : {}),
    sortOrder: sortFieldOrder === 'Descending' ? 'DESC' : 'ASC',
    rows: Number(maxRecordsToDisplay) || ROWS,
  };
}

/** The list of that name, wherever the pages of the object have it. */
export function listNamed(name: string, object: ArrangedObject, site: Site): ArrangedList | undefined {
  const pages = site.pages.filter(({ objectApiName }) => objectApiName === object.apiName);
  const component = pages.flatMap(componentsOf).find((one) => one.name === DYNAMIC_LIST && one.properties['relatedListApiName'] === name);
  return component ? dynamicList(component.properties, object) : relatedLists(object, site).find((list) => list.name === name);
}

/** Which records of the child object stand in the list, as GraphQL takes it. */
export function recordsOf({ parentField, activities }: ArrangedList, recordId: string | undefined): object {
  const ofRecord = { [parentField]: { eq: recordId } };
  return activities ? { and: [ofRecord, { IsClosed: { eq: activities === 'ActivityHistories' } }] } : ofRecord;
}

/** What a list is sorted by when nothing is said: its first date, as what comes first in time asks for attention first. */
export function sortFieldOf(list: ArrangedList, child: ArrangedObject): string | undefined {
  return list.sortField ?? list.columns.find((name) => child.fields[name]?.dataType === 'Date') ?? child.nameFields[0];
}

function ofLayout(list: RelatedList, object: ArrangedObject): ArrangedList {
  const { objectApiName, parentField, activities } = list;
  const relation = object.childRelationships.find(
    ({ childObjectApiName, fieldName }) => childObjectApiName === objectApiName && fieldName === parentField,
  );
  return { ...list, name: activities ?? relation?.relationshipName ?? `${objectApiName}.${parentField}`, rows: ROWS };
}

function standardLists(object: ArrangedObject): readonly ArrangedList[] {
  return Object.entries(STANDARD_LISTS).flatMap(([objectApiName, { columns, ...order }]) => {
    // those that belong to it, not those that somebody of it signed
    const relation = object.childRelationships.find(
      ({ childObjectApiName, fieldName }) => childObjectApiName === objectApiName && fieldName === `${object.apiName}Id`,
    );
    if (!relation?.relationshipName) return [];
    const parentField = relation.fieldName;
    return [
      {
        name: relation.relationshipName,
        objectApiName,
        parentField,
        columns: columns.filter((one) => one !== parentField),
        ...order,
        rows: ROWS,
      },
    ];
  });
}

function activityLists(object: ArrangedObject): readonly ArrangedList[] {
  const has = (child: string): boolean => object.childRelationships.some(({ childObjectApiName }) => childObjectApiName === child);
  const parentField = ACTIVITY_PARENTS[object.apiName] ?? 'WhatId';
  const tasks = { objectApiName: 'Task', parentField, rows: ROWS };
  return [
    ...(has('Task') ? [{ ...tasks, name: 'OpenActivities', activities: 'OpenActivities' as const, ...OPEN_TASKS }] : []),
    ...(has('Event') ? [{ ...tasks, name: 'Events', objectApiName: 'Event', ...EVENTS }] : []),
    ...(has('Task') ? [{ ...tasks, name: 'ActivityHistories', activities: 'ActivityHistories' as const, ...COMPLETED_TASKS }] : []),
  ];
}

function componentsOf({ regions }: FlexiPage): readonly PageComponent[] {
  const within = (component: PageComponent): readonly PageComponent[] => [
    component,
    ...(component.tabs ?? []).flatMap(({ components }) => components.flatMap(within)),
  ];
  return regions.flatMap(({ components }) => components.flatMap(within));
}
