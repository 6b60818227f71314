// The outbox: what flows would have sent to people. Nothing ever leaves the local org.
import type { OutgoingMessage } from '../../flow/flow-host.ts';
import type { Store } from '../../store/store.ts';
import type { OrgCore, SaveContext } from '../org-core.ts';

/** A message with the place and the moment in which it was sent. */
export type OutboxMessage = OutgoingMessage & {
  /** Counts up; ask for what came after it. */
  readonly serial: number;
  /** The org's clock, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
  readonly sentAt: string;
  /** Who ran the flow. */
  readonly userId: string;
};

const LIST = 'outbox';

/** Puts a message into the outbox, as part of the transaction; gives the reason when it names what does not exist. */
export function putInOutbox({ core, session }: SaveContext, message: OutgoingMessage): string | undefined {
  const wrong = problemOf(core, message);
  if (wrong !== undefined) return wrong;
  core.store.entries.add(LIST, JSON.stringify({ ...message, sentAt: core.now().toISOString(), userId: session.userId }));
  return undefined;
}

/** Messages after a serial, in the order in which they were sent. */
export function readOutbox(store: Store, after: number, count: number): readonly OutboxMessage[] {
  return store.entries
    .after(LIST, after, count)
    .map(({ serial, content }) => ({ serial, ...(JSON.parse(content) as Omit<OutboxMessage, 'serial'>) }) as OutboxMessage);
}

export function countOutbox(store: Store): number {
  return store.entries.count(LIST);
}

function problemOf(core: OrgCore, message: OutgoingMessage): string | undefined {
  if (message.kind === 'email') {
    const { recipientId, relatedRecordId } = message;
    if (recipientId !== null && !exists(core, recipientId, ['Contact', 'Lead', 'User'])) return `Invalid recipient ID: ${recipientId}`;
    if (relatedRecordId !== null && !exists(core, relatedRecordId)) return `Invalid related record ID: ${relatedRecordId}`;
    return undefined;
  }
  if (!exists(core, message.typeId, ['CustomNotificationType'])) return `Invalid custom notification type ID: ${message.typeId}`;
  if (!exists(core, message.targetId)) return `Invalid target ID: ${message.targetId}`;
  const unknown = message.recipientIds.find((id) => !exists(core, id, ['User', 'Group', 'Account', 'Opportunity']));
  return unknown === undefined ? undefined : `Invalid recipient ID: ${unknown}`;
}

/** Whether an id is that of a record, of one of the objects where they are given. */
function exists(core: OrgCore, id: string, objects?: readonly string[]): boolean {
  const object = core.schema.objectOfId(id);
  return object !== undefined && (objects?.includes(object.name) ?? true) && core.records.row(object.name, id) !== undefined;
}
