// Where the names of a client's row lead: to fields, or to parents by their external ids.
import { ApiError } from '../../../platform/api-error.ts';
import type { Field, Schema, SObjectType } from '../../metadata/schema.ts';

/** Where a name of a client's row leads. */
export type InputTarget =
  | { readonly kind: 'id' }
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'parent'; readonly reference: Field; readonly parent: SObjectType; readonly key: Field };

/** The look-up of an object; throws ApiError 400 INVALID_FIELD for a name that is neither field nor `Parent.Key`. */
export function inputTargets(schema: Schema, object: SObjectType): (name: string) => InputTarget {
  const known = new Map<string, InputTarget>();
  return (name) => {
    const found = known.get(name);
    if (found) return found;
    const target = name.includes('.') ? parentTarget(schema, object, name) : fieldTarget(object, name);
    known.set(name, target);
    return target;
  };
}

function fieldTarget(object: SObjectType, name: string): InputTarget {
  const field = object.field(name);
  if (!field) throw new ApiError(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
  return field.type === 'id' ? { kind: 'id' } : { kind: 'field', field };
}

/** `Account__r.KvK_Number__c`, or `User:Owner.Username` where the parent may be of several objects. */
function parentTarget(schema: Schema, object: SObjectType, name: string): InputTarget {
  const [path = '', keyName = '', ...rest] = name.split('.');
  const [first = '', second] = path.split(':');
  const reference = object.parentRelationship(second ?? first);
  const parents = (second === undefined ? (reference?.referenceTo ?? []) : [first]).map((parent) => schema.object(parent));
  for (const parent of rest.length === 0 ? parents : []) {
    const key = parent?.field(keyName);
    if (reference && parent && key && (key.idLookup || key.externalId)) return { kind: 'parent', reference, parent, key };
  }
  throw new ApiError(
    400,
    'INVALID_FIELD',
    `Foreign key field '${name}' cannot be found on ${object.name}: it takes Relationship.ExternalIdField, one level`,
  );
}
