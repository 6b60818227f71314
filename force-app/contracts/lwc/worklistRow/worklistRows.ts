// From the nodes that GraphQL answers to the rows that people read.
import { fillLabel } from 'c/labelText';
import { isDay } from 'c/civilDay';
import { daysLeft, type DaysLeftLabels, type Urgency } from './daysLeftSentence';
import { nodesOf, shownOf, type Connection, type FieldOf } from 'c/graphAnswer';
import type { ContractNode } from './contractNode';
import { type Reason, type WhyLabels, whyNow } from './whyNow';

export interface RowLabels extends DaysLeftLabels {
  /** Stands where a name should be that the user may not see. */
  readonly nameMissing: string;
  /** Stands where a date or an amount is not known. */
  readonly notKnown: string;
  /** Said of an end that lies behind. */
  readonly hasEnded: string;
  readonly endUnknown: string;
  /** Stands where a decision date would be when there is none to miss. */
  readonly anyMonth: string;
  readonly lastContact: string;
  readonly noContact: string;
  readonly snoozedUntil: string;
  /** Said of a date that is not exact to the day, by API value of Date_Precision__c. */
  readonly precision: Readonly<Record<string, string>>;
  /** With the confidence as `{0}`. */
  readonly confidence: string;
  readonly why: WhyLabels;
}

/** Everything of the user's setting that a row depends on. */
export interface RowSetting {
  /** Civil day. */
  readonly today: string;
  /** BCP 47, for words and plurals. */
  readonly language: string;
  /** BCP 47, for dates and amounts. */
  readonly locale: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly labels: RowLabels;
}

/** What is kept of a contract to work on it: ids, API values and civil days. */
export interface RowFacts {
  readonly decisionDay: string | undefined;
  /** As it was said, whatever term runs now. */
  readonly endDay: string | undefined;
  readonly approachTaskFor: string | undefined;
  readonly category: string | undefined;
  readonly status: string | undefined;
  readonly snoozedUntil: string | undefined;
  readonly notRelevantReason: string | undefined;
  readonly relationshipOwnerId: string | undefined;
  /** Who calls: the relationship owner, or else the account owner. */
  readonly callerId: string | undefined;
}

export interface WorklistRow {
  readonly id: string;
  readonly accountId: string | undefined;
  readonly accountName: string;
  readonly city: string;
  /** Of the account, whether it may be called or not; blank where none is known. */
  readonly phoneKnown: string;
  readonly lastContact: string;
  readonly providerName: string;
  readonly product: string;
  readonly daysLeft: string;
  readonly urgency: Urgency;
  readonly decisionDate: string;
  /** When the contract, or its present term, ends. */
  readonly ends: string;
  /** That it lies behind, and what makes it doubtful; nothing for a date ahead that is exact and sure, as most are. */
  readonly doubts: readonly string[];
  readonly monthlyValue: string;
  readonly isValueKnown: boolean;
  /** Why it is on the list now; of what was put aside first why that was done. */
  readonly why: readonly Reason[];
  /** How open the business is to an offer, in points of a hundred; undefined where the user may not see it. */
  readonly points: number | undefined;
  /** Why the date is this one. */
  readonly reason: string;
  /** Statements of others about this contract. */
  readonly claimCount: number;
  /** A name is missing: the row is shown, and counted in the sentence about incomplete rows. */
  readonly isIncomplete: boolean;
  readonly facts: RowFacts;
}

const value = (field: FieldOf<string>): string | undefined => field?.value ?? undefined;
const dayOf = (field: FieldOf<string>): string | undefined => (isDay(field?.value) ? field.value : undefined);

export function toRows(connection: Connection<ContractNode>, setting: RowSetting): readonly WorklistRow[] {
  // one formatter for all rows: making one for each takes longer than everything else
  const dates = new Intl.DateTimeFormat(setting.locale, { timeZone: 'UTC', day: '2-digit', month: '2-digit', year: 'numeric' });
  const money = new Intl.NumberFormat(setting.locale, { style: 'currency', currency: setting.currency });
  const written = (day: string): string => dates.format(new Date(`${day}T00:00:00Z`));
  return nodesOf(connection).map((node) => toRow(node, setting, written, money));
}

