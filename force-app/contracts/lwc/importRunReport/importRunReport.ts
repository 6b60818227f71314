// Import runs: one of them with all that it did on its record page, the latest ones on a home page.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { shownDay } from 'c/civilDay';
import { failureOf, type Failure } from 'c/dataFailure';
import { answered, nodesOf, shownOf, totalOf } from 'c/graphAnswer';
import { fillLabel } from 'c/labelText';
import { LABELS } from './runLabels';
import { LOADED_QUERY, MOST_RUNS, RUNS_QUERY, type LoadedAnswer, type RunNode, type RunsAnswer } from './runQueries';
import { commandOf, countsOf, isConsent, nextStep, noticesOf, rejectsOf, runChip, sumOf, type RunCount } from './runReport';

const TILES: Readonly<Record<RunCount, string>> = {
  created: 'tile_good',
  updated: 'tile_good',
  unchanged: '',
  kept: 'tile_brand',
  skipped: '',
  rejected: 'tile_urgent',
};
const NUMBER = new Intl.NumberFormat(LOCALE);

export default class ImportRunReport extends NavigationMixin(LightningElement) {
  /** Set on the page of a run; without it the latest runs are listed. */
  @api recordId: string | undefined;

  labels = LABELS;
  failure: Failure | undefined;

  private runs: readonly RunNode[] | undefined;
  private loaded: { readonly contracts: number; readonly claims: number } | undefined;
  private refreshRuns: (() => Promise<void>) | undefined;
  private refreshLoaded: (() => Promise<void>) | undefined;

  @wire(graphql, { query: RUNS_QUERY, variables: '$runVariables' })
  readRuns(response: GraphQLResponse<RunsAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refreshRuns = refresh;
    this.failure = data ? undefined : failureOf(errors);
    if (data) this.runs = nodesOf(data.uiapi.query.Import_Run__c);
  }

  /** Without an answer the sentence about it is left out; the counts of the run stand by themselves. */
  @wire(graphql, { query: '$loadedQuery', variables: '$loadedVariables' })
  readLoaded(response: GraphQLResponse<LoadedAnswer>): void {
    const { data, refresh } = answered(response);
    this.refreshLoaded = refresh;
    this.loaded = data && { contracts: totalOf(data.uiapi.aggregate.contracts), claims: totalOf(data.uiapi.aggregate.claims) };
  }

  get runVariables(): object {
    return { where: this.recordId ? { Id: { eq: this.recordId } } : { Id: { ne: null } } };
  }
  get loadedQuery(): GraphQLDocument | undefined {
    // what became of consent stands with the people it is about
    return this.run && !isConsent(this.run) ? LOADED_QUERY : undefined;
  }
  get loadedVariables(): object {
    const ofRun = { Import_Run__c: { eq: this.recordId ?? null } };
    return { contracts: ofRun, claims: ofRun };
  }

  get heading(): string {
    return this.recordId ? LABELS.titleOne : LABELS.title;
  }
  get isSkeleton(): boolean {
    return !this.failure && !this.runs;
  }
  get isEmpty(): boolean {
    return !this.failure && this.runs?.length === 0;
  }
  get emptyTitle(): string {
    return this.recordId ? LABELS.goneTitle : LABELS.emptyTitle;
  }
  get emptyText(): string {
    return this.recordId ? LABELS.goneText : LABELS.emptyText;
  }
  get isList(): boolean {
    return !this.recordId && !this.failure && (this.runs?.length ?? 0) > 0;
  }
  get listSentence(): string {
    return this.runs?.length === MOST_RUNS ? fillLabel(LABELS.some, MOST_RUNS) : '';
  }
  get run(): RunNode | undefined {
    return this.recordId && !this.failure ? this.runs?.[0] : undefined;
  }

  get rows(): readonly object[] {
    return (this.runs ?? []).map((run) => ({
      id: run.Id,
      href: `/lightning/r/Import_Run__c/${run.Id}/view`,
      name: shownOf(run.Name),
      file: shownOf(run.File_Name__c),
      source: [shownOf(run.Kind__c), shownOf(run.Source__c)].filter(Boolean).join(' · '),
      started: writtenTime(run.Started_At__c?.value),
      state: shownOf(run.Undo_State__c) || shownOf(run.State__c),
      chipClass: `chip chip_${runChip(run)}`,
      read: NUMBER.format(run.Rows_Read__c?.value ?? 0),
      rejected: NUMBER.format(run.Rows_Rejected__c?.value ?? 0),
    }));
  }

