// Chooses a campaign for the selected rows and says beforehand who gets in, who does not, and why.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import { answered } from 'c/graphAnswer';
import { failureOf } from 'c/dataFailure';
import type { WorklistRow } from 'c/worklistRow';
import {
  channelOf,
  checkAccounts,
  type AccountCheck,
  type CampaignFacts,
  type Candidate,
  type FrequencyBounds,
  type Membership,
  type Verdict,
} from './campaignCheck';
import { LABELS } from './campaignLabels';
import {
  CAMPAIGNS_QUERY,
  CONTACTS_QUERY,
  FREQUENCY_QUERY,
  VERDICTS_QUERY,
  boundsOf,
  campaignsOf,
  candidatesOf,
  membershipsOf,
  messageKindOf,
  verdictsOf,
  type CampaignsAnswer,
  type ContactsAnswer,
  type FrequencyAnswer,
  type VerdictsAnswer,
} from './campaignQuery';

export type { AccountCheck } from './campaignCheck';

/** What `check` fires with: the campaign, and one check per account. */
export interface CampaignChoice {
  readonly campaignId: string;
  readonly checks: readonly AccountCheck[];
}

/** Fires `check` whenever the outcome of the checks is known, and with nothing while it is not. */
export default class WorklistCampaign extends LightningElement {
  @api rows: readonly WorklistRow[] = [];

  labels = LABELS;
  campaigns: ReturnType<typeof campaignsOf> | undefined;
  campaignId = '';
  isFailed = false;
  candidates: readonly Candidate[] | undefined;
  frequency: { memberships: readonly Membership[]; bounds: FrequencyBounds | undefined; messageKind: string | undefined } | undefined;
  isFrequencyKnown = false;
  verdicts: ReadonlyMap<string, Verdict> | undefined;
  isConsentKnown = false;
  isCutOff = false;

  private told = '';

  /** The keyboard begins with the choice of a campaign. */
  @api focus(): void {
    this.template?.querySelector<HTMLElement>('.campaign')?.focus();
  }

  @wire(graphql, { query: CAMPAIGNS_QUERY })
  readCampaigns(response: GraphQLResponse<CampaignsAnswer>): void {
    const { data, errors } = answered(response);
    if (data?.uiapi) this.campaigns = campaignsOf(data);
    this.isFailed = !data?.uiapi && failureOf(errors) !== undefined;
  }
  @wire(graphql, { query: '$contactsQuery', variables: '$contactsVariables' })
  readContacts(response: GraphQLResponse<ContactsAnswer>): void {
    const { data, errors } = answered(response);
    if (data?.uiapi) this.candidates = candidatesOf(data);
    this.isCutOff = data?.uiapi?.query.Contact?.pageInfo?.hasNextPage ?? false;
    if (!data?.uiapi && failureOf(errors)) this.isFailed = true;
  }
  @wire(graphql, { query: '$frequencyQuery', variables: '$frequencyVariables' })
  readFrequency(response: GraphQLResponse<FrequencyAnswer>): void {
    const { data, errors } = answered(response);
    const isAnswered = data?.uiapi?.query.CampaignMember !== undefined;
    this.frequency =
      data && isAnswered ? { memberships: membershipsOf(data), bounds: boundsOf(data), messageKind: messageKindOf(data) } : undefined;
    this.isFrequencyKnown = isAnswered || failureOf(errors) !== undefined;
  }
  @wire(graphql, { query: '$verdictsQuery', variables: '$verdictsVariables' })
  readVerdicts(response: GraphQLResponse<VerdictsAnswer>): void {
    const { data, errors } = answered(response);
    const isAnswered = data?.uiapi?.query.Consent_Verdict__c !== undefined;
    this.verdicts = data && isAnswered ? verdictsOf(data) : undefined;
    this.isConsentKnown = isAnswered || failureOf(errors) !== undefined;
  }

