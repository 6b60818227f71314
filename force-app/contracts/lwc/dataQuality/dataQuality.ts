// What the steward is to complete: numbers of records with a gap that costs business, each with what to do and a way to its list.
import { LightningElement, wire } from 'lwc';
import { graphql, type GraphQLResponse } from 'lightning/graphql';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import { failureOf, type Failure } from 'c/dataFailure';
import { answered } from 'c/graphAnswer';
import { fillLabel, numberText } from 'c/labelText';
import { GAPS, GAPS_QUERY, GAPS_VARIABLES, RUNNING, type Gap, type GapsAnswer } from './dataGaps';
import { LABELS } from './qualityLabels';

type Counts = GapsAnswer['uiapi']['query'];

interface GapRow {
  readonly name: string;
  readonly label: string;
  readonly step: string;
  readonly count: string;
  readonly share: string;
  readonly says: string;
  readonly href: string;
  readonly isSome: boolean;
}

export default class DataQuality extends NavigationMixin(LightningElement) {
  labels = LABELS;
  variables = GAPS_VARIABLES;
  failure: Failure | undefined;

  private counts: Counts | undefined;
  private hrefs: Readonly<Record<string, string>> = {};
  private refresh: (() => Promise<void>) | undefined;

  @wire(graphql, { query: GAPS_QUERY, variables: '$variables' })
  readCounts(response: GraphQLResponse<GapsAnswer>): void {
    const { data, errors, refresh } = answered(response);
    if (refresh) this.refresh = refresh;
    if (data) this.counts = data.uiapi.query;
    this.failure = failureOf(errors);
  }

  override connectedCallback(): void {
    void this.findAddresses();
  }

  get isSkeleton(): boolean {
    return !this.counts && !this.failure;
  }
  get isShown(): boolean {
    return this.counts !== undefined && !this.failure;
  }
  /** A kind of record that the user may not see is not counted. */
  get rows(): readonly GapRow[] {
    const counts = this.counts ?? {};
    return GAPS.flatMap((gap) => {
      const found = counts[gap.name];
      return found ? [this.rowOf(gap, found.totalCount, counts[RUNNING]?.totalCount ?? 0)] : [];
    });
  }

  handleOpen(event: MouseEvent): void {
    const gap = GAPS.find(({ name }) => name === (event.currentTarget as HTMLElement).dataset.name);
    // with a modifier key the browser opens the link as it does any other
    if (!gap || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    this[NavigationMixin.Navigate](listPage(gap));
  }
  handleRefresh(): void {
    this.failure = undefined;
    void this.refresh?.();
  }

  private rowOf(gap: Gap, total: number, running: number): GapRow {
    const { name, label } = gap;
    const count = numberText(total);
    return {
      ...{ name, label, count, isSome: total > 0, href: this.hrefs[name] ?? '' },
      step: total > 0 ? gap.step : LABELS.complete,
      share: total > 0 ? shareOf(gap, total, running) : '',
      says: fillLabel(LABELS.numberSays, label, count),
    };
  }

  private async findAddresses(): Promise<void> {
    const found = await Promise.all(GAPS.map(async (gap) => [gap.name, await this[NavigationMixin.GenerateUrl](listPage(gap))] as const));
    this.hrefs = Object.fromEntries(found);
  }
}

function listPage({ objectApiName, list }: Gap): PageReference {
  return { type: 'standard__objectPage', attributes: { objectApiName, actionName: 'list' }, state: { filterName: list } };
}

function shareOf({ objectApiName }: Gap, total: number, running: number): string {
  if (objectApiName === 'Account') return LABELS.accounts;
  const percentage = running > 0 ? Math.round((100 * total) / running) : 0;
  return fillLabel(percentage < 1 ? LABELS.ofContractsFew : LABELS.ofContracts, numberText(percentage), numberText(running));
}
