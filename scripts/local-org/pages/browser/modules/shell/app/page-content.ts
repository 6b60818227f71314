// Which content belongs to a page reference.
import type { Application, FlexiPage, FormFactor, Site, Tab } from '../../../../site.ts';
import { decodeGiven, type GivenValues } from '../../../given-values.ts';
import type { PageReference } from '../../../page-address.ts';

interface Content {
  readonly kind: 'page' | 'component' | 'record' | 'form' | 'related' | 'object' | 'analytics' | 'missing';
  /** Name of the tab that the page belongs to. */
  readonly tab?: string | undefined;
  readonly page?: FlexiPage | undefined;
  readonly component?: string;
  readonly objectApiName?: string | undefined;
  readonly recordId?: string | undefined;
  /** Of a list view, or the relationship of a related list. */
  readonly listName?: string | undefined;
  /** What a new record begins with. */
  readonly given?: GivenValues;
}
export type PageContent = Content;

/** Where the page is shown. */
export interface PageSetting {
  readonly site: Site;
  readonly application: Application | undefined;
  readonly formFactor: FormFactor;
}

const MISSING: PageContent = { kind: 'missing' };

export function contentOf(page: PageReference | undefined, setting: PageSetting): PageContent {
  const { site, application, formFactor } = setting;
  if (page?.type === 'standard__namedPage' && page.attributes['pageName'] === 'home') return homeContent(setting);
  if (page?.type === 'standard__navItemPage') return tabContent(page.attributes['apiName'], setting);
  const objectApiName = page?.attributes['objectApiName'];
  if (objectApiName === 'Report' || objectApiName === 'Dashboard') return analyticsContent(page, objectApiName, application);
  const tab = application?.tabs.find((found) => found.kind === 'object' && found.objectApiName === objectApiName)?.name;
  if (page?.type === 'standard__objectPage' && isList(page))
    return { kind: 'object', tab, objectApiName, listName: page.state['filterName'] };
  if (isForm(page)) {
    const given = decodeGiven(page?.state['defaultFieldValues']);
    return { kind: 'form', tab, objectApiName, recordId: page?.attributes['recordId'], given };
  }
  if (page?.type === 'standard__recordRelationshipPage') {
    const { recordId, relationshipApiName: listName } = page.attributes;
    return { kind: 'related', tab, objectApiName, recordId, listName };
  }
  if (page?.type === 'standard__recordPage') {
    const assigned = application?.recordPages.find((one) => one.objectApiName === objectApiName && one.formFactor === formFactor);
    const designed = assigned && site.pages.find(({ name }) => name === assigned.page);
    return { kind: 'record', tab, objectApiName, recordId: page.attributes['recordId'], page: designed };
  }
  return MISSING;
}

/** Lists of reports and dashboards, and each of them. */
function analyticsContent(page: PageReference | undefined, objectApiName: string, application: Application | undefined): PageContent {
  const tab = application?.tabs.find((found) => found.kind === 'analytics' && found.objectApiName === objectApiName)?.name;
  return { kind: 'analytics', tab, objectApiName, recordId: page?.attributes['recordId'] };
}

/** Of a new record, or of one that is there. */
function isForm(page: PageReference | undefined): boolean {
  const action = page?.attributes['actionName'];
  return (page?.type === 'standard__objectPage' && action === 'new') || (page?.type === 'standard__recordPage' && action === 'edit');
}

function isList(page: PageReference): boolean {
  return page.attributes['actionName'] === 'list' || page.attributes['actionName'] === 'home';
}

function homeContent({ site, application }: PageSetting): PageContent {
  const page = site.pages.find(({ name }) => name === application?.homePage);
  return page ? { kind: 'page', tab: 'standard-home', page } : MISSING;
}

/** Tabs of the other applications have addresses as well. */
function tabContent(name: string | undefined, { site, application }: PageSetting): PageContent {
  const tabs: readonly Tab[] = [application, ...site.applications].flatMap((one) => one?.tabs ?? []);
  const tab = tabs.find((found) => found.name === name);
  if (tab?.kind === 'component') return { kind: 'component', tab: tab.name, component: tab.component };
  if (tab?.kind !== 'page') return MISSING;
  const page = site.pages.find((found) => found.name === tab.page);
  return page ? { kind: 'page', tab: tab.name, page } : MISSING;
}
