// The manager's view of the worklist: volume per week against capacity, what was missed, what nobody works on; each number opens its rows.
import { LightningElement, wire } from 'lwc';
import { graphql, type GraphQLResponse } from 'lightning/graphql';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import USER_ID from '@salesforce/user/Id';
import { dayIn, shownDay } from 'c/civilDay';
import { failureOf, type Failure } from 'c/dataFailure';
import { answered, groupsOf, nodesOf, totalOf } from 'c/graphAnswer';
import { fillLabel, numberText } from 'c/labelText';
import { stateWithFilters, type WorklistFilters } from 'c/worklistFilter';
import { LABELS } from './capacityLabels';
import {
  CAPACITY_QUERY,
  LOAD_QUERY,
  capacityVariables,
  loadFilters,
  loadVariables,
  type CapacityAnswer,
  type CapacityNode,
  type LoadAnswer,
  type LoadFilters,
} from './capacityQuery';
import { weekLoads, weeksFrom, type Week } from './capacityWeeks';

/** Two months: how far a team plans its calls. */
const WEEKS = 8;
const WORKLIST: PageReference = { type: 'standard__navItemPage', attributes: { apiName: 'Expiry_Worklist' } };
const CAPACITIES: PageReference = {
  type: 'standard__objectPage',
  attributes: { objectApiName: 'Team_Capacity__c', actionName: 'list' },
};

interface Tile {
  readonly key: keyof LoadFilters;
  readonly name: string;
  readonly count: string;
  readonly css: string;
}
interface DrawnWeek {
  readonly key: string;
  readonly name: string;
  readonly contracts: string;
  readonly calls: string;
  readonly balance: string;
  readonly balanceClass: string;
  readonly hasBalance: boolean;
  readonly bar: string;
  readonly line: string;
  readonly hasLine: boolean;
}

export default class WorklistCapacity extends NavigationMixin(LightningElement) {
  labels = LABELS;
  space = ' ';
  failure: Failure | undefined;
  load: NonNullable<LoadAnswer['uiapi']>['aggregate'] | undefined;
  /** Undefined until known; stays so where the user may not see capacities. */
  capacities: readonly CapacityNode[] | undefined;
  isBusy = true;

  private today = dayIn(TIME_ZONE, new Date());
  private refreshes: { load?: (() => Promise<void>) | undefined; capacity?: (() => Promise<void>) | undefined } = {};

  @wire(graphql, { query: LOAD_QUERY, variables: '$loadVariables' })
  readLoad(response: GraphQLResponse<LoadAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refreshes.load = refresh;
    const isAnswered = data?.uiapi?.aggregate.days !== undefined;
    if (isAnswered) this.load = data?.uiapi?.aggregate;
    this.failure = isAnswered ? undefined : failureOf(errors);
    if (isAnswered || this.failure) this.isBusy = false;
  }
  @wire(graphql, { query: CAPACITY_QUERY, variables: '$capacityVariables' })
  readCapacity(response: GraphQLResponse<CapacityAnswer>): void {
    const { data, refresh } = answered(response);
    this.refreshes.capacity = refresh;
    if (data?.uiapi) this.capacities = nodesOf(data.uiapi.query.Team_Capacity__c);
  }

  get weeks(): readonly Pick<Week, 'from' | 'until'>[] {
    return weeksFrom(this.today, WEEKS);
  }
  get lastDay(): string {
    return this.weeks.at(-1)?.until ?? this.today;
  }
  get filters(): LoadFilters {
    return loadFilters(this.today, this.lastDay);
  }
  get loadVariables(): Readonly<Record<string, object>> {
    return loadVariables(this.filters, USER_ID, this.today);
  }
  get capacityVariables(): object {
    return capacityVariables(this.today, this.lastDay);
  }

  get isSkeleton(): boolean {
    return !this.load && !this.failure;
  }
  get isShown(): boolean {
    return this.load !== undefined && !this.failure;
  }
  get says(): string {
    return this.isBusy ? LABELS.loading : '';
  }
  get shownClass(): string {
    return this.isBusy ? 'busy' : '';
  }
  get isWithoutCapacity(): boolean {
    return this.capacities?.length === 0;
  }
  get tilesName(): string {
    return fillLabel(LABELS.tiles, shownDay(this.lastDay, LOCALE));
  }
  get tiles(): readonly Tile[] {
    const tile = (key: keyof LoadFilters, name: string, look: string): Tile => {
      const count = totalOf(this.load?.[key]);
      return { key, name, count: numberText(count), css: count > 0 ? `tile ${look}` : 'tile tile_good' };
    };
    const until = shownDay(this.lastDay, LOCALE);
    return [
      tile('days', fillLabel(LABELS.total, until), 'tile_brand'),
      tile('missed', LABELS.missed, 'tile_urgent'),
      tile('nobody', fillLabel(LABELS.nobody, until), 'tile_urgent'),
      tile('unkept', fillLabel(LABELS.unkept, until), 'tile_soon'),
    ];
  }
  get rows(): readonly DrawnWeek[] {
    const loads = weekLoads(this.weeks, groupsOf(this.load?.days), this.capacities ?? []);
    const most = Math.max(1, ...loads.flatMap(({ contracts, calls }) => [contracts, calls ?? 0]));
    // when nothing is recorded at all, one sentence above the weeks says so
    return loads.map((week) => drawWeek(week, most, !this.isWithoutCapacity));
  }

  handleRefresh(): void {
    this.isBusy = true;
    this.today = dayIn(TIME_ZONE, new Date());
    for (const refresh of Object.values(this.refreshes)) void refresh?.();
  }
  handleTile(event: Event): void {
    this.openRows(this.filters[(event.currentTarget as HTMLElement).dataset.key as keyof LoadFilters]);
  }
  handleWeek(event: Event): void {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    const week = this.weeks.find(({ from }) => from === key);
    if (week) this.openRows({ ...this.filters.days, ...week });
  }
  handleCapacity(): void {
    this[NavigationMixin.Navigate](CAPACITIES);
  }

  private openRows(filters: WorklistFilters): void {
    this[NavigationMixin.Navigate]({ ...WORKLIST, state: stateWithFilters({}, filters) });
  }
}

function drawWeek({ from, until, contracts, calls }: Week, most: number, hasBalance: boolean): DrawnWeek {
  const room = calls === undefined ? undefined : calls - contracts;
  return {
    key: from,
    name: fillLabel(LABELS.week, shownDay(from, LOCALE), shownDay(until, LOCALE)),
    contracts: numberText(contracts),
    calls: calls === undefined ? '–' : numberText(calls),
    balance: balanceOf(room),
    hasBalance,
    balanceClass: room === undefined ? 'chip chip_unknown' : room < 0 ? 'chip chip_urgent' : 'chip chip_good',
    bar: `inline-size: ${(100 * contracts) / most}%`,
    line: `inset-inline-start: ${(100 * (calls ?? 0)) / most}%`,
    hasLine: calls !== undefined,
  };
}

function balanceOf(room: number | undefined): string {
  if (room === undefined) return LABELS.balanceUnknown;
  return fillLabel(room < 0 ? LABELS.balanceOver : LABELS.balanceRoom, numberText(Math.abs(room)));
}
