// Per product category what an account has of ours and elsewhere, where it has nothing of ours, and which products answer its needs.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import { getObjectInfo, getPicklistValues, type ObjectInfoWire, type PicklistValuesWire } from 'lightning/uiObjectInfoApi';
import { getFieldValue, getRecord, updateRecord, type RecordRepresentation, type RecordWire } from 'lightning/uiRecordApi';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import NEEDS from '@salesforce/schema/Account.Business_Needs__c';
import NAME from '@salesforce/schema/Account.Name';
import { dayIn } from 'c/civilDay';
import { failureOf, failureOfRequest, whyNotSaved, type Failure } from 'c/dataFailure';
import { answered, nodesOf } from 'c/graphAnswer';
import { fillLabel } from 'c/labelText';
import { afterPress, needAnswers, needButtons, type Choice, type NeedAnswer, type NeedButton } from './needRows';
import { LABELS, ROW_WORDS } from './offerLabels';
import { OFFER_QUERY, offerVariables, type OfferAnswer } from './offerQuery';
import { chosenOf, offerRows, type OfferFacts, type OfferRow } from './offerRows';

/** Record type of objects that have none, as UI API names it. */
const MASTER_RECORD_TYPE = '012000000000000AAA';
const DATES = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', day: '2-digit', month: '2-digit', year: 'numeric' });
type Found = Omit<OfferFacts, 'needs'>;

export default class AccountOffer extends LightningElement {
  @api recordId: string | undefined;

  labels = LABELS;
  fields = [NAME];
  optionalFields = [NEEDS];
  choices: readonly Choice[] = [];
  failure: Failure | undefined;
  found: Found | undefined;
  isSaving = false;
  mayChoose = false;
  said = '';
  refusal = '';

  private readonly today = dayIn(TIME_ZONE, new Date());
  private account: RecordRepresentation | undefined;
  private refresh: (() => Promise<void>) | undefined;

  @wire(graphql, { query: '$query', variables: '$variables' })
  readOffer(response: GraphQLResponse<OfferAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refresh = refresh;
    if (!data && !errors?.length) return;
    this.failure = failureOf(errors);
    const query = data?.uiapi.query;
    this.found = {
      assets: nodesOf(query?.Asset),
      contracts: nodesOf(query?.Contract),
      rivals: nodesOf(query?.Competitor_Contract__c),
      products: nodesOf(query?.Product2),
      pairs: nodesOf(query?.Product_Proposition__c),
    };
  }
  @wire(getRecord, { recordId: '$recordId', fields: '$fields', optionalFields: '$optionalFields' })
  readAccount({ data, error }: RecordWire): void {
    // when the account has changed, so may have what is around it
    if (data && this.account) void this.refresh?.();
    this.account = data ?? this.account;
    this.failure = failureOfRequest(error) ?? this.failure;
  }
  @wire(getObjectInfo, { objectApiName: 'Account' })
  readRights({ data }: ObjectInfoWire): void {
    this.mayChoose = data?.fields?.[NEEDS.fieldApiName]?.updateable === true;
  }
  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: NEEDS })
  readChoices({ data }: PicklistValuesWire): void {
    if (data) this.choices = data.values.map(({ label, value }) => ({ label, value }));
  }

  /** Nothing is asked before it is known for which account. */
  get query(): GraphQLDocument | undefined {
    return this.recordId ? OFFER_QUERY : undefined;
  }
  get variables(): object {
    return offerVariables(this.recordId, this.today);
  }
  get isShown(): boolean {
    return !this.failure && this.found !== undefined && this.account !== undefined;
  }
  get isLoading(): boolean {
    return !this.failure && !this.isShown;
  }
  get isEmpty(): boolean {
    return this.isShown && this.rows.length === 0;
  }
  get hasRows(): boolean {
    return this.isShown && this.rows.length > 0;
  }
  get rows(): readonly OfferRow[] {
    const { today } = this;
    const needNamed = (need: string): string => this.choices.find(({ value }) => value === need)?.label ?? need;
    const written = (day: string): string => DATES.format(new Date(`${day}T00:00:00Z`));
    return this.facts ? offerRows(this.facts, { ...ROW_WORDS, today, written, needNamed }) : [];
  }
  get about(): string {
    return this.hasRows ? fillLabel(LABELS.about, this.rows.filter(({ isOurs }) => isOurs).length, this.rows.length) : '';
  }
  /** Whoever may not see the needs is not asked for them. */
  get hasNeeds(): boolean {
    return this.isShown && this.choices.length > 0 && getFieldValue(this.account, NEEDS) !== undefined;
  }
  get buttons(): readonly NeedButton[] {
    return this.mayChoose ? needButtons(this.choices, this.needs) : [];
  }
  get answers(): readonly NeedAnswer[] {
    return this.facts ? needAnswers(this.choices, this.facts, this.today, LABELS.hasIt) : [];
  }
  get hasNoNeeds(): boolean {
    return this.answers.length === 0;
  }

  handleRefresh(): void {
    void this.refresh?.();
  }
  handleNeed(event: Event): void {
    const { need = '' } = (event.currentTarget as HTMLElement).dataset;
    if (!this.isSaving) void this.press(need);
  }

  private get needs(): readonly string[] {
    const value = getFieldValue(this.account, NEEDS);
    return chosenOf({ value: typeof value === 'string' ? value : null });
  }
  private get facts(): OfferFacts | undefined {
    return this.found && { ...this.found, needs: this.needs };
  }

  private async press(need: string): Promise<void> {
    this.isSaving = true;
    this.refusal = '';
    try {
      await updateRecord({ fields: { Id: this.recordId ?? '', Business_Needs__c: afterPress(this.choices, this.needs, need) } });
      this.said = fillLabel(LABELS.needSaved, this.choices.find(({ value }) => value === need)?.label ?? need);
    } catch (error) {
      this.refusal = fillLabel(LABELS.notSaved, whyNotSaved(error));
    }
    this.isSaving = false;
  }
}
