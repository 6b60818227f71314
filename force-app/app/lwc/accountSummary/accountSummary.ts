// Where an account stands, in one card: what to do next, and the readings that decide how to do it.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import { getFieldDisplayValue, getFieldValue, getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import type { RecordRepresentation, RecordWire } from 'lightning/uiRecordApi';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import STAGE from '@salesforce/schema/Account.Lifecycle_Stage__c';
import CONTACT_EVERY_DAYS from '@salesforce/schema/Account.Lifecycle_Stage__r.Contact_Every_Days__c';
import IS_NATURAL_PERSON from '@salesforce/schema/Account.Is_Legal_Form_Natural_Person__c';
import IS_SILENT_LEAVER from '@salesforce/schema/Account.Is_Silent_Leaver__c';
import LAST_CONTACT from '@salesforce/schema/Account.Last_Contact_Date__c';
import LEGAL_FORM from '@salesforce/schema/Account.Legal_Form__c';
import NAME from '@salesforce/schema/Account.Name';
import NEXT_DECISION from '@salesforce/schema/Account.Next_Decision_Date__c';
import OWNER from '@salesforce/schema/Account.Owner.Name';
import RELATIONSHIP_OWNER from '@salesforce/schema/Account.Relationship_Owner__r.Name';
import FACTOR_1 from '@salesforce/schema/Account.Saddle_Factor_1__c';
import FACTOR_2 from '@salesforce/schema/Account.Saddle_Factor_2__c';
import FACTOR_3 from '@salesforce/schema/Account.Saddle_Factor_3__c';
import FACTOR_4 from '@salesforce/schema/Account.Saddle_Factor_4__c';
import FACTOR_5 from '@salesforce/schema/Account.Saddle_Factor_5__c';
import SADDLE_SCORE from '@salesforce/schema/Account.Saddle_Score__c';
import USER_ID from '@salesforce/user/Id';
import { dayIn } from 'c/civilDay';
import { failureOf, failureOfRequest, type Failure } from 'c/dataFailure';
import { answered, type Connection, nodesOf } from 'c/graphAnswer';
import { fillLabel } from 'c/labelText';
import { VOCABULARY_QUERY, chosenVocabulary, onVocabularyChosen, vocabulariesOf, type VocabularyAnswer } from 'c/stageVocabulary';
import { nextActions, type ActionSetting, type NextAction } from './nextAction';
import { saddleOf, type Saddle } from './saddleScore';
import { ACTION_WORDS, LABELS, PART_LABELS, READING_WORDS, SADDLE_WORDS } from './summaryLabels';
import {
  CONTRACT_QUERY,
  POSITION_QUERY,
  TASK_QUERY,
  type ContractAnswer,
  type ContractNode,
  type PositionAnswer,
  type PositionNode,
  type TaskAnswer,
  type TaskNode,
} from './summaryQueries';
import { readingsOf, type Reading } from './summaryReadings';

const FACTORS = [FACTOR_1, FACTOR_2, FACTOR_3, FACTOR_4, FACTOR_5] as const;
const DATES = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', day: '2-digit', month: '2-digit', year: 'numeric' });

type Part = keyof typeof PART_LABELS;
/** Undefined while a part has not answered. */
interface Parts {
  readonly positions?: readonly PositionNode[];
  readonly contracts?: readonly ContractNode[];
  readonly tasks?: readonly TaskNode[];
}

export default class AccountSummary extends LightningElement {
  @api recordId: string | undefined;

  labels = LABELS;
  fields = [NAME];
  optionalFields = [
    ...[OWNER, RELATIONSHIP_OWNER, CONTACT_EVERY_DAYS, LAST_CONTACT, NEXT_DECISION, LEGAL_FORM, IS_NATURAL_PERSON, IS_SILENT_LEAVER],
    ...[SADDLE_SCORE, ...FACTORS],
  ];

  private readonly today = dayIn(TIME_ZONE, new Date());
  private account: RecordRepresentation | undefined;
  private failure: Failure | undefined;
  private parts: Parts = {};
  private failures: Partial<Readonly<Record<Part, Failure>>> = {};
  private vocabularies = vocabulariesOf(undefined, LANGUAGE);
  private vocabulary = chosenVocabulary(USER_ID);
  private readonly refreshers = new Map<Part, () => Promise<void>>();
  private forgetVocabulary: (() => void) | undefined;

  @wire(getRecord, { recordId: '$recordId', fields: '$fields', optionalFields: '$optionalFields' })
  readAccount({ data, error }: RecordWire): void {
    // when the account has changed, so may have what is around it
    if (data && this.account) for (const refresh of [...this.refreshers.values()]) void refresh();
    this.account = data ?? this.account;
    this.failure = failureOfRequest(error);
  }
  @wire(graphql, { query: '$queries.positions', variables: '$variables' })
  readPositions(response: GraphQLResponse<PositionAnswer>): void {
    const known = answered(response);
    this.receive('positions', known, known.data?.uiapi.query.Lifecycle_Position__c);
  }
  @wire(graphql, { query: '$queries.contracts', variables: '$contractVariables' })
  readContracts(response: GraphQLResponse<ContractAnswer>): void {
    const known = answered(response);
    this.receive('contracts', known, known.data?.uiapi.query.Competitor_Contract__c);
  }
  @wire(graphql, { query: '$queries.tasks', variables: '$variables' })
  readTasks(response: GraphQLResponse<TaskAnswer>): void {
    const known = answered(response);
    this.receive('tasks', known, known.data?.uiapi.query.Task);
  }
  @wire(graphql, { query: VOCABULARY_QUERY })
  readVocabularies(response: GraphQLResponse<VocabularyAnswer>): void {
    const { data } = answered(response);
    if (data) this.vocabularies = vocabulariesOf(data, LANGUAGE);
  }

