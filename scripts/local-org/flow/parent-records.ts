// Records behind relationships (`$Record.Account__r.Name`), read once for all interviews of a batch that stand in the same flow.
import type { Row } from '../../platform/record.ts';
import type { Batch, FlowValue, Interview, Reader } from './flow.ts';

/** A record in a slot, or null when the slot holds none. */
export function asRow(value: FlowValue): Row | null {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Row) : null;
}

/** A copy that its owner may change; what the record computes when it is read, the copy computes too. */
export function copyOf(row: Row): Row {
  return Object.assign(Object.create(Object.getPrototypeOf(row) as object | null) as Row, row);
}

/** The record that another record's reference field points at, or null. */
export function parentReader(child: Reader, referenceField: string, parentObject: string): Reader {
  const idIn = (interview: Interview): string | null => {
    const id = asRow(child(interview))?.[referenceField];
    return typeof id === 'string' ? id : null;
  };
  return (interview) => {
    const id = idIn(interview);
    if (id === null) return null;
    const known = recordsOf(interview.batch, parentObject);
    const found = known.get(id);
    if (found !== undefined) return found;
    const ids = new Set([id]);
    for (const other of interview.batch.interviews) {
      const otherId = other.program === interview.program ? idIn(other) : null;
      if (otherId !== null && !known.has(otherId)) ids.add(otherId);
    }
    const rows = interview.batch.host.parents(parentObject, [...ids]);
    for (const wanted of ids) known.set(wanted, rows.get(wanted) ?? null);
    return known.get(id) ?? null;
  };
}

/** The running user's record. */
export const readUser: Reader = (interview) => {
  const { host } = interview.batch;
  const known = recordsOf(interview.batch, 'User');
  let user = known.get(host.userId);
  if (user === undefined) {
    user = host.parents('User', [host.userId]).get(host.userId) ?? null;
    known.set(host.userId, user);
  }
  return user;
};

function recordsOf(batch: Batch, object: string): Map<string, (Row & { Id: string }) | null> {
  let known = batch.parents.get(object);
  if (!known) {
    known = new Map();
    batch.parents.set(object, known);
  }
  return known;
}
