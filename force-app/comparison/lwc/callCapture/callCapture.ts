// The answers of a call, typed beside the script. Holds nothing itself: fires `answer` for each change, `save` and `clear`.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import { getPicklistValues, type PicklistValuesWire } from 'lightning/uiObjectInfoApi';
import NEXT_STEP_FIELD from '@salesforce/schema/Call_Outcome__c.Next_Step__c';
import OUTCOME_FIELD from '@salesforce/schema/Call_Outcome__c.Outcome__c';
import SATISFACTION_FIELD from '@salesforce/schema/Call_Outcome__c.Satisfaction__c';
import UNIT_FIELD from '@salesforce/schema/Call_Outcome__c.Said_Notice_Unit__c';
import WORKED_FIELD from '@salesforce/schema/Call_Outcome__c.Worked__c';
import CATEGORY_FIELD from '@salesforce/schema/Competitor_Contract__c.Product_Category__c';
import { answered, nodesOf, shownOf } from 'c/graphAnswer';
import { MASTER_RECORD_TYPE, choicesOf, type Choice } from 'c/picklistChoices';
import { CAPTURE_LABELS } from './captureLabels';
import { PROVIDER_QUERY, type ProviderAnswer } from './providerQuery';

/** What was typed, by the name of its field; blank and absent mean the same. */
export type CallValues = Readonly<Partial<Record<CallField, string>>>;
export type CallField =
  | 'answer1'
  | 'answer2'
  | 'answer3'
  | 'category'
  | 'endDate'
  | 'lineId'
  | 'lineWords'
  | 'nextStep'
  | 'nextStepDate'
  | 'note'
  | 'noticeLength'
  | 'noticeUnit'
  | 'objection'
  | 'outcome'
  | 'provider'
  | 'satisfaction'
  | 'spokenTo'
  | 'worked';

type Input = HTMLElement & { name: string; value: string; reportValidity: () => boolean };

export default class CallCapture extends LightningElement {
  @api values: CallValues = {};
  @api questions: readonly string[] = [];
  /** There is no contract yet: the rep says which provider and product it is about. */
  @api isNewContract = false;
  @api today = '';
  @api isSaving = false;

  labels = CAPTURE_LABELS;
  outcomes: readonly Choice[] = [];
  nextSteps: readonly Choice[] = [];
  satisfactions: readonly Choice[] = [];
  units: readonly Choice[] = [];
  verdicts: readonly Choice[] = [];
  providers: readonly Choice[] = [];
  categories: readonly Choice[] = [];

  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: OUTCOME_FIELD })
  readOutcomes(answer: PicklistValuesWire): void {
    this.outcomes = choicesOf(answer);
  }
  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: NEXT_STEP_FIELD })
  readNextSteps(answer: PicklistValuesWire): void {
    this.nextSteps = choicesOf(answer);
  }
  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: SATISFACTION_FIELD })
  readSatisfactions(answer: PicklistValuesWire): void {
    this.satisfactions = choicesOf(answer);
  }
  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: UNIT_FIELD })
  readUnits(answer: PicklistValuesWire): void {
    this.units = choicesOf(answer);
  }
  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: WORKED_FIELD })
  readVerdicts(answer: PicklistValuesWire): void {
    this.verdicts = choicesOf(answer);
  }

  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: CATEGORY_FIELD })
  readCategories(answer: PicklistValuesWire): void {
    this.categories = choicesOf(answer);
  }
  @wire(graphql, { query: '$providerQuery' })
  readProviders(response: GraphQLResponse<ProviderAnswer>): void {
    const { data } = answered(response);
    this.providers = nodesOf(data?.uiapi.query.Competitor__c).map(({ Id, Name }) => ({ value: Id, label: shownOf(Name) }));
  }

  get providerQuery(): GraphQLDocument | undefined {
    return this.isNewContract ? PROVIDER_QUERY : undefined;
  }
  get asked(): readonly { readonly name: CallField; readonly label: string; readonly value: string }[] {
    const names: readonly CallField[] = ['answer1', 'answer2', 'answer3'];
    return names.flatMap((name, index) => {
      const label = this.questions[index];
      return label ? [{ name, label, value: this.values[name] ?? '' }] : [];
    });
  }
  get hasNextStep(): boolean {
    return Boolean(this.values.nextStep) && this.values.nextStep !== 'None';
  }
  get saveLabel(): string {
    return this.isSaving ? this.labels.saving : this.labels.save;
  }

  /** Shows what is missing at its field; true when nothing is. */
  @api reportValidity(): boolean {
    const inputs = [...(this.template?.querySelectorAll<Input>('.input') ?? [])];
    return inputs.map((input) => input.reportValidity()).every(Boolean);
  }

  handleChange(event: CustomEvent<{ readonly value: string }>): void {
    const { name } = event.target as Input;
    this.dispatchEvent(new CustomEvent('answer', { detail: { name, value: event.detail.value } }));
  }
  handleSave(): void {
    this.dispatchEvent(new CustomEvent('save'));
  }
  handleClear(): void {
    this.dispatchEvent(new CustomEvent('clear'));
  }
}
