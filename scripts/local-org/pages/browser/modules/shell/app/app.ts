// The frame of the local pages: header, navigation bar, the page that belongs to the address, utilities, toasts.
import { LightningElement } from 'lwc';
import Toast from 'lightning/toast';
import type { ToastDetail } from 'lightning/platformShowToastEvent';
import site from 'pages:site';
import noAppText from '@salesforce/label/shell.No_App_Text';
import noAppTitle from '@salesforce/label/shell.No_App_Title';
import type { Application, Tab } from '../../../../site.ts';
import { lastApplication, openApplication, rememberApplication, visibleApplications } from '../../../applications.ts';
import { followHeadSize } from '../../../head-size.ts';
import { addressOf, type PageReference } from '../../../page-address.ts';
import { currentPage, onPageChange, showAddress } from '../../../page-state.ts';
import { RequestError } from '../../../request.ts';
import { session, word } from '../../../session.ts';
import { SHOW_TOAST } from '../../lightning/platformShowToastEvent/platformShowToastEvent.ts';
import type { NavigationItem } from '../navigationBar/navigationBar.ts';
import { contentOf, type PageContent } from './page-content.ts';
import { objectLabels, tabAddress, tabLabel } from './tabs.ts';

export default class App extends LightningElement {
  labels = { noAppText, noAppTitle };
  applications = visibleApplications(site, session().access);
  application: Application | undefined = openApplication(this.applications, lastApplication(session().userId));
  page: PageReference | undefined = currentPage();
  tabLabels: ReadonlyMap<string, string> = new Map();

  private stopListening: (() => void) | undefined;
  private stopFollowing: (() => void) | undefined;

  override connectedCallback(): void {
    this.stopListening = onPageChange((page) => {
      if (this.tabLabels.size === 0) void this.nameTabs();
      this.show(page);
    });
    this.addEventListener(SHOW_TOAST, (event) => this.handleToast(event as CustomEvent<ToastDetail>));
    void this.nameTabs();
    this.show(currentPage());
  }
  override renderedCallback(): void {
    const head = this.template?.querySelector('shell-header');
    if (head) this.stopFollowing ??= followHeadSize(head);
  }
  override disconnectedCallback(): void {
    this.stopListening?.();
    this.stopFollowing?.();
  }

  get content(): PageContent {
    return contentOf(this.page, { site, application: this.application, formFactor: session().formFactor });
  }
  get hasNoApplication(): boolean {
    return this.application === undefined;
  }
  get isMissing(): boolean {
    return this.content.kind === 'missing' && !this.hasNoApplication;
  }
  /** None or one: as an item of a list it is made anew for each object, and nothing of the former one lingers. */
  get objectPages(): readonly PageContent[] {
    return this.content.kind === 'object' ? [this.content] : [];
  }
  get recordPages(): readonly PageContent[] {
    return this.content.kind === 'record' ? [this.content] : [];
  }
  get formPages(): readonly PageContent[] {
    return this.content.kind === 'form' ? [this.content] : [];
  }
  get relatedListPages(): readonly PageContent[] {
    return this.content.kind === 'related' ? [this.content] : [];
  }
  get analyticsLists(): readonly PageContent[] {
    return this.content.kind === 'analytics' && !this.content.recordId ? [this.content] : [];
  }
  get reports(): readonly PageContent[] {
    return this.analyticsOf('Report');
  }
  get dashboards(): readonly PageContent[] {
    return this.analyticsOf('Dashboard');
  }
  private analyticsOf(objectApiName: string): readonly PageContent[] {
    const { content } = this;
    return content.kind === 'analytics' && content.recordId && content.objectApiName === objectApiName ? [content] : [];
  }
  get flexiPages(): readonly PageContent[] {
    return this.content.kind === 'page' ? [this.content] : [];
  }
  get component(): PageContent | undefined {
    return this.content.kind === 'component' ? this.content : undefined;
  }
  /** A phone has no utility bar. */
  get utilities(): string | undefined {
    return session().formFactor === 'Large' ? this.application?.utilityBar : undefined;
  }
  get contentClass(): string {
    return this.utilities ? 'content content_above-utilities' : 'content';
  }

  /** Pages made of components have no heading of their own that names them. */
  get pageTitle(): string {
    return this.flexiPages.length > 0 || this.component
      ? (this.items.find(({ isCurrent }) => isCurrent)?.label ?? this.applicationLabel)
      : '';
  }
  get applicationLabel(): string {
    const { application } = this;
    return application ? word(`app.${application.name}`, application.label) : '';
  }
  get items(): readonly NavigationItem[] {
    const active = this.content.tab;
    const { tabLabels } = this;
    // until the org has named the objects, each keeps its place
    const isShown = (tab: Tab): boolean => tab.kind !== 'object' || tabLabels.size === 0 || tabLabels.has(tab.objectApiName);
    return (this.application?.tabs ?? []).filter(isShown).map((tab) => ({
      name: tab.name,
      label: tabLabel(tab, this.tabLabels),
      address: tabAddress(tab),
      isCurrent: tab.name === active,
    }));
  }

  handleSkip(): void {
    this.focusContent();
  }
  handleSignedIn(): void {
    void this.nameTabs();
  }
  handleApplication(event: CustomEvent<string>): void {
    this.application = this.applications.find(({ name }) => name === event.detail);
    rememberApplication(session().userId, event.detail);
    void this.nameTabs();
    showAddress('/');
  }

  private show(page: PageReference | undefined): void {
    const [firstTab] = this.application?.tabs ?? [];
    const isHome = page?.type === 'standard__namedPage' && page.attributes['pageName'] === 'home';
    if (isHome && firstTab && !this.application?.homePage) {
      showAddress(tabAddress(firstTab), true);
      return;
    }
    const isOtherPage = address(page) !== address(this.page);
    this.page = page;
    if (isOtherPage) this.focusContent();
    document.title = `${this.items.find(({ isCurrent }) => isCurrent)?.label ?? this.applicationLabel} | ${this.applicationLabel}`;
  }

  /** Labels of object tabs are those of the objects, in the language of the user. Without an answer they are asked for with the next page. */
  private async nameTabs(): Promise<void> {
    const objects = (this.application?.tabs ?? []).flatMap((tab) => (tab.kind === 'object' ? [tab.objectApiName] : []));
    try {
      this.tabLabels = await objectLabels(objects);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
    }
    this.show(this.page);
  }

  private focusContent(): void {
    this.template?.querySelector<HTMLElement>('main')?.focus();
    window.scrollTo(0, 0);
  }

  /** lightning/toast uses an event of the same name for its container; that one goes on. */
  private handleToast(event: CustomEvent<ToastDetail | { readonly toast: unknown }>): void {
    if ('toast' in event.detail) return;
    event.stopPropagation();
    const { title, message, variant, mode } = event.detail;
    Toast.show(
      { label: title, message: message ?? '', variant: variant ?? 'info', mode: mode === 'sticky' ? 'sticky' : 'dismissible' },
      this as unknown as HTMLElement,
    );
  }
}

function address(page: PageReference | undefined): string {
  return page ? addressOf({ ...page, state: {} }) : '';
}
