// Fields that a UI API request names, such as `Account.Owner.Name`, bound to the schema.
import { ApiError } from '../../../platform/api-error.ts';
import type { Schema, SObjectType } from '../../metadata/schema.ts';

/** A field path from the record, in canonical names and without the object: `Owner.Name`. */
export type FieldPath = readonly string[];

/** Paths of a parameter; each must name a field. Throws ApiError 400 INVALID_FIELD. */
export function requiredPaths(schema: Schema, object: SObjectType, names: readonly string[]): readonly FieldPath[] {
  return names.map((name) => {
    const path = bindPath(schema, object, name);
    if (path) return path;
    throw new ApiError(400, 'INVALID_FIELD', `No such column '${name.slice(name.indexOf('.') + 1)}' on sobject of type ${object.name}`);
  });
}

/** Paths of a parameter; names that the object does not have are left out. */
export function optionalPaths(schema: Schema, object: SObjectType, names: readonly string[]): readonly FieldPath[] {
  return names.flatMap((name) => {
    const path = bindPath(schema, object, name);
    return path ? [path] : [];
  });
}

/** Names in a comma-separated parameter that may come several times. */
export function namesIn(parameters: readonly string[]): readonly string[] {
  return parameters
    .flatMap((parameter) => parameter.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function bindPath(schema: Schema, object: SObjectType, name: string): FieldPath | undefined {
  const [start, ...steps] = name.split('.');
  if (start?.toLowerCase() !== object.name.toLowerCase()) return undefined;
  const path: string[] = [];
  let types: readonly SObjectType[] = [object];
  for (const [index, step] of steps.entries()) {
    if (index === steps.length - 1) {
      const field = firstOf(types, (type) => type.field(step));
      return field && [...path, field.name];
    }
    const reference = firstOf(types, (type) => type.parentRelationship(step));
    if (reference?.relationshipName === undefined) return undefined;
    path.push(reference.relationshipName);
    types = reference.referenceTo.flatMap((parent) => schema.object(parent) ?? []);
  }
  return undefined;
}

/** A parent may be of several kinds; a field that one of them has is a field. */
function firstOf<T>(types: readonly SObjectType[], find: (type: SObjectType) => T | undefined): T | undefined {
  return types.map(find).find((found) => found !== undefined);
}

/** Those of the paths that begin with something the object has. */
export function pathsOf(object: SObjectType, paths: readonly FieldPath[]): readonly FieldPath[] {
  return paths.filter(([first = '']) => object.field(first) ?? object.parentRelationship(first));
}
