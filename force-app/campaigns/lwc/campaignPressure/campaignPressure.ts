// The morning of communication: who gets what tomorrow, adding people to campaigns, and how much pressure that is.
import { LightningElement, wire } from 'lwc';
import { graphql, type GraphQLResponse } from 'lightning/graphql';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { answered } from 'c/graphAnswer';
import { addDays, dayIn, shownDay } from 'c/civilDay';
import { failureOf, type Failure } from 'c/dataFailure';
import { countedLabel, fillLabel } from 'c/labelText';
import type { BarTab } from 'c/tabBar';
import { LABELS } from './pressureLabels';
import { PEOPLE_QUERY, PRESSURE_QUERY, RUNNING_WHERE, rollingWhere, type PeopleAnswer, type PressureAnswer } from './pressureQueries';
import { boundsState, peopleOf, pressureOf, type PersonPressure, type Pressure } from './pressureState';

interface ShownTile {
  readonly key: string;
  readonly tileClass: string;
  readonly number: string;
  readonly name: string;
  readonly note: string;
}

/** People that are shown at first: who gets most comes first. */
const FEW = 12;
/** Fits every policy until the present one is known: its own number of days is applied as soon as it has come. */
const DAYS_WITHOUT_POLICY = 30;

export default class CampaignPressure extends LightningElement {
  labels = LABELS;
  today = dayIn(TIME_ZONE, new Date());
  activeTab = 'tomorrow';
  /** Once opened it stays, so that nothing chosen in it is lost. */
  isAddOpened = false;
  /** Until all are asked for, the first few are shown. */
  isAbridged = true;
  failure: Failure | undefined;
  isPartial = false;

  private pressure: Pressure | undefined;
  private peopleAnswer: PeopleAnswer | undefined;
  private tomorrow: { readonly gets: number; readonly not: number } | undefined;
  private refreshPressure: (() => Promise<void>) | undefined;
  private refreshPeople: (() => Promise<void>) | undefined;

  @wire(graphql, { query: PRESSURE_QUERY })
  readPressure(response: GraphQLResponse<PressureAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refreshPressure = refresh;
    this.failure = data ? undefined : failureOf(errors);
    this.isPartial = Boolean(data && errors?.length);
    if (data) this.pressure = pressureOf(data);
  }

  @wire(graphql, { query: PEOPLE_QUERY, variables: '$peopleVariables' })
  readPeople(response: GraphQLResponse<PeopleAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refreshPeople = refresh;
    if (data) this.peopleAnswer = data;
    else if (errors?.length) this.isPartial = true;
  }

  get peopleVariables(): object {
    const days = this.pressure?.policy?.rollingDays ?? DAYS_WITHOUT_POLICY;
    return { running: RUNNING_WHERE, rolling: rollingWhere(`${addDays(this.today, -days)}T00:00:00Z`) };
  }

