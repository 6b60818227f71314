// Fields behind a record in a flow: `Field__c`, and through relationships `Account__r.Owner:User.Name`.
import type { Row, Value } from '../../platform/record.ts';
import { formulaType } from '../formula/record-scope.ts';
import type { Field, Schema, SObjectType } from '../metadata/schema.ts';
import type { FlowValue, Interview, Reader, Resource } from './flow.ts';
import { asRow, copyOf, parentReader } from './parent-records.ts';

/** Reads one field; a checkbox of a record is never blank. `computedIn` is the object of a record whose formula fields the host computes. */
function fieldReader(record: Reader, field: Field, computedIn: string | undefined): Reader {
  const { name } = field;
  if (computedIn !== undefined) {
    const read = computedReader(computedIn, field);
    return (interview) => {
      const row = asRow(record(interview));
      return row === null ? null : read(interview, row);
    };
  }
  if (field.type === 'boolean') {
    return (interview) => {
      const row = asRow(record(interview));
      return row === null ? null : row[name] === true;
    };
  }
  return (interview) => asRow(record(interview))?.[name] ?? null;
}

function computedReader(object: string, { name, type }: Field): (interview: Interview, row: Row) => Value {
  const blank = type === 'boolean' ? false : null;
  return (interview, row) => row[name] ?? interview.batch.host.computed?.(object, row, name) ?? blank;
}

/** Replaces a record in its slot by a copy with one field changed, since rows are shared between interviews. */
function fieldWriter(record: Resource, field: Field): ((interview: Interview, value: FlowValue) => void) | undefined {
  const { write } = record;
  if (!write) return undefined;
  const { name } = field;
  return (interview, value) => {
    const copy = copyOf(asRow(record.read(interview)) ?? {});
    copy[name] = value === '' || typeof value === 'object' ? null : value;
    write(interview, copy);
  };
}

/** The resource at a path behind a record, or undefined when the schema does not know it. */
export function recordPath(schema: Schema, record: Resource, path: string): Resource | undefined {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let { read } = record;
  let object: SObjectType | undefined = record.object;
  for (const step of steps) {
    const [relationship = '', target] = step.split(':');
    const reference = object?.parentRelationship(relationship);
    if (!reference || (target === undefined && reference.referenceTo.length !== 1)) return undefined;
    const parent = schema.object(target ?? reference.referenceTo[0] ?? '');
    if (!parent || !reference.referenceTo.includes(parent.name)) return undefined;
    read = parentReader(read, reference.name, parent.name);
    object = parent;
  }
  const field = object?.field(last);
  const type = field && formulaType(field.type);
  if (!field || type === undefined) return undefined;
  const write = steps.length === 0 ? fieldWriter(record, field) : undefined;
  const computedIn = field.formula && (steps.length > 0 || record.starting === true) ? object?.name : undefined;
  return { type, collection: false, read: fieldReader(read, field, computedIn), ...(write ? { write } : {}) };
}

/** A field of the record that started the flow: written in place before the save, in the interview's own copy after it. */
export function triggeringField(schema: Schema, object: SObjectType, path: string): Resource | undefined {
  const record: Resource = { type: 'record', collection: false, object, starting: true, read: (interview) => interview.record };
  const found = recordPath(schema, record, path);
  const field = path.includes('.') ? undefined : object.field(path);
  if (!found || !field) return found;
  const { name } = field;
  const boolean = field.type === 'boolean';
  if (field.formula) {
    const read = computedReader(object.name, field);
    return {
      type: found.type,
      collection: false,
      read: (interview) => read(interview, interview.record),
      readPrior: (interview) => (interview.prior ? read(interview, interview.prior) : boolean ? false : null),
    };
  }
  return {
    type: found.type,
    collection: false,
    read: boolean ? (interview) => interview.record[name] === true : (interview) => interview.record[name] ?? null,
    readPrior: (interview) => (boolean ? interview.prior?.[name] === true : (interview.prior?.[name] ?? null)),
    ...(field.createable || field.updateable ? { write: fieldOfTriggeringRecord(name) } : {}),
  };
}

/** Writes into the record before the save, and into the interview's own copy after it. */
function fieldOfTriggeringRecord(name: string): NonNullable<Resource['write']> {
  return (interview, value) => {
    if (interview.batch.timing !== 'before-save' && !interview.assigned) {
      interview.record = copyOf(interview.record);
      interview.assigned = new Set();
    }
    interview.assigned?.add(name);
    interview.record[name] = value === '' || typeof value === 'object' ? null : value;
  };
}
