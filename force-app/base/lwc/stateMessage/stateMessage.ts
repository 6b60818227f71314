// What a component shows instead of data: nothing there, not allowed, or failed with a way to try again.
import { LightningElement, api } from 'lwc';
import errorText from '@salesforce/label/c.State_Error_Text';
import errorTitle from '@salesforce/label/c.State_Error_Title';
import noPermissionText from '@salesforce/label/c.State_No_Permission_Text';
import noPermissionTitle from '@salesforce/label/c.State_No_Permission_Title';
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

/** Fires `action` when its button is pressed. */
export default class StateMessage extends LightningElement {
  @api kind: StateKind = 'info';
  /** Why there are no data; says the kind by itself. */
  @api failure: Failure | undefined;
  /** Headline, text and button of this place; errors and missing permission have words of their own. */
  @api headline = '';
  @api text = '';
  @api actionLabel = '';

  get look(): Look {
    return LOOKS[this.shownKind];
  }
  get shownHeadline(): string {
    return this.headline || this.look.title;
  }
  get shownText(): string {
    return this.text || this.look.text;
  }
  get shownAction(): string {
    return this.actionLabel || this.look.action;
  }
  get role(): string {
    return this.shownKind === 'error' || this.shownKind === 'no-permission' ? 'alert' : 'status';
  }
  private get shownKind(): StateKind {
    return this.failure === 'failed' ? 'error' : (this.failure ?? this.kind);
  }

  handleAction(): void {
    this.dispatchEvent(new CustomEvent('action'));
  }
}
