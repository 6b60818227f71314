// The critical moments of the present stage; who meets one registers it, which makes a task for the account.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import { createRecord } from 'lightning/uiRecordApi';
import LANGUAGE from '@salesforce/i18n/lang';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import USER_ID from '@salesforce/user/Id';
import { answered } from 'c/graphAnswer';
import { fillLabel } from 'c/labelText';
import { dayIn } from 'c/civilDay';
import { failureOf, whyNotSaved, type Failure } from 'c/dataFailure';
import { draftOf, dropDraft, keepDraft } from 'c/draft';
import type { Position } from 'c/gatesAndMoments';
import { LABELS } from './momentsLabels';
import { MOMENTS_QUERY, momentsOf, momentsVariables, type Moment, type MomentsAnswer } from './momentsQuery';

interface ShownMoment extends Moment {
  readonly kind: string;
  readonly chipClass: string;
  readonly where: string;
  readonly registerLabel: string;
  readonly isOpen: boolean;
  readonly expanded: string;
}

export default class StageMoments extends LightningElement {
  @api position: Position | undefined;

  labels = LABELS;
  failure: Failure | undefined;
  note = '';
  dueDate = '';
  ownerId = '';
  refusal = '';
  isSaving = false;
  savedSentence = '';
  savedId = '';

  private moments: readonly Moment[] | undefined;
  private openId = '';
  private refresh: (() => Promise<void>) | undefined;

  @wire(graphql, { query: '$query', variables: '$variables' })
  readMoments(response: GraphQLResponse<MomentsAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refresh = refresh;
    if (data) this.moments = momentsOf(data, LANGUAGE);
    if (data || errors) this.failure = data ? undefined : failureOf(errors);
  }

  get query(): GraphQLDocument | undefined {
    return this.position && MOMENTS_QUERY;
  }
  get variables(): object | undefined {
    return this.position && momentsVariables(this.position.stageId);
  }
  get shown(): readonly ShownMoment[] {
    return (this.moments ?? []).map((moment) => ({
      ...moment,
      kind: moment.isRisk ? LABELS.risk : LABELS.chance,
      chipClass: moment.isRisk ? 'chip chip_soon' : 'chip chip_good',
      where: fillLabel(LABELS.where, moment.team, moment.contactMoment),
      registerLabel: fillLabel(LABELS.registerOf, moment.name),
      isOpen: moment.id === this.openId,
      expanded: String(moment.id === this.openId),
    }));
  }
  get isSkeleton(): boolean {
    return !this.moments && !this.failure;
  }
  get isEmpty(): boolean {
    return this.moments?.length === 0 && !this.failure;
  }
  get owners(): { label: string; value: string }[] {
    const { keeper } = this.position ?? {};
    const me = { label: LABELS.ownerMe, value: USER_ID };
    return keeper && keeper.id !== USER_ID ? [me, { label: keeper.name, value: keeper.id }] : [me];
  }

  handleRetry(): void {
    this.failure = undefined;
    void this.refresh?.();
  }
  handleOpen(event: Event): void {
    const { moment = '' } = (event.currentTarget as HTMLElement).dataset;
    this.openId = this.openId === moment ? '' : moment;
    this.note = String(draftOf(this.draftKey).note ?? '');
    this.dueDate = dayIn(TIME_ZONE, new Date());
    this.ownerId = USER_ID;
    this.refusal = '';
    this.savedSentence = '';
  }
  handleCancel(): void {
    this.openId = '';
  }
  handleNote(event: CustomEvent<{ value: string }>): void {
    this.note = event.detail.value;
    keepDraft(this.draftKey, { note: this.note });
  }
  handleDueDate(event: CustomEvent<{ value: string }>): void {
    this.dueDate = event.detail.value;
  }
  handleOwner(event: CustomEvent<{ value: string }>): void {
    this.ownerId = event.detail.value;
  }
  async handleSave(): Promise<void> {
    const moment = this.shown.find(({ isOpen }) => isOpen);
    if (!moment || !this.position) return;
    if (!this.dueDate) {
      this.refusal = LABELS.dateMissing;
      return;
    }
    const subject = fillLabel(LABELS.subject, moment.kind, moment.name).slice(0, 255);
    this.isSaving = true;
    this.refusal = '';
    try {
      const { id } = await createRecord({ apiName: 'Task', fields: { ...this.taskFields(moment), Subject: subject } });
      dropDraft(this.draftKey);
      this.openId = '';
      this.savedId = id;
      this.savedSentence = fillLabel(LABELS.saved, subject);
    } catch (refused) {
      this.refusal = whyNotSaved(refused);
    } finally {
      this.isSaving = false;
    }
  }

  private get draftKey(): string {
    return `moment.${this.position?.id ?? ''}.${this.openId}`;
  }

  private taskFields(moment: Moment): Readonly<Record<string, string | null>> {
    return {
      WhatId: this.position?.accountId ?? null,
      OwnerId: this.ownerId,
      ActivityDate: this.dueDate,
      Status: 'Not Started',
      Priority: moment.isRisk ? 'High' : 'Normal',
      Description: fillLabel(LABELS.description, this.note.trim() || moment.whatHappens, moment.action),
      Task_Kind__c: 'Other',
      Contact_Moment__c: moment.contactKey || null,
      Product_Category__c: this.position?.category || null,
    };
  }
}
