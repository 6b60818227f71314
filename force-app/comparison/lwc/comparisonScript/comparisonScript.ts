// What to say to an account against its present provider, and the answers saved in one go: asks the org, keeps what is typed, saves.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLResponse } from 'lightning/graphql';
import { CurrentPageReference, type PageReference } from 'lightning/navigation';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import LANGUAGE from '@salesforce/i18n/lang';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import USER_ID from '@salesforce/user/Id';
import { dayIn } from 'c/civilDay';
import { SCRIPT_QUERY, cardOf, scriptVariables, type CardContent, type ScriptAnswer, type ScriptNode } from 'c/comparisonLines';
import { failureOf, type Failure } from 'c/dataFailure';
import { nodesOf } from 'c/graphAnswer';
import type { CallField } from 'c/callCapture';
import type { SendWaiting } from 'c/callWaiting';
import { changedDraft, forgetDraft, isAnythingTyped, keptDraft, lineAnswers, newKey, type CallDraft, type UsedLine } from './callDraft';
import { actOnKey } from './callKeys';
import { cardHead, cardState, type CardHead, type CardState } from './cardState';
import { calledRecord, type CalledRecord } from './calledRecord';
import { calledContracts, occasionOf, type CalledContract } from './contractChoice';
import { copyOf, dropCopy, keepCopy, shownOf, type ScriptCopy } from './offlineCopy';
import { offersOf, type Offer } from './offers';
import { dayText, timeText, type CapturePart, type CardPart, type HistoryPart, type WaitingPart } from './scriptParts';
import type { CallFacts } from './saveCall';
import { sendCall, sendWaiting, waitingCall } from './sendCall';
import { chosenScript, subjectOf } from './scriptChoice';
import { DAYS_LEFT_LABELS, GENERAL_QUESTIONS, LABELS } from './scriptLabels';
import * as ask from './accountQueries';

export default class ComparisonScript extends LightningElement {
  /** Set on record pages; in the utility bar the account or contract on the screen is taken. */
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  labels = LABELS;
  today = dayIn(TIME_ZONE, new Date());
  ownerId: string | undefined;
  account: ask.AccountNode | undefined;
  contracts: readonly CalledContract[] = [];
  scripts: readonly ScriptNode[] = [];
  offers: readonly Offer[] = [];
  failure: Failure | undefined;
  scriptFailure: Failure | undefined;
  isLoaded = false;
  isGone = false;
  draft: CallDraft = { key: '', values: {} };
  isRestored = false;
  isSaving = false;
  saved = '';
  refusal = '';
  isOffline = !window.navigator.onLine;
  /** Instant of what is shown, while it may be out of date. */
  asOf = '';
  sendWaiting: SendWaiting = (call) => sendWaiting(call, window.sessionStorage, LABELS);

  private isCallOver = false;
  private shownPage: PageReference | undefined;
  private chosenId: string | undefined;
  private scriptsAbout = '';
  private about: string | undefined;
  private refreshAccount: (() => Promise<void>) | undefined;

  @wire(CurrentPageReference)
  readPage(page: PageReference | undefined): void {
    this.shownPage = page;
  }

  @wire(graphql, { query: '$ownerAsked.query', variables: '$ownerAsked.variables' })
  readOwner({ data, errors }: GraphQLResponse<ask.OwnerAnswer>): void {
    if (errors?.length) this.failure = failureOf(errors);
    if (!data?.uiapi) return;
    this.ownerId = nodesOf(data.uiapi.query.Competitor_Contract__c)[0]?.Account__c?.value ?? undefined;
    this.isGone = this.ownerId === undefined;
  }