  get sumSentence(): string {
    if (!this.run) return '';
    const { read, sum } = sumOf(this.run);
    return read === sum
      ? fillLabel(LABELS.addsUp, NUMBER.format(read))
      : fillLabel(LABELS.addsUpNot, NUMBER.format(read), NUMBER.format(sum));
  }
  get sumClass(): string {
    const { read, sum } = this.run ? sumOf(this.run) : { read: 0, sum: 0 };
    return read === sum ? 'sum' : 'sum refusal';
  }
  get tiles(): readonly object[] {
    return (this.run ? countsOf(this.run) : []).map(({ name, count }) => ({
      name,
      label: LABELS[name],
      count: NUMBER.format(count),
      tileClass: `tile ${count > 0 ? TILES[name] : ''}`,
    }));
  }
  get accountsSentence(): string {
    const count = this.run?.Accounts_Created__c?.value ?? 0;
    return count > 0 ? fillLabel(LABELS.accounts, NUMBER.format(count)) : '';
  }
  get loadedSentence(): string {
    const { loaded } = this;
    return loaded ? fillLabel(LABELS.loadedNow, NUMBER.format(loaded.contracts), NUMBER.format(loaded.claims)) : '';
  }
  get rejects(): readonly object[] {
    return (this.run ? rejectsOf(this.run) : []).map((reject) => ({
      ...reject,
      key: reject.code + reject.firstLine,
      count: NUMBER.format(reject.rows),
    }));
  }
  get hasRejects(): boolean {
    return this.rejects.length > 0;
  }
  get rejectsFile(): string {
    const file = this.run?.Rejects_File__c?.value;
    return file ? fillLabel(LABELS.rejectsFile, file) : '';
  }
  get notices(): readonly object[] {
    return this.run ? noticesOf(this.run) : [];
  }
  get hasNotices(): boolean {
    return this.notices.length > 0;
  }
  get facts(): readonly { readonly name: string; readonly value: string }[] {
    const { run } = this;
    if (!run) return [];
    const obtained = run.Obtained_On_Date__c?.value;
    const resumed = run.Times_Resumed__c?.value ?? 0;
    return [
      { name: LABELS.file, value: shownOf(run.File_Name__c) },
      { name: LABELS.kind, value: shownOf(run.Kind__c) },
      { name: LABELS.source, value: shownOf(run.Source__c) },
      { name: LABELS.obtained, value: obtained ? shownDay(obtained, LOCALE) : '' },
      { name: LABELS.basis, value: shownOf(run.Legal_Basis__c) },
      {
        name: LABELS.started,
        value: [writtenTime(run.Started_At__c?.value), resumed ? fillLabel(LABELS.resumed, resumed) : ''].filter(Boolean).join(', '),
      },
      { name: LABELS.by, value: shownOf(run.CreatedBy?.Name) },
    ].filter(({ value }) => value !== '');
  }
  get state(): string {
    return shownOf(this.run?.Undo_State__c) || shownOf(this.run?.State__c);
  }
  get stateClass(): string {
    return this.run ? `chip chip_${runChip(this.run)}` : '';
  }
  get stepSentence(): string {
    const { run } = this;
    if (!run) return '';
    const [undo, at] = [run.Undo_State__c?.value, run.Undone_At__c?.value];
    if (undo && undo !== 'Undoing') {
      const [deleted, restored, kept] = [run.Undo_Deleted__c, run.Undo_Restored__c, run.Undo_Kept__c].map((field) =>
        NUMBER.format(field?.value ?? 0),
      );
      return fillLabel(LABELS.undone, writtenTime(at), deleted ?? '', restored ?? '', kept ?? '');
    }
    if (undo) return LABELS.undoing;
    return nextStep(run) === 'resume' ? LABELS.canResume : LABELS.canUndo;
  }
  get command(): string {
    return this.run ? commandOf(this.run, nextStep(this.run)) : '';
  }

  handleRefresh(): void {
    void this.refreshRuns?.();
    void this.refreshLoaded?.();
  }
  handleLink(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const { record } = (event.currentTarget as HTMLElement).dataset;
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId: record, objectApiName: 'Import_Run__c', actionName: 'view' },
    });
  }
}

const TIME = new Intl.DateTimeFormat(LOCALE, {
  timeZone: TIME_ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
function writtenTime(instant: string | null | undefined): string {
  return instant ? TIME.format(new Date(instant)) : '';
}
