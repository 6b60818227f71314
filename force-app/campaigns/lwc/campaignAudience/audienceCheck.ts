// Whether a campaign may take a person, as far as can be known before saving: the org's flows decide again when saving.
import { countOf, groupsOf, nodesOf } from 'c/graphAnswer';
import { fillLabel } from 'c/labelText';
import type { CampaignNode, CheckAnswer, ConsentAnswer, PolicyNode } from './audienceQueries';

export interface Checks {
  readonly members: ReadonlySet<string>;
  readonly running: ReadonlyMap<string, number>;
  readonly rolling: ReadonlyMap<string, number>;
}
export interface ConsentVerdict {
  readonly may: boolean;
  readonly sentence: string;
}
export interface CheckWords {
  readonly may: string;
  readonly mayNot: string;
  readonly member: string;
  readonly personFull: string;
  readonly personRolling: string;
}
/** `reason` is blank for people who may be added. */
export interface PersonCheck {
  readonly mayBeAdded: boolean;
  readonly words: string;
  readonly reason: string;
}

/** Channel that a type of campaign goes over; campaigns of other types approach nobody directly. */
const CHANNELS: Readonly<Record<string, string>> = { Email: 'Email', Telemarketing: 'Phone', 'Direct Mail': 'Post' };

/** The channel whose consent a campaign needs; undefined when it needs none. */
export function channelOf(campaign: CampaignNode | undefined): string | undefined {
  return campaign && campaign.Message_Kind__c?.value !== 'Service' ? CHANNELS[campaign.Type?.value ?? ''] : undefined;
}

export function checksOf({ uiapi }: CheckAnswer): Checks {
  const counts = (groups: CheckAnswer['uiapi']['aggregate']['running']): ReadonlyMap<string, number> =>
    new Map(groupsOf(groups).map((group) => [group.ContactId?.value ?? '', countOf(group)]));
  return {
    members: new Set(nodesOf(uiapi.query.CampaignMember).map(({ ContactId }) => ContactId?.value ?? '')),
    running: counts(uiapi.aggregate.running),
    rolling: counts(uiapi.aggregate.rolling),
  };
}

export function consentOf({ uiapi }: ConsentAnswer): ReadonlyMap<string, ConsentVerdict> {
  return new Map(
    nodesOf(uiapi.query.Consent_Verdict__c).map((node) => [
      node.Contact__c?.value ?? '',
      { may: node.Verdict__c?.value === 'May', sentence: node.Sentence__c?.value ?? '' },
    ]),
  );
}

/** Service messages are bounded by nobody; a campaign that does not run yet counts for nobody's cap. */
export function personCheck(
  personId: string,
  campaign: CampaignNode,
  policy: PolicyNode | undefined,
  known: { readonly checks: Checks; readonly consent: ReadonlyMap<string, ConsentVerdict> | undefined },
  words: CheckWords,
): PersonCheck {
  const refused = (reason: string): PersonCheck => ({ mayBeAdded: false, words: words.mayNot, reason });
  if (known.checks.members.has(personId)) return { mayBeAdded: false, words: words.member, reason: '' };
  if (campaign.Message_Kind__c?.value !== 'Service' && policy) {
    const [running, rolling] = [known.checks.running.get(personId) ?? 0, known.checks.rolling.get(personId) ?? 0];
    const [cap, touches] = [policy.Person_Campaigns__c?.value ?? Infinity, policy.Rolling_Touches__c?.value ?? Infinity];
    if (running >= cap && campaign.IsActive?.value === true) return refused(fillLabel(words.personFull, running, cap));
    if (rolling >= touches) return refused(fillLabel(words.personRolling, rolling, policy.Rolling_Days__c?.value ?? '', touches));
  }
  const consent = channelOf(campaign) === undefined ? undefined : known.consent?.get(personId);
  if (consent && !consent.may) return refused(consent.sentence);
  return { mayBeAdded: true, words: words.may, reason: consent?.sentence ?? '' };
}