function toRow(node: ContractNode, setting: RowSetting, written: (day: string) => string, money: Intl.NumberFormat): WorklistRow {
  const { labels, today } = setting;
  const accountName = shownOf(node.Account__r?.Name);
  const providerName = shownOf(node.Competitor__r?.Name);
  const facts = factsOf(node);
  const noticeState = value(node.Notice_State__c);
  const endDay = dayOf(node.Current_End_Date__c) ?? dayOf(node.End_Date__c);
  const left = daysLeft({ decisionDate: facts.decisionDay ?? null, noticeState: noticeState ?? null }, today, setting.language, labels);
  const contactDay = dayOf(node.Account__r?.Last_Contact_Date__c);
  const asideReason = facts.status === 'Not Relevant' ? shownOf(node.Not_Relevant_Reason__c) : '';
  const monthly = node.Monthly_Value__c?.value;
  const isSnoozed = facts.snoozedUntil !== undefined && facts.snoozedUntil > today;
  const why = whyNow(
    {
      noticeState,
      approachDay: dayOf(node.Approach_Date__c),
      endDay,
      snoozedUntil: facts.snoozedUntil,
      satisfaction: value(node.Satisfaction__c),
      today,
      written,
    },
    labels.why,
  );
  return {
    id: node.Id,
    accountId: node.Account__r?.Id,
    accountName: accountName || labels.nameMissing,
    city: shownOf(node.Account__r?.BillingCity),
    phoneKnown: shownOf(node.Account__r?.Phone),
    lastContact: contactDay ? fillLabel(labels.lastContact, written(contactDay)) : labels.noContact,
    providerName: providerName || labels.nameMissing,
    product: [shownOf(node.Product_Category__c), shownOf(node.Product_Name__c)].filter(Boolean).join(' · '),
    daysLeft: left.words,
    urgency: left.urgency,
    decisionDate: facts.decisionDay === undefined ? noDecision(left.urgency, labels) : written(facts.decisionDay),
    ends: endDay ? written(endDay) : labels.endUnknown,
    doubts: [endDay && endDay < today ? labels.hasEnded : '', ...doubtsOf(node, labels)].filter(Boolean),
    monthlyValue: typeof monthly === 'number' ? money.format(monthly) : labels.notKnown,
    isValueKnown: typeof monthly === 'number',
    why: [
      ...[asideReason, isSnoozed ? fillLabel(labels.snoozedUntil, written(facts.snoozedUntil ?? '')) : '']
        .filter(Boolean)
        .map((text) => ({ text, kind: 'special' as const })),
      ...why,
    ],
    points: node.Susceptibility__c?.value ?? undefined,
    reason: shownOf(node.Decision_Reason__c),
    claimCount: node.Claim_Count__c?.value ?? 0,
    isIncomplete: !accountName || !providerName,
    facts,
  };
}

function factsOf(node: ContractNode): RowFacts {
  const relationshipOwnerId = value(node.Account__r?.Relationship_Owner__c);
  return {
    decisionDay: dayOf(node.Decision_Date__c),
    endDay: dayOf(node.End_Date__c),
    approachTaskFor: dayOf(node.Approach_Task_For_Date__c),
    category: value(node.Product_Category__c),
    status: value(node.Status__c),
    snoozedUntil: dayOf(node.Snoozed_Until_Date__c),
    notRelevantReason: value(node.Not_Relevant_Reason__c),
    relationshipOwnerId,
    callerId: relationshipOwnerId ?? value(node.Account__r?.OwnerId),
  };
}

/** Said on every row it would be read on none: so only what makes somebody think twice, and nothing where there is no date. */
function doubtsOf(node: ContractNode, labels: RowLabels): readonly string[] {
  if (!dayOf(node.End_Date__c)) return [];
  const isDoubted = ['Medium', 'Low'].includes(value(node.Confidence__c) ?? '');
  const precision = labels.precision[value(node.Date_Precision__c) ?? ''] ?? '';
  return [precision, isDoubted ? fillLabel(labels.confidence, shownOf(node.Confidence__c)) : ''];
}

function noDecision(urgency: Urgency, labels: RowLabels): string {
  return urgency === 'open' ? labels.anyMonth : labels.notKnown;
}
