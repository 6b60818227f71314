// Reads application, tabs, pages, layouts and lists of the package for the local pages.
import type { XmlElement } from '../local-org/metadata/metadata-xml.ts';
import type { Layout, ListView, Site, Tab } from '../local-org/pages/site.ts';
import { metadataFiles, objectOfFile } from './metadata-files.ts';
import { readFlexiPage } from './read-flexipage.ts';
import { SOURCE_LANGUAGE } from './read-words.ts';
import { standardColumn } from './standard-columns.ts';

const STANDARD_TAB = /^standard-(.+)$/;
/** Icons of the objects that have a tab of Salesforce's own. */
const STANDARD_ICONS: Readonly<Record<string, string>> = {
  Account: 'standard:account',
  Contact: 'standard:contact',
  Opportunity: 'standard:opportunity',
};

/** Throws when the package has not exactly one application, or a tab of a kind that the local pages cannot show. */
export function readSite(root: string, languages: readonly string[]): Site {
  const applications = metadataFiles(root, 'app', 'CustomApplication');
  const [application] = applications;
  if (!application || applications.length > 1) throw new Error(`The pages show one application, but force-app has ${applications.length}.`);
  const tabs = new Map(metadataFiles(root, 'tab', 'CustomTab').map(({ name, root: file }) => [name, file]));
  return {
    application: { name: application.name, label: application.root.required('label') },
    tabs: application.root.texts('tabs').map((name) => readTab(name, tabs.get(name))),
    pages: metadataFiles(root, 'flexipage', 'FlexiPage').map(({ name, root: file }) => readFlexiPage(name, file)),
    layouts: Object.fromEntries(
      metadataFiles(root, 'layout', 'Layout').map(({ name, root: file }) => [name.slice(0, name.indexOf('-')), readLayout(file)]),
    ),
    lists: groupedLists(root),
    highlights: readHighlights(root),
    languages: [SOURCE_LANGUAGE, ...languages.filter((language) => language !== SOURCE_LANGUAGE)],
  };
}

function readTab(name: string, file: XmlElement | undefined): Tab {
  const standard = STANDARD_TAB.exec(name)?.[1];
  if (standard) return { kind: 'object', name, objectApiName: standard, icon: STANDARD_ICONS[standard] ?? 'standard:record' };
  if (!file) throw new Error(`The application names the tab ${name}, which is not in force-app.`);
  const icon = iconOf(file.text('motif'));
  if (file.text('customObject') === 'true') return { kind: 'object', name, objectApiName: name, icon };
  const label = file.required('label');
  const [page, component] = [file.text('flexiPage'), file.text('lwcComponent')];
  if (page) return { kind: 'page', name, label, page, icon };
  if (component) return { kind: 'component', name, label, component, icon };
  throw new Error(`${file.file} is a kind of tab that the local pages do not have.`);
}

/** `Custom57: Building Block` → `custom:custom57`. */
function iconOf(motif: string | undefined): string {
  const name = /^Custom\d+/.exec(motif ?? '')?.[0];
  return name ? `custom:${name.toLowerCase()}` : 'standard:record';
}

function readLayout(file: XmlElement): Layout {
  return {
    sections: file
      .all('layoutSections')
      .map((section) => ({
        label: section.text('label') ?? '',
        columns: section.all('layoutColumns').map((column) => column.all('layoutItems').flatMap((item) => item.text('field') ?? [])),
      }))
      .filter((section) => section.columns.flat().length > 0),
    relatedLists: file.all('relatedLists').flatMap((list) => {
      // custom related lists are named by child object and field; those of standard objects have names of their own
      const [objectApiName, parentField] = list.required('relatedList').split('.');
      if (!objectApiName || !parentField) return [];
      const sortField = list.text('sortField');
      return [
        {
          objectApiName,
          parentField,
          columns: list.texts('fields').map(standardColumn),
          ...(sortField ? { sortField: standardColumn(sortField) } : {}),
          sortOrder: list.text('sortOrder') === 'Desc' ? ('DESC' as const) : ('ASC' as const),
        },
      ];
    }),
  };
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
