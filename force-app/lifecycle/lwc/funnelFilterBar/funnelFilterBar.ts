// The filters of the funnel: period, product category, who keeps the relationship, and the words for the stages.
import { LightningElement, api, wire } from 'lwc';
import { getPicklistValues, type PicklistValuesWire } from 'lightning/uiObjectInfoApi';
import CATEGORY_FIELD from '@salesforce/schema/Lifecycle_Position__c.Product_Category__c';
import USER_ID from '@salesforce/user/Id';
import { MASTER_RECORD_TYPE, choicesOf } from 'c/picklistChoices';
import { LABELS } from './filterBarLabels';
import { ownerChoices, periodChoices, type Choice } from './funnelChoices';

/** What is chosen; '' stands for all, or for our own stages. */
interface ChosenFilters {
  readonly days: number;
  readonly category: string;
  readonly owner: string;
  readonly vocabulary: string;
}

/** Fires `filter` with `{ name, value }` of the filter that was changed. */
export default class FunnelFilterBar extends LightningElement {
  @api filters: ChosenFilters | undefined;
  @api people: readonly Choice[] = [];
  @api vocabularies: readonly Choice[] = [];

  labels = LABELS;

  private categories: readonly Choice[] = [];

  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: CATEGORY_FIELD })
  readCategories(answer: PicklistValuesWire): void {
    this.categories = choicesOf(answer);
  }

  get periodChoices(): readonly Choice[] {
    return periodChoices(LABELS);
  }
  get chosenPeriod(): string {
    return String(this.filters?.days ?? '');
  }
  get categoryChoices(): readonly Choice[] {
    return [{ label: LABELS.allCategories, value: '' }, ...this.categories];
  }
  get ownerChoices(): readonly Choice[] {
    return ownerChoices(this.people, USER_ID, LABELS);
  }
  get vocabularyChoices(): readonly Choice[] {
    return [{ label: LABELS.ownWords, value: '' }, ...this.vocabularies];
  }

  handleChange(event: CustomEvent<{ value: string }>): void {
    const { name } = event.target as HTMLElement & { name: string };
    this.dispatchEvent(new CustomEvent('filter', { detail: { name, value: event.detail.value } }));
  }
}
