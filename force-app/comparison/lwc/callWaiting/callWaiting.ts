// Calls that were saved without a connection: sent as soon as there is one, here or on whatever page the script opens next.
import { LightningElement, api } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import USER_ID from '@salesforce/user/Id';
import { fillLabel } from 'c/labelText';
import { watchConnection } from './connection';
import { LABELS } from './waitingLabels';
import { dropWaiting, keepWaiting, waitingCalls, type WaitingCall } from './waitingCalls';

export type { WaitingCall } from './waitingCalls';

/** `undefined`: the org has it. `isLost`: the org said nothing, and may be asked again. */
export type SendWaiting = (call: WaitingCall) => Promise<{ readonly text: string; readonly isLost: boolean } | undefined>;

const TIME = new Intl.DateTimeFormat(LOCALE, { timeZone: TIME_ZONE, dateStyle: 'short', timeStyle: 'short' });

interface ShownCall {
  readonly key: string;
  readonly account: WaitingCall['account'];
  readonly words: string;
  readonly isDiscarding: boolean;
}

/** Fires `sent` with the key of each call that the org has now, and `connection` with whether there is one, whenever that changes. */
export default class CallWaiting extends LightningElement {
  /** Sends one call; the page knows how. */
  @api send: SendWaiting | undefined;
  /** Key of the call whose answers stand on the page: it tells of that one itself. */
  @api shownKey = '';

  labels = LABELS;
  calls: readonly WaitingCall[] = waitingCalls(window.localStorage, USER_ID);
  refusals: Readonly<Record<string, string>> = {};
  sentWords = '';
  isSending = false;
  discarding = '';

  private endWatch: (() => void) | undefined;

  override connectedCallback(): void {
    this.endWatch = watchConnection((isOnline) => {
      this.dispatchEvent(new CustomEvent('connection', { detail: isOnline }));
      if (isOnline) void this.attempt();
    });
    void this.attempt();
  }
  override disconnectedCallback(): void {
    this.endWatch?.();
  }

  /** Keeps a call until it can be sent. */
  @api add(call: WaitingCall): void {
    keepWaiting(window.localStorage, USER_ID, call);
    this.read();
  }
  /** The org has the call, or nobody wants it sent any more. */
  @api drop(key: string): void {
    dropWaiting(window.localStorage, USER_ID, key);
    this.read();
  }
  @api holds(key: string): boolean {
    return this.calls.some((one) => one.key === key);
  }
  /** Sends what can be sent; another tab may have done so meanwhile. */
  @api async attempt(): Promise<void> {
    this.read();
    if (this.isSending || !this.send || !window.navigator.onLine) return;
    this.isSending = true;
    await this.sendNext(this.calls, this.send);
    this.isSending = false;
  }

  /** One after the other, and no further than the connection goes. */
  private async sendNext([call, ...others]: readonly WaitingCall[], send: SendWaiting): Promise<void> {
    if (!call) return;
    const refused = await send(call);
    if (refused?.isLost) return;
    if (refused) this.refusals = { ...this.refusals, [call.key]: refused.text };
    else this.tellSent(call);
    await this.sendNext(others, send);
  }

  get others(): readonly ShownCall[] {
    return this.calls
      .filter(({ key }) => key !== this.shownKey)
      .map(({ key, account, at }) => {
        const refusal = this.refusals[key];
        const words = refusal
          ? fillLabel(LABELS.refused, account.name, refusal)
          : fillLabel(LABELS.waiting, account.name, TIME.format(new Date(at)));
        return { key, account, words, isDiscarding: key === this.discarding };
      });
  }

  handleSend(): void {
    void this.attempt();
  }
  handleDiscard(event: Event): void {
    this.discarding = (event.target as HTMLElement).dataset.key ?? '';
  }
  handleKeep(): void {
    this.discarding = '';
  }
  handleSure(event: Event): void {
    this.drop((event.target as HTMLElement).dataset.key ?? '');
    this.discarding = '';
  }

  private read(): void {
    this.calls = waitingCalls(window.localStorage, USER_ID);
  }
  private tellSent({ key, account }: WaitingCall): void {
    this.drop(key);
    if (key !== this.shownKey) this.sentWords = fillLabel(LABELS.sent, account.name);
    this.dispatchEvent(new CustomEvent('sent', { detail: key }));
  }
}
