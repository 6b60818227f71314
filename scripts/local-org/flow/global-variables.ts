// The names that every flow knows: $Flow, $GlobalConstant, $Label, $Permission, $User.
import type { Value } from '../../platform/record.ts';
import type { Schema } from '../metadata/schema.ts';
import type { Interview, Reader, Resource } from './flow.ts';
import { readUser } from './parent-records.ts';
import { recordPath } from './record-paths.ts';

const text = (read: Reader): Resource => ({ type: 'text', collection: false, read });

/** An id that no other interview has: the flow, the moment and the place in the batch. */
function interviewGuid(interview: Interview): string {
  const { batch, program } = interview;
  return `${program.name}-${batch.host.now.toISOString()}-${batch.interviews.indexOf(interview)}`;
}

const FLOW: Readonly<Record<string, Resource>> = {
  currentdate: { type: 'date', collection: false, read: (interview) => interview.batch.host.today },
  currentdatetime: { type: 'datetime', collection: false, read: (interview) => interview.batch.host.now.toISOString() },
  interviewstarttime: { type: 'datetime', collection: false, read: (interview) => interview.batch.host.now.toISOString() },
  interviewguid: text(interviewGuid),
  faultmessage: text((interview) => interview.fault),
};

const CONSTANTS: Readonly<Record<string, Resource>> = {
  true: { type: 'boolean', collection: false, read: () => true },
  false: { type: 'boolean', collection: false, read: () => false },
  emptystring: text(() => ''),
};

/** A label in the running user's language; looked up once per language. */
function label(schema: Schema, name: string): Resource | undefined {
  if (schema.label(name, 'en_US') === undefined) return undefined;
  let language: string | undefined;
  let value: Value = null;
  return text((interview) => {
    if (interview.batch.host.language !== language) {
      language = interview.batch.host.language;
      value = schema.label(name, language) ?? null;
    }
    return value;
  });
}

/** What a global variable stands for, or undefined for those that flows do not have or the local org does not implement. */
export function globalVariable(schema: Schema, name: string): Resource | undefined {
  const dot = name.indexOf('.');
  const [global, path] = dot < 0 ? [name.toLowerCase(), ''] : [name.slice(0, dot).toLowerCase(), name.slice(dot + 1)];
  if (global === '$flow') return FLOW[path.toLowerCase()];
  if (global === '$globalconstant') return CONSTANTS[path.toLowerCase()];
  if (global === '$label') return label(schema, path);
  if (global === '$permission') {
    return path === ''
      ? undefined
      : { type: 'boolean', collection: false, read: (interview) => interview.batch.host.hasCustomPermission(path) };
  }
  const user = global === '$user' ? schema.object('User') : undefined;
  return user && recordPath(schema, { type: 'record', collection: false, object: user, read: readUser }, path);
}
