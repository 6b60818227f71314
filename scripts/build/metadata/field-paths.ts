// Follows paths of fields through a package: `Account__r.Owner.Name`, as formulas, flows, field sets and pages write them.
import type { PackageField, PackageModel, PackageObject } from './package-model.ts';

export type FollowedPath =
  | { readonly field: PackageField }
  /** It leads to where nothing is known, such as one of several objects. */
  | { readonly open: true }
  /** The name that is nowhere, and what to say about it. */
  | { readonly missing: string; readonly message: string };

/** Ends of compound fields: `Place__Latitude__s`. */
const PART = /^(?<field>\w+)__(?:Latitude|Longitude)__s$/;

/** The field at the end of a path. */
export function followPath(object: PackageObject, path: readonly string[], model: PackageModel): FollowedPath {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    const part = PART.exec(name)?.groups?.['field'];
    if (part !== undefined && object.fields.has(`${part}__c`)) return { open: true };
    const field = object.fields.get(name);
    return field ? { field } : { missing: name, message: `${object.name} has no field ${name}.` };
  }
  const [relationship = '', named] = name.split(':');
  const field = object.fields.get(relationship.endsWith('__r') ? `${relationship.slice(0, -3)}__c` : `${relationship}Id`);
  if (!field) return { missing: relationship, message: `${object.name} has no relationship ${relationship}.` };
  const [target, ...others] = named === undefined ? field.referenceTo : [named];
  const parent = others.length > 0 ? undefined : model.objects.get(target ?? '');
  return parent ? followPath(parent, rest, model) : { open: true };
}
