// Puts object definitions together to the schema: children, look-ups by name and by id, labels, languages.
import type { LabelCatalogue } from './custom-labels.ts';
import type { ObjectDefinition } from './object-definition.ts';
import type { ChildRelationship, Field, Schema, SObjectType } from './schema.ts';
import { translatedObject } from './translations.ts';
import type { Translation } from './translations.ts';

/** The schema of the objects; `translations` by language such as `nl_NL`. */
export function buildSchema(
  definitions: readonly ObjectDefinition[],
  labels: LabelCatalogue,
  translations: ReadonlyMap<string, Translation>,
): Schema {
  const languages = new Map<string, Schema>();
  const inLanguage = (language: string): Schema => {
    const known = languages.get(language);
    if (known) return known;
    const translation = translations.get(language);
    const schema = translation
      ? schemaOf(
          definitions.map((object) => translatedObject(object, translation)),
          labels,
          inLanguage,
        )
      : own;
    languages.set(language, schema);
    return schema;
  };
  const own = schemaOf(definitions, labels, inLanguage);
  return own;
}

function schemaOf(definitions: readonly ObjectDefinition[], labels: LabelCatalogue, inLanguage: (language: string) => Schema): Schema {
  const children = childRelationships(definitions);
  const all = definitions.map((definition) => objectType(definition, children.get(definition.name) ?? []));
  const objects = all.filter(({ publish }) => publish === undefined);
  const events = all.filter(({ publish }) => publish !== undefined);
  const byName = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
  const byPrefix = new Map(objects.map((object) => [object.keyPrefix, object]));
  return {
    objects,
    object: (name) => byName.get(name.toLowerCase()),
    events,
    event: (name) => events.find((event) => event.name.toLowerCase() === name.toLowerCase()),
    objectOfId: (id) => byPrefix.get(id.slice(0, 3)),
    label: (name, language) => labels.text(name, language),
    inLanguage,
  };
}

function objectType(definition: ObjectDefinition, children: readonly ChildRelationship[]): SObjectType {
  const fields = definition.fields.map(({ field }) => field);
  const byName = new Map(fields.map((field) => [field.name.toLowerCase(), field]));
  const parents = new Map(
    fields.flatMap((field): [string, Field][] => (field.relationshipName ? [[field.relationshipName.toLowerCase(), field]] : [])),
  );
  const childrenByName = new Map(
    children.flatMap((child): [string, ChildRelationship][] =>
      child.relationshipName ? [[child.relationshipName.toLowerCase(), child]] : [],
    ),
  );
  return {
    ...definition,
    fields,
    childRelationships: children,
    field: (name) => byName.get(name.toLowerCase()),
    parentRelationship: (name) => parents.get(name.toLowerCase()),
    childRelationship: (name) => childrenByName.get(name.toLowerCase()),
  };
}

function childRelationships(definitions: readonly ObjectDefinition[]): ReadonlyMap<string, readonly ChildRelationship[]> {
  const children = new Map<string, ChildRelationship[]>();
  for (const object of definitions) {
    for (const { field, childRelationshipName } of object.fields) {
      for (const parent of field.referenceTo) {
        const relationship: ChildRelationship = {
          childObject: object.name,
          field: field.name,
          ...(childRelationshipName === undefined ? {} : { relationshipName: childRelationshipName }),
          cascadeDelete: field.onParentDelete === 'cascade',
        };
        children.set(parent, [...(children.get(parent) ?? []), relationship]);
      }
    }
  }
  return children;
}
