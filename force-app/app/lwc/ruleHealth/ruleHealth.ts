// The state of the setup for whoever keeps the rules: rules to read again, and work that flows left undone; each number opens its records.
import { LightningElement, wire } from 'lwc';
import { graphql, type GraphQLProblem, type GraphQLResponse } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { updateRecord } from 'lightning/uiRecordApi';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { addDays, dayIn, shownDay } from 'c/civilDay';
import { failureOf, wordsOf, type Failure, type RefusedRequest } from 'c/dataFailure';
import { answered, nodesOf, shownOf, type Connection } from 'c/graphAnswer';
import { fillLabel, numberText } from 'c/labelText';
import { LABELS } from './healthLabels';
import {
  CONSENT_QUERY,
  POLICY_QUERY,
  RULES_QUERY,
  TASKS_QUERY,
  ruleVariables,
  saidOf,
  taskVariables,
  type PolicyAnswer,
  type WatchedAnswer,
  type WatchedNode,
} from './healthQueries';
import { CONSENT_KINDS, RULE_KINDS, TASKS, type RuleKind, type Watched } from './ruleKinds';

type Found = Readonly<Record<string, Connection<WatchedNode>>>;
type Refresh = () => Promise<void>;

interface Counted {
  readonly name: string;
  readonly label: string;
  readonly count: string;
  readonly says: string;
  readonly isSome: boolean;
}

export default class RuleHealth extends LightningElement {
  labels = LABELS;
  failure: Failure | undefined;
  /** Alias of the number whose records are shown. */
  opened = '';
  savingId = '';
  done = '';

  private today = dayIn(TIME_ZONE, new Date());
  /** Days that a rule may go unread; null when the org has no such policy, undefined until it has answered. */
  private limit: number | null | undefined;
  private rules: Found | undefined;
  private consent: Found = {};
  private work: Found | undefined;
  private opener: HTMLElement | undefined;
  private readonly refreshers = new Map<string, Refresh>();

  @wire(graphql, { query: POLICY_QUERY })
  readPolicy(response: GraphQLResponse<PolicyAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.note('policy', refresh, errors);
    if (data) this.limit = nodesOf(data.uiapi.query.Lifecycle_Policy__c)[0]?.Value_Number__c?.value ?? null;
  }
  @wire(graphql, { query: RULES_QUERY, variables: '$ruleVariables' })
  readRules(response: GraphQLResponse<WatchedAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.note('rules', refresh, errors);
    if (data) this.rules = data.uiapi.query;
  }
  /** Without an answer its row is left out: consent management is no part of every org. */
  @wire(graphql, { query: CONSENT_QUERY, variables: '$consentVariables' })
  readConsent(response: GraphQLResponse<WatchedAnswer>): void {
    const { data, refresh } = answered(response);
    this.note('consent', refresh, undefined);
    this.consent = data?.uiapi.query ?? {};
  }
  @wire(graphql, { query: TASKS_QUERY, variables: '$workVariables' })
  readWork(response: GraphQLResponse<WatchedAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.note('work', refresh, errors);
    if (data) this.work = data.uiapi.query;
  }

  get ruleVariables(): object {
    return ruleVariables(RULE_KINDS, this.unreadSince);
  }
  get consentVariables(): object {
    return ruleVariables(CONSENT_KINDS, this.unreadSince);
  }
  get workVariables(): object {
    return taskVariables(this.today);
  }
  private get unreadSince(): string {
    return addDays(this.today, -(this.limit ?? 0));
  }

  get isSkeleton(): boolean {
    return !this.failure && !(this.rules && this.work && this.limit !== undefined);
  }
  get isShown(): boolean {
    return !this.failure && !this.isSkeleton;
  }
  get isWithoutPolicy(): boolean {
    return this.limit === null;
  }
  get explanation(): string {
    return fillLabel(LABELS.unreadExplained, numberText(this.limit ?? 0));
  }

