// A list of scores, latest first: all of them, or those behind a number of the trend.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLResponse } from 'lightning/graphql';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import { answered } from 'c/graphAnswer';
import { countedLabel, fillLabel } from 'c/labelText';
import { shownDay } from 'c/civilDay';
import { failureOf, type Failure } from 'c/dataFailure';
import { LATEST_QUERY, scoresOf, type LatestAnswer, type Score } from './latestQuery';
import { LABELS } from './latestLabels';

const PAGE_SIZE = 8;
const ROW_LIMIT = 2000;

/** Fires `all` when the choice is given up. */
export default class FeedbackLatest extends LightningElement {
  /** Headline of the list. */
  @api heading = '';
  /** Whether the list shows a choice out of all scores. */
  @api isChoice = false;
  /** Whether they are of one account, which need not be named in each row. */
  @api isOfAccount = false;

  labels = LABELS;
  first = PAGE_SIZE;
  hasMore = false;
  failure: Failure | undefined;

  private filter: readonly object[] = [];
  private scores: readonly Score[] | undefined;
  private refreshScores: (() => Promise<void>) | undefined;

  /** Conditions of the list, all of which hold. */
  @api
  get conditions(): readonly object[] {
    return this.filter;
  }
  set conditions(conditions: readonly object[]) {
    this.filter = conditions;
    this.first = PAGE_SIZE;
  }

  @wire(graphql, { query: LATEST_QUERY, variables: '$variables' })
  readScores(response: GraphQLResponse<LatestAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refreshScores = refresh;
    if (data) {
      this.scores = scoresOf(data);
      this.hasMore = data.uiapi.query.Feedback__c?.pageInfo?.hasNextPage ?? false;
    }
    if (data || errors) this.failure = data ? undefined : failureOf(errors);
  }

  /** Asks again, after something outside changed. */
  @api
  async refresh(): Promise<void> {
    await this.refreshScores?.();
  }

  get variables(): object {
    return { where: { and: this.filter }, first: this.first };
  }
  get shown(): readonly object[] {
    const whoOf = ({ isAnonymous, contactName }: Score): string => (isAnonymous ? LABELS.anonymous : contactName);
    return (this.scores ?? []).map((score) => ({
      ...score,
      day: score.givenOn ? shownDay(score.givenOn, LOCALE) : '',
      scoreText: score.score === null ? '?' : String(score.score),
      scoreClass: lookOf(score.score),
      who: whoOf(score),
      whoKnown: whoOf(score) || LABELS.noContact,
      whoClass: whoOf(score) ? 'first' : 'muted',
      said: score.comment || LABELS.noComment,
      saidClass: score.comment ? 'said' : 'said muted',
      loop: loopOf(score),
      says: fillLabel(
        LABELS.openRecord,
        score.givenOn ? shownDay(score.givenOn, LOCALE) : '',
        score.name,
        score.accountName || LABELS.anonymous,
      ),
    }));
  }
  get whoName(): string {
    return this.isOfAccount ? LABELS.columnContact : LABELS.columnWho;
  }
  get summary(): string {
    const count = this.scores?.length ?? 0;
    if (!this.scores) return LABELS.loading;
    if (count === 0) return '';
    return this.hasMore
      ? fillLabel(LABELS.shownOf, count)
      : countedLabel({ one: LABELS.countOne, other: LABELS.countOther }, count, LANGUAGE);
  }
  get isSkeleton(): boolean {
    return !this.scores && !this.failure;
  }
  get isEmpty(): boolean {
    return this.scores?.length === 0 && !this.failure;
  }
  get isTable(): boolean {
    return Boolean(this.scores?.length) && !this.failure;
  }

  handleRetry(): void {
    this.failure = undefined;
    void this.refresh();
  }
  handleShowMore(): void {
    this.first = Math.min(this.first + PAGE_SIZE * 5, ROW_LIMIT);
  }
  handleShowAll(): void {
    this.dispatchEvent(new CustomEvent('all'));
  }
}

/** By the classes of the Net Promoter Score; the name of the class stands beside it. */
function lookOf(score: number | null): string {
  if (score === null) return 'chip chip_unknown';
  if (score >= 9) return 'chip chip_good';
  return score >= 7 ? 'chip chip_soon' : 'chip chip_urgent';
}

function loopOf({ loopState, loopOutcome }: Score): string {
  if (loopState === 'Closed') return fillLabel(LABELS.closedWith, loopOutcome);
  return loopState === 'Open' ? LABELS.open : LABELS.notNeeded;
}
