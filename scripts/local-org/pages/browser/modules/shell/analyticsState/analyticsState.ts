// What stands in the place of a report or a dashboard until it is there, or when it cannot be shown.
import { LightningElement, api } from 'lwc';
import failedTitle from '@salesforce/label/shell.Failed_Title';
import loading from '@salesforce/label/shell.Loading';
import tryAgain from '@salesforce/label/shell.Try_Again';
import type { LoadState } from '../../../load-state.ts';

/** Fires `retry` when the user wants it tried again. */
export default class AnalyticsState extends LightningElement {
  @api state: LoadState = { kind: 'loading' };

  labels = { failedTitle, loading, tryAgain };

  get isLoading(): boolean {
    return this.state.kind === 'loading';
  }
  get isMissing(): boolean {
    return this.state.kind === 'missing';
  }
  get isFailed(): boolean {
    return this.state.kind === 'failed';
  }
  get message(): string {
    return this.state.kind === 'failed' ? this.state.message : '';
  }

  handleTryAgain(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
