// A link to a record: plain clicks stay inside Lightning, with a modifier key the browser opens it as it does any other.
import { LightningElement, api } from 'lwc';
import { NavigationMixin, type PageReference } from 'lightning/navigation';

export default class RecordLink extends NavigationMixin(LightningElement) {
  @api objectApiName = '';
  @api label = '';
  /** What a screen reader says instead of the label, where many links have the same one. */
  @api says = '';

  href = '';

  private target = '';

  @api
  get recordId(): string {
    return this.target;
  }
  set recordId(recordId: string) {
    this.target = recordId;
    if (this.isConnected) void this.findAddress();
  }

  override connectedCallback(): void {
    void this.findAddress();
  }

  get shownLabel(): string | undefined {
    return this.says || undefined;
  }

  handleClick(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    this[NavigationMixin.Navigate](this.page);
  }

  private get page(): PageReference {
    return {
      type: 'standard__recordPage',
      attributes: { recordId: this.target, objectApiName: this.objectApiName, actionName: 'view' },
    };
  }

  private async findAddress(): Promise<void> {
    this.href = await this[NavigationMixin.GenerateUrl](this.page);
  }
}
