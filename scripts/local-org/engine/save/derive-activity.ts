// What the platform itself works out for tasks and events: the account that they are about, when a task was completed, and who may own them.
import type { Row } from '../../../platform/record.ts';
import { isAutomatedProcess } from '../flows/automated-process.ts';
import type { ObjectPlan } from '../plan/object-plan.ts';
import type { SaveContext } from '../org-core.ts';
import { fail, isChanged, isSound, type Draft } from './draft.ts';
import { wrongUserType } from './save-errors.ts';

const ACTIVITIES: ReadonlySet<string> = new Set(['Task', 'Event']);
/** Standard objects whose own AccountId counts when an activity is related to them (Object Reference, Task.AccountId). */
const OF_AN_ACCOUNT: ReadonlySet<string> = new Set(['Opportunity', 'Contract']);

/** Fields that an update may change although the client did not send them. */
export const DERIVED_OF_ACTIVITIES: readonly string[] = ['AccountId', 'CompletedDateTime'];

export function isActivity(plan: ObjectPlan): boolean {
  return ACTIVITIES.has(plan.object.name);
}

export function deriveActivities(context: SaveContext, plan: ObjectPlan, drafts: readonly Draft[]): void {
  if (!isActivity(plan)) return;
  for (const { record, prior } of drafts) {
    record['AccountId'] = accountOfWhat(context, record) ?? accountOfWho(context, record);
    if (plan.object.name !== 'Task') continue;
    const isCompleted = record['Status'] === 'Completed';
    record['CompletedDateTime'] = isCompleted ? (prior?.['CompletedDateTime'] ?? context.instant) : null;
  }
}

/** Refuses activities of the Automated Process user: a flow that runs as that user has to name the owner of the task that it makes. */
export function checkActivityOwners({ core }: SaveContext, plan: ObjectPlan, drafts: readonly Draft[]): void {
  if (!isActivity(plan)) return;
  for (const draft of drafts) {
    const owner = draft.record['OwnerId'];
    if (!isSound(draft) || typeof owner !== 'string' || !isChanged(draft, 'OwnerId')) continue;
    if (isAutomatedProcess(core, owner)) fail(draft, wrongUserType());
  }
}

/** The account itself, the account of a contract or opportunity, or the master of a custom object; undefined: ask the contact. */
function accountOfWhat(context: SaveContext, { WhatId: id }: Row): string | undefined {
  const object = typeof id === 'string' ? context.core.schema.objectOfId(id) : undefined;
  if (!object || typeof id !== 'string') return undefined;
  if (object.name === 'Account') return id;
  const master = object.fields.find(({ masterDetail, referenceTo }) => masterDetail && referenceTo.includes('Account'));
  const field = OF_AN_ACCOUNT.has(object.name) ? 'AccountId' : master?.name;
  const account = field === undefined ? undefined : context.core.records.row(object.name, id)?.[field];
  return typeof account === 'string' ? account : undefined;
}

function accountOfWho(context: SaveContext, { WhoId: id }: Row): string | null {
  if (typeof id !== 'string' || context.core.schema.objectOfId(id)?.name !== 'Contact') return null;
  const account = context.core.records.row('Contact', id)?.['AccountId'];
  return typeof account === 'string' ? account : null;
}
