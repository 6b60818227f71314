// The words, source and validity of one claim. Fires `save` with the fields that a person may write, and `cancel`.
import { LightningElement, api, wire } from 'lwc';
import { getPicklistValues, type PicklistValuesWire } from 'lightning/uiObjectInfoApi';
import AUDIENCE_FIELD from '@salesforce/schema/Comparison_Claim__c.Audience__c';
import KIND_FIELD from '@salesforce/schema/Comparison_Claim__c.Kind__c';
import STATE_FIELD from '@salesforce/schema/Comparison_Claim__c.Notice_State__c';
import { draftOf, keepDraft, type Draft } from 'c/draft';
import { fieldsOf, type ClaimFields, type ClaimName, type ClaimNode } from 'c/comparisonLines';
import { MASTER_RECORD_TYPE, choicesOf, type Choice } from 'c/picklistChoices';
import { FORM_LABELS } from './formLabels';

type Input = HTMLElement & { name: ClaimName; checked?: boolean; type?: string; reportValidity: () => boolean };

export default class ClaimForm extends LightningElement {
  /** The day that a check is noted with. */
  @api today = '';
  /** Why the org did not save it. */
  @api refusal = '';
  @api isSaving = false;
  /** Names what is typed here until its owner drops it: once it is saved, or when it is given up. */
  @api draftKey = '';

  labels = FORM_LABELS;
  kinds: readonly Choice[] = [];
  audiences: readonly Choice[] = [];
  states: readonly Choice[] = [];

  private opened: string | undefined = '';
  private saved: ClaimFields = fieldsOf(undefined);
  /** What was typed; blank is a value of its own. */
  private typed: Draft = {};
  private isShown = false;

  /** The claim to change; undefined for a new one. Opened again only when it is another claim, so that nothing typed is lost. */
  @api
  get claim(): ClaimNode | undefined {
    return undefined;
  }
  set claim(claim: ClaimNode | undefined) {
    if (claim?.Id === this.opened) return;
    this.opened = claim?.Id;
    this.saved = fieldsOf(claim);
  }

  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: KIND_FIELD })
  readKinds(answer: PicklistValuesWire): void {
    this.kinds = choicesOf(answer);
  }
  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: AUDIENCE_FIELD })
  readAudiences(answer: PicklistValuesWire): void {
    this.audiences = choicesOf(answer);
  }
  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: STATE_FIELD })
  readStates(answer: PicklistValuesWire): void {
    this.states = choicesOf(answer, { label: this.labels.anyState, value: '' });
  }

  override connectedCallback(): void {
    this.typed = draftOf(this.draftKey);
  }
  /** The form may stand elsewhere than what opened it: the keyboard goes along. */
  override renderedCallback(): void {
    if (this.isShown) return;
    this.isShown = true;
    this.template?.querySelector<HTMLElement>('.input')?.focus();
  }

  get fields(): ClaimFields {
    const typed = Object.entries(this.typed).map(([name, value]) => [name, value === '' ? null : value] as const);
    return { ...this.saved, ...(Object.fromEntries(typed) as Partial<ClaimFields>) };
  }
  get isOpening(): boolean {
    return this.fields.Kind__c === 'Opening';
  }
  get isDifference(): boolean {
    return this.fields.Kind__c === 'Difference';
  }
  get isObjection(): boolean {
    return this.fields.Kind__c === 'Objection';
  }

  handleChange(event: CustomEvent<{ readonly value?: string; readonly checked?: boolean }>): void {
    const { name } = event.target as Input;
    const { value, checked } = event.detail;
    this.type({ [name]: name === 'Is_Special_Offer__c' ? checked === true : (value ?? '') });
  }
  handleCheckedToday(): void {
    this.type({ Checked_On_Date__c: this.today, Valid_Until_Date__c: '' });
  }
  handleSave(): void {
    const inputs = [...(this.template?.querySelectorAll<Input>('.input') ?? [])];
    const isValid = inputs.map((input) => input.reportValidity()).every(Boolean);
    if (isValid) this.dispatchEvent(new CustomEvent('save', { detail: this.fields }));
  }
  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  private type(words: Draft): void {
    this.typed = { ...this.typed, ...words };
    keepDraft(this.draftKey, this.typed);
  }
}
