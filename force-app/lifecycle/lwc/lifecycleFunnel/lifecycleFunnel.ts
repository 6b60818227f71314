// The funnel of a manager: where accounts stand, how long, who came and went, where it sticks; each number opens its records.
import { LightningElement, wire } from 'lwc';
import { graphql, type GraphQLProblem, type GraphQLResponse } from 'lightning/graphql';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { answered } from 'c/graphAnswer';
import { dayIn } from 'c/civilDay';
import { failureOf, type Failure } from 'c/dataFailure';
import type { OpenedNumber } from 'c/funnelRecords';
import {
  CONTRACTS_QUERY,
  COVERAGE_QUERY,
  FLOWS_QUERY,
  POSITIONS_QUERY,
  contractCounts,
  coverageOf,
  flowsOf,
  positionPage,
  type ContractsAnswer,
  type Coverage,
  type CoverageAnswer,
  type Flows,
  type FlowsAnswer,
  type PositionsAnswer,
} from './funnelCounts';
import type { FunnelFilters } from './funnelFilters';
import { LABELS } from './funnelLabels';
import { lastDays, type Period } from './funnelPeriod';
import { contractVariables, coverageVariables, flowVariables, positionVariables } from './funnelQuestions';
import { funnelRows, type FunnelRow, type PositionCount } from './funnelRows';
import { explanationSentence, totalsSentence } from './funnelSentences';
import { SETUP_QUERY, setupOf, type Choice, type Setup, type SetupAnswer } from './funnelSetup';
import { stageGroups, type StageGroup } from './funnelStages';
import { funnelTiles, type FunnelTile } from './funnelTiles';
import { rememberFilters, rememberedFilters } from './rememberedFilters';
import { openedNumber, type NumberName } from './openedNumber';
import { shownRows, type ShownRow } from './shownRows';

type Refresh = () => Promise<void>;

export default class LifecycleFunnel extends LightningElement {
  labels = LABELS;
  today = dayIn(TIME_ZONE, new Date());
  filters = rememberedFilters();
  opened: OpenedNumber | undefined;
  failure: Failure | undefined;
  isPartial = false;

  /** Answers that another choice of filters waits for: until then the numbers are those of the former one. */
  private awaited: readonly string[] = [];
  private setup: Setup | undefined;
  private positions: readonly PositionCount[] | undefined;
  private earlierPages: readonly PositionCount[] = [];
  /** First day of the page of positions that is being asked. */
  private fromDay = '';
  /** The number that was opened: it has the focus again when its records are closed. */
  private opener: HTMLElement | undefined;
  private flows: Flows | undefined;
  private coverage: Coverage | undefined;
  private contracts: { readonly contracts: number; readonly undated: number } | undefined;
  private readonly refreshers = new Map<string, Refresh>();

  @wire(graphql, { query: SETUP_QUERY })
  readSetup(response: GraphQLResponse<SetupAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.note('setup', refresh, Boolean(data), errors);
    if (data) this.setup = setupOf(data, LANGUAGE);
  }

  @wire(graphql, { query: POSITIONS_QUERY, variables: '$positionVariables' })
  readPositions(response: GraphQLResponse<PositionsAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.note('positions', refresh, Boolean(data), errors);
    if (!data) return;
    const { positions, nextDay } = positionPage(data);
    const known = [...this.earlierPages, ...positions];
    if (nextDay === undefined) {
      this.positions = known;
      this.awaited = this.awaited.filter((name) => name !== 'positions');
    } else {
      this.earlierPages = known;
      this.fromDay = nextDay;
    }
  }

  @wire(graphql, { query: FLOWS_QUERY, variables: '$flowVariables' })
  readFlows(response: GraphQLResponse<FlowsAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.note('flows', refresh, Boolean(data), errors);
    if (!data) return;
    this.flows = flowsOf(data);
    this.awaited = this.awaited.filter((name) => name !== 'flows');
  }

  @wire(graphql, { query: COVERAGE_QUERY, variables: '$coverageVariables' })
  readCoverage(response: GraphQLResponse<CoverageAnswer>): void {
    const { data, errors, refresh } = answered(response);
    if (refresh) this.refreshers.set('coverage', refresh);
    if (data || errors) this.coverage = data && coverageOf(data);
  }

  /** Whoever may not see contracts, or has none of them in the org, sees the rest of the funnel. */
  @wire(graphql, { query: CONTRACTS_QUERY, variables: '$contractVariables' })
  readContracts(response: GraphQLResponse<ContractsAnswer>): void {
    const { data, errors, refresh } = answered(response);
    if (refresh) this.refreshers.set('contracts', refresh);
    if (data || errors) this.contracts = data && contractCounts(data);
  }

