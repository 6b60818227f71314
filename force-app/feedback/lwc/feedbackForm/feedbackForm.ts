// Registers new feedback: a score, what was said, suggestions; anonymous feedback names nobody. What is typed is kept until it is saved.
import { LightningElement, api, wire } from 'lwc';
import { gql, graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import { getPicklistValues, type PicklistValuesWire } from 'lightning/uiObjectInfoApi';
import { createRecord } from 'lightning/uiRecordApi';
import CATEGORY_FIELD from '@salesforce/schema/Feedback__c.Product_Category__c';
import DISSATISFIED_FIELD from '@salesforce/schema/Feedback__c.Dissatisfied_About__c';
import PROCESS_FIELD from '@salesforce/schema/Feedback__c.Process__c';
import { fillLabel } from 'c/labelText';
import { whyNotSaved } from 'c/dataFailure';
import { draftOf, dropDraft, keepDraft, type Draft } from 'c/draft';
import { answered, type Connection, type FieldOf, nodesOf, shownOf } from 'c/graphAnswer';
import { MASTER_RECORD_TYPE, choicesOf, type Choice } from 'c/picklistChoices';
import { LABELS } from './formLabels';

const SCORES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

interface ContactsAnswer {
  readonly uiapi: { readonly query: { readonly Contact?: Connection<{ readonly Id: string; readonly Name?: FieldOf<string> }> } };
}

const CONTACTS_QUERY = gql`
  query feedbackContacts($where: Contact_Filter, $first: Int) {
    uiapi {
      query {
        Contact(where: $where, first: $first, orderBy: { Name: { order: ASC } }) {
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

const notSaid: Choice = { label: LABELS.notSaid, value: '' };

/** Fires `saved` with the sentence to show, and `cancel`. */
export default class FeedbackForm extends LightningElement {
  /** '' where the account has to be found first. */
  @api accountId = '';

  labels = LABELS;
  processes: Choice[] = [notSaid];
  categories: Choice[] = [notSaid];
  reasons: Choice[] = [notSaid];
  contacts: Choice[] = [];
  refusal = '';
  isSaving = false;

  private draft: Draft = {};

  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: PROCESS_FIELD })
  readProcesses(answer: PicklistValuesWire): void {
    this.processes = choicesOf(answer, notSaid);
  }
  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: CATEGORY_FIELD })
  readCategories(answer: PicklistValuesWire): void {
    this.categories = choicesOf(answer, notSaid);
  }
  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: DISSATISFIED_FIELD })
  readReasons(answer: PicklistValuesWire): void {
    this.reasons = choicesOf(answer, notSaid);
  }
  @wire(graphql, { query: '$contactsQuery', variables: '$contactsVariables' })
  readContacts(response: GraphQLResponse<ContactsAnswer>): void {
    const { data } = answered(response);
    if (!data) return;
    const found = nodesOf(data.uiapi.query.Contact).map(({ Id, Name }) => ({ label: shownOf(Name), value: Id }));
    this.contacts = [{ label: LABELS.contactUnknown, value: '' }, ...found];
  }

  override connectedCallback(): void {
    this.draft = draftOf(this.draftKey);
  }

  get values(): Readonly<Record<string, string>> {
    const text = (name: string): string => String(this.draft[name] ?? '');
    return {
      accountId: this.accountId || text('accountId'),
      accountName: text('accountName'),
      contactId: text('contactId'),
      score: text('score'),
      process: text('process'),
      category: text('category'),
      comment: text('comment'),
      dissatisfiedAbout: text('dissatisfiedAbout'),
      suggestionProcess: text('suggestionProcess'),
      suggestionCommunication: text('suggestionCommunication'),
      suggestionService: text('suggestionService'),
    };
  }
  get isAnonymous(): boolean {
    return this.draft.isAnonymous === true;
  }
  get mustFindAccount(): boolean {
    return !this.accountId;
  }
  get canNameContact(): boolean {
    return !this.isAnonymous && this.values.accountId !== '' && this.contacts.length > 1;
  }
  get contactsQuery(): GraphQLDocument | undefined {
    return this.values.accountId ? CONTACTS_QUERY : undefined;
  }
  get contactsVariables(): object {
    return { where: { AccountId: { eq: this.values.accountId } }, first: 200 };
  }
  get scores(): readonly { readonly value: string; readonly id: string; readonly isChosen: boolean; readonly className: string }[] {
    return SCORES.map((score) => ({
      value: String(score),
      id: `score-${score}`,
      isChosen: this.values.score === String(score),
      className: this.values.score === String(score) ? 'scale__one scale__one_chosen' : 'scale__one',
    }));
  }

  handleValue(event: CustomEvent<{ value: string }>): void {
    const { name } = (event.target as HTMLElement).dataset;
    this.keep({ [name ?? '']: event.detail.value });
  }
  handleScore(event: Event): void {
    this.keep({ score: (event.target as HTMLInputElement).value });
  }
  handleAnonymous(event: CustomEvent<{ checked: boolean }>): void {
    this.keep({ isAnonymous: event.detail.checked, contactId: '' });
  }
  handleAccount(event: CustomEvent<{ id: string; name: string }>): void {
    this.contacts = [];
    this.keep({ accountId: event.detail.id, accountName: event.detail.name, contactId: '' });
  }
  handleCancel(): void {
    dropDraft(this.draftKey);
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  async handleSave(): Promise<void> {
    const { score } = this.values;
    if (!score) {
      this.refusal = LABELS.scoreMissing;
      return;
    }
    this.isSaving = true;
    this.refusal = '';
    try {
      await createRecord({ apiName: 'Feedback__c', fields: this.fields() });
      dropDraft(this.draftKey);
      this.dispatchEvent(new CustomEvent('saved', { detail: fillLabel(LABELS.saved, score) }));
    } catch (refused) {
      this.refusal = whyNotSaved(refused);
    } finally {
      this.isSaving = false;
    }
  }

  private get draftKey(): string {
    return `feedback.${this.accountId}`;
  }
  private keep(changes: Draft): void {
    this.draft = { ...this.draft, ...changes };
    this.refusal = '';
    keepDraft(this.draftKey, this.draft);
  }
  private fields(): Readonly<Record<string, string | number | boolean | null>> {
    const { values } = this;
    const orNull = (name: string): string | null => values[name]?.trim() || null;
    return {
      Account__c: orNull('accountId'),
      Contact__c: this.isAnonymous ? null : orNull('contactId'),
      Is_Anonymous__c: this.isAnonymous,
      Score__c: Number(values.score),
      Process__c: orNull('process'),
      Product_Category__c: orNull('category'),
      Comment__c: orNull('comment'),
      Dissatisfied_About__c: orNull('dissatisfiedAbout'),
      Suggestion_Process__c: orNull('suggestionProcess'),
      Suggestion_Communication__c: orNull('suggestionCommunication'),
      Suggestion_Service__c: orNull('suggestionService'),
    };
  }
}
