// May this person be called, mailed or written to: the verdict per channel, its evidence, and withdrawal in one action.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { createRecord } from 'lightning/uiRecordApi';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { failureOf, wordsOf, type Failure, type RefusedRequest } from 'c/dataFailure';
import { fillLabel } from 'c/labelText';
import { LABELS } from './consentLabels';
import { evidenceOf, peopleOf, type ShownPerson } from './consentPeople';
import {
  EVIDENCE_QUERY,
  VERDICTS_QUERY,
  verdictsWhere,
  type EvidenceAnswer,
  type EvidenceNode,
  type VerdictsAnswer,
} from './consentQueries';
import { evidenceCsv, fileAddress } from './evidenceFile';

interface PersonRow extends ShownPerson {
  readonly isOpen: boolean;
  readonly expanded: 'true' | 'false';
  readonly historyLabel: string;
  readonly hasHistory: boolean;
  readonly withdrawLabel: string;
  readonly withdrawals: readonly { readonly value: string; readonly label: string }[];
}

const EVERY_CHANNEL = 'Every Channel';

export default class ConsentVerdict extends NavigationMixin(LightningElement) {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  labels = LABELS;
  failure: Failure | undefined;
  isPartial = false;
  opened: readonly string[] = [];
  isSaving = false;

  private verdicts: VerdictsAnswer | undefined;
  private evidence: readonly EvidenceNode[] = [];
  private refreshers: readonly (() => Promise<void>)[] = [];

  @wire(graphql, { query: '$verdictsQuery', variables: '$variables' })
  readVerdicts({ data, errors, refresh }: GraphQLResponse<VerdictsAnswer>): void {
    if (refresh) this.refreshers = [refresh, ...this.refreshers.slice(1)];
    this.failure = data ? undefined : failureOf(errors);
    if (data) this.verdicts = data;
  }

  @wire(graphql, { query: '$evidenceQuery', variables: '$variables' })
  readEvidence({ data, errors, refresh }: GraphQLResponse<EvidenceAnswer>): void {
    if (refresh) this.refreshers = [...this.refreshers.slice(0, 1), refresh];
    this.isPartial = Boolean(errors?.length);
    if (data) this.evidence = evidenceOf(data);
  }

  get verdictsQuery(): GraphQLDocument | undefined {
    return this.recordId ? VERDICTS_QUERY : undefined;
  }
  get evidenceQuery(): GraphQLDocument | undefined {
    return this.recordId ? EVIDENCE_QUERY : undefined;
  }
  get variables(): object {
    return { where: verdictsWhere(this.objectApiName, this.recordId ?? '') };
  }

  private get shown(): readonly ShownPerson[] {
    return this.verdicts ? peopleOf(this.verdicts, this.evidence, LABELS, written) : [];
  }
  get people(): readonly PersonRow[] {
    return this.shown.map((person) => {
      const isOpen = this.opened.includes(person.id);
      return {
        ...person,
        isOpen,
        expanded: isOpen ? 'true' : 'false',
        hasHistory: person.history.length > 0,
        historyLabel: isOpen ? LABELS.historyHide : fillLabel(LABELS.history, person.history.length),
        withdrawLabel: fillLabel(LABELS.withdrawFor, person.name),
        withdrawals: [
          ...person.channels.map(({ channel, channelName }) => ({ value: channel, label: channelName })),
          { value: EVERY_CHANNEL, label: LABELS.withdrawEvery },
        ],
      };
    });
  }
  get isAbsent(): boolean {
    return this.failure === 'no-permission';
  }
  get isFailed(): boolean {
    return this.failure === 'failed';
  }
  get isSkeleton(): boolean {
    return !this.failure && !this.verdicts;
  }
  get isEmpty(): boolean {
    return !this.failure && this.verdicts !== undefined && this.people.length === 0;
  }
  get isShown(): boolean {
    return !this.failure && this.people.length > 0;
  }
  get hasEvidence(): boolean {
    return this.isShown && this.evidence.length > 0;
  }
  get fileHref(): string {
    const names = new Map(this.shown.map(({ id, name }) => [id, name]));
    // spreadsheets of countries that write 1,5 expect cells apart by semicolons
    const delimiter = new Intl.NumberFormat(LOCALE).format(1.5).includes(',') ? ';' : ',';
    return fileAddress(evidenceCsv(this.evidence, names, LABELS, delimiter));
  }

  handleHistory(event: MouseEvent): void {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    this.opened = this.opened.includes(id) ? this.opened.filter((one) => one !== id) : [...this.opened, id];
  }
  handleRefresh(): void {
    for (const refresh of this.refreshers) void refresh();
  }
  async handleWithdraw(event: CustomEvent<{ value: string }>): Promise<void> {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    const name = this.shown.find((person) => person.id === id)?.name ?? '';
    this.isSaving = true;
    try {
      await createRecord({
        apiName: 'Consent_Evidence__c',
        fields: {
          Contact__c: id,
          Channel__c: event.detail.value,
          State__c: 'Withdrawn',
          Captured_At__c: new Date().toISOString(),
          Source__c: LABELS.withdrawnSource,
        },
      });
      this.toast(fillLabel(LABELS.withdrawn, name), LABELS.withdrawnText, 'success');
      this.handleRefresh();
    } catch (error) {
      const words = wordsOf(error as RefusedRequest);
      this.toast(LABELS.notWithdrawn, [words, LABELS.notWithdrawnText].filter(Boolean).join(' '), 'error');
    }
    this.isSaving = false;
  }
  handleLink(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId: id, objectApiName: 'Contact', actionName: 'view' },
    });
  }

  private toast(title: string, message: string, variant: 'success' | 'error'): void {
    this.dispatchEvent(new ShowToastEvent({ title, message, variant }));
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

function written(instant: string): string {
  return TIME.format(new Date(instant));
}