  get period(): Period {
    return lastDays(this.filters.days, this.today);
  }
  get positionVariables(): object {
    return positionVariables(this.filters, this.fromDay);
  }
  get flowVariables(): object {
    return flowVariables(this.filters, this.period, TIME_ZONE);
  }
  get coverageVariables(): object {
    return coverageVariables(this.filters);
  }
  get contractVariables(): object {
    return contractVariables(this.filters);
  }

  get groups(): readonly StageGroup[] {
    return stageGroups(this.setup?.stages ?? [], this.setup?.names ?? [], this.filters.vocabulary);
  }
  get numbers(): readonly FunnelRow[] {
    if (!this.setup || !this.positions || !this.flows) return [];
    const { moves, movesBefore } = this.flows;
    return funnelRows(this.groups, { positions: this.positions, moves, movesBefore, gates: this.setup.gates }, this.today);
  }
  get rows(): readonly ShownRow[] {
    return shownRows(this.numbers, LOCALE, LABELS);
  }
  get columns(): readonly string[] {
    return this.rows[0]?.cells.map(({ column }) => column) ?? [];
  }
  get tiles(): readonly FunnelTile[] {
    return funnelTiles(this.numbers, this.coverage, this.contracts, LOCALE, LABELS);
  }
  get hasUnknowns(): boolean {
    return (this.coverage?.unplaced ?? 0) + (this.contracts?.undated ?? 0) > 0;
  }

  get isSkeleton(): boolean {
    return !this.failure && this.numbers.length === 0 && !(this.setup && this.positions && this.flows);
  }
  get isEmpty(): boolean {
    return !this.failure && !this.isSkeleton && !this.numbers.some(({ count, inflow, outflow }) => count + inflow + outflow > 0);
  }
  get isTable(): boolean {
    return !this.failure && !this.isSkeleton && !this.isEmpty;
  }
  get busy(): string {
    return String(this.awaited.length > 0);
  }
  get numbersClass(): string {
    return this.awaited.length > 0 ? 'numbers busy' : 'numbers';
  }
  get emptyAction(): string {
    return this.filters.category || this.filters.owner ? LABELS.clearFilters : '';
  }
  get summary(): string {
    return this.failure || this.isEmpty ? '' : totalsSentence(this.numbers, LOCALE, LABELS.summary);
  }
  get explanation(): string {
    return explanationSentence(this.period, LOCALE, LABELS.explain);
  }

  get people(): readonly Choice[] {
    return this.setup?.people ?? [];
  }
  get vocabularies(): readonly Choice[] {
    return this.setup?.vocabularies ?? [];
  }

  handleFilter(event: CustomEvent<{ name: keyof FunnelFilters; value: string }>): void {
    const { name, value } = event.detail;
    this.choose({ ...this.filters, [name]: name === 'days' ? Number(value) : value });
  }
  handleClear(): void {
    this.choose({ ...this.filters, category: '', owner: '' });
  }
  handleRefresh(): void {
    this.today = dayIn(TIME_ZONE, new Date());
    this.failure = undefined;
    this.earlierPages = [];
    this.fromDay = '';
    for (const refresh of this.refreshers.values()) void refresh();
  }
  handleOpenNumber(event: MouseEvent): void {
    if (this.awaited.length > 0) return;
    this.opener = event.currentTarget as HTMLElement;
    const { row, number } = this.opener.dataset;
    const counted = { rows: this.numbers, unplaced: this.coverage?.unplaced ?? 0, undated: this.contracts?.undated ?? 0 };
    this.opened = openedNumber(number as NumberName, row, counted, {
      filters: this.filters,
      period: this.period,
      today: this.today,
      timeZone: TIME_ZONE,
      labels: LABELS,
    });
  }
  handleClose(): void {
    this.opened = undefined;
    this.opener?.focus();
  }

  private choose(filters: FunnelFilters): void {
    const isAnotherQuestion = filters.category !== this.filters.category || filters.owner !== this.filters.owner;
    if (isAnotherQuestion) {
      this.earlierPages = [];
      this.fromDay = '';
      this.coverage = undefined;
      this.contracts = undefined;
    }
    if (isAnotherQuestion || filters.days !== this.filters.days) this.awaited = isAnotherQuestion ? ['positions', 'flows'] : ['flows'];
    this.filters = filters;
    this.opened = undefined;
    rememberFilters(filters);
  }

  private note(name: string, refresh: Refresh | undefined, isAnswered: boolean, errors: readonly GraphQLProblem[] = []): void {
    if (refresh) this.refreshers.set(name, refresh);
    if (!isAnswered && errors.length > 0) this.failure = failureOf(errors);
    this.isPartial = isAnswered && errors.length > 0;
  }
}