  /** Nothing is asked before it is known for which account. */
  get queries(): Partial<Readonly<Record<Part, GraphQLDocument>>> {
    return this.recordId ? { positions: POSITION_QUERY, contracts: CONTRACT_QUERY, tasks: TASK_QUERY } : {};
  }
  get variables(): { readonly accountId: string | undefined } {
    return { accountId: this.recordId };
  }
  get contractVariables(): { readonly accountId: string | undefined; readonly today: string } {
    return { accountId: this.recordId, today: this.today };
  }

  get problem(): 'error' | 'no-permission' | undefined {
    return this.failure === 'failed' ? 'error' : this.failure;
  }
  get isLoaded(): boolean {
    const { positions, contracts, tasks } = this.parts;
    return !this.failure && this.account !== undefined && Boolean(positions && contracts && tasks);
  }
  get isSkeleton(): boolean {
    return !this.failure && !this.isLoaded;
  }
  /** Nothing was planned is only said when everything that could be planned was seen. */
  get actionless(): { readonly title: string; readonly text: string } {
    const isComplete = Object.values(this.failures).every((failure) => !failure);
    return isComplete
      ? { title: LABELS.noActionTitle, text: LABELS.noActionText }
      : { title: LABELS.unknownActionTitle, text: LABELS.unknownActionText };
  }
  get canTryAgain(): boolean {
    return Object.values(this.failures).includes('failed');
  }
  get actions(): readonly NextAction[] {
    const { positions = [], contracts = [], tasks = [] } = this.parts;
    return nextActions({ positions, contracts, tasks }, { ...this.setting, words: ACTION_WORDS });
  }
  get action(): NextAction | undefined {
    return this.actions[0];
  }
  get later(): readonly NextAction[] {
    return this.actions.slice(1);
  }
  get hasLater(): boolean {
    return this.later.length > 0;
  }
  get actionClass(): string {
    return `action action_${this.action?.urgency ?? 'none'}`;
  }
  get isSilentLeaver(): boolean {
    return this.readField(IS_SILENT_LEAVER) === true;
  }
  get readings(): readonly (Reading & { readonly noteClass: string })[] {
    const facts = {
      stageId: this.readField(STAGE),
      owner: String(this.readField(RELATIONSHIP_OWNER) ?? this.readField(OWNER) ?? ''),
      lastContact: this.readField(LAST_CONTACT),
      contactEveryDays: this.readField(CONTACT_EVERY_DAYS),
      nextDecision: this.readField(NEXT_DECISION),
      legalForm: getFieldDisplayValue(this.account, LEGAL_FORM) ?? '',
      isNaturalPerson: this.readField(IS_NATURAL_PERSON) === true,
    };
    const positions = this.failures.positions ? undefined : (this.parts.positions ?? []);
    return readingsOf(facts, positions, { ...this.setting, words: READING_WORDS }).map((reading) => ({
      ...reading,
      noteClass: reading.isAlarm ? 'note note_alarm' : 'note',
    }));
  }
  get saddle(): Saddle | undefined {
    const texts = FACTORS.map((factor) => this.readField(factor)).map((text) => (typeof text === 'string' ? text : undefined));
    return saddleOf(this.readField(SADDLE_SCORE), texts, SADDLE_WORDS);
  }
  get saddleScore(): string {
    return this.saddle ? fillLabel(LABELS.saddleScore, this.saddle.score) : '';
  }
  get notes(): readonly string[] {
    return [...this.noteOf('no-permission', LABELS.hidden), ...this.noteOf('failed', LABELS.partial)];
  }

  override connectedCallback(): void {
    this.forgetVocabulary = onVocabularyChosen((vocabulary) => {
      this.vocabulary = vocabulary;
    });
    window.addEventListener('online', this.handleConnection);
  }
  override disconnectedCallback(): void {
    this.forgetVocabulary?.();
    window.removeEventListener('online', this.handleConnection);
  }

  /** What a lost connection left out comes by itself when it is back. */
  private readonly handleConnection = (): void => {
    if (this.canTryAgain) this.handleTryAgain();
  };

  handleTryAgain(): void {
    if (this.recordId && this.failure) void notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
    for (const refresh of [...this.refreshers.values()]) void refresh();
  }

  private get setting(): Omit<ActionSetting, 'words'> {
    return {
      today: this.today,
      language: LANGUAGE,
      written: (day) => DATES.format(new Date(`${day}T00:00:00Z`)),
      stageName: (stageId) => this.vocabularies.nameOf(this.vocabulary, stageId),
    };
  }

  private readField(field: Parameters<typeof getFieldValue>[1]): unknown {
    return getFieldValue(this.account, field);
  }

  /** A part that failed counts as loaded: the card lives without it and says so. */
  private receive<Node>(part: Part, { data, errors, refresh }: GraphQLResponse<unknown>, connection: Connection<Node>): void {
    if (refresh) this.refreshers.set(part, refresh);
    if (!data && !errors?.length) return;
    this.parts = { ...this.parts, [part]: nodesOf(connection) };
    this.failures = { ...this.failures, [part]: failureOf(errors) };
  }

  private noteOf(failure: Failure, sentence: string): readonly string[] {
    const parts = (Object.keys(PART_LABELS) as Part[]).filter((part) => this.failures[part] === failure);
    return parts.length > 0 ? [fillLabel(sentence, new Intl.ListFormat(LANGUAGE).format(parts.map((part) => PART_LABELS[part])))] : [];
  }
}
