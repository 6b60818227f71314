// How the records of an object are arranged on its page: as the package says, or sensibly where the package says nothing.
import type { Layout, LayoutSection, Site } from '../site.ts';
import type { ListedField } from './record-query.ts';

export interface ArrangedObject {
  readonly apiName: string;
  readonly nameFields: readonly string[];
  readonly fields: Readonly<Record<string, ListedField & { readonly custom: boolean }>>;
  readonly childRelationships: readonly {
    readonly childObjectApiName: string;
    readonly fieldName: string;
    readonly relationshipName: string | null;
  }[];
}

/** Every record has them, and they say nothing about it. */
const SYSTEM_FIELDS = new Set(['Id', 'IsDeleted', 'SystemModstamp', 'CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate']);

/** Columns of Salesforce's own lists and heads of its objects, as far as the local org has the fields. */
const STANDARD_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  Account: ['Name', 'KvK_Number__c', 'Legal_Form__c', 'BillingCity', 'Phone', 'OwnerId'],
  Asset: ['Name', 'AccountId', 'Product2Id', 'Status', 'InstallDate'],
  Campaign: ['Name', 'Type', 'Status', 'StartDate', 'EndDate', 'OwnerId'],
  Case: ['CaseNumber', 'Subject', 'Status', 'Priority', 'AccountId', 'OwnerId'],
  Contact: ['Name', 'AccountId', 'Title', 'Phone', 'Email', 'OwnerId'],
  Contract: ['ContractNumber', 'AccountId', 'Status', 'StartDate', 'EndDate', 'OwnerId'],
  Event: ['Subject', 'ActivityDate', 'WhoId', 'WhatId', 'OwnerId'],
  Opportunity: ['Name', 'AccountId', 'StageName', 'Amount', 'CloseDate', 'OwnerId'],
  Task: ['Subject', 'ActivityDate', 'Status', 'Priority', 'AccountId'],
};

/** Columns of the list of all records, where the package has no such list. */
export function columnsOfEverything(object: ArrangedObject, site: Site): readonly string[] {
  const { apiName, nameFields } = object;
  return [...new Set([...nameFields, ...(STANDARD_COLUMNS[apiName] ?? site.highlights[apiName] ?? [])])];
}

/** Texts in which programs keep the id of a record; nobody reads them. */
const RECORD_ID = /_Id__c$/;
/** Parts of a name that is shown as a whole. */
const NAME_PARTS = new Set(['Salutation', 'FirstName', 'LastName']);

/** The layout's sections; without a layout one nameless section: what Salesforce has in its lists, then the fields of the package. */
export function detailSections(object: ArrangedObject, site: Site): readonly LayoutSection[] {
  const layout = layoutOf(object, site);
  if (layout) return layout.sections;
  const isWhole = object.nameFields.includes('Name');
  const fields = Object.values(object.fields).filter(
    ({ apiName }) => !SYSTEM_FIELDS.has(apiName) && !RECORD_ID.test(apiName) && !(isWhole && NAME_PARTS.has(apiName)),
  );
  const own = fields.filter(({ custom }) => custom);
  const others = fields.filter(({ custom }) => !custom);
  const standard = STANDARD_COLUMNS[object.apiName] ?? [];
  const names = [...new Set([...object.nameFields, ...standard, ...[...own, ...others].map(({ apiName }) => apiName)])];
  const half = (rest: number): readonly string[] => names.filter((_, at) => at % 2 === rest);
  return [{ label: '', columns: [half(0), half(1)] }];
}

/** Blank fields are shown only where a layout asks for them. */
export function showsBlankFields(object: ArrangedObject, site: Site): boolean {
  return layoutOf(object, site) !== undefined;
}

/** The fields of the head of a record: compact layout, else the columns of the first list, else Salesforce's own, after the name. */
export function highlightFields(object: ArrangedObject, site: Site): readonly string[] {
  const { apiName } = object;
  const fields = site.highlights[apiName] ?? site.lists[apiName]?.[0]?.columns ?? STANDARD_COLUMNS[apiName] ?? [];
  return [...new Set([...object.nameFields, ...fields])];
}

/** Icons of standard objects that need no tab for one. */
const STANDARD_ICONS: Readonly<Record<string, string>> = {
  Asset: 'standard:asset_object',
  CampaignMember: 'standard:campaign_members',
  Case: 'standard:case',
  Contract: 'standard:contract',
  Event: 'standard:event',
  Opportunity: 'standard:opportunity',
};

/** The icon of the object's tab. */
export function iconOf(objectApiName: string | undefined, site: Site, otherwise = 'standard:record'): string {
  return site.objectTabs.find((tab) => tab.objectApiName === objectApiName)?.icon ?? STANDARD_ICONS[objectApiName ?? ''] ?? otherwise;
}

function layoutOf(object: ArrangedObject, site: Site): Layout | undefined {
  return site.layouts[object.apiName];
}
