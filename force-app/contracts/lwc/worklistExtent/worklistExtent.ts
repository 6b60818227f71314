// How many contracts the list shows of how many. Counts apart from the rows, so that nobody waits for a number.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import LANGUAGE from '@salesforce/i18n/lang';
import { answered } from 'c/graphAnswer';
import { LABELS, SENTENCES } from './extentLabels';
import { BOUNDED_QUERY, EXACT_QUERY, type BoundedAnswer, type ExactAnswer } from './extentQuery';
import { extentSentence, type Count } from './extentSentence';

export default class WorklistExtent extends LightningElement {
  /** Rows on the screen, and whether there are others. */
  @api shown = 0;
  @api hasMore = false;
  /** The most that the list can fetch. */
  @api limit = 0;
  /** Stands instead of a number, while there is none: that the rows are loading, or that there are none. */
  @api told = '';

  labels = LABELS;
  bounded: Count | undefined;
  exact: Count | undefined;
  isExactAsked = false;

  private asked: object | undefined;

  /** The conditions of the list; a count is for one list only. */
  @api get where(): object | undefined {
    return this.asked;
  }
  set where(where: object | undefined) {
    if (JSON.stringify(where) === JSON.stringify(this.asked)) return;
    this.asked = where;
    this.bounded = undefined;
    this.exact = undefined;
    this.isExactAsked = false;
  }

  @wire(graphql, { query: '$boundedQuery', variables: '$variables' })
  readBounded(response: GraphQLResponse<BoundedAnswer>): void {
    const { data } = answered(response);
    const found = data?.uiapi?.query.Competitor_Contract__c;
    if (found) this.bounded = { records: found.pageResultCount ?? 0, isMore: found.pageInfo?.hasNextPage ?? false };
  }

  @wire(graphql, { query: '$exactQuery', variables: '$variables' })
  readExact(response: GraphQLResponse<ExactAnswer>): void {
    const { data, errors } = answered(response);
    const records = data?.uiapi?.query.Competitor_Contract__c?.totalCount ?? undefined;
    if (records !== undefined) this.exact = { records, isMore: false };
    // it can be asked for again
    if (errors?.length) this.isExactAsked = false;
  }

  /** Asked when the rows are on the screen. */
  get boundedQuery(): GraphQLDocument | undefined {
    return this.hasMore && !this.told ? BOUNDED_QUERY : undefined;
  }
  get exactQuery(): GraphQLDocument | undefined {
    return this.isExactAsked ? EXACT_QUERY : undefined;
  }
  get variables(): object {
    return { where: this.asked };
  }

  get isUncounted(): boolean {
    return !this.told && this.hasMore && this.bounded?.isMore === true && !this.isExactAsked;
  }
  /** Told to screen readers whenever it changes. */
  get sentence(): string {
    if (this.told) return this.told;
    if (this.isExactAsked && !this.exact) return LABELS.underWay;
    const { shown, hasMore, limit } = this;
    return extentSentence({ shown, hasMore, limit, count: this.exact ?? this.bounded }, LANGUAGE, SENTENCES);
  }

  handleExactly(): void {
    this.isExactAsked = true;
  }
}
