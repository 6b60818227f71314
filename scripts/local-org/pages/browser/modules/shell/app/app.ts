// The frame of the local pages: header, navigation bar, the page that belongs to the address, toasts.
import { LightningElement } from 'lwc';
import Toast from 'lightning/toast';
import type { ToastDetail } from 'lightning/platformShowToastEvent';
import site from 'pages:site';
import languageNotChanged from '@salesforce/label/shell.Language_Not_Changed';
import language from '@salesforce/label/shell.Language';
import localOrg from '@salesforce/label/shell.Local_Org';
import signedInAs from '@salesforce/label/shell.Signed_In_As';
import skipToContent from '@salesforce/label/shell.Skip_To_Content';
import { fillLabel } from 'c/labelText';
import { addressOf, type PageReference } from '../../../page-address.ts';
import { currentPage, onPageChange, showAddress } from '../../../page-state.ts';
import { request } from '../../../request.ts';
import { session, word } from '../../../session.ts';
import { SHOW_TOAST } from '../../lightning/platformShowToastEvent/platformShowToastEvent.ts';
import type { NavigationItem } from '../navigationBar/navigationBar.ts';
import { contentOf, type PageContent } from './page-content.ts';
import { objectLabels, tabAddress, tabLabel } from './tabs.ts';

export default class App extends LightningElement {
  labels = { language, localOrg, skipToContent };
  application = word(`app.${site.application.name}`, site.application.label);
  signedIn = fillLabel(signedInAs, session().userName);
  page: PageReference | undefined = currentPage();
  tabLabels: ReadonlyMap<string, string> = new Map();

  private stopListening: (() => void) | undefined;

  override connectedCallback(): void {
    this.stopListening = onPageChange((page) => this.show(page));
    this.addEventListener(SHOW_TOAST, (event) => this.handleToast(event as CustomEvent<ToastDetail>));
    void this.nameTabs();
    this.show(currentPage());
  }
  override disconnectedCallback(): void {
    this.stopListening?.();
  }

  get content(): PageContent {
    return contentOf(this.page, site);
  }
  get isMissing(): boolean {
    return this.content.kind === 'missing';
  }
  /** None or one: as an item of a list it is made anew for each object, and nothing of the former one lingers. */
  get objectPages(): readonly PageContent[] {
    return this.content.kind === 'object' ? [this.content] : [];
  }
  get recordPages(): readonly PageContent[] {
    return this.content.kind === 'record' ? [this.content] : [];
  }
  get flexiPage(): PageContent | undefined {
    return this.content.kind === 'page' ? this.content : undefined;
  }
  get component(): PageContent | undefined {
    return this.content.kind === 'component' ? this.content : undefined;
  }

  /** Pages made of components have no heading of their own that names them. */
  get pageTitle(): string {
    return this.flexiPage || this.component ? (this.items.find(({ isCurrent }) => isCurrent)?.label ?? '') : '';
  }

  get items(): readonly NavigationItem[] {
    const active = this.content.tab;
    return site.tabs.map((tab) => ({
      name: tab.name,
      label: tabLabel(tab, this.tabLabels),
      address: tabAddress(tab),
      isCurrent: tab.name === active,
    }));
  }

  get languages(): readonly { readonly key: string; readonly name: string; readonly isCurrent: boolean }[] {
    return site.languages.map((key) => ({
      key,
      // a language is called by its own name, so that who cannot read the present one finds it
      name: new Intl.DisplayNames([key.replaceAll('_', '-')], { type: 'language' }).of(key.slice(0, 2)) ?? key,
      isCurrent: key === session().language,
    }));
  }

  /** As in Salesforce, the language belongs to the user: the whole org answers in it from then on. */
  async handleLanguage(event: CustomEvent<{ value: string }>): Promise<void> {
    try {
      await request('PATCH', `/sobjects/User/${session().userId}`, { LanguageLocaleKey: event.detail.value });
      window.location.reload();
    } catch (error) {
      this.toast({ title: languageNotChanged, message: error instanceof Error ? error.message : String(error), variant: 'error' });
    }
  }

  handleSkip(): void {
    this.focusContent();
  }

  private show(page: PageReference | undefined): void {
    if (page?.type === 'standard__namedPage' && page.attributes['pageName'] === 'home' && site.tabs[0]) {
      showAddress(tabAddress(site.tabs[0]), true);
      return;
    }
    const isOtherPage = address(page) !== address(this.page);
    this.page = page;
    if (isOtherPage) this.focusContent();
    document.title = `${this.items.find(({ isCurrent }) => isCurrent)?.label ?? this.application} | ${this.application}`;
  }

  /** Labels of object tabs are those of the objects, in the language of the user. */
  private async nameTabs(): Promise<void> {
    this.tabLabels = await objectLabels(site.tabs.flatMap((tab) => (tab.kind === 'object' ? [tab.objectApiName] : [])));
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
    this.toast(event.detail);
  }

  private toast({ title, message, variant, mode }: ToastDetail): void {
    Toast.show(
      { label: title, message: message ?? '', variant: variant ?? 'info', mode: mode === 'sticky' ? 'sticky' : 'dismissible' },
      this as unknown as HTMLElement,
    );
  }
}

function address(page: PageReference | undefined): string {
  return page ? addressOf({ ...page, state: {} }) : '';
}
