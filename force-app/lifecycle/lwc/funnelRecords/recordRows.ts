// Positions, moves and accounts as rows of one table: account, what, when, why, who keeps the relationship.
import { countedLabel, fillLabel } from 'c/labelText';
import { dayIn, daysBetween, shownDay } from 'c/civilDay';
import { nodesOf, shownOf } from 'c/graphAnswer';
import type { AccountNode, ContractNode, MoveNode, PositionNode, RecordsAnswer, StageNode } from './recordsQuery';

export interface RecordRow {
  readonly id: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly city: string;
  readonly category: string;
  /** The stage, the move, or the provider. */
  readonly stage: string;
  /** Day, as people write it. */
  readonly day: string;
  /** Days in the stage, in words. */
  readonly time: string;
  readonly why: string;
  readonly owner: string;
}

export interface RowLabels {
  readonly daysOne: string;
  readonly daysOther: string;
  readonly fromTo: string;
  readonly fromNew: string;
  readonly accountOwner: string;
  readonly nobody: string;
  readonly hidden: string;
}

export interface RowContext {
  readonly today: string;
  readonly language: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly labels: RowLabels;
}

const BLANK = { category: '', stage: '', day: '', time: '', why: '' } as const;

export function recordRows({ uiapi: { query } }: RecordsAnswer, context: RowContext): readonly RecordRow[] {
  return [
    ...nodesOf(query.Lifecycle_Position__c).map((node) => positionRow(node, context)),
    ...nodesOf(query.Lifecycle_Transition__c).map((node) => moveRow(node, context)),
    ...nodesOf(query.Account).map((node) => ({ ...BLANK, id: node.Id, ...accountCells(node, context) })),
    ...nodesOf(query.Competitor_Contract__c).map((node) => contractRow(node, context)),
  ];
}

function positionRow(node: PositionNode, context: RowContext): RecordRow {
  const { today, language, labels } = context;
  const since = node.Since_Date__c?.value;
  return {
    id: node.Id,
    ...accountCells(node.Account__r, context),
    category: shownOf(node.Product_Category__c),
    stage: stageName(node.Lifecycle_Stage__r, language),
    day: since ? shownDay(since, context.locale) : '',
    time: since ? countedLabel({ one: labels.daysOne, other: labels.daysOther }, daysBetween(since, today), language) : '',
    why: shownOf(node.Reason__c),
  };
}

function moveRow(node: MoveNode, context: RowContext): RecordRow {
  const { language, labels } = context;
  const to = stageName(node.To_Stage__r, language);
  return {
    id: node.Id,
    ...accountCells(node.Lifecycle_Position__r?.Account__r, context),
    category: shownOf(node.Lifecycle_Position__r?.Product_Category__c),
    stage: node.From_Stage__r ? fillLabel(labels.fromTo, stageName(node.From_Stage__r, language), to) : fillLabel(labels.fromNew, to),
    day: dayOfMove(node.Occurred_At__c?.value, context),
    time: '',
    why: shownOf(node.Reason__c),
  };
}

function contractRow(node: ContractNode, context: RowContext): RecordRow {
  return {
    ...BLANK,
    id: node.Id,
    ...accountCells(node.Account__r, context),
    category: shownOf(node.Product_Category__c),
    stage: shownOf(node.Competitor__r?.Name),
    why: shownOf(node.Decision_Reason__c),
  };
}

/** The day of an instant for the user, who may live in another zone than the one in which it was written. */
function dayOfMove(instant: string | null | undefined, { timeZone, locale }: RowContext): string {
  if (!instant) return '';
  return shownDay(dayIn(timeZone, new Date(instant)), locale);
}

function stageName(stage: StageNode | null | undefined, language: string): string {
  return (language.startsWith('nl') ? stage?.Dutch_Name__c?.value : undefined) ?? shownOf(stage?.Name);
}

function accountCells(
  account: AccountNode | null | undefined,
  { labels }: RowContext,
): Pick<RecordRow, 'accountId' | 'accountName' | 'city' | 'owner'> {
  return {
    accountId: account?.Id ?? '',
    accountName: shownOf(account?.Name) || labels.hidden,
    city: shownOf(account?.BillingCity),
    owner: ownerName(account, labels),
  };
}

/** Without relationship owner the owner of the account acts, and the row says so. */
function ownerName(account: AccountNode | null | undefined, labels: RowLabels): string {
  const keeper = shownOf(account?.Relationship_Owner__r?.Name);
  const owner = shownOf(account?.Owner?.Name);
  return keeper || (owner ? fillLabel(labels.accountOwner, owner) : labels.nobody);
}
