// The list of reports or of dashboards, by name.
import { LightningElement, api } from 'lwc';
import dashboards from '@salesforce/label/shell.Dashboards';
import failedText from '@salesforce/label/shell.Failed_Text';
import failedTitle from '@salesforce/label/shell.Failed_Title';
import loading from '@salesforce/label/shell.Loading';
import noAnalytics from '@salesforce/label/shell.No_Analytics';
import reports from '@salesforce/label/shell.Reports';
import tryAgain from '@salesforce/label/shell.Try_Again';
import { followLink } from '../../../follow-link.ts';
import { request } from '../../../request.ts';
import { session } from '../../../session.ts';

interface Item {
  readonly id: string;
  readonly name: string;
}

export default class AnalyticsList extends LightningElement {
  /** `Report` or `Dashboard`. */
  @api objectApiName = 'Report';

  labels = { failedText, failedTitle, loading, noAnalytics, tryAgain };
  found: readonly Item[] | undefined;
  isFailed = false;

  override connectedCallback(): void {
    void this.load();
  }

  get heading(): string {
    return this.objectApiName === 'Dashboard' ? dashboards : reports;
  }
  get icon(): string {
    return this.objectApiName === 'Dashboard' ? 'standard:dashboard' : 'standard:report';
  }
  get isLoading(): boolean {
    return this.found === undefined && !this.isFailed;
  }
  get isEmpty(): boolean {
    return this.found?.length === 0;
  }
  get items(): readonly (Item & { readonly href: string })[] {
    const collator = new Intl.Collator(session().language.slice(0, 2));
    return [...(this.found ?? [])]
      .sort((one, other) => collator.compare(one.name, other.name))
      .map((item) => ({ ...item, href: `/lightning/r/${this.objectApiName}/${item.id}/view` }));
  }

  handleTryAgain(): void {
    void this.load();
  }
  handleLink(event: MouseEvent): void {
    followLink(event);
  }

  private async load(): Promise<void> {
    this.isFailed = false;
    try {
      this.found = (await request('GET', `/analytics/${this.objectApiName === 'Dashboard' ? 'dashboards' : 'reports'}`)) as readonly Item[];
    } catch {
      this.isFailed = true;
    }
  }
}
