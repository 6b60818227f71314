// Which contract of an account a call is about: the nearest last day to give notice first.
import { daysBetween } from 'c/civilDay';
import { shownOf } from 'c/graphAnswer';
import type { Occasion } from 'c/comparisonLines';
import { countedLabel, type CountedLabel } from 'c/labelText';
import type { ContractNode } from './accountQueries';

export interface CalledContract {
  readonly id: string;
  readonly provider: string;
  readonly providerId: string | undefined;
  readonly category: string;
  readonly categoryLabel: string;
  readonly decisionDate: string | undefined;
  readonly reason: string;
  readonly noticeState: string | undefined;
  readonly daysLeft: number | undefined;
  readonly timeLeft: string;
  readonly chip: string;
  readonly endDate: string | undefined;
  readonly noticeLength: number | undefined;
  readonly noticeUnit: string | undefined;
  readonly source: string | undefined;
  readonly obtainedOn: string | undefined;
  readonly confidence: string | undefined;
}

export interface ContractWords {
  readonly left: CountedLabel;
  readonly today: string;
  readonly passed: CountedLabel;
  readonly open: string;
  readonly unknown: string;
  readonly unknownProvider: string;
}

/** Ahead by day, then those that can be left any month, then passed (the latest first), then without a date. */
export function calledContracts(
  nodes: readonly ContractNode[],
  today: string,
  language: string,
  words: ContractWords,
): readonly CalledContract[] {
  return nodes.map((node) => contractOf(node, today, language, words)).sort((one, other) => rank(one) - rank(other));
}

const LATER = 1e6;

function rank({ daysLeft, noticeState }: CalledContract): number {
  if (daysLeft !== undefined) return daysLeft >= 0 ? daysLeft : 2 * LATER - daysLeft;
  return noticeState === 'Open' ? LATER : 3 * LATER;
}

function contractOf(node: ContractNode, today: string, language: string, words: ContractWords): CalledContract {
  const decisionDate = node.Decision_Date__c?.value ?? undefined;
  const noticeState = node.Notice_State__c?.value ?? undefined;
  const daysLeft = decisionDate ? daysBetween(today, decisionDate) : undefined;
  return {
    id: node.Id,
    provider: node.Competitor__r?.Name?.value ?? words.unknownProvider,
    providerId: node.Competitor__r?.Id,
    category: node.Product_Category__c?.value ?? '',
    categoryLabel: shownOf(node.Product_Category__c),
    decisionDate,
    reason: node.Decision_Reason__c?.value ?? '',
    noticeState,
    daysLeft,
    ...timeLeft(daysLeft, noticeState, language, words),
    endDate: node.End_Date__c?.value ?? undefined,
    noticeLength: node.Notice_Length__c?.value ?? undefined,
    noticeUnit: node.Notice_Unit__c?.value ?? undefined,
    source: node.Source__c?.value ?? undefined,
    obtainedOn: node.Obtained_On_Date__c?.value ?? undefined,
    confidence: node.Confidence__c?.value ?? undefined,
  };
}

/** The colour of the chip only repeats what the words say. */
function timeLeft(
  days: number | undefined,
  state: string | undefined,
  language: string,
  words: ContractWords,
): { readonly timeLeft: string; readonly chip: string } {
  const chip = (look: string): string => `chip chip_${look}`;
  if (days === undefined)
    return state === 'Open' ? { timeLeft: words.open, chip: chip('good') } : { timeLeft: words.unknown, chip: chip('unknown') };
  if (days < 0) return { timeLeft: countedLabel(words.passed, -days, language), chip: chip('passed') };
  if (days === 0) return { timeLeft: words.today, chip: chip('urgent') };
  const look = { 'Last Days': 'urgent', 'In Window': 'soon' }[state ?? ''] ?? 'calm';
  return { timeLeft: countedLabel(words.left, days, language), chip: chip(look) };
}

/** What the lines of a script are filled with; day and days only while the last day to give notice lies ahead. */
export function occasionOf(account: string | undefined, contract: CalledContract | undefined, dayText: (day: string) => string): Occasion {
  const { decisionDate, daysLeft, noticeState, provider } = contract ?? {};
  const isAhead = decisionDate !== undefined && daysLeft !== undefined && daysLeft >= 0;
  const values = { account, provider, date: isAhead ? dayText(decisionDate) : undefined, days: isAhead ? String(daysLeft) : undefined };
  return { noticeState, daysLeft, values };
}

export interface ContractChoice {
  readonly label: string;
  readonly value: string;
}

export function contractChoices(contracts: readonly CalledContract[]): readonly ContractChoice[] {
  return contracts.map((one) => ({ value: one.id, label: [one.provider, one.categoryLabel, one.timeLeft].join(' · ') }));
}