  get ruleRows(): readonly (Counted & { readonly inUse: string })[] {
    const found = this.found;
    return this.kinds
      .filter(({ name }) => found[name])
      .map((kind) => ({ ...counted(kind, found), inUse: numberText(found[`${kind.name}InUse`]?.totalCount ?? 0) }));
  }
  get tasks(): readonly (Counted & { readonly step: string; readonly chipClass: string })[] {
    return TASKS.map((task) => {
      const row = counted(task, this.found);
      const chip = task.isUrgent ? 'chip_urgent' : 'chip_soon';
      return { ...row, step: row.isSome ? task.step : '', chipClass: `chip ${row.isSome ? chip : 'chip_good'}` };
    });
  }
  private get kinds(): readonly RuleKind[] {
    return [...RULE_KINDS, ...CONSENT_KINDS];
  }
  private get found(): Found {
    return { ...this.rules, ...this.consent, ...this.work };
  }

  private get watched(): Watched | undefined {
    return [...this.kinds, ...TASKS].find(({ name }) => name === this.opened);
  }
  get isOpen(): boolean {
    return this.isShown && this.watched !== undefined;
  }
  get isOfRules(): boolean {
    return this.kinds.some(({ name }) => name === this.opened);
  }
  get openedTitle(): string {
    return this.watched?.label ?? '';
  }
  get extent(): string {
    const connection = this.found[this.opened];
    const [shown, all] = [nodesOf(connection).length, connection?.totalCount ?? 0];
    return all > shown ? fillLabel(LABELS.some, numberText(shown), numberText(all)) : '';
  }
  get records(): readonly object[] {
    const { watched } = this;
    if (!watched) return [];
    return nodesOf(this.found[watched.name]).map((node) => {
      const checked = node.Checked_On_Date__c?.value;
      const name = shownOf(node.Name);
      return {
        ...{ id: node.Id, name, objectApiName: watched.objectApiName, says: saidOf(node, watched.says) },
        checkedOn: checked ? shownDay(checked, LOCALE) : LABELS.never,
        buttonSays: fillLabel(LABELS.checkTodaySays, name),
      };
    });
  }
  get isSaving(): boolean {
    return this.savingId !== '';
  }

  handleOpen(event: MouseEvent): void {
    this.opener = event.currentTarget as HTMLElement;
    this.opened = this.opener.dataset.name ?? '';
    this.done = '';
  }
  handleClose(): void {
    this.opened = '';
    this.opener?.focus();
  }
  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleClose();
  }
  handleRefresh(): void {
    this.today = dayIn(TIME_ZONE, new Date());
    this.failure = undefined;
    for (const refresh of this.refreshers.values()) void refresh();
  }
  /** The rule was held against its source: that day is all that changes. */
  async handleChecked(event: MouseEvent): Promise<void> {
    const { id = '', title = '' } = (event.currentTarget as HTMLElement).dataset;
    this.savingId = id;
    try {
      await updateRecord({ fields: { Id: id, Checked_On_Date__c: this.today } });
      this.done = fillLabel(LABELS.checked, title);
      await Promise.all(['rules', 'consent'].map(async (name) => this.refreshers.get(name)?.()));
      // its button is gone with it
      this.template?.querySelector<HTMLElement>('[data-heading]')?.focus();
    } catch (error) {
      const message = wordsOf(error as RefusedRequest);
      this.dispatchEvent(new ShowToastEvent({ title: LABELS.notSaved, message, variant: 'error', mode: 'sticky' }));
    }
    this.savingId = '';
  }

  private note(name: string, refresh: Refresh | undefined, errors: readonly GraphQLProblem[] | undefined): void {
    if (refresh) this.refreshers.set(name, refresh);
    this.failure ??= failureOf(errors);
  }
}

function counted({ name, label }: Watched, found: Found): Counted {
  const total = found[name]?.totalCount ?? 0;
  const count = numberText(total);
  return { name, label, count, says: fillLabel(LABELS.numberSays, label, count), isSome: total > 0 };
}
