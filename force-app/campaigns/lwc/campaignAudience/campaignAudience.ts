// Adds people to a campaign: an audience, a check that says for each person whether the campaign may take them, and what came of it.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import { getPicklistValues, type PicklistValuesWire } from 'lightning/uiObjectInfoApi';
import CATEGORY_FIELD from '@salesforce/schema/Competitor_Contract__c.Product_Category__c';
import LANGUAGE from '@salesforce/i18n/lang';
import { addDays } from 'c/civilDay';
import { failureOf, type Failure } from 'c/dataFailure';
import { answered, nodesOf } from 'c/graphAnswer';
import { countedLabel, fillLabel } from 'c/labelText';
import { MASTER_RECORD_TYPE, choicesOf, type Choice } from 'c/picklistChoices';
import { saveEach } from 'c/recordBatch';
import { LABELS } from './audienceLabels';
import { channelOf, checksOf, consentOf, type Checks, type ConsentVerdict } from './audienceCheck';
import {
  CAMPAIGNS_QUERY,
  CHECK_QUERY,
  CONSENT_QUERY,
  PEOPLE_QUERY,
  audienceWhere,
  type Audience,
  type CampaignNode,
  type CampaignsAnswer,
  type CheckAnswer,
  type ConsentAnswer,
  type ContactNode,
  type PeopleAnswer,
  type PolicyNode,
} from './audienceQueries';
import { audienceRows, resultOf, type AudienceResult, type AudienceRow } from './audienceRows';

const PERIODS = ['30', '60', '90', '180'] as const;
const DAYS_WITHOUT_POLICY = 30;

/** Fires `added` after people were added. */
export default class CampaignAudience extends LightningElement {
  labels = LABELS;
  /** Civil day. */
  @api today = '';

  campaignId = '';
  audience: Audience = '90';
  category = '';
  selected: readonly string[] = [];
  result: AudienceResult | undefined;
  isSaving = false;
  failure: Failure | undefined;
  isUnfinished = false;
  hasMore = false;

