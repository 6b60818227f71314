// The calls that are planned already, by contract.
import { nodesOf, type Connection } from 'c/graphAnswer';
import type { TaskNode } from './contractNode';

export interface PlannedCall {
  readonly taskId: string;
  readonly ownerId: string | undefined;
  /** Civil day on which it is due; undefined when the task has none. */
  readonly day: string | undefined;
}

/** By contract id; of several calls the first in the answer. */
export function plannedCalls(connection: Connection<TaskNode>): ReadonlyMap<string, PlannedCall> {
  const calls = new Map<string, PlannedCall>();
  for (const { Id, Source_Record_Id__c, OwnerId, ActivityDate } of nodesOf(connection)) {
    const contract = Source_Record_Id__c?.value;
    if (!contract || calls.has(contract)) continue;
    calls.set(contract, { taskId: Id, ownerId: OwnerId?.value ?? undefined, day: ActivityDate?.value ?? undefined });
  }
  return calls;
}
