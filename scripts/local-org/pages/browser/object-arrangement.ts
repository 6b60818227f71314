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

/** Columns of Salesforce's own lists of all records of its objects, as far as the local org has the fields. */
const STANDARD_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  Account: ['Name', 'KvK_Number__c', 'Legal_Form__c', 'BillingCity', 'Phone', 'OwnerId'],
  Campaign: ['Name', 'Type', 'Status', 'StartDate', 'EndDate', 'OwnerId'],
  Contact: ['Name', 'AccountId', 'Title', 'Phone', 'Email', 'OwnerId'],
  Task: ['Subject', 'ActivityDate', 'Status', 'Priority', 'AccountId'],
};

/** Columns of the list of all records, where the package has no such list. */
export function columnsOfEverything(object: ArrangedObject, site: Site): readonly string[] {
  const { apiName, nameFields } = object;
  return [...new Set([...nameFields, ...(STANDARD_COLUMNS[apiName] ?? site.highlights[apiName] ?? [])])];
}

/** The layout's sections; without a layout one nameless section, with the fields that the package added first. */
export function detailSections(object: ArrangedObject, site: Site): readonly LayoutSection[] {
  const layout = layoutOf(object, site);
  if (layout) return layout.sections;
  const fields = Object.values(object.fields).filter(({ apiName }) => !SYSTEM_FIELDS.has(apiName));
  const inOrder = [...fields.filter(({ custom }) => custom), ...fields.filter(({ custom }) => !custom)];
  return [
    {
      label: '',
      columns: [[...object.nameFields, ...inOrder.map(({ apiName }) => apiName).filter((name) => !object.nameFields.includes(name))]],
    },
  ];
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
