// May this person be called, mailed or written to: the verdict per channel, its evidence; registers consent, and withdraws it in one action.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getObjectInfo, type ObjectInfoWire } from 'lightning/uiObjectInfoApi';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import type { SaidConsent } from 'c/consentForm';
import { failureOf, type Failure } from 'c/dataFailure';
import { answered, nodesOf, shownOf } from 'c/graphAnswer';
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
import * as records from './consentRecords';
import { evidenceCsv, fileAddress } from './evidenceFile';
import { PARTY_QUERY, partyWhere, type PartyAnswer, type PartyNode } from './partyQuery';
import { saveConsent } from './saveConsent';

interface PersonRow extends ShownPerson {
  readonly isOpen: boolean;
  readonly isRegistering: boolean;
  readonly registerLabel: string;
  readonly given: readonly { readonly value: string; readonly label: string }[];
  readonly expanded: 'true' | 'false';
  readonly historyLabel: string;
  readonly hasHistory: boolean;
  readonly withdrawLabel: string;
  readonly withdrawals: readonly { readonly value: string; readonly label: string }[];
}

const EVERY_CHANNEL = 'Every Channel';

export default class ConsentVerdict extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  labels = LABELS;
  failure: Failure | undefined;
  isPartial = false;
  opened: readonly string[] = [];
  isSaving = false;
  /** Whose consent is being registered. */
  registering: string | undefined;
  refusal = '';
  purposes: readonly { readonly value: string; readonly label: string }[] = [];

  private mayWrite = true;
  private mayWriteStandard = false;
  private parties: readonly PartyNode[] = [];
  private verdicts: VerdictsAnswer | undefined;
  private evidence: readonly EvidenceNode[] = [];
  private refreshers: readonly (() => Promise<void>)[] = [];
  private refreshParties: (() => Promise<void>) | undefined;

  @wire(graphql, { query: '$verdictsQuery', variables: '$variables' })
  readVerdicts(response: GraphQLResponse<VerdictsAnswer>): void {
    const { data, errors, refresh } = answered(response);
    if (refresh) this.refreshers = [refresh, ...this.refreshers.slice(1)];
    this.failure = data ? undefined : failureOf(errors);
    if (data) this.verdicts = data;
  }

  @wire(graphql, { query: '$evidenceQuery', variables: '$variables' })
  readEvidence(response: GraphQLResponse<EvidenceAnswer>): void {
    const { data, errors, refresh } = answered(response);
    if (refresh) this.refreshers = [...this.refreshers.slice(0, 1), refresh];
    this.isPartial = Boolean(errors?.length);
    if (data) this.evidence = evidenceOf(data);
  }

  @wire(graphql, { query: '$partyQuery', variables: '$partyVariables' })
  readParties(response: GraphQLResponse<PartyAnswer>): void {
    const { data, refresh } = answered(response);
    this.refreshParties = refresh;
    if (!data) return;
    this.parties = nodesOf(data.uiapi.query.Contact);
    this.purposes = nodesOf(data.uiapi.query.DataUsePurpose).map(({ Id, Name }) => ({ value: Id, label: shownOf(Name) }));
  }

  @wire(getObjectInfo, { objectApiName: 'Consent_Evidence__c' })
  readEvidenceRights({ data, error }: ObjectInfoWire): void {
    if (data || error) this.mayWrite = data?.createable ?? false;
  }

  @wire(getObjectInfo, { objectApiName: 'ContactPointTypeConsent' })
  readStandardRights({ data }: ObjectInfoWire): void {
    this.mayWriteStandard = data?.createable ?? false;
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

  get partyQuery(): GraphQLDocument | undefined {
    return this.recordId ? PARTY_QUERY : undefined;
  }
  get partyVariables(): object {
    return { people: partyWhere(this.objectApiName, this.recordId ?? '') };
  }
  get isReadOnly(): boolean {
    return this.isShown && !this.mayWrite;
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
        isRegistering: person.id === this.registering,
        registerLabel: fillLabel(LABELS.registerFor, person.name),
        given: person.channels.map(({ channel, channelName }) => ({ value: channel, label: channelName })),
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
  /** Where consent management is no part of the org, nothing went wrong. */
  get problem(): Failure | undefined {
    return this.isAbsent ? undefined : this.failure;
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
    for (const refresh of [...this.refreshers, this.refreshParties]) void refresh?.();
  }
  handleRegister(event: MouseEvent): void {
    this.registering = (event.currentTarget as HTMLElement).dataset.id;
    this.refusal = '';
  }
  handleCancel(): void {
    this.registering = undefined;
  }
  async handleSaid(event: CustomEvent<SaidConsent>): Promise<void> {
    const form = event.currentTarget as HTMLElement & { readonly personId: string; readonly personName: string; forget(): void };
    const { personId, personName } = form;
    const party = this.standardParty(personId);
    this.isSaving = true;
    const { isSaved, words } = await saveConsent(
      party && records.standardConsent(party, event.detail),
      records.ownConsent(personId, event.detail),
    );
    this.isSaving = false;
    this.refusal = isSaved ? '' : fillLabel(LABELS.notRegistered, words || LABELS.notRegisteredLost);
    if (!isSaved) return;
    form.forget();
    this.registering = undefined;
    this.toast(
      fillLabel(LABELS.registered, personName),
      words ? fillLabel(LABELS.registeredHere, words) : LABELS.registeredText,
      'success',
    );
    this.handleRefresh();
  }
  async handleWithdraw(event: CustomEvent<{ value: string }>): Promise<void> {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    const name = this.shown.find((person) => person.id === id)?.name ?? '';
    const withdrawal = { channel: event.detail.value, at: new Date().toISOString(), source: LABELS.withdrawnSource };
    const party = this.standardParty(id);
    this.isSaving = true;
    const { isSaved, words } = await saveConsent(
      party && records.standardWithdrawal(party, withdrawal),
      records.ownWithdrawal(id, withdrawal),
    );
    this.isSaving = false;
    if (isSaved) this.toast(fillLabel(LABELS.withdrawn, name), LABELS.withdrawnText, 'success');
    else this.toast(LABELS.notWithdrawn, [words, LABELS.notWithdrawnText].filter(Boolean).join(' '), 'error');
    if (isSaved) this.handleRefresh();
  }

  /** The person of the standard consent records; undefined where the user may not write those. */
  private standardParty(contactId: string): PartyNode | undefined {
    return this.mayWriteStandard ? this.parties.find(({ Id }) => Id === contactId) : undefined;
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
