// A card about data: its head with a way to read again, and in its place what is shown while they are under way or did not come.
import { LightningElement, api } from 'lwc';
import loadingNamed from '@salesforce/label/c.Card_Loading';
import refresh from '@salesforce/label/c.Card_Refresh';
import refreshNamed from '@salesforce/label/c.Card_Refresh_Named';
import type { Failure } from 'c/dataFailure';
import { fillLabel } from 'c/labelText';

/**
 * Fires `refresh` when its button is pressed, or the one beside an error.
 * Slots: `actions` (buttons left of refresh), `filters` (stay while data are under way), and the data themselves, which their owner
 * leaves out as long as they have not come.
 */
export default class DataCard extends LightningElement {
  @api iconName = '';
  @api heading = '';
  /** What the card is for; left out where there is little room. */
  @api subtitle = '';
  /** Which record it is about; said at any width. */
  @api about = '';
  /** Why there are no data. */
  @api failure: Failure | undefined;
  @api isLoading = false;
  /** How tall the data will roughly be, in grey lines. */
  @api lines: number | string = 3;
  /** What screen readers hear when other data are shown. */
  @api says = '';
  /** Where reading again would disturb what is being typed. */
  @api noRefresh = false;

  readonly refresh = refresh;

  get hasRefresh(): boolean {
    return !this.noRefresh;
  }
  /** Where nothing may be seen, there is nothing to filter. */
  get hasFilters(): boolean {
    return this.failure !== 'no-permission';
  }
  get refreshNamed(): string {
    return fillLabel(refreshNamed, this.heading);
  }
  get said(): string {
    return this.isLoading ? fillLabel(loadingNamed, this.heading) : this.says;
  }

  handleRefresh(): void {
    this.dispatchEvent(new CustomEvent('refresh'));
  }
}
