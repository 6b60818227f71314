// Joint purchases and their members as people read them.
import { daysBetween, shownDay } from 'c/civilDay';
import { nodesOf, shownOf } from 'c/graphAnswer';
import { countedLabel, fillLabel } from 'c/labelText';
import type { CollectiveNode, CollectivesAnswer, MemberNode, MembersAnswer } from './progressQueries';

export interface ProgressWords {
  readonly committed: string;
  readonly missing: string;
  readonly reached: string;
  readonly daysOne: string;
  readonly daysOther: string;
  readonly daysToday: string;
  readonly daysPassed: string;
  readonly noDeadline: string;
  readonly startUnknown: string;
  readonly ask: string;
}
export interface ProgressSetting {
  readonly today: string;
  readonly locale: string;
  readonly language: string;
}

export interface ShownCollective {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly state: string;
  readonly leadId: string;
  readonly lead: string;
  /** In words: "9 of 15 committed". */
  readonly committed: string;
  readonly missing: string;
  readonly isReached: boolean;
  readonly barStyle: string;
  readonly barClass: string;
  readonly deadline: string;
  readonly deadlineClass: string;
  readonly start: string;
  readonly explanation: string;
}

export interface ShownMember {
  readonly id: string;
  readonly accountId: string;
  readonly account: string;
  readonly interest: string;
  readonly interestClass: string;
  readonly start: string;
  readonly startClass: string;
  /** Whether the date is to be asked for. */
  readonly isAsked: boolean;
  /** Why this start, or why none is known; blank for who does not join. */
  readonly reason: string;
}

/** A deadline this near asks for attention. */
const SOON_DAYS = 30;
const INTEREST_CHIPS: Readonly<Record<string, string>> = { Committed: 'good', Interested: 'calm', Invited: 'unknown', Declined: 'passed' };

export function collectivesOf({ uiapi }: CollectivesAnswer, words: ProgressWords, setting: ProgressSetting): readonly ShownCollective[] {
  return nodesOf(uiapi.query.Collective__c).map((node) => shownCollective(node, words, setting));
}

function shownCollective(node: CollectiveNode, words: ProgressWords, setting: ProgressSetting): ShownCollective {
  const committed = node.Committed_Count__c?.value ?? 0;
  const threshold = node.Threshold_Count__c?.value ?? 0;
  const isReached = committed >= threshold;
  const start = node.Earliest_Common_Start_Date__c?.value;
  return {
    id: node.Id,
    name: shownOf(node.Name),
    place: [shownOf(node.Business_Park__c), shownOf(node.Product_Category__c)].filter(Boolean).join(' · '),
    state: shownOf(node.State__c),
    leadId: node.Lead_Account__r?.Id ?? '',
    lead: shownOf(node.Lead_Account__r?.Name),
    committed: fillLabel(words.committed, committed, threshold),
    missing: isReached ? words.reached : fillLabel(words.missing, threshold - committed),
    isReached,
    barStyle: `width: ${threshold > 0 ? Math.min(100, Math.round((committed / threshold) * 100)) : 100}%`,
    barClass: isReached ? 'bar__part bar__part_reached' : 'bar__part',
    ...deadlineOf(node.Deadline_Date__c?.value, isReached, words, setting),
    start: start ? shownDay(start, setting.locale) : words.startUnknown,
    explanation: shownOf(node.Start_Explanation__c),
  };
}

function deadlineOf(
  day: string | null | undefined,
  isReached: boolean,
  words: ProgressWords,
  { today, locale, language }: ProgressSetting,
): { readonly deadline: string; readonly deadlineClass: string } {
  if (!day) return { deadline: words.noDeadline, deadlineClass: 'fact__value' };
  const days = daysBetween(today, day);
  const left =
    days < 0
      ? words.daysPassed
      : days === 0
        ? words.daysToday
        : countedLabel({ one: words.daysOne, other: words.daysOther }, days, language);
  const isPressing = days <= SOON_DAYS && !isReached;
  return { deadline: `${shownDay(day, locale)} (${left})`, deadlineClass: isPressing ? 'fact__value fact__value_pressing' : 'fact__value' };
}

export function membersOf({ uiapi }: MembersAnswer, words: ProgressWords, locale: string): readonly ShownMember[] {
  return nodesOf(uiapi.query.Collective_Member__c).map((node) => shownMember(node, words, locale));
}

function shownMember(node: MemberNode, words: ProgressWords, locale: string): ShownMember {
  const interest = node.Interest_State__c?.value ?? '';
  const start = node.Is_Start_Known__c?.value === true ? node.Earliest_Start_Date__c?.value : undefined;
  const isAsked = !start && interest !== 'Declined';
  return {
    id: node.Id,
    accountId: node.Account__r?.Id ?? '',
    account: shownOf(node.Account__r?.Name),
    interest: shownOf(node.Interest_State__c),
    interestClass: `chip chip_${INTEREST_CHIPS[interest] ?? 'unknown'}`,
    start: start ? shownDay(start, locale) : isAsked ? words.ask : '–',
    startClass: isAsked ? 'chip chip_soon' : 'first',
    isAsked,
    reason: start || isAsked ? shownOf(node.Start_Reason__c) : '',
  };
}

export interface CommonReason {
  readonly reason: string;
  readonly isOfAll: boolean;
}

/** Why the dates of most members are missing; blank where no reason holds for more than half of two or more. */
export function commonReason(members: readonly ShownMember[]): CommonReason {
  const reasons = members.filter(({ isAsked, reason }) => isAsked && reason).map(({ reason }) => reason);
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const [[reason, count] = ['', 0]] = [...counts].toSorted(([, one], [, other]) => other - one);
  return count > 1 && count > reasons.length / 2 ? { reason, isOfAll: count === reasons.length } : { reason: '', isOfAll: false };
}
