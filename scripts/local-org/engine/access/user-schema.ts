// The schema as one user sees it: objects and fields without access are not there, fields that are only read cannot be written.
import type { ChildRelationship, Field, Schema, SObjectType } from '../../metadata/schema.ts';
import type { Grants } from './grants.ts';

/** The part of a schema that the grants open, in every language. */
export function userSchema(schema: Schema, grants: Grants): Schema {
  const languages = new Map<string, Schema>();
  const inLanguage = (language: string): Schema => {
    let found = languages.get(language);
    if (!found) languages.set(language, (found = openPart(schema.inLanguage(language), grants, inLanguage)));
    return found;
  };
  return openPart(schema, grants, inLanguage);
}

function openPart(schema: Schema, grants: Grants, inLanguage: (language: string) => Schema): Schema {
  const objects = schema.objects.filter(({ name }) => grants.object(name).read).map((object) => openObject(schema, object, grants));
  const byName = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
  const byPrefix = new Map(objects.map((object) => [object.keyPrefix, object]));
  return {
    ...schema,
    objects,
    object: (name) => byName.get(name.toLowerCase()),
    objectOfId: (id) => byPrefix.get(id.slice(0, 3)),
    inLanguage,
  };
}

function openObject(schema: Schema, object: SObjectType, grants: Grants): SObjectType {
  const fields = object.fields.flatMap((field) => openField(object, field, grants) ?? []);
  const byName = new Map(fields.map((field) => [field.name.toLowerCase(), field]));
  const isOpen = (child: ChildRelationship | undefined): boolean => {
    const type = schema.object(child?.childObject ?? '');
    const field = type?.field(child?.field ?? '');
    return type !== undefined && field !== undefined && grants.object(type.name).read && grants.field(type, field) !== 'none';
  };
  return {
    ...object,
    rights: grants.object(object.name),
    fields,
    childRelationships: object.childRelationships.filter(isOpen),
    field: (name) => byName.get(name.toLowerCase()),
    parentRelationship(name) {
      const reference = object.parentRelationship(name);
      return reference && byName.get(reference.name.toLowerCase());
    },
    childRelationship(name) {
      const child = object.childRelationship(name);
      return isOpen(child) ? child : undefined;
    },
  };
}

function openField(object: SObjectType, field: Field, grants: Grants): Field | undefined {
  const right = grants.field(object, field);
  if (right === 'none') return undefined;
  return right === 'edit' || !(field.createable || field.updateable) ? field : { ...field, createable: false, updateable: false };
}
