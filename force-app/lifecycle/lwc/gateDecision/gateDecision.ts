// The gate before a stage is left: criteria that are ticked as they are met, Go or No Go with a reason, earlier decisions.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import { createRecord, updateRecord, type FieldPrimitive } from 'lightning/uiRecordApi';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { answered } from 'c/graphAnswer';
import { countedLabel, fillLabel } from 'c/labelText';
import { dayIn, shownDay } from 'c/civilDay';
import { failureOf, wordsOf, type Failure, type RefusedRequest } from 'c/dataFailure';
import { draftOf, dropDraft, keepDraft } from 'c/draft';
import type { Position } from 'c/gatesAndMoments';
import { LABELS } from './gateLabels';
import { GATE_QUERY } from './gateDocument';
import { gateOf, gateVariables, type Criterion, type Decision, type Gate, type GateAnswer } from './gateQuery';

type Fields = Readonly<Record<string, FieldPrimitive>>;

/** Fires `decided` when a verdict is saved: the position may have moved. */
export default class GateDecision extends LightningElement {
  labels = LABELS;
  gate: Gate | undefined;
  failure: Failure | undefined;
  isLoaded = false;
  isSaving = false;
  reason = '';
  refusal = '';
  doneSentence = '';

  private standing: Position | undefined;
  private decisions: readonly Decision[] = [];
  private refresh: (() => Promise<void>) | undefined;

  @api
  get position(): Position | undefined {
    return this.standing;
  }
  set position(position: Position | undefined) {
    const isAnother = position?.id !== this.standing?.id;
    this.standing = position;
    if (!isAnother) return;
    this.isLoaded = false;
    this.refusal = '';
    this.doneSentence = '';
    this.reason = String(draftOf(this.draftKey).reason ?? '');
  }

  @wire(graphql, { query: '$query', variables: '$variables' })
  readGate(response: GraphQLResponse<GateAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refresh = refresh;
    if (data) {
      const { gate, decisions } = gateOf(data, LANGUAGE);
      this.gate = gate;
      this.decisions = decisions;
      this.isLoaded = true;
    }
    if (data || errors) this.failure = data ? undefined : failureOf(errors);
  }

  get query(): GraphQLDocument | undefined {
    return this.standing && GATE_QUERY;
  }
  get variables(): object | undefined {
    return this.standing && gateVariables(this.standing.id, this.standing.stageId);
  }
  get draftKey(): string {
    return `gate.${this.standing?.id ?? ''}`;
  }
  get isSkeleton(): boolean {
    return !this.isLoaded && !this.failure;
  }
  get isWithoutGate(): boolean {
    return this.isLoaded && !this.gate && !this.failure;
  }
  get isGate(): boolean {
    return this.isLoaded && Boolean(this.gate) && !this.failure;
  }
  get leadsTo(): string {
    return fillLabel(LABELS.leadsTo, this.gate?.toStage ?? '');
  }
  get isOpen(): boolean {
    return Boolean(this.gate?.openId);
  }
  /** Without criteria there is nothing to tick first. */
  get mustStart(): boolean {
    return !this.isOpen && this.criteria.length > 0;
  }
  get canGo(): boolean {
    return !this.mustStart;
  }
  get criteria(): readonly (Criterion & { readonly mark: string; readonly markClass: string; readonly answerLabel: string })[] {
    return (this.gate?.criteria ?? []).map((criterion) => ({
      ...criterion,
      mark: criterion.isRequired ? LABELS.required : LABELS.optional,
      markClass: criterion.isRequired ? 'chip chip_calm' : 'chip chip_passed',
      answerLabel: fillLabel(LABELS.answerOf, criterion.name),
    }));
  }
  get progress(): string {
    const met = this.criteria.filter(({ isMet }) => isMet).length;
    const words = LABELS.metOf;
    return this.isOpen ? countedLabel({ one: words, other: words }, met, LANGUAGE, this.criteria.length) : '';
  }
  get history(): readonly (Decision & { readonly chipClass: string; readonly when: string })[] {
    return this.decisions.map((decision) => ({
      ...decision,
      chipClass: decision.isGo ? 'chip chip_good' : 'chip chip_urgent',
      when: decision.at ? fillLabel(LABELS.decidedBy, decision.by, shownDay(dayIn(TIME_ZONE, new Date(decision.at)), LOCALE)) : decision.by,
    }));
  }
  get hasHistory(): boolean {
    return this.decisions.length > 0;
  }

  handleRetry(): void {
    this.failure = undefined;
    void this.refresh?.();
  }
  handleReason(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value;
    keepDraft(this.draftKey, { reason: this.reason });
  }
  handleStart(): Promise<boolean> {
    return this.save(() => createRecord({ apiName: 'Gate_Decision__c', fields: this.decisionFields('Open') }));
  }
  handleTick(event: Event): Promise<boolean> {
    const { checked, dataset } = event.target as HTMLInputElement;
    // shown at once; after a refusal what is saved comes back
    if (this.gate) {
      const criteria = this.gate.criteria.map((one) => (one.id === dataset.check ? { ...one, isMet: checked } : one));
      this.gate = { ...this.gate, criteria };
    }
    return this.save(() => updateRecord({ fields: { Id: dataset.check ?? '', Is_Met__c: checked } }));
  }
  handleAnswer(event: Event): Promise<boolean> {
    const { value, dataset } = event.target as HTMLInputElement;
    return this.save(() => updateRecord({ fields: { Id: dataset.check ?? '', Answer__c: value } }));
  }
  handleGo(): Promise<void> {
    const missing = this.criteria.filter(({ isRequired, isMet }) => isRequired && !isMet).map(({ name }) => name);
    if (missing.length > 0) {
      this.refusal = fillLabel(LABELS.missing, missing.join(', '));
      return Promise.resolve();
    }
    return this.decide('Go', fillLabel(LABELS.wentGo, this.gate?.toStage ?? ''));
  }
  handleNoGo(): Promise<void> {
    return this.decide('No Go', fillLabel(LABELS.wentNoGo, this.standing?.stageName ?? ''));
  }

  private decisionFields(verdict: string): Fields {
    return {
      Lifecycle_Position__c: this.standing?.id ?? '',
      Stage_Gate__c: this.gate?.id ?? '',
      Verdict__c: verdict,
      ...(verdict === 'Open' ? {} : { Reason__c: this.reason.trim() }),
    };
  }

  private async decide(verdict: 'Go' | 'No Go', done: string): Promise<void> {
    if (!this.reason.trim()) {
      this.refusal = LABELS.reasonMissing;
      return;
    }
    const openId = this.gate?.openId;
    const isSaved = await this.save(() =>
      openId
        ? updateRecord({ fields: { Id: openId, Verdict__c: verdict, Reason__c: this.reason.trim() } })
        : createRecord({ apiName: 'Gate_Decision__c', fields: this.decisionFields(verdict) }),
    );
    if (!isSaved) return;
    dropDraft(this.draftKey);
    this.reason = '';
    this.doneSentence = done;
    this.dispatchEvent(new CustomEvent('decided'));
  }

  /** Whether the org took it; when not, what it said stands above the buttons. */
  private async save(work: () => Promise<unknown>): Promise<boolean> {
    this.isSaving = true;
    this.refusal = '';
    this.doneSentence = '';
    try {
      await work();
      await this.refresh?.();
      return true;
    } catch (refused) {
      this.refusal = wordsOf(refused as RefusedRequest) || LABELS.tryLater;
      // ticks show what is saved again
      await this.refresh?.();
      return false;
    } finally {
      this.isSaving = false;
    }
  }
}
