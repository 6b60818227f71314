// What can be done with the selected rows: the form of each action, who is left out and why, the result per row, and the way back.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import { getPicklistValues, type PicklistValuesWire } from 'lightning/uiObjectInfoApi';
import REASON_FIELD from '@salesforce/schema/Competitor_Contract__c.Not_Relevant_Reason__c';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import USER_ID from '@salesforce/user/Id';
import { answered } from 'c/graphAnswer';
import { addDays, shownDay } from 'c/civilDay';
import { countedLabel } from 'c/labelText';
import { saveEach } from 'c/recordBatch';
import type { CampaignChoice } from 'c/worklistCampaign';
import { ACTION_LABELS, DONE, FAILED, LABELS, LEFT_OUT, SELECTED } from './bulkLabels';
import { planOf, type BulkAction, type BulkForm, type BulkPlan, type BulkRow, type RowWords } from './bulkPlan';
import { carryOut, type BulkResult } from './bulkRun';
import { PEOPLE_QUERY, peopleOf, type PeopleAnswer } from './peopleQuery';

export type { BulkAction, BulkRow } from './bulkPlan';

/** Record type of objects that have none, as UI API names it. */
const MASTER_RECORD_TYPE = '012000000000000AAA';
const EMPTY_FORM: BulkForm = { day: '', person: '', reason: '', campaignId: '', checks: [] };
const ON_THE_LIST = ['call', 'assign', 'campaign', 'snooze', 'aside'] as const;
/** Where the keyboard goes, in this order: the first that there is. */
const FORM = ['.panel .field, .panel c-worklist-campaign', '.panel .heading'] as const;
const RESULT = ['.panel_result lightning-button'] as const;
const OFF_THE_LIST = ['back', 'assign'] as const;

interface Choice {
  readonly label: string;
  readonly value: string;
}

/** Fires `select` with the row ids that stay selected, `saved` when records changed, and `close` when the keyboard belongs to the list again. */
export default class WorklistBulk extends LightningElement {
  /** The selected rows. */
  @api rows: readonly BulkRow[] = [];
  /** What the list shows, as its filter says. */
  @api shown = '';
  /** Civil day. */
  @api today = '';

  labels = LABELS;
  action: BulkAction | '' = '';
  forms: Partial<Record<BulkAction, BulkForm>> = {};
  isSaving = false;
  result: (BulkResult & { readonly action: BulkAction }) | undefined;
  undoWords = '';
  reasons: Choice[] = [];
  people: Choice[] = [];

  private opener: HTMLElement | undefined;
  private focusWanted: readonly string[] = [];

  override renderedCallback(): void {
    const [wanted] = this.focusWanted.flatMap((place) => this.template?.querySelector<HTMLElement>(place) ?? []);
    if (!wanted) return;
    this.focusWanted = [];
    wanted.focus();
  }

