// Where marketing writes a comparison script: its words, its lines with source and validity, versions, and how reps will see it.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { getPicklistValues, type PicklistValuesWire } from 'lightning/uiObjectInfoApi';
import { createRecord, notifyRecordUpdateAvailable, updateRecord } from 'lightning/uiRecordApi';
import STATE_FIELD from '@salesforce/schema/Comparison_Claim__c.Notice_State__c';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { addDays, dayIn } from 'c/civilDay';
import {
  SCRIPT_QUERY,
  cardOf,
  versionVariables,
  type CardContent,
  type ClaimFields,
  type ClaimNode,
  type ScriptAnswer,
  type ScriptNode,
} from 'c/comparisonLines';
import { draftOf, dropDraft, keepDraft } from 'c/draft';
import { failureOf, whyNotSaved, type Failure } from 'c/dataFailure';
import { answered, nodesOf, shownOf } from 'c/graphAnswer';
import { countedLabel, fillLabel } from 'c/labelText';
import { MASTER_RECORD_TYPE, choicesOf } from 'c/picklistChoices';
import { LABELS, SAYABLE } from './editorLabels';
import { editorLines, sayableCount, type EditorLine } from './editorLines';
import { createVersion } from './newVersion';

/** The moment that the preview is of: a contract in its window, with this many days to go. */
const SAMPLE = { state: 'In Window', days: 21 };

