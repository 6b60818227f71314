// What a component shows instead of data: nothing there, not allowed, or failed with a way to try again.
import { LightningElement, api } from 'lwc';
import errorText from '@salesforce/label/c.State_Error_Text';
import errorTitle from '@salesforce/label/c.State_Error_Title';
import noPermissionText from '@salesforce/label/c.State_No_Permission_Text';
import noPermissionTitle from '@salesforce/label/c.State_No_Permission_Title';
import offlineText from '@salesforce/label/c.State_Offline_Text';
import offlineTitle from '@salesforce/label/c.State_Offline_Title';
import tryAgain from '@salesforce/label/c.State_Try_Again';
import type { Failure } from 'c/dataFailure';

/** `info` and `empty` are said calmly; `error` and `no-permission` are announced at once. */
export type StateKind = 'empty' | 'info' | 'error' | 'no-permission';

interface Look {
  readonly icon: string;
  readonly title: string;
  readonly text: string;
  readonly action: string;
}

const LOOKS: Readonly<Record<StateKind, Look>> = {
  empty: { icon: 'utility:success', title: '', text: '', action: '' },
  info: { icon: 'utility:info_alt', title: '', text: '', action: '' },
  error: { icon: 'utility:warning', title: errorTitle, text: errorText, action: tryAgain },
  'no-permission': { icon: 'utility:lock', title: noPermissionTitle, text: noPermissionText, action: '' },
};

/** Without a connection every failure has the same reason, and mends by itself. */
const OFFLINE: Look = { icon: 'utility:offline', title: offlineTitle, text: offlineText, action: tryAgain };

/** Fires `action` when its button is pressed, and after an error also when the lost connection is back. */
export default class StateMessage extends LightningElement {
  @api kind: StateKind = 'info';
  /** Why there are no data; says the kind by itself. */
  @api failure: Failure | undefined;
  /** Headline, text and button of this place; errors and missing permission have words of their own. */
  @api headline = '';
  @api text = '';
  @api actionLabel = '';

  isOffline = !navigator.onLine;

  private readonly handleConnection = (): void => {
    const isBack = this.isOffline && navigator.onLine;
    this.isOffline = !navigator.onLine;
    if (isBack && this.shownKind === 'error') this.handleAction();
  };

  override connectedCallback(): void {
    window.addEventListener('online', this.handleConnection);
    window.addEventListener('offline', this.handleConnection);
  }
  override disconnectedCallback(): void {
    window.removeEventListener('online', this.handleConnection);
    window.removeEventListener('offline', this.handleConnection);
  }

  get look(): Look {
    return this.isWaiting ? OFFLINE : LOOKS[this.shownKind];
  }
  get shownHeadline(): string {
    return this.isWaiting ? OFFLINE.title : this.headline || this.look.title;
  }
  get shownText(): string {
    return this.isWaiting ? OFFLINE.text : this.text || this.look.text;
  }
  get shownAction(): string {
    return this.actionLabel || this.look.action;
  }
  get role(): string {
    return this.shownKind === 'error' || this.shownKind === 'no-permission' ? 'alert' : 'status';
  }
  private get isWaiting(): boolean {
    return this.isOffline && this.shownKind === 'error';
  }
  private get shownKind(): StateKind {
    return this.failure === 'failed' ? 'error' : (this.failure ?? this.kind);
  }

  handleAction(): void {
    this.dispatchEvent(new CustomEvent('action'));
  }
}
