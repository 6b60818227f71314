// A platform event: an object of force-app whose records are published, heard by flows, and stored nowhere.
import type { FieldDefinition } from './custom-field.ts';
import { MetadataRefusal } from './metadata-refusal.ts';
import type { XmlElement } from './metadata-xml.ts';
import type { ObjectDefinition } from './object-definition.ts';
import type { PublishBehavior } from './schema.ts';
import { CREATION_FIELDS, standardField } from './system-fields.ts';

const BEHAVIORS: Readonly<Record<string, PublishBehavior>> = { PublishImmediately: 'immediately', PublishAfterCommit: 'after-commit' };
/** Kinds of fields that an event may have (Platform Events Developer Guide, "Platform Event Fields"). */
const FIELD_TYPES: readonly string[] = ['boolean', 'date', 'datetime', 'double', 'string', 'textarea'];

const READ_ONLY = { createable: false, updateable: false } as const;
/** What the platform adds to each event. */
const OWN_FIELDS: readonly FieldDefinition[] = [
  { field: standardField('ReplayId', 'Replay ID', 'string', { ...READ_ONLY, length: 1000 }) },
  { field: standardField('EventUuid', 'Event UUID', 'string', { ...READ_ONLY, length: 36 }) },
  ...CREATION_FIELDS,
];

/** Throws MetadataRefusal, naming the file, for settings and fields that events do not have. */
export function platformEvent(name: string, xml: XmlElement, fields: readonly FieldDefinition[]): ObjectDefinition {
  const eventType = xml.required('eventType');
  if (eventType !== 'HighVolume') throw new MetadataRefusal(xml.file, `has the event type ${eventType}; new events are all HighVolume`);
  const publish = BEHAVIORS[xml.required('publishBehavior')];
  if (!publish) throw new MetadataRefusal(xml.file, `has the publish behavior ${xml.required('publishBehavior')}, which does not exist`);
  const strange = fields.find(({ field }) => !FIELD_TYPES.includes(field.type) || field.formula);
  if (strange) throw new MetadataRefusal(xml.file, `has the field ${strange.field.name}, of a kind that platform events do not have`);
  const label = xml.required('label');
  const description = xml.text('description');
  return {
    name,
    label,
    labelPlural: xml.text('pluralLabel') ?? label,
    keyPrefix: '',
    custom: true,
    publish,
    ...(description === undefined ? {} : { description }),
    fields: [...OWN_FIELDS, ...fields.map(({ field, ...more }) => ({ ...more, field: { ...field, updateable: false } }))],
    validationRules: [],
  };
}