  /** Tells whoever shows this component what the checks came to, once per outcome. */
  override renderedCallback(): void {
    const choice = this.choice;
    const told = JSON.stringify(choice ?? null);
    if (told === this.told) return;
    this.told = told;
    this.dispatchEvent(new CustomEvent('check', { detail: choice }));
  }

  get options(): { label: string; value: string }[] {
    return (this.campaigns ?? []).map(({ id, name }) => ({ label: name, value: id }));
  }
  get isWithoutCampaigns(): boolean {
    return this.campaigns?.length === 0;
  }
  get campaign(): CampaignFacts | undefined {
    const found = this.campaigns?.find(({ id }) => id === this.campaignId);
    return found && { ...found, messageKind: this.frequency?.messageKind };
  }
  get accountIds(): readonly string[] {
    return [...new Set(this.rows.flatMap(({ accountId }) => accountId ?? []))];
  }
  get contactIds(): readonly string[] {
    return (this.candidates ?? []).map(({ contactId }) => contactId);
  }
  get contactsQuery(): GraphQLDocument | undefined {
    return this.campaignId && this.accountIds.length > 0 ? CONTACTS_QUERY : undefined;
  }
  get contactsVariables(): object {
    return { contacts: { AccountId: { in: this.accountIds } } };
  }
  get frequencyQuery(): GraphQLDocument | undefined {
    return this.campaignId && this.contactIds.length > 0 ? FREQUENCY_QUERY : undefined;
  }
  get frequencyVariables(): object {
    return { campaign: { Id: { eq: this.campaignId } }, members: { ContactId: { in: this.contactIds } } };
  }
  get channel(): string | undefined {
    return this.campaign && this.isFrequencyKnown ? channelOf(this.campaign) : undefined;
  }
  get verdictsQuery(): GraphQLDocument | undefined {
    return this.channel && this.contactIds.length > 0 ? VERDICTS_QUERY : undefined;
  }
  get verdictsVariables(): object {
    return { verdicts: { Contact__c: { in: this.contactIds }, Channel__c: { eq: this.channel ?? '' } } };
  }

  /** Undefined until a campaign is chosen and everything that can be asked was answered. */
  get choice(): CampaignChoice | undefined {
    const { campaign, candidates } = this;
    if (!campaign || !candidates) return undefined;
    const isAsked = candidates.length === 0 || (this.isFrequencyKnown && (!this.channel || this.isConsentKnown));
    if (!isAsked) return undefined;
    const circumstances = {
      campaign,
      candidates,
      memberships: this.frequency?.memberships,
      bounds: this.frequency?.bounds,
      verdicts: this.verdicts,
      now: new Date(),
    };
    return { campaignId: campaign.id, checks: checkAccounts(this.rows, circumstances, LABELS) };
  }
  get checks(): readonly (AccountCheck & { mark: string; markClass: string; spoken: string })[] {
    return (this.choice?.checks ?? []).map((check) => ({
      ...check,
      mark: check.contactId ? '✓' : '✕',
      markClass: check.contactId ? 'mark mark_in' : 'mark mark_out',
      spoken: check.contactId ? LABELS.willBeIn : LABELS.willNotBeIn,
    }));
  }
  get isChecking(): boolean {
    return Boolean(this.campaignId) && !this.choice && !this.isFailed;
  }
  /** What was not checked beforehand. */
  get notes(): readonly string[] {
    if (!this.choice || this.contactIds.length === 0) return [];
    return [
      ...(this.isCutOff ? [LABELS.tooMany] : []),
      ...(this.frequency ? [] : [LABELS.noFrequency]),
      ...(this.channel && !this.verdicts ? [LABELS.noConsent] : []),
    ];
  }

  handleCampaign(event: CustomEvent<{ value: string }>): void {
    this.campaignId = event.detail.value;
    this.isFrequencyKnown = false;
    this.isConsentKnown = false;
  }
}
