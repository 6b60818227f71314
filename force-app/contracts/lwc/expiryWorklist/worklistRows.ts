// From the nodes that GraphQL answers to the rows that people read.
import { fillLabel } from 'c/labelText';
import { isDay } from 'c/civilDay';
import { daysLeft, type DaysLeftLabels, type Urgency } from './daysLeftSentence';
import type { Connection, ContractNode, FieldOf } from './worklistQuery';

export interface RowLabels extends DaysLeftLabels {
  /** Stands where a name should be that the user may not see. */
  readonly nameMissing: string;
  /** Stands where a date or an amount is not known. */
  readonly notKnown: string;
  /** With the day as `{0}`. */
  readonly endsOn: string;
  readonly endedOn: string;
  readonly endUnknown: string;
  /** Stands where a decision date would be when there is none to miss. */
  readonly anyMonth: string;
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

export interface WorklistRow {
  readonly id: string;
  readonly accountId: string | undefined;
  readonly accountName: string;
  readonly city: string;
  readonly providerName: string;
  readonly product: string;
  readonly daysLeft: string;
  readonly urgency: Urgency;
  readonly decisionDate: string;
  /** When the contract, or its present term, ends. */
  readonly ends: string;
  readonly monthlyValue: string;
  readonly noticeState: string;
  readonly reason: string;
  /** A name is missing: the row is shown, and counted in the sentence about incomplete rows. */
  readonly isIncomplete: boolean;
}

const text = (field: FieldOf<string>): string => field?.displayValue ?? field?.value ?? '';

export function toRows(connection: Connection<ContractNode> | null | undefined, setting: RowSetting): readonly WorklistRow[] {
  const dates = new Intl.DateTimeFormat(setting.locale, { timeZone: 'UTC', day: '2-digit', month: '2-digit', year: 'numeric' });
  const money = new Intl.NumberFormat(setting.locale, { style: 'currency', currency: setting.currency });
  const { labels } = setting;
  const written = (day: string): string => dates.format(new Date(`${day}T00:00:00Z`));
  const dayOf = (field: FieldOf<string>): string | undefined => (isDay(field?.value) ? field.value : undefined);
  const endOf = (day: string | undefined): string => {
    if (day === undefined) return labels.endUnknown;
    return fillLabel(day < setting.today ? labels.endedOn : labels.endsOn, written(day));
  };

  const nodes = (connection?.edges ?? []).flatMap((edge) => (edge?.node ? [edge.node] : []));
  return nodes.map((node) => {
    const accountName = text(node.Account__r?.Name);
    const providerName = text(node.Competitor__r?.Name);
    const decision = dayOf(node.Decision_Date__c);
    const left = daysLeft(
      { decisionDate: decision ?? null, noticeState: node.Notice_State__c?.value ?? null },
      setting.today,
      setting.language,
      labels,
    );
    return {
      id: node.Id,
      accountId: node.Account__r?.Id,
      accountName: accountName || labels.nameMissing,
      city: text(node.Account__r?.BillingCity),
      providerName: providerName || labels.nameMissing,
      product: [text(node.Product_Category__c), text(node.Product_Name__c)].filter(Boolean).join(' · '),
      daysLeft: left.words,
      urgency: left.urgency,
      decisionDate: decision === undefined ? noDecision(left.urgency, labels) : written(decision),
      ends: endOf(dayOf(node.Current_End_Date__c) ?? dayOf(node.End_Date__c)),
      monthlyValue: typeof node.Monthly_Value__c?.value === 'number' ? money.format(node.Monthly_Value__c.value) : labels.notKnown,
      noticeState: text(node.Notice_State__c),
      reason: text(node.Decision_Reason__c),
      isIncomplete: !accountName || !providerName,
    };
  });
}

function noDecision(urgency: Urgency, labels: RowLabels): string {
  return urgency === 'open' ? labels.anyMonth : labels.notKnown;
}
