// What to say to an account against its present provider, and the answers saved in one go: asks the org, keeps what is typed, saves.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import { CurrentPageReference, type PageReference } from 'lightning/navigation';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { dayIn } from 'c/civilDay';
import { SCRIPT_QUERY, cardOf, scriptVariables, type CardContent, type ScriptAnswer, type ScriptNode } from 'c/comparisonLines';
import { failureOf, type Failure } from 'c/dataFailure';
import { nodesOf } from 'c/graphAnswer';
import { fillLabel } from 'c/labelText';
import type { CallField } from 'c/callCapture';
import { changedDraft, forgetDraft, isAnythingTyped, keptDraft, newKey, type CallDraft } from './callDraft';
import { actionOfKey } from './callKeys';
import { calledRecord, type CalledRecord } from './calledRecord';
import { calledContracts, contractChoices, occasionOf, type CalledContract, type ContractChoice } from './contractChoice';
import { offersOf, type Offer } from './offers';
import { callMutation } from './saveCall';
import { sendCall } from './sendCall';
import { DAYS_LEFT_LABELS, GENERAL_QUESTIONS, LABELS } from './scriptLabels';
import * as ask from './accountQueries';

const DAY = new Intl.DateTimeFormat(LOCALE, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
type Card = HTMLElement & { readonly press: (key: string) => boolean; readonly focusSearch: () => void };
type Capture = HTMLElement & { readonly reportValidity: () => boolean };
type History = HTMLElement & { readonly refresh: () => Promise<void> };

const dayText = (day: string): string => DAY.format(new Date(`${day}T00:00:00Z`));

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

  private shownPage: PageReference | undefined;
  private chosenId: string | undefined;
  private about: string | undefined;
  private refreshAccount: (() => Promise<void>) | undefined;

  @wire(CurrentPageReference)
  readPage(page: PageReference | undefined): void {
    this.shownPage = page;
  }

  @wire(graphql, { query: '$ownerQuery', variables: '$ownerVariables' })
  readOwner({ data, errors }: GraphQLResponse<ask.OwnerAnswer>): void {
    if (errors?.length) this.failure = failureOf(errors);
    if (!data?.uiapi) return;
    this.ownerId = nodesOf(data.uiapi.query.Competitor_Contract__c)[0]?.Account__c?.value ?? undefined;
    this.isGone = this.ownerId === undefined;
  }

  @wire(graphql, { query: '$accountQuery', variables: '$accountVariables' })
  readAccount({ data, errors, refresh }: GraphQLResponse<ask.AccountAnswer>): void {
    this.refreshAccount = refresh;
    if (!data && !errors?.length) return;
    this.failure = data?.uiapi?.query.Account ? undefined : failureOf(errors);
    if (this.failure) return;
    const words = { ...DAYS_LEFT_LABELS, unknownProvider: LABELS.unknownProvider };
    this.contracts = calledContracts(nodesOf(data?.uiapi?.query.Competitor_Contract__c), this.today, LANGUAGE, words);
    [this.account] = nodesOf(data?.uiapi?.query.Account);
    this.isGone = this.account === undefined;
    this.isLoaded = true;
    this.openDraft();
  }

  @wire(graphql, { query: '$scriptQuery', variables: '$scriptVariables' })
  readScript({ data, errors }: GraphQLResponse<ScriptAnswer>): void {
    this.scriptFailure = data?.uiapi?.query.Comparison_Script__c ? undefined : failureOf(errors);
    this.scripts = nodesOf(data?.uiapi?.query.Comparison_Script__c);
    this.offers = offersOf(nodesOf(data?.uiapi?.query.Product_Proposition__c), this.today);
  }

  get record(): CalledRecord | undefined {
    return calledRecord(this.recordId, this.objectApiName, this.shownPage);
  }
  get accountId(): string | undefined {
    return this.record?.isContract ? this.ownerId : this.record?.id;
  }
  get ownerQuery(): GraphQLDocument | undefined {
    return this.record?.isContract ? ask.OWNER_QUERY : undefined;
  }
  get ownerVariables(): object {
    return { contract: this.record?.id };
  }
  get accountQuery(): GraphQLDocument | undefined {
    return this.accountId ? ask.ACCOUNT_QUERY : undefined;
  }
  get accountVariables(): object {
    return { account: this.accountId };
  }
  get scriptQuery(): GraphQLDocument | undefined {
    return this.contract?.providerId ? SCRIPT_QUERY : undefined;
  }
  get scriptVariables(): object {
    return scriptVariables(this.contract?.providerId ?? '', this.contract?.category ?? '', this.today);
  }

  /** The contract that the call is about: chosen, that of the page, or the one to be left first. */
  get contract(): CalledContract | undefined {
    const wanted = this.chosenId ?? (this.record?.isContract ? this.record.id : undefined);
    return this.contracts.find(({ id }) => id === wanted) ?? this.contracts[0];
  }
  get contractChoices(): readonly ContractChoice[] {
    return contractChoices(this.contracts);
  }
  /** In the language of the reader if there is one, or else the latest. */
  get script(): ScriptNode | undefined {
    const language = LANGUAGE.startsWith('nl') ? 'Dutch' : 'English';
    return this.scripts.find(({ Language__c }) => Language__c?.value === language) ?? this.scripts[0];
  }
  get content(): CardContent {
    const occasion = occasionOf(this.account?.Name?.value ?? undefined, this.contract, dayText);
    return cardOf(this.script, occasion, { ...LABELS, generalQuestions: GENERAL_QUESTIONS, day: dayText });
  }

  /** One of these is shown. */
  get show(): Readonly<Record<'away' | 'forbidden' | 'failed' | 'gone' | 'loading' | 'ready', boolean>> {
    const away = this.record === undefined;
    const [forbidden, failed] = [this.failure === 'no-permission', this.failure === 'failed'];
    const isKnown = !away && !this.failure;
    const gone = isKnown && this.isGone;
    const ready = isKnown && !gone && this.isLoaded;
    return { away, forbidden: !away && forbidden, failed: !away && failed, gone, ready, loading: isKnown && !gone && !ready };
  }
  get isSwitchable(): boolean {
    return this.contracts.length > 1;
  }
  get isNaturalPerson(): boolean {
    return this.account?.Is_Legal_Form_Natural_Person__c?.value === true;
  }
  get subtitle(): string {
    return [this.account?.Name?.value, this.account?.Legal_Form__c?.displayValue].filter(Boolean).join(' · ');
  }
  get scriptName(): string {
    return this.script ? fillLabel(LABELS.scriptName, this.script.Name?.value ?? '', this.script.Version__c?.value ?? 1) : '';
  }
  /** Why the general questions stand here instead of a script. */
  get noScriptText(): string {
    if (!this.contract || this.script) return '';
    if (this.scriptFailure === 'no-permission') return LABELS.noScriptForbidden;
    return this.scriptFailure ? LABELS.noScriptFailed : fillLabel(LABELS.noScriptText, this.contract.provider, this.contract.categoryLabel);
  }
  get isNewContract(): boolean {
    return this.contract === undefined;
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

  handleUse(event: CustomEvent<{ readonly id: string; readonly words: string; readonly objection: string }>): void {
    const { id, words, objection } = event.detail;
    const isAgain = this.draft.values.lineId === id;
    this.keep('lineId', isAgain ? '' : id);
    this.keep('lineWords', isAgain ? '' : words);
    if (objection && !isAgain && !this.draft.values.objection) this.keep('objection', objection);
  }

  handleAnswer(event: CustomEvent<{ readonly name: CallField; readonly value: string }>): void {
    this.keep(event.detail.name, event.detail.value ?? '');
  }

  handleClear(): void {
    if (this.about) forgetDraft(window.sessionStorage, this.about);
    this.openDraft(true);
  }

  handleKey(event: KeyboardEvent): void {
    const action = actionOfKey(event);
    const card = this.refs?.card as Card | undefined;
    if (!action || (action.kind === 'line' && !card?.press(action.key))) return;
    event.preventDefault();
    if (action.kind === 'save') void this.handleSave();
    if (action.kind === 'search') card?.focusSearch();
  }

  async handleSave(): Promise<void> {
    const form = this.refs?.capture as Capture | undefined;
    const { accountId, contract } = this;
    if (this.isSaving || !accountId || !form?.reportValidity()) return;
    this.isSaving = true;
    this.refusal = '';
    const call = callMutation(this.draft, {
      accountId,
      contract,
      scriptId: this.script?.Id,
      daysLeft: contract?.daysLeft,
      today: this.today,
      source: LABELS.customerByPhone,
    });
    const refused = await sendCall(call, LABELS);
    this.isSaving = false;
    if (refused && refused !== 'saved-before') {
      this.refusal = refused.text;
      return;
    }
    if (this.about) forgetDraft(window.sessionStorage, this.about);
    this.openDraft(true);
    this.saved = LABELS.savedAll;
    // the dates that were saved may change the order; the call stays about the same contract
    this.chosenId = contract?.id;
    const history = this.refs?.history as History | undefined;
    const changed = [accountId, contract?.id].flatMap((recordId) => (recordId ? [{ recordId }] : []));
    await Promise.all([history?.refresh(), this.refreshAccount?.(), notifyRecordUpdateAvailable(changed)]);
  }

  private keep(name: CallField, value: string): void {
    if (!this.about) return;
    this.draft = changedDraft(window.sessionStorage, this.about, this.draft, name, value);
    this.saved = '';
  }

  /** Opens what was typed about this account and contract, unless that is on the screen already. */
  private openDraft(isAnew = false): void {
    const about = `${this.accountId}.${this.contract?.id ?? 'none'}`;
    if (about === this.about && !isAnew) return;
    this.about = about;
    this.draft = keptDraft(window.sessionStorage, about, newKey);
    this.isRestored = isAnythingTyped(this.draft);
    this.refusal = '';
  }
}