  get tabs(): readonly BarTab[] {
    return [
      { name: 'tomorrow', label: LABELS.tabTomorrow },
      { name: 'add', label: LABELS.tabAdd },
      { name: 'campaigns', label: LABELS.tabCampaigns },
      { name: 'people', label: LABELS.tabPeople },
    ];
  }
  /** Classes of the panels, by tab: one is shown. */
  get panels(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.tabs.map(({ name }) => [name, name === this.activeTab ? 'panel' : 'slds-hide']));
  }
  get isSkeleton(): boolean {
    return !this.failure && !this.pressure;
  }
  get isReady(): boolean {
    return !this.failure && this.pressure !== undefined;
  }
  get verdict(): string {
    return this.pressure?.policy ? this.pressure.policy.verdict : LABELS.noPolicy;
  }
  get verdictClass(): string {
    const { policy } = this.pressure ?? {};
    return `chip chip_${policy ? boundsState(this.ordinary.length, policy.minimum, policy.maximum) : 'soon'}`;
  }

  private get ordinary(): Pressure['campaigns'] {
    return (this.pressure?.campaigns ?? []).filter(({ isBase }) => !isBase);
  }
  private get people(): readonly PersonPressure[] {
    const policy = this.pressure?.policy;
    return policy && this.peopleAnswer ? peopleOf(this.peopleAnswer, policy) : [];
  }

  get tiles(): readonly ShownTile[] {
    const { pressure } = this;
    if (!pressure) return [];
    const { policy, campaigns } = pressure;
    const base = campaigns.length - this.ordinary.length;
    const full = this.people.filter(({ room }) => room === 0).length;
    const near = this.people.filter(({ room }) => room === 1).length;
    const tile = (key: string, state: string, number: string, name: string, note: string): ShownTile => ({
      key,
      tileClass: `tile tile_${state}`,
      number,
      name,
      note,
    });
    return [
      ...(policy
        ? [
            tile(
              'campaigns',
              boundsState(this.ordinary.length, policy.minimum, policy.maximum),
              String(this.ordinary.length),
              LABELS.runningName,
              fillLabel(LABELS.running, policy.minimum, policy.maximum),
            ),
            tile('campaigns-base', boundsState(base, 0, policy.base), String(base), LABELS.baseName, fillLabel(LABELS.base, policy.base)),
            tile('people', full > 0 ? 'urgent' : 'good', String(full), LABELS.people, nearWords(near)),
          ]
        : []),
      tile(
        'tomorrow',
        'brand',
        this.tomorrow ? new Intl.NumberFormat(LOCALE).format(this.tomorrow.gets) : '–',
        LABELS.tomorrow,
        tomorrowWords(this.tomorrow),
      ),
    ];
  }

  get campaignRows(): readonly object[] {
    return (this.pressure?.campaigns ?? []).map((campaign) => ({
      ...campaign,
      count: new Intl.NumberFormat(LOCALE).format(campaign.members),
      ends: campaign.endsOn ? shownDay(campaign.endsOn, LOCALE) : LABELS.noEnd,
    }));
  }
  get hasCampaigns(): boolean {
    return (this.pressure?.campaigns.length ?? 0) > 0;
  }

  get personRows(): readonly object[] {
    const { policy } = this.pressure ?? {};
    if (!policy) return [];
    return this.people.slice(0, this.isAbridged ? FEW : undefined).map((person) => ({
      ...person,
      inCampaigns: fillLabel(LABELS.of, person.running, policy.perPerson),
      inDays: fillLabel(LABELS.of, person.rolling, policy.rollingTouches),
      roomWords: roomWords(person.room),
      roomClass: `chip chip_${person.room === 0 ? 'urgent' : person.room === 1 ? 'soon' : 'calm'}`,
    }));
  }
  get hasPeople(): boolean {
    return this.people.length > 0;
  }
  get showAllLabel(): string {
    return this.isAbridged && this.people.length > FEW ? fillLabel(LABELS.showAll, this.people.length) : '';
  }
  get peopleSummary(): string {
    const total = this.peopleAnswer?.uiapi.aggregate.running?.totalCount ?? this.people.length;
    return fillLabel(LABELS.peopleSome, this.personRows.length, new Intl.NumberFormat(LOCALE).format(total));
  }
  get daysColumn(): string {
    return fillLabel(LABELS.inDays, this.pressure?.policy?.rollingDays ?? DAYS_WITHOUT_POLICY);
  }

  handleShowAll(): void {
    this.isAbridged = false;
  }
  handleTab(event: CustomEvent<string>): void {
    this.open(event.detail);
  }
  handleTile(event: MouseEvent): void {
    const key = (event.currentTarget as HTMLElement).dataset.key ?? '';
    this.open(key.startsWith('campaigns') ? 'campaigns' : key);
  }
  handleCounted(event: CustomEvent<{ readonly gets: number; readonly not: number }>): void {
    this.tomorrow = event.detail;
  }
  handleRefresh(): void {
    this.today = dayIn(TIME_ZONE, new Date());
    void this.refreshPressure?.();
    void this.refreshPeople?.();
  }
  private open(tab: string): void {
    this.activeTab = tab;
    this.isAddOpened ||= tab === 'add';
  }
}

function nearWords(near: number): string {
  return near === 0 ? LABELS.nearNone : countedLabel({ one: LABELS.nearOne, other: LABELS.nearOther }, near, LANGUAGE);
}

function tomorrowWords(tomorrow: { readonly gets: number; readonly not: number } | undefined): string {
  if (!tomorrow) return '';
  const { gets, not } = tomorrow;
  return gets + not === 0 ? LABELS.tomorrowNone : fillLabel(LABELS.tomorrowNot, new Intl.NumberFormat(LOCALE).format(not));
}

function roomWords(room: number): string {
  if (room === 0) return LABELS.roomFull;
  return room === 1 ? LABELS.roomNear : fillLabel(LABELS.roomSome, room);
}