  /** Opens the form of an action, if it can be done here. */
  @api open(action: BulkAction): void {
    if (!this.offered.includes(action)) return;
    this.action = action;
    this.focusWanted = FORM;
    this.closeResult();
  }

  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: REASON_FIELD })
  readReasons({ data }: PicklistValuesWire): void {
    if (data) this.reasons = data.values.map(({ label, value }) => ({ label, value }));
  }
  @wire(graphql, { query: '$peopleQuery' })
  readPeople(response: GraphQLResponse<PeopleAnswer>): void {
    const { data } = answered(response);
    if (data) this.people = peopleOf(data).filter(({ value }) => value !== USER_ID);
  }

  get peopleQuery(): GraphQLDocument | undefined {
    return this.isCall || this.isAssign ? PEOPLE_QUERY : undefined;
  }
  get isShown(): boolean {
    return this.rows.length > 0;
  }
  get selectedWords(): string {
    return countedLabel(SELECTED, this.rows.length, LANGUAGE);
  }
  get actions(): readonly { name: BulkAction; label: string; variant: string }[] {
    return this.offered.map((name) => ({ name, label: ACTION_LABELS[name], variant: name === this.action ? 'brand' : 'neutral' }));
  }
  private get offered(): readonly BulkAction[] {
    return this.shown === 'snoozed' || this.shown === 'aside' ? OFF_THE_LIST : ON_THE_LIST;
  }
  get isFormOpen(): boolean {
    return this.isShown && this.action !== '';
  }
  get isCall(): boolean {
    return this.action === 'call';
  }
  get isAssign(): boolean {
    return this.action === 'assign';
  }
  get isCampaign(): boolean {
    return this.action === 'campaign';
  }
  get isSnooze(): boolean {
    return this.action === 'snooze';
  }
  get isAside(): boolean {
    return this.action === 'aside';
  }
  get actionLabel(): string {
    return this.action ? ACTION_LABELS[this.action] : '';
  }
  get form(): BulkForm {
    return {
      ...EMPTY_FORM,
      ...(this.isCall ? { day: this.today, person: 'keeper' } : {}),
      ...(this.action ? this.forms[this.action] : {}),
    };
  }
  get tomorrow(): string {
    return this.today ? addDays(this.today, 1) : '';
  }
  get callers(): Choice[] {
    return [{ label: LABELS.keeper, value: 'keeper' }, ...this.owners];
  }
  get owners(): Choice[] {
    return [{ label: LABELS.me, value: USER_ID }, ...this.people];
  }

  /** What keeps the action from being carried out at all; blank when nothing does. */
  get missing(): string {
    const { day, person, reason } = this.form;
    if ((this.isCall && day < this.today) || (this.isSnooze && day < this.tomorrow)) return LABELS.dayMissing;
    if (this.isAside && !reason) return LABELS.noReason;
    return (this.isCall || this.isAssign) && !person ? LABELS.person : '';
  }
  get plan(): BulkPlan {
    if (!this.action || this.missing) return { plans: [], leftOut: [] };
    return planOf(this.action, this.rows, this.form, (day) => shownDay(day, LOCALE));
  }
  get isSaveDisabled(): boolean {
    return this.isSaving || this.plan.plans.length === 0;
  }
  get saveLabel(): string {
    return this.isSaving ? LABELS.saving : this.actionLabel;
  }
  /** The campaign form tells of every row itself. */
  get leftOut(): readonly (RowWords & { readonly key: string })[] {
    return this.isCampaign ? [] : keyed(this.plan.leftOut);
  }
  get leftOutWords(): string {
    return this.leftOut.length > 0 ? countedLabel(LEFT_OUT, this.leftOut.length, LANGUAGE) : '';
  }

  get doneWords(): string {
    return this.result ? countedLabel(DONE[this.result.action], this.result.done, LANGUAGE) : '';
  }
  get failedWords(): string {
    const count = this.result?.failures.length ?? 0;
    return count > 0 ? countedLabel(FAILED, count, LANGUAGE) : '';
  }
  get failures(): readonly (RowWords & { readonly key: string })[] {
    return keyed(this.result?.failures ?? []);
  }
  get notes(): readonly (RowWords & { readonly key: string })[] {
    return keyed((this.result?.notes ?? []).map((note) => ({ ...note, words: `${LABELS.followFailed} ${note.words}` })));
  }
  get canUndo(): boolean {
    return (this.result?.undo.length ?? 0) > 0;
  }

  handleAction(event: Event): void {
    const { name } = event.target as HTMLElement & { name: BulkAction };
    this.action = this.action === name ? '' : name;
    this.opener = event.target as HTMLElement;
    this.closeResult();
  }
  handleField(event: CustomEvent<{ value: string }>): void {
    const { name } = event.target as HTMLElement & { name: 'day' | 'person' | 'reason' };
    this.fill({ [name]: event.detail.value });
  }
  handleCheck(event: CustomEvent<CampaignChoice | null>): void {
    this.fill({ campaignId: event.detail?.campaignId ?? '', checks: event.detail?.checks ?? [] });
  }
  handleCancel(): void {
    this.action = '';
    this.opener?.focus();
    this.leave();
  }
  handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || this.isSaving) return;
    event.preventDefault();
    this.handleCancel();
  }
  handleClear(): void {
    this.select([]);
  }
  handleClose(): void {
    this.closeResult();
    this.leave();
  }

  async handleSave(): Promise<void> {
    const { action, plan } = this;
    if (!action || plan.plans.length === 0) return;
    this.isSaving = true;
    const result = await carryOut(plan, saveEach);
    this.isSaving = false;
    this.result = { ...result, action };
    this.focusWanted = RESULT;
    if (result.done === 0) return;
    this.forms = { ...this.forms, [action]: undefined };
    this.action = '';
    this.select(result.failures.flatMap(({ rowIds }) => rowIds));
    this.dispatchEvent(new CustomEvent('saved'));
  }

  async handleUndo(): Promise<void> {
    this.isSaving = true;
    const outcomes = await saveEach(this.result?.undo ?? []);
    this.isSaving = false;
    const words = outcomes.flatMap((outcome) => (outcome.saved ? [] : [outcome.words]));
    this.result = undefined;
    this.undoWords = words.length === 0 ? LABELS.undone : `${LABELS.undoFailed} ${[...new Set(words)].join(' ')}`;
    this.dispatchEvent(new CustomEvent('saved'));
  }

  private fill(part: Partial<BulkForm>): void {
    if (this.action) this.forms = { ...this.forms, [this.action]: { ...this.form, ...part } };
  }
  private select(ids: readonly string[]): void {
    this.dispatchEvent(new CustomEvent('select', { detail: ids }));
  }
  private leave(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }
  private closeResult(): void {
    this.result = undefined;
    this.undoWords = '';
  }
}

function keyed(words: readonly RowWords[]): readonly (RowWords & { readonly key: string })[] {
  return words.map((one) => ({ ...one, key: one.rowIds.join() }));
}
