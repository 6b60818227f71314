// Which content belongs to a page reference.
import type { FlexiPage, Site } from '../../../../site.ts';
import type { PageReference } from '../../../page-address.ts';

interface Content {
  readonly kind: 'page' | 'component' | 'record' | 'object' | 'missing';
  /** Name of the tab that the page belongs to. */
  readonly tab?: string | undefined;
  readonly page?: FlexiPage | undefined;
  readonly component?: string;
  readonly objectApiName?: string | undefined;
  readonly recordId?: string | undefined;
  readonly listName?: string | undefined;
}
export type PageContent = Content;

const MISSING: PageContent = { kind: 'missing' };

export function contentOf(page: PageReference | undefined, site: Site): PageContent {
  if (page?.type === 'standard__navItemPage') return tabContent(page.attributes['apiName'], site);
  const objectApiName = page?.attributes['objectApiName'];
  const tab = site.tabs.find((found) => found.kind === 'object' && found.objectApiName === objectApiName)?.name;
  if (page?.type === 'standard__objectPage' && isList(page))
    return { kind: 'object', tab, objectApiName, listName: page.state['filterName'] };
  if (page?.type === 'standard__recordPage') {
    const designed = site.pages.find((found) => found.kind === 'RecordPage' && found.objectApiName === objectApiName);
    return { kind: 'record', tab, objectApiName, recordId: page.attributes['recordId'], page: designed };
  }
  return MISSING;
}

function isList(page: PageReference): boolean {
  return page.attributes['actionName'] === 'list' || page.attributes['actionName'] === 'home';
}

function tabContent(name: string | undefined, site: Site): PageContent {
  const tab = site.tabs.find((found) => found.name === name);
  if (tab?.kind === 'component') return { kind: 'component', tab: tab.name, component: tab.component };
  if (tab?.kind !== 'page') return MISSING;
  const page = site.pages.find((found) => found.name === tab.page);
  return page ? { kind: 'page', tab: tab.name, page } : MISSING;
}
