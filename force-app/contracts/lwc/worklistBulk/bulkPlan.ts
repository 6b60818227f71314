// What an action does to each selected row, which rows it leaves out and why, and what takes it back.
import { fillLabel } from 'c/labelText';
import type { RecordChange } from 'c/recordBatch';
import type { AccountCheck } from 'c/worklistCampaign';
import type { PlannedCall } from 'c/worklistRow';
import type { TableRow } from 'c/worklistTable';
import { LABELS } from './bulkLabels';

export type BulkAction = 'call' | 'assign' | 'campaign' | 'snooze' | 'aside' | 'back';

export interface BulkRow extends TableRow {
  readonly call: PlannedCall | undefined;
}

/** What the user filled in, kept per action until it is saved. */
export interface BulkForm {
  /** Civil day, or ''. */
  readonly day: string;
  /** Id of a user, or 'keeper' for whoever keeps the relationship of each row. */
  readonly person: string;
  /** API value of Not_Relevant_Reason__c. */
  readonly reason: string;
  readonly campaignId: string;
  readonly checks: readonly AccountCheck[];
}

export interface RowWords {
  readonly rowIds: readonly string[];
  readonly name: string;
  readonly words: string;
}
/** One record that is saved, for one row or for several of the same account. */
export interface RowPlan {
  readonly rowIds: readonly string[];
  readonly name: string;
  readonly change: RecordChange;
  /** What is saved once the first change is. */
  readonly follow: readonly RecordChange[];
  /** What takes all of it back; `id` is that of the record that the change saved. */
  readonly undo: (id: string) => readonly RecordChange[];
}
export interface BulkPlan {
  readonly plans: readonly RowPlan[];
  readonly leftOut: readonly RowWords[];
}

type Decision = RowPlan | RowWords;

export function planOf(action: BulkAction, rows: readonly BulkRow[], form: BulkForm, written: (day: string) => string): BulkPlan {
  const decisions = action === 'campaign' ? form.checks.map((check) => campaignDecision(check, form)) : decide(action, rows, form, written);
  return {
    plans: decisions.flatMap((one) => ('change' in one ? [one] : [])),
    leftOut: decisions.flatMap((one) => ('change' in one ? [] : [one])),
  };
}

function decide(action: BulkAction, rows: readonly BulkRow[], form: BulkForm, written: (day: string) => string): readonly Decision[] {
  if (action === 'assign') return perAccount(rows).map((group) => assignDecision(group, form.person));
  return rows.map((row) => {
    if (action === 'call') return callDecision(row, form, written);
    if (action === 'snooze') return snoozeDecision(row, form.day, written);
    return action === 'back' ? backDecision(row) : contractPlan(row, asideFields(form.reason));
  });
}

const nameOf = (row: BulkRow): string => [row.accountName, row.product].filter(Boolean).join(' · ');
const leaveOut = (row: BulkRow, words: string): RowWords => ({ rowIds: [row.id], name: nameOf(row), words });

function callDecision(row: BulkRow, { day, person }: BulkForm, written: (day: string) => string): Decision {
  const { facts, call } = row;
  const ownerId = person === 'keeper' ? facts.callerId : person;
  if (!row.accountId || !ownerId) return leaveOut(row, LABELS.hidden);
  const refusal = phoneRefusal(row);
  if (refusal) return leaveOut(row, refusal);
  if (call) return leaveOut(row, fillLabel(LABELS.alreadyPlanned, call.day ? written(call.day) : LABELS.notKnown));
  const subject = fillLabel(LABELS.callSubject, row.decisionDate, row.product, row.providerName).slice(0, 255);
  // the nightly flow asks for a call once per decision date: this is that call
  const noted = facts.decisionDay && facts.decisionDay !== facts.approachTaskFor ? facts.decisionDay : undefined;
  return {
    rowIds: [row.id],
    name: nameOf(row),
    change: {
      kind: 'create',
      object: 'Task',
      fields: {
        Subject: subject,
        Description: [...row.why.map(({ text }) => text), row.reason].filter(Boolean).join('\n'),
        WhatId: row.accountId,
        OwnerId: ownerId,
        ActivityDate: day,
        Status: 'Not Started',
        Priority: 'Normal',
        Task_Kind__c: 'Approach',
        Product_Category__c: facts.category ?? null,
        Source_Record_Id__c: row.id,
      },
    },
    follow: noted ? [contractChange(row, { Approach_Task_For_Date__c: noted })] : [],
    undo: (id) => [
      { kind: 'delete', object: 'Task', id },
      ...(noted ? [contractChange(row, { Approach_Task_For_Date__c: facts.approachTaskFor ?? null })] : []),
    ],
  };
}

