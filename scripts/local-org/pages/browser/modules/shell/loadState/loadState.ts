// What stands in the place of records, a report or a dashboard until they are there, or when there are none or they cannot be shown.
import { LightningElement, api } from 'lwc';
import failedText from '@salesforce/label/shell.Failed_Text';
import failedTitle from '@salesforce/label/shell.Failed_Title';
import loading from '@salesforce/label/shell.Loading';
import tryAgain from '@salesforce/label/shell.Try_Again';
import type { LoadState as State } from '../../../load-state.ts';

/** Fires `retry` when the user wants it tried again. */
export default class LoadState extends LightningElement {
  @api state: State = { kind: 'loading' };
  /** What is said when there is nothing to show. */
  @api emptyText = '';

  labels = { failedTitle, loading, tryAgain };

  get isLoading(): boolean {
    return this.state.kind === 'loading';
  }
  get isMissing(): boolean {
    return this.state.kind === 'missing';
  }
  get isEmpty(): boolean {
    return this.state.kind === 'empty';
  }
  get isForbidden(): boolean {
    return this.state.kind === 'forbidden';
  }
  get isFailed(): boolean {
    return this.state.kind === 'failed';
  }
  get message(): string {
    return this.state.kind === 'failed' ? this.state.message || failedText : '';
  }

  handleTryAgain(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