  private campaigns: readonly CampaignNode[] = [];
  private policy: PolicyNode | undefined;
  private categories: readonly Choice[] = [];
  private people: readonly ContactNode[] | undefined;
  private checks: Checks | undefined;
  private consent: ReadonlyMap<string, ConsentVerdict> | undefined;
  private isConsentKnown = false;
  private refreshCheck: (() => Promise<void>) | undefined;
  private refreshPeople: (() => Promise<void>) | undefined;

  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: CATEGORY_FIELD })
  readCategories(answer: PicklistValuesWire): void {
    this.categories = choicesOf(answer);
  }

  @wire(graphql, { query: CAMPAIGNS_QUERY })
  readCampaigns(response: GraphQLResponse<CampaignsAnswer>): void {
    const { data, errors } = answered(response);
    if (!data && errors?.length) this.failure = failureOf(errors);
    if (!data) return;
    this.campaigns = nodesOf(data.uiapi.query.Campaign);
    this.policy = nodesOf(data.uiapi.query.Frequency_Policy__c)[0];
  }

  @wire(graphql, { query: '$peopleQuery', variables: '$peopleVariables' })
  readPeople(response: GraphQLResponse<PeopleAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refreshPeople = refresh;
    this.failure = data ? undefined : (failureOf(errors) ?? this.failure);
    if (!data) return;
    this.people = nodesOf(data.uiapi.query.Contact);
    this.hasMore = data.uiapi.query.Contact?.pageInfo?.hasNextPage === true;
  }

  @wire(graphql, { query: '$checkQuery', variables: '$checkVariables' })
  readCheck(response: GraphQLResponse<CheckAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refreshCheck = refresh;
    this.isUnfinished = Boolean(errors?.length);
    if (data) this.checks = checksOf(data);
  }

  /** Without an answer there is no consent to show: not installed, or not for this user. */
  @wire(graphql, { query: '$consentQuery', variables: '$consentVariables' })
  readConsent(response: GraphQLResponse<ConsentAnswer>): void {
    const { data, errors } = answered(response);
    this.consent = data && consentOf(data);
    this.isConsentKnown = Boolean(data ?? errors?.length);
  }

  private get campaign(): CampaignNode | undefined {
    return this.campaigns.find(({ Id }) => Id === this.campaignId);
  }
  private get ids(): readonly string[] {
    return (this.people ?? []).map(({ Id }) => Id);
  }
  // a query that is undefined is not asked; one without variables would be asked for everybody
  get peopleQuery(): GraphQLDocument | undefined {
    return this.peopleVariables && PEOPLE_QUERY;
  }
  get checkQuery(): GraphQLDocument | undefined {
    return this.checkVariables && CHECK_QUERY;
  }
  get consentQuery(): GraphQLDocument | undefined {
    return this.consentVariables && CONSENT_QUERY;
  }
  get peopleVariables(): object | undefined {
    const { today, audience, category } = this;
    return this.campaign ? { where: audienceWhere(audience, category, today, (days) => addDays(today, days)) } : undefined;
  }
  get checkVariables(): object | undefined {
    if (this.ids.length === 0) return undefined;
    const people = { ContactId: { in: this.ids } };
    const since = `${addDays(this.today, -(this.policy?.Rolling_Days__c?.value ?? DAYS_WITHOUT_POLICY))}T00:00:00Z`;
    return {
      members: { and: [{ CampaignId: { eq: this.campaignId } }, people] },
      running: { and: [{ Is_Counted__c: { eq: true } }, people] },
      rolling: { and: [{ Is_Commercial__c: { eq: true } }, { CreatedDate: { gte: { value: since } } }, people] },
    };
  }
  get consentVariables(): object | undefined {
    const channel = channelOf(this.campaign);
    return channel && this.ids.length > 0
      ? { where: { and: [{ Channel__c: { eq: channel } }, { Contact__c: { in: this.ids } }] } }
      : undefined;
  }

  get campaignChoices(): Choice[] {
    return this.campaigns.map(({ Id, Name, Type }) => ({
      value: Id,
      label: [Name?.value ?? '', Type?.displayValue ?? ''].filter(Boolean).join(' · '),
    }));
  }
  get audienceChoices(): Choice[] {
    return [
      ...PERIODS.map((days) => ({ label: fillLabel(LABELS.within, days), value: days as string })),
      { label: LABELS.touches, value: 'touches' },
    ];
  }
  get categoryChoices(): Choice[] {
    return [{ label: LABELS.allCategories, value: '' }, ...this.categories];
  }
  get hasNoCategory(): boolean {
    return this.audience === 'touches';
  }

  get rows(): readonly AudienceRow[] {
    const { campaign, people } = this;
    if (!campaign || !people) return [];
    const known = this.checks && { checks: this.checks, consent: this.consent };
    return audienceRows(people, { campaign, policy: this.policy, known, selected: this.selected }, LABELS);
  }
  private get addable(): readonly AudienceRow[] {
    return this.rows.filter(({ mayBeAdded }) => mayBeAdded);
  }
  get isStart(): boolean {
    return !this.failure && !this.campaign;
  }
  get isSkeleton(): boolean {
    return !this.failure && this.campaign !== undefined && !this.people;
  }
  get isEmpty(): boolean {
    return !this.failure && this.campaign !== undefined && this.people?.length === 0;
  }
  get isTable(): boolean {
    return !this.failure && this.rows.length > 0;
  }
  get isConsentMissing(): boolean {
    return channelOf(this.campaign) !== undefined && this.isConsentKnown && !this.consent && this.ids.length > 0;
  }
  get summary(): string {
    if (!this.isTable || !this.checks) return '';
    return fillLabel(LABELS.summary, `${this.rows.length}${this.hasMore ? '+' : ''}`, this.addable.length);
  }
  get selectAllLabel(): string {
    return this.selected.length > 0 ? LABELS.selectNone : fillLabel(LABELS.selectAll, this.addable.length);
  }
  get hasNobodyToSelect(): boolean {
    return this.addable.length === 0;
  }
  get addLabel(): string {
    if (this.isSaving) return LABELS.adding;
    const words = { one: LABELS.addOne, other: LABELS.addOther };
    return this.selected.length === 0 ? LABELS.addNone : countedLabel(words, this.selected.length, LANGUAGE);
  }
  get cannotAdd(): boolean {
    return this.isSaving || this.selected.length === 0;
  }

  handleFilter(event: CustomEvent<{ value: string }>): void {
    const { name } = event.target as HTMLElement & { readonly name: 'campaignId' | 'audience' | 'category' };
    if (name === 'audience') this.audience = event.detail.value as Audience;
    else this[name] = event.detail.value;
    this.selected = [];
    this.checks = undefined;
    this.result = undefined;
    void this.refreshCheck?.();
  }
  handleSelect(event: Event): void {
    const { dataset, checked } = event.currentTarget as HTMLInputElement;
    const others = this.selected.filter((id) => id !== dataset.id);
    this.selected = checked ? [...others, dataset.id ?? ''] : others;
  }
  handleSelectAll(): void {
    this.selected = this.selected.length > 0 ? [] : this.addable.map(({ id }) => id);
  }
  handleTryAgain(): void {
    void this.refreshPeople?.();
    void this.refreshCheck?.();
  }
  async handleAdd(): Promise<void> {
    const chosen = this.rows.filter(({ id }) => this.selected.includes(id));
    this.isSaving = true;
    this.result = undefined;
    const changes = chosen.map(({ id }) => ({
      kind: 'create' as const,
      object: 'CampaignMember',
      fields: { CampaignId: this.campaignId, ContactId: id },
    }));
    try {
      const outcomes = await saveEach(changes);
      this.result = resultOf(chosen, outcomes, LANGUAGE, LABELS);
      // who was refused stays selected, so that nothing of the choice is lost
      this.selected = chosen.filter((_, index) => outcomes[index]?.saved !== true).map(({ id }) => id);
      this.dispatchEvent(new CustomEvent('added'));
    } catch {
      this.result = { added: '', refused: LABELS.notReached, people: [] };
    }
    this.isSaving = false;
    await this.refreshCheck?.();
  }
}