/** Why nobody of the account may be called; blank where somebody may, and where nobody decided. */
function phoneRefusal({ consent }: BulkRow): string {
  const phone = consent?.find(({ channel, verdict }) => channel === 'Phone' && verdict === 'May Not');
  return phone ? (phone.sentences[0]?.sentence ?? `${phone.channelWords}: ${phone.verdictWords}`) : '';
}

function perAccount(rows: readonly BulkRow[]): readonly (readonly [BulkRow, ...BulkRow[]])[] {
  const groups = new Map<string, [BulkRow, ...BulkRow[]]>();
  for (const row of rows) {
    const group = groups.get(row.accountId ?? row.id);
    if (group) group.push(row);
    else groups.set(row.accountId ?? row.id, [row]);
  }
  return [...groups.values()];
}

/** The relationship of the account is handed over, and with it the calls that are planned for these rows. */
function assignDecision(rows: readonly [BulkRow, ...BulkRow[]], person: string): Decision {
  const [row] = rows;
  const rowIds = rows.map(({ id }) => id);
  const { relationshipOwnerId } = row.facts;
  if (!row.accountId) return { rowIds, name: nameOf(row), words: LABELS.hidden };
  if (relationshipOwnerId === person) return { rowIds, name: row.accountName, words: LABELS.alreadyTheirs };
  const id = row.accountId;
  const calls = rows.flatMap(({ call }) => (call && call.ownerId !== person ? [call] : []));
  const accountChange = (owner: string | null): RecordChange => ({
    kind: 'update',
    object: 'Account',
    id,
    fields: { Relationship_Owner__c: owner },
  });
  const taskChange = (taskId: string, owner: string): RecordChange => ({
    kind: 'update',
    object: 'Task',
    id: taskId,
    fields: { OwnerId: owner },
  });
  return {
    rowIds,
    name: row.accountName,
    change: accountChange(person),
    follow: calls.map(({ taskId }) => taskChange(taskId, person)),
    undo: () => [
      accountChange(relationshipOwnerId ?? null),
      ...calls.flatMap(({ taskId, ownerId }) => (ownerId ? [taskChange(taskId, ownerId)] : [])),
    ],
  };
}

function campaignDecision({ contactId, rowIds, name, words }: AccountCheck, { campaignId }: BulkForm): Decision {
  if (!contactId) return { rowIds, name, words };
  return {
    rowIds,
    name,
    change: { kind: 'create', object: 'CampaignMember', fields: { CampaignId: campaignId, ContactId: contactId } },
    follow: [],
    undo: (id) => [{ kind: 'delete', object: 'CampaignMember', id }],
  };
}

function snoozeDecision(row: BulkRow, day: string, written: (day: string) => string): Decision {
  const { decisionDay } = row.facts;
  const isStillToCome = decisionDay !== undefined && row.urgency !== 'passed';
  if (isStillToCome && day > decisionDay) return leaveOut(row, fillLabel(LABELS.after, written(decisionDay)));
  return contractPlan(row, { Snoozed_Until_Date__c: day });
}

function backDecision(row: BulkRow): Decision {
  if (row.facts.status === 'Not Relevant') return contractPlan(row, { Status__c: 'Active', Not_Relevant_Reason__c: null });
  return row.facts.snoozedUntil ? contractPlan(row, { Snoozed_Until_Date__c: null }) : leaveOut(row, LABELS.alreadyBack);
}

function asideFields(reason: string): ContractFields {
  return { Status__c: 'Not Relevant', Not_Relevant_Reason__c: reason };
}

type ContractFields = Readonly<
  Partial<Record<'Status__c' | 'Not_Relevant_Reason__c' | 'Snoozed_Until_Date__c' | 'Approach_Task_For_Date__c', string | null>>
>;

function contractChange({ id }: BulkRow, fields: ContractFields): RecordChange {
  return { kind: 'update', object: 'Competitor_Contract__c', id, fields: { ...fields } as Record<string, string | null> };
}

function contractPlan(row: BulkRow, fields: ContractFields): RowPlan {
  const { status, notRelevantReason, snoozedUntil, approachTaskFor } = row.facts;
  const before: Required<ContractFields> = {
    Status__c: status ?? null,
    Not_Relevant_Reason__c: notRelevantReason ?? null,
    Snoozed_Until_Date__c: snoozedUntil ?? null,
    Approach_Task_For_Date__c: approachTaskFor ?? null,
  };
  const back = Object.fromEntries(Object.keys(fields).map((name) => [name, before[name as keyof ContractFields]]));
  return {
    rowIds: [row.id],
    name: nameOf(row),
    change: contractChange(row, fields),
    follow: [],
    undo: () => [contractChange(row, back)],
  };
}