  @wire(graphql, { query: '$accountAsked.query', variables: '$accountAsked.variables' })
  readAccount({ data, errors, refresh }: GraphQLResponse<ask.AccountAnswer>): void {
    this.refreshAccount = refresh;
    if (!data && !errors?.length) return;
    this.failure = data?.uiapi?.query.Account ? undefined : failureOf(errors);
    if (this.failure === 'failed') this.showCopy(copyOf(window.sessionStorage, USER_ID, this.accountId, this.today));
    if (!data?.uiapi?.query.Account) return;
    const words = { ...DAYS_LEFT_LABELS, unknownProvider: LABELS.unknownProvider };
    this.contracts = calledContracts(nodesOf(data.uiapi.query.Competitor_Contract__c), this.today, LANGUAGE, words);
    [this.account] = nodesOf(data.uiapi.query.Account);
    this.isGone = this.account === undefined;
    this.isLoaded = true;
    this.isOffline = false;
    this.asOf = new Date().toISOString();
    this.openDraft();
    this.keepCopy();
    void this.waiting?.attempt();
  }

  @wire(graphql, { query: '$scriptAsked.query', variables: '$scriptAsked.variables' })
  readScript({ data, errors }: GraphQLResponse<ScriptAnswer>): void {
    const failure = data?.uiapi?.query.Comparison_Script__c ? undefined : failureOf(errors);
    // what was read against this provider stays on the screen when it cannot be read again
    if (!data && failure !== 'no-permission' && this.script && this.scriptsAbout === subjectOf(this.contract)) return;
    this.scriptFailure = failure;
    this.scripts = nodesOf(data?.uiapi?.query.Comparison_Script__c);
    this.offers = offersOf(nodesOf(data?.uiapi?.query.Product_Proposition__c), this.today);
    this.scriptsAbout = subjectOf(this.contract);
    if (data) this.keepCopy();
  }

  get record(): CalledRecord | undefined {
    return calledRecord(this.recordId, this.objectApiName, this.shownPage);
  }
  get accountId(): string | undefined {
    return this.record?.isContract ? this.ownerId : this.record?.id;
  }
  get ownerAsked(): ask.Asked {
    return { query: this.record?.isContract ? ask.OWNER_QUERY : undefined, variables: { contract: this.record?.id } };
  }
  get accountAsked(): ask.Asked {
    return { query: this.accountId ? ask.ACCOUNT_QUERY : undefined, variables: { account: this.accountId } };
  }
  get scriptAsked(): ask.Asked {
    const { providerId = '', category = '' } = this.contract ?? {};
    return { query: providerId ? SCRIPT_QUERY : undefined, variables: scriptVariables(providerId, category, this.today) };
  }

  /** The contract that the call is about: chosen, that of the page, or the one to be left first. */
  get contract(): CalledContract | undefined {
    const wanted = this.chosenId ?? (this.record?.isContract ? this.record.id : undefined);
    return this.contracts.find(({ id }) => id === wanted) ?? this.contracts[0];
  }
  get script(): ScriptNode | undefined {
    return chosenScript(this.scripts, LANGUAGE);
  }
  get content(): CardContent {
    const occasion = occasionOf(this.account?.Name?.value ?? undefined, this.contract, dayText);
    return cardOf(this.script, occasion, { ...LABELS, generalQuestions: GENERAL_QUESTIONS, day: dayText });
  }

  get show(): CardState {
    const { failure, isGone, isLoaded } = this;
    return cardState({ isAway: this.record === undefined, failure, isGone, isLoaded });
  }
  get head(): CardHead {
    const { account, contracts, contract, script, scriptFailure } = this;
    const asOf = this.isOffline && this.asOf ? timeText(this.asOf) : '';
    return cardHead({ account, contracts, contract, script, scriptFailure, asOf }, LABELS);
  }

  handleRetry(): void {
    this.failure = undefined;
    this.isLoaded = false;
    void this.refreshAccount?.();
  }
  handleContract(event: CustomEvent<{ readonly value: string }>): void {
    this.chosenId = event.detail.value;
    this.saved = '';
    this.openDraft();
  }
  handleUse(event: CustomEvent<UsedLine>): void {
    for (const [name, value] of lineAnswers(event.detail, this.draft.values)) this.keep(name, value);
  }
  handleAnswer(event: CustomEvent<{ readonly name: CallField; readonly value: string }>): void {
    this.keep(event.detail.name, event.detail.value ?? '');
  }
  handleClear(): void {
    if (this.about) forgetDraft(window.sessionStorage, this.about);
    this.waiting?.drop(this.draft.key);
    this.openDraft(true);
  }
  handleKey(event: KeyboardEvent): void {
    actOnKey(event, { card: this.refs?.card as CardPart | undefined, save: () => this.handleSave() });
  }

