// Agreement between objects, once all of them are read: references, roll-ups, names.
import { MetadataRefusal } from './metadata-refusal.ts';
import type { ObjectDefinition } from './object-definition.ts';
import type { Field } from './schema.ts';
import { summarizedType } from './summary-field.ts';

/** Gives roll-ups the type of the field they summarize. Throws MetadataRefusal for a reference or roll-up that leads nowhere. */
export function agreeingObjects(given: readonly ObjectDefinition[]): readonly ObjectDefinition[] {
  const objects = given.map((object) => withActivityTargets(object, given));
  const byName = new Map(objects.map((object) => [object.name, object]));
  return objects.map((object) => ({
    ...object,
    fields: object.fields.map((definition) => ({ ...definition, field: agreeingField(object, definition.field, byName) })),
  }));
}

/** What a task or event is about may be a record of any custom object that has activities. */
function withActivityTargets(object: ObjectDefinition, all: readonly ObjectDefinition[]): ObjectDefinition {
  if (object.name !== 'Task' && object.name !== 'Event') return object;
  const targets = all.filter((other) => other.hasActivities).map((other) => other.name);
  const fields = object.fields.map((definition) =>
    definition.field.name === 'WhatId'
      ? { ...definition, field: { ...definition.field, referenceTo: [...definition.field.referenceTo, ...targets] } }
      : definition,
  );
  return { ...object, fields };
}

function agreeingField(object: ObjectDefinition, field: Field, byName: ReadonlyMap<string, ObjectDefinition>): Field {
  const place = `${object.name}.${field.name}`;
  if (object.fields.filter((other) => other.field.name.toLowerCase() === field.name.toLowerCase()).length > 1) {
    throw new MetadataRefusal(place, 'is defined more than once');
  }
  const stranger = field.custom ? field.referenceTo.find((target) => !byName.has(target)) : undefined;
  if (stranger) throw new MetadataRefusal(place, `refers to ${stranger}, an object that the org does not have`);
  const { summary } = field;
  if (!summary) return field;
  const child = byName.get(summary.childObject)?.fields.map((definition) => definition.field) ?? [];
  const master = child.find((other) => other.name === summary.foreignKeyField);
  if (!master?.masterDetail || !master.referenceTo.includes(object.name)) {
    throw new MetadataRefusal(
      place,
      `sums over ${summary.childObject}.${summary.foreignKeyField}, which is no master-detail field to ${object.name}`,
    );
  }
  const unknown = [summary.summarizedField, ...summary.filters.map((filter) => filter.field)].find(
    (name) => name !== undefined && !child.some((other) => other.name === name),
  );
  if (unknown) throw new MetadataRefusal(place, `uses ${summary.childObject}.${unknown}, a field that the object does not have`);
  const summarized = child.find((other) => other.name === summary.summarizedField);
  return summarized ? summarizedType(field, summarized) : field;
}
