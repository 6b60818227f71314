// The part of an org's schema that User Interface API serves, GraphQL included: records for people, not setup.
import type { Schema } from '../../metadata/schema.ts';

/** Objects of the local org that User Interface API does not support (User Interface API Developer Guide, "Supported Objects"). */
const SETUP_OBJECTS: ReadonlySet<string> = new Set([
  'EntityDefinition',
  'FieldDefinition',
  'OpportunityStage',
  'Organization',
  'PermissionSet',
  'PermissionSetAssignment',
  'Profile',
  'UserRole',
]);

/** The same schema without setup objects; references to them stay plain ids. */
export function userInterfaceSchema(schema: Schema): Schema {
  return {
    ...schema,
    objects: schema.objects.filter((object) => !SETUP_OBJECTS.has(object.name)),
    object: (name) => {
      const object = schema.object(name);
      return object && !SETUP_OBJECTS.has(object.name) ? object : undefined;
    },
    objectOfId: (id) => {
      const object = schema.objectOfId(id);
      return object && !SETUP_OBJECTS.has(object.name) ? object : undefined;
    },
    label: (name, language) => schema.label(name, language),
    inLanguage: (language) => userInterfaceSchema(schema.inLanguage(language)),
  };
}
