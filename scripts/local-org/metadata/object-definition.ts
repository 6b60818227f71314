// An object on its way into the schema: read from data or metadata, its children not yet known.
import type { FieldDefinition } from './custom-field.ts';
import type { PublishBehavior, SharingModel, UniqueReferences, ValidationRule } from './schema.ts';

export interface ObjectDefinition {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  /** Empty for a custom object until the prefixes of all of them are given. */
  readonly keyPrefix: string;
  readonly custom: boolean;
  readonly description?: string;
  /** Tasks and events may be about its records. */
  readonly hasActivities?: boolean;
  /** Present for platform events. */
  readonly publish?: PublishBehavior;
  readonly sharingModel?: SharingModel;
  readonly fields: readonly FieldDefinition[];
  readonly validationRules: readonly ValidationRule[];
  readonly uniqueTogether?: readonly UniqueReferences[];
}
