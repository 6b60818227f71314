// Reads applications, tabs, pages, layouts and lists of the package for the local pages.
import type { XmlElement } from '../local-org/metadata/metadata-xml.ts';
import type { Layout, ListView, RelatedList, Site } from '../local-org/pages/site.ts';
import { orderedLists } from './list-order.ts';
import { metadataFiles, objectOfFile } from './metadata-files.ts';
import { readApplication } from './read-application.ts';
import { readFlexiPage } from './read-flexipage.ts';
import { packageLabels, SOURCE_LANGUAGE } from './read-words.ts';
import { standardColumn } from './standard-columns.ts';

/** Throws when the package has no application, or what the local pages cannot show. */
export function readSite(root: string, languages: readonly string[]): Site {
  const tabs = new Map(metadataFiles(root, 'tab', 'CustomTab').map(({ name, root: file }) => [name, file]));
  const applications = metadataFiles(root, 'app', 'CustomApplication')
    .map(({ name, root: file }) => readApplication(name, file, tabs))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  if (applications.length === 0) throw new Error('The pages show applications, but force-app has none.');
  const labels = packageLabels(root);
  const objectTabs = applications.flatMap((application) => application.tabs.flatMap((tab) => (tab.kind === 'object' ? [tab] : [])));
  const site = {
    applications,
    objectTabs: [...new Map(objectTabs.map(({ objectApiName, icon }) => [objectApiName, { objectApiName, icon }])).values()],
    pages: metadataFiles(root, 'flexipage', 'FlexiPage').map(({ name, root: file }) => readFlexiPage(name, file, labels)),
    layouts: Object.fromEntries(
      metadataFiles(root, 'layout', 'Layout').map(({ name, root: file }) => [name.slice(0, name.indexOf('-')), readLayout(file)]),
    ),
    lists: orderedLists(root, groupedLists(root)),
    highlights: readHighlights(root),
    languages: [SOURCE_LANGUAGE, ...languages.filter((language) => language !== SOURCE_LANGUAGE)],
  };
  refuseMissingPages(site);
  return site;
}

function refuseMissingPages({ applications, pages }: Site): void {
  const known = new Set(pages.map(({ name }) => name));
  for (const { name, homePage, utilityBar, recordPages } of applications) {
    const missing = [homePage, utilityBar, ...recordPages.map(({ page }) => page)].find((page) => page !== undefined && !known.has(page));
    if (missing) throw new Error(`The application ${name} names the page ${missing}, which is not in force-app.`);
  }
}

/** What Salesforce calls the lists of what is to be done and of what is done, and how it sorts them. */
const ACTIVITY_LISTS: Readonly<Record<string, Pick<RelatedList, 'activities' | 'sortField' | 'sortOrder'>>> = {
  RelatedActivityList: { activities: 'OpenActivities', sortField: 'ActivityDate', sortOrder: 'ASC' },
  RelatedHistoryList: { activities: 'ActivityHistories', sortField: 'ActivityDate', sortOrder: 'DESC' },
};

function readLayout(file: XmlElement): Layout {
  const items = file
    .all('layoutSections')
    .flatMap((section) => section.all('layoutColumns').flatMap((column) => column.all('layoutItems')));
  const fieldsThatAre = (behavior: string): readonly string[] =>
    items.filter((item) => item.text('behavior') === behavior).flatMap((item) => item.text('field') ?? []);
  return {
    ...namedIfAny('readOnly', fieldsThatAre('Readonly')),
    ...namedIfAny('required', fieldsThatAre('Required')),
    sections: file
      .all('layoutSections')
      .map((section) => ({
        label: section.text('label') ?? '',
        columns: section.all('layoutColumns').map((column) => column.all('layoutItems').flatMap((item) => item.text('field') ?? [])),
      }))
      .filter((section) => section.columns.flat().length > 0),
    relatedLists: file.all('relatedLists').flatMap((list) => {
      const name = list.required('relatedList');
      const columns = list.texts('fields').map(standardColumn);
      const activities = ACTIVITY_LISTS[name];
      if (activities) return [{ objectApiName: 'Task', parentField: 'WhatId', columns, ...activities }];
      // custom related lists are named by child object and field; others of standard objects have names that the local pages do not have
      const [objectApiName, parentField] = name.split('.');
      if (!objectApiName || !parentField) return [];
      const sortField = list.text('sortField');
      return [
        {
          objectApiName,
          parentField,
          columns,
          ...(sortField ? { sortField: standardColumn(sortField) } : {}),
          sortOrder: list.text('sortOrder') === 'Desc' ? ('DESC' as const) : ('ASC' as const),
        },
      ];
    }),
  };
}

function namedIfAny(name: 'readOnly' | 'required', fields: readonly string[]): Partial<Layout> {
  return fields.length > 0 ? { [name]: fields } : {};
}

function groupedLists(root: string): Readonly<Record<string, readonly ListView[]>> {
  const lists: Record<string, ListView[]> = {};
  for (const { name, file, root: view } of metadataFiles(root, 'listView', 'ListView')) {
    const logic = view.text('booleanFilter');
    (lists[objectOfFile(file)] ??= []).push({
      ...(logic ? { logic } : {}),
      name,
      label: view.required('label'),
      scope: view.text('filterScope') === 'Mine' ? 'Mine' : 'Everything',
      columns: view.texts('columns').map(standardColumn),
      filters: view.all('filters').map((filter) => ({
        field: standardColumn(filter.required('field')),
        operation: filter.required('operation'),
        value: filter.text('value') ?? '',
      })),
    });
  }
  return lists;
}

function readHighlights(root: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    metadataFiles(root, 'compactLayout', 'CompactLayout').map(({ file, root: layout }) => [objectOfFile(file), layout.texts('fields')]),
  );
}
