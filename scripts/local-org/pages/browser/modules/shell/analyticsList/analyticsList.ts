// The list of reports or of dashboards, by name.
import { LightningElement, api } from 'lwc';
import dashboards from '@salesforce/label/shell.Dashboards';
import noAnalytics from '@salesforce/label/shell.No_Analytics';
import reports from '@salesforce/label/shell.Reports';
import { followLink } from '../../../follow-link.ts';
import { stateAfter, type LoadState } from '../../../load-state.ts';
import { request } from '../../../request.ts';
import { session } from '../../../session.ts';

interface Item {
  readonly id: string;
  readonly name: string;
}

export default class AnalyticsList extends LightningElement {
  /** `Report` or `Dashboard`. */
  @api objectApiName = 'Report';

  labels = { noAnalytics };
  found: readonly Item[] = [];
  state: LoadState = { kind: 'loading' };

  override connectedCallback(): void {
    void this.load();
  }

  get heading(): string {
    return this.objectApiName === 'Dashboard' ? dashboards : reports;
  }
  get icon(): string {
    return this.objectApiName === 'Dashboard' ? 'standard:dashboard' : 'standard:report';
  }
  get items(): readonly (Item & { readonly href: string })[] {
    const collator = new Intl.Collator(session().language.slice(0, 2));
    return this.found
      .toSorted((one, other) => collator.compare(one.name, other.name))
      .map((item) => ({ ...item, href: `/lightning/r/${this.objectApiName}/${item.id}/view` }));
  }

  handleTryAgain(): void {
    void this.load();
  }
  handleLink(event: MouseEvent): void {
    followLink(event);
  }

  private async load(): Promise<void> {
    this.state = { kind: 'loading' };
    try {
      const kind = this.objectApiName === 'Dashboard' ? 'dashboards' : 'reports';
      this.found = (await request('GET', `/analytics/${kind}`)) as readonly Item[];
      this.state = { kind: this.found.length === 0 ? 'empty' : 'shown' };
    } catch (error) {
      this.state = stateAfter(error);
    }
  }
}