const DAY = new Intl.DateTimeFormat(LOCALE, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
const dayText = (day: string): string => DAY.format(new Date(`${day}T00:00:00Z`));

type Fields = Readonly<Record<string, string | number | boolean | null>>;
type WordName = 'Opening_Line__c' | 'Question_1__c' | 'Question_2__c' | 'Question_3__c';
const WORDS: readonly WordName[] = ['Opening_Line__c', 'Question_1__c', 'Question_2__c', 'Question_3__c'];

export default class ScriptEditor extends NavigationMixin(LightningElement) {
  @api recordId: string | undefined;

  labels = LABELS;
  today = dayIn(TIME_ZONE, new Date());
  script: ScriptNode | undefined;
  failure: Failure | undefined;
  isLoaded = false;
  isSaving = false;
  refusal = '';
  /** The claim that is being changed, `new` for one that does not exist yet. */
  editedId = '';
  typed: Partial<Record<WordName, string>> = {};
  previewState = SAMPLE.state;
  states: readonly { readonly label: string; readonly value: string }[] = [];

  private refreshScript: (() => Promise<void>) | undefined;

  @wire(graphql, { query: '$query', variables: '$variables' })
  readScript(response: GraphQLResponse<ScriptAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refreshScript = refresh;
    if (!data && !errors?.length) return;
    this.failure = data?.uiapi.query.Comparison_Script__c ? undefined : failureOf(errors);
    [this.script] = nodesOf(data?.uiapi.query.Comparison_Script__c);
    this.isLoaded = true;
  }

  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: STATE_FIELD })
  readStates(answer: PicklistValuesWire): void {
    this.states = choicesOf(answer);
  }

  override connectedCallback(): void {
    this.typed = draftOf(this.wordsKey) as Partial<Record<WordName, string>>;
  }

  get query(): GraphQLDocument | undefined {
    return this.recordId ? SCRIPT_QUERY : undefined;
  }
  get variables(): object {
    return versionVariables(this.recordId ?? '');
  }

  get isLoading(): boolean {
    return !this.isLoaded && !this.failure;
  }
  get isGone(): boolean {
    return this.isLoaded && !this.failure && !this.script;
  }
  get isReady(): boolean {
    return !this.failure && this.script !== undefined;
  }
  get isDraft(): boolean {
    return this.script?.Status__c?.value === 'Draft';
  }
  get isActive(): boolean {
    return this.script?.Status__c?.value === 'Active';
  }
  get versionLine(): string {
    if (!this.isReady) return '';
    const { Version__c, Status__c, Valid_Until_Date__c } = this.script ?? {};
    const until = Valid_Until_Date__c?.value;
    return fillLabel(LABELS.versionLine, Version__c?.value ?? 1, shownOf(Status__c), until ? dayText(until) : '–');
  }
  get lines(): readonly EditorLine[] {
    return editorLines(this.script, { ...LABELS, day: dayText });
  }
  get hasLines(): boolean {
    return this.lines.length > 0;
  }
  get sayableText(): string {
    const { sayable, all } = sayableCount(this.lines);
    return countedLabel(SAYABLE, sayable, LANGUAGE, all);
  }
  get words(): readonly { readonly name: WordName; readonly label: string; readonly value: string; readonly help: string }[] {
    return WORDS.map((name, index) => ({
      name,
      label: index === 0 ? LABELS.openingLine : fillLabel(LABELS.question, index),
      value: this.typed[name] ?? this.script?.[name]?.value ?? '',
      help: index === 0 ? LABELS.openingHelp : '',
    }));
  }
  get hasTyped(): boolean {
    return Object.keys(this.typed).length > 0;
  }
  private get wordsKey(): string {
    return `script.${this.recordId ?? ''}`;
  }
  get claimKey(): string {
    return `claim.${this.recordId ?? ''}.${this.editedId}`;
  }
  get isEditing(): boolean {
    return this.editedId !== '';
  }
  /** Why nothing was saved stands beside what was typed. */
  get refusalOfScript(): string {
    return this.isEditing ? '' : this.refusal;
  }
  get editedClaim(): ClaimNode | undefined {
    return nodesOf(this.script?.Comparison_Claims__r).find(({ Id }) => Id === this.editedId);
  }
  /** As a rep will see it, with what is typed and not saved yet. */
  get preview(): CardContent {
    const typed = Object.fromEntries(WORDS.map((name) => [name, { value: this.typed[name] ?? this.script?.[name]?.value ?? null }]));
    const isAhead = ['Too Early', 'In Window', 'Last Days'].includes(this.previewState);
    const daysLeft = this.previewState === 'Last Days' ? 3 : SAMPLE.days;
    const values = {
      account: LABELS.sampleAccount,
      provider: this.script?.Competitor__r?.Name?.value ?? '',
      date: isAhead ? dayText(addDays(this.today, daysLeft)) : undefined,
      days: isAhead ? String(daysLeft) : undefined,
    };
    const occasion = { noticeState: this.previewState, daysLeft: isAhead ? daysLeft : undefined, values };
    const words = { proof: LABELS.proof, offer: LABELS.offer, generalOpening: '', generalQuestions: [], day: dayText };
    return cardOf(this.script && { ...this.script, ...typed }, occasion, words);
  }

  handleRetry(): void {
    this.failure = undefined;
    this.isLoaded = false;
    void this.refreshScript?.();
  }
  handlePreviewState(event: CustomEvent<{ readonly value: string }>): void {
    this.previewState = event.detail.value;
  }
  handleWord(event: CustomEvent<{ readonly value: string }>): void {
    const { name } = event.target as HTMLElement & { name: WordName };
    this.typed = { ...this.typed, [name]: event.detail.value };
    keepDraft(this.wordsKey, this.typed);
  }
  async handleSaveWords(): Promise<void> {
    if (await this.change({ ...this.typed })) this.forgetWords();
  }
  async handleActivate(): Promise<void> {
    if (await this.change({ ...this.typed, Status__c: 'Active' })) this.forgetWords();
  }
  handleRetire(): void {
    void this.change({ Status__c: 'Retired' });
  }

  handleAdd(): void {
    this.open('new');
  }
  handleEdit(event: Event): void {
    this.open((event.currentTarget as HTMLElement).dataset.id ?? '');
  }
  async handleSaveClaim(event: CustomEvent<ClaimFields>): Promise<void> {
    const { editedClaim, recordId } = this;
    const fields: Fields = { ...event.detail };
    const saved = await this.save(() =>
      editedClaim
        ? updateRecord({ fields: { Id: editedClaim.Id, ...fields } })
        : createRecord({ apiName: 'Comparison_Claim__c', fields: { ...fields, Comparison_Script__c: recordId ?? null } }),
    );
    if (saved) this.handleCloseClaim();
  }
  handleRetireLine(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    if (id) void this.save(() => updateRecord({ fields: { Id: id, Status__c: 'Retired' } }));
  }

  async handleNewVersion(): Promise<void> {
    if (!this.script) return;
    const { script } = this;
    let id: string | undefined;
    const saved = await this.save(async () => {
      id = await createVersion(script);
    });
    const attributes = { recordId: id, objectApiName: 'Comparison_Script__c', actionName: 'view' };
    if (saved && id) this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes });
  }

  private forgetWords(): void {
    this.typed = {};
    dropDraft(this.wordsKey);
  }

  handleCloseClaim(): void {
    const opener = this.editedId === 'new' ? '.add' : `lightning-button-icon[data-id="${this.editedId}"]`;
    dropDraft(this.claimKey);
    this.open('');
    // the keyboard is again where the form was opened, which may have to be drawn first
    void Promise.resolve().then(() => this.template?.querySelector<HTMLElement>(opener)?.focus());
  }

  private open(id: string): void {
    this.editedId = id;
    this.refusal = '';
  }

  private change(fields: Fields): Promise<boolean> {
    return this.save(() => updateRecord({ fields: { Id: this.recordId ?? '', ...fields } }));
  }

  /** Runs a save and shows what became of it; a refusal leaves everything typed where it is. */
  private async save(work: () => Promise<unknown>): Promise<boolean> {
    this.isSaving = true;
    this.refusal = '';
    try {
      await work();
    } catch (error) {
      this.refusal = fillLabel(LABELS.cannotSave, whyNotSaved(error));
    }
    this.isSaving = false;
    if (this.refusal) return false;
    await Promise.all([this.refreshScript?.(), notifyRecordUpdateAvailable([{ recordId: this.recordId ?? '' }])]);
    return true;
  }
}
