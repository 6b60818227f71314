// Feedback at a glance: calls to make first, then the NPS, the scores and what customers suggest; of all accounts or of one.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLResponse } from 'lightning/graphql';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { answered } from 'c/graphAnswer';
import { fillLabel } from 'c/labelText';
import { dayIn, monthOf } from 'c/civilDay';
import { failureOf, type Failure } from 'c/dataFailure';
import { LABELS } from './pulseLabels';
import { PULSE_QUERY, pulseOf, pulseVariables, type Pulse, type PulseAnswer } from './pulseQuery';

/** What feedbackTrend hands over when one of its numbers is opened. */
interface ChosenScores {
  readonly title: string;
  readonly conditions: readonly object[];
}
interface Refreshable {
  refresh(): Promise<void>;
}
interface Tile {
  readonly key: string;
  readonly text: string;
  readonly name: string;
  readonly className: string;
}

export default class FeedbackPulse extends LightningElement {
  /** Of an account, on its page. */
  @api recordId: string | undefined;

  labels = LABELS;
  failure: Failure | undefined;
  isPartial = false;
  isFormOpen = false;
  savedSentence = '';

  private pulse: Pulse | undefined;
  private chosen: ChosenScores | undefined;
  private refreshPulse: (() => Promise<void>) | undefined;

  @wire(graphql, { query: PULSE_QUERY, variables: '$variables' })
  readPulse(response: GraphQLResponse<PulseAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refreshPulse = refresh;
    if (data) this.pulse = pulseOf(data);
    if (!data && !errors) return;
    this.failure = data ? undefined : failureOf(errors);
    this.isPartial = Boolean(data && errors?.length);
  }

  get accountId(): string {
    return this.recordId ?? '';
  }
  get variables(): object {
    const today = dayIn(TIME_ZONE, new Date());
    return pulseVariables(this.accountId, firstOfTwelveMonths(today), today);
  }
  get isSkeleton(): boolean {
    return !this.pulse && !this.failure;
  }
  get isShown(): boolean {
    return this.pulse !== undefined && !this.failure;
  }
  get tiles(): readonly Tile[] {
    const { pulse } = this;
    if (!pulse) return [];
    const { open, overdue, improvements, answers, nps } = pulse;
    const signed = new Intl.NumberFormat(LOCALE, { signDisplay: 'exceptZero' });
    const isOne = (count: number): boolean => new Intl.PluralRules(LANGUAGE).select(count) === 'one';
    const tile = (key: string, count: number, one: string, other: string, look: string): Tile => ({
      key,
      text: new Intl.NumberFormat(LOCALE).format(count),
      name: isOne(count) ? one : other,
      className: `tile tile_${count > 0 ? look : 'good'}`,
    });
    return [
      tile('open', open, LABELS.tileOpenOne, LABELS.tileOpenOther, 'soon'),
      tile('overdue', overdue, LABELS.tileOverdueOne, LABELS.tileOverdueOther, 'urgent'),
      { key: 'nps', text: nps === undefined ? LABELS.noNps : signed.format(nps), name: LABELS.tileNps, className: 'tile tile_brand' },
      // few answers are no good news
      { ...tile('answers', answers, LABELS.tileAnswersOne, LABELS.tileAnswersOther, 'brand'), className: 'tile tile_brand' },
      tile('improvements', improvements, LABELS.tileImprovementsOne, LABELS.tileImprovementsOther, 'brand'),
    ];
  }
  get isOfAccount(): boolean {
    return this.accountId !== '';
  }
  /** A trend of one account's few scores says less than the scores themselves. */
  get isOfAll(): boolean {
    return !this.isOfAccount;
  }
  /** On an account, a heading above nothing to call would only take room. */
  get hasLoops(): boolean {
    return this.isOfAll || (this.pulse?.open ?? 0) > 0;
  }
  get partsClass(): string {
    return this.isOfAll ? 'parts parts_two' : 'parts';
  }
  get summary(): string {
    return this.pulse ? fillLabel(LABELS.summary, this.pulse.open, this.pulse.overdue) : '';
  }
  get isChoice(): boolean {
    return this.chosen !== undefined;
  }
  get listHeading(): string {
    return this.chosen?.title ?? LABELS.allScores;
  }
  get listConditions(): readonly object[] {
    return this.chosen?.conditions ?? (this.accountId ? [{ Account__c: { eq: this.accountId } }] : []);
  }

  handleRegister(): void {
    this.isFormOpen = !this.isFormOpen;
    this.savedSentence = '';
  }
  handleCancel(): void {
    this.template?.querySelector<HTMLElement>('.register')?.focus();
    this.isFormOpen = false;
  }
  async handleSaved(event: CustomEvent<string>): Promise<void> {
    this.isFormOpen = false;
    this.savedSentence = event.detail;
    await this.refreshAll();
  }
  handleChoose(event: CustomEvent<ChosenScores>): void {
    this.chosen = event.detail;
    this.template?.querySelector('c-feedback-latest')?.scrollIntoView({ block: 'nearest' });
  }
  handleAll(): void {
    this.chosen = undefined;
  }
  async handleRefresh(): Promise<void> {
    this.failure = undefined;
    await this.refreshAll();
  }

  private async refreshAll(): Promise<void> {
    const parts = this.template?.querySelectorAll<HTMLElement & Refreshable>('[data-part]') ?? [];
    await Promise.all([this.refreshPulse?.(), ...[...parts].map((part) => part.refresh())]);
  }
}

/** First day of the twelve months that end with the month of today; the trend shows the same ones. */
function firstOfTwelveMonths(today: string): string {
  const [year = 0, month = 1] = monthOf(today).split('-').map(Number);
  return new Date(Date.UTC(year, month - 12, 1)).toISOString().slice(0, 10);
}
