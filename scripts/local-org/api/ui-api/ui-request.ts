// What UI API resources share: the user's schema and the objects and records that requests name.
import { ApiError } from '../../../platform/api-error.ts';
import { toId18 } from '../../../platform/record-id.ts';
import type { Org, Session } from '../../engine/org.ts';
import type { Schema, SObjectType } from '../../metadata/schema.ts';
import { userInterfaceSchema } from './supported-objects.ts';

export interface UserInterface {
  readonly org: Org;
  readonly session: Session;
  /** With labels in the language of the session. */
  readonly schema: Schema;
}

export function userInterface(org: Org, session: Session): UserInterface {
  return { org, session, schema: userInterfaceSchema(org.schema.inLanguage(session.language)) };
}

/** Throws ApiError 404 for an object that UI API does not serve. */
export function namedObject(schema: Schema, name: string | undefined): SObjectType {
  const object = schema.object(name ?? '');
  if (object) return object;
  throw new ApiError(404, 'INVALID_TYPE', `Object ${name ?? ''} is not supported in UI API`);
}

/** The object and 18-character id of a record; throws ApiError 404 for text that is no id of a served object. */
export function namedRecord(schema: Schema, text: string | undefined): { readonly object: SObjectType; readonly id: string } {
  const id = toId18(text ?? '');
  const object = id === undefined ? undefined : schema.objectOfId(id);
  if (id !== undefined && object) return { object, id };
  throw recordNotThere();
}

/** 403 for a record that is there but not to be read by the user, 404 for one that is not; UI API tells them apart. */
export function recordNotReadable({ org }: UserInterface, object: SObjectType, id: string): ApiError {
  const administrator = org.session(org.defaultUserId);
  const isThere = administrator && org.query(administrator, `SELECT Id FROM ${object.name} WHERE Id = '${id}'`).records.length > 0;
  return isThere
    ? new ApiError(
        403,
        'INSUFFICIENT_ACCESS',
        "You don't have access to this record. Ask your administrator for help or to request access.",
      )
    : recordNotThere();
}

export function recordNotThere(): ApiError {
  return new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
}
