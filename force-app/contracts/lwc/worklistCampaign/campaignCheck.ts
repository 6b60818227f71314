// Who gets into a campaign, who does not, and why: the checks that the org's flows make when a member is saved, made beforehand.
import { fillLabel } from 'c/labelText';

export interface CampaignFacts {
  readonly id: string;
  /** API values of the standard fields Type and Status. */
  readonly type: string;
  readonly status: string;
  /** API value; undefined where the org does not tell service from selling. */
  readonly messageKind: string | undefined;
}
export interface Candidate {
  readonly contactId: string;
  readonly accountId: string;
  readonly name: string;
}
export interface Membership {
  readonly contactId: string;
  readonly campaignId: string;
  readonly addedAt: string;
  readonly isCounted: boolean;
  readonly isCommercial: boolean;
}
/** Bounds that are not set are undefined. */
export interface FrequencyBounds {
  readonly campaigns: number | undefined;
  readonly touches: number | undefined;
  readonly days: number | undefined;
}
export interface Verdict {
  readonly verdict: string;
  readonly sentence: string;
}

export interface Circumstances {
  readonly campaign: CampaignFacts;
  readonly candidates: readonly Candidate[];
  /** Undefined where they cannot be read: then the org alone checks, when the member is saved. */
  readonly memberships: readonly Membership[] | undefined;
  readonly bounds: FrequencyBounds | undefined;
  /** By contact id, for the channel of the campaign. */
  readonly verdicts: ReadonlyMap<string, Verdict> | undefined;
  readonly now: Date;
}

export interface CheckLabels {
  readonly already: string;
  /** With the name of the contact. */
  readonly asContact: string;
  /** Campaigns that run, and how many may. */
  readonly full: string;
  /** Touches, days, and how many may be. */
  readonly often: string;
  readonly noContact: string;
  readonly notDecided: string;
}

export interface AccountCheck {
  readonly accountId: string;
  readonly name: string;
  readonly rowIds: readonly string[];
  /** Who gets in; undefined when nobody does. */
  readonly contactId: string | undefined;
  /** As whom, or why not. */
  readonly words: string;
}

interface Row {
  readonly id: string;
  readonly accountId: string | undefined;
  readonly accountName: string;
}

const MILLISECONDS_PER_DAY = 86_400_000;

/** Channel__c of the verdict that a type of campaign needs; undefined for campaigns that approach nobody directly. */
export function channelOf(campaign: CampaignFacts): string | undefined {
  if (campaign.messageKind === 'Service' || campaign.status === 'Completed' || campaign.status === 'Aborted') return undefined;
  return { Email: 'Email', Telemarketing: 'Phone', 'Direct Mail': 'Post' }[campaign.type];
}

/** One check per account, in the order of the rows: the first contact that may get in does. */
export function checkAccounts(rows: readonly Row[], circumstances: Circumstances, labels: CheckLabels): readonly AccountCheck[] {
  const byAccount = new Map<string, AccountCheck & { rowIds: string[] }>();
  for (const { id, accountId, accountName } of rows) {
    const known = byAccount.get(accountId ?? id);
    if (known) known.rowIds.push(id);
    else byAccount.set(accountId ?? id, { ...checkAccount(accountId ?? '', circumstances, labels), name: accountName, rowIds: [id] });
  }
  return [...byAccount.values()];
}

function checkAccount(
  accountId: string,
  circumstances: Circumstances,
  labels: CheckLabels,
): Pick<AccountCheck, 'accountId' | 'contactId' | 'words'> {
  const contacts = circumstances.candidates.filter((one) => one.accountId === accountId);
  const refusals = contacts.map((contact) => refusalOf(contact, circumstances, labels));
  const at = refusals.indexOf(undefined);
  const chosen = contacts[at];
  if (chosen) return { accountId, contactId: chosen.contactId, words: fillLabel(labels.asContact, chosen.name) };
  return { accountId, contactId: undefined, words: refusals[0] ?? labels.noContact };
}

function refusalOf({ contactId, name }: Candidate, circumstances: Circumstances, labels: CheckLabels): string | undefined {
  const { campaign, memberships, verdicts } = circumstances;
  const own = (memberships ?? []).filter((one) => one.contactId === contactId);
  if (own.some((one) => one.campaignId === campaign.id)) return `${name}: ${labels.already}`;
  const tooMuch = campaign.messageKind === 'Service' ? undefined : frequencyRefusal(own, circumstances, labels);
  if (tooMuch) return `${name}: ${tooMuch}`;
  if (!verdicts || channelOf(campaign) === undefined) return undefined;
  const verdict = verdicts.get(contactId);
  return verdict?.verdict === 'May' ? undefined : `${name}: ${verdict?.sentence || labels.notDecided}`;
}

function frequencyRefusal(own: readonly Membership[], { bounds, now }: Circumstances, labels: CheckLabels): string | undefined {
  if (!bounds) return undefined;
  const { campaigns, touches, days } = bounds;
  const running = own.filter(({ isCounted }) => isCounted).length;
  if (campaigns !== undefined && running >= campaigns) return fillLabel(labels.full, running, campaigns);
  if (touches === undefined || days === undefined) return undefined;
  const since = now.getTime() - days * MILLISECONDS_PER_DAY;
  const recent = own.filter(({ isCommercial, addedAt }) => isCommercial && Date.parse(addedAt) >= since).length;
  return recent >= touches ? fillLabel(labels.often, recent, days, touches) : undefined;
}
