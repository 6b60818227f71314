// The exit survey: what a customer took elsewhere, why, to whom and on which terms. What is typed is kept until it is saved.
import { LightningElement, api, wire } from 'lwc';
import { gql, graphql, type GraphQLResponse } from 'lightning/graphql';
import { getPicklistValues, type PicklistValuesWire } from 'lightning/uiObjectInfoApi';
import { createRecord } from 'lightning/uiRecordApi';
import CATEGORY_FIELD from '@salesforce/schema/Exit_Survey__c.Product_Category__c';
import REASON_FIELD from '@salesforce/schema/Exit_Survey__c.Reason__c';
import TERMS_FIELD from '@salesforce/schema/Exit_Survey__c.Parted_On_Good_Terms__c';
import UNIT_FIELD from '@salesforce/schema/Exit_Survey__c.New_Notice_Unit__c';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { fillLabel } from 'c/labelText';
import { dayIn } from 'c/civilDay';
import { whyNotSaved } from 'c/dataFailure';
import { draftOf, dropDraft, keepDraft, type Draft } from 'c/draft';
import { answered, type Connection, type FieldOf, nodesOf, shownOf } from 'c/graphAnswer';
import { MASTER_RECORD_TYPE, choicesOf, type Choice } from 'c/picklistChoices';
import { LABELS } from './exitFormLabels';

interface ProvidersAnswer {
  readonly uiapi: { readonly query: { readonly Competitor__c?: Connection<{ readonly Id: string; readonly Name?: FieldOf<string> }> } };
}

const PROVIDERS_QUERY = gql`
  query exitProviders {
    uiapi {
      query {
        Competitor__c(where: { Is_Active__c: { eq: true } }, orderBy: { Name: { order: ASC } }, first: 2000) {
          edges {
            node {
              Id
              Name {
                value
              }
            }
          }
        }
      }
    }
  }
`;

const FIELDS = [
  'accountId',
  'accountName',
  'category',
  'reason',
  'terms',
  'lossDate',
  'provider',
  'endDate',
  'length',
  'unit',
  'comment',
] as const;
type FieldName = (typeof FIELDS)[number];

/** Fires `saved` with the sentence to show, and `cancel`. */
export default class ExitForm extends LightningElement {
  /** '' where the account has to be found first. */
  @api accountId = '';

  labels = LABELS;
  categories: Choice[] = [];
  reasons: Choice[] = [];
  terms: Choice[] = [];
  units: Choice[] = [];
  providers: Choice[] = [];
  refusal = '';
  isSaving = false;

  private draft: Draft = {};

  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: CATEGORY_FIELD })
  readCategories(answer: PicklistValuesWire): void {
    this.categories = choicesOf(answer);
  }
  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: REASON_FIELD })
  readReasons(answer: PicklistValuesWire): void {
    this.reasons = choicesOf(answer);
  }
  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: TERMS_FIELD })
  readTerms(answer: PicklistValuesWire): void {
    this.terms = choicesOf(answer);
  }
  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: UNIT_FIELD })
  readUnits(answer: PicklistValuesWire): void {
    this.units = choicesOf(answer, { label: LABELS.noticeRegime, value: '' });
  }
  @wire(graphql, { query: PROVIDERS_QUERY })
  readProviders(response: GraphQLResponse<ProvidersAnswer>): void {
    const { data } = answered(response);
    if (!data) return;
    const found = nodesOf(data.uiapi.query.Competitor__c).map(({ Id, Name }) => ({ label: shownOf(Name), value: Id }));
    this.providers = [{ label: LABELS.providerUnknown, value: '' }, ...found];
  }

  override connectedCallback(): void {
    this.draft = draftOf(this.draftKey);
  }

  get values(): Readonly<Record<FieldName, string>> {
    const texts = Object.fromEntries(FIELDS.map((name) => [name, String(this.draft[name] ?? '')])) as Record<FieldName, string>;
    return {
      ...texts,
      accountId: this.accountId || texts.accountId,
      // most surveys are filled in on the day
      lossDate: texts.lossDate || dayIn(TIME_ZONE, new Date()),
    };
  }
  get mustFindAccount(): boolean {
    return !this.accountId;
  }
  get hasProvider(): boolean {
    return this.values.provider !== '';
  }

  handleValue(event: CustomEvent<{ value: string }>): void {
    const { name } = (event.target as HTMLElement).dataset;
    this.keep({ [name ?? '']: event.detail.value });
  }
  handleAccount(event: CustomEvent<{ id: string; name: string }>): void {
    this.keep({ accountId: event.detail.id, accountName: event.detail.name });
  }
  handleCancel(): void {
    dropDraft(this.draftKey);
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  async handleSave(): Promise<void> {
    const { values } = this;
    const required = { accountId: LABELS.account, category: LABELS.category, reason: LABELS.reason, terms: LABELS.terms };
    const missing = Object.entries(required).filter(([name]) => !values[name as FieldName]);
    if (missing.length > 0) {
      this.refusal = fillLabel(LABELS.missing, missing.map(([, label]) => label).join(' · '));
      return;
    }
    this.isSaving = true;
    this.refusal = '';
    try {
      await createRecord({ apiName: 'Exit_Survey__c', fields: fieldsOf(values) });
      dropDraft(this.draftKey);
      this.dispatchEvent(new CustomEvent('saved', { detail: LABELS.saved }));
    } catch (refused) {
      this.refusal = whyNotSaved(refused);
    } finally {
      this.isSaving = false;
    }
  }

  private get draftKey(): string {
    return `exit.${this.accountId}`;
  }
  private keep(changes: Draft): void {
    this.draft = { ...this.draft, ...changes };
    this.refusal = '';
    keepDraft(this.draftKey, this.draft);
  }
}

/** A contract elsewhere belongs to a provider: without one its fields are left out. */
function fieldsOf(values: Readonly<Record<FieldName, string>>): Readonly<Record<string, string | number | null>> {
  const { provider } = values;
  const ofContract = (value: string): string | null => (provider ? value || null : null);
  const length = ofContract(values.unit && values.length);
  return {
    Account__c: values.accountId,
    Product_Category__c: values.category,
    Reason__c: values.reason,
    Parted_On_Good_Terms__c: values.terms,
    Loss_Date__c: values.lossDate,
    New_Competitor__c: provider || null,
    New_Contract_End_Date__c: ofContract(values.endDate),
    New_Notice_Length__c: length === null ? null : Number(length),
    New_Notice_Unit__c: ofContract(values.unit),
    Comment__c: values.comment.trim() || null,
  };
}