  async handleSave(): Promise<void> {
    const form = this.refs?.capture as CapturePart | undefined;
    if (this.isSaving || !this.accountId || !form?.reportValidity()) return;
    this.isSaving = true;
    this.refusal = '';
    const refused = await sendCall(this.draft, this.facts, LABELS);
    this.isSaving = false;
    if (refused && refused !== 'saved-before') {
      if (refused.isLost) this.wait();
      this.refusal = refused.text;
      return;
    }
    this.waiting?.drop(this.draft.key);
    await this.showSaved();
  }

  handleConnection(event: CustomEvent<boolean>): void {
    this.isOffline = !event.detail;
    if (event.detail) void this.refreshAccount?.();
  }
  /** What waited for a connection is saved now; perhaps it is what stands here. */
  handleSent(event: CustomEvent<string>): void {
    if (event.detail === this.draft.key) void this.showSaved();
  }

  private get facts(): CallFacts {
    const { accountId = '', contract, script, today } = this;
    return { accountId, contract, scriptId: script?.Id, daysLeft: contract?.daysLeft, today, source: LABELS.customerByPhone };
  }
  private get waiting(): WaitingPart | undefined {
    return this.refs?.waiting as WaitingPart | undefined;
  }
  private wait(): void {
    if (this.about) this.waiting?.add(waitingCall(this.draft, this.facts, this.about, this.account?.Name?.value ?? ''));
  }

  private async showSaved(): Promise<void> {
    const { accountId, contract } = this;
    if (this.about) forgetDraft(window.sessionStorage, this.about);
    dropCopy(window.sessionStorage, USER_ID);
    this.isCallOver = true;
    this.openDraft(true);
    this.saved = LABELS.savedAll;
    // the dates that were saved may change the order; the call stays about the same contract
    this.chosenId = contract?.id;
    const history = this.refs?.history as HistoryPart | undefined;
    const changed = [accountId, contract?.id].flatMap((recordId) => (recordId ? [{ recordId }] : []));
    await Promise.all([history?.refresh(), this.refreshAccount?.(), notifyRecordUpdateAvailable(changed)]);
  }

  private keep(name: CallField, value: string): void {
    if (!this.about) return;
    this.draft = changedDraft(window.sessionStorage, this.about, this.draft, name, value);
    if (this.waiting?.holds(this.draft.key)) this.wait();
    this.saved = '';
    this.isCallOver = false;
  }

  private keepCopy(): void {
    const { account, accountId, contracts, scripts, offers, asOf: at, today: day } = this;
    if (!account || !accountId || this.isCallOver) return;
    keepCopy(window.sessionStorage, USER_ID, { accountId, contractId: this.contract?.id, at, day, account, contracts, scripts, offers });
  }

  private showCopy(copy: ScriptCopy | undefined): void {
    if (!copy) return;
    this.chosenId ??= copy.contractId;
    Object.assign(this, shownOf(copy));
    this.scriptsAbout = subjectOf(this.contract);
    this.openDraft();
  }

  /** Opens what was typed about this account and contract, unless that is on the screen already. */
  private openDraft(isAnew = false): void {
    const about = `${USER_ID}.${this.accountId}.${this.contract?.id ?? 'none'}`;
    if (about === this.about && !isAnew) return;
    this.about = about;
    this.draft = keptDraft(window.sessionStorage, about, newKey);
    this.isRestored = isAnythingTyped(this.draft);
    this.refusal = this.waiting?.holds(this.draft.key) ? LABELS.notSavedLost : '';
  }
}
