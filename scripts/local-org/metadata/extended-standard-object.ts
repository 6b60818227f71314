// A standard object with what the package folders add to it: custom fields, validation rules, descriptions of standard fields.
import type { ObjectFolder } from './custom-object.ts';
import type { FieldDefinition } from './custom-field.ts';
import { MetadataRefusal } from './metadata-refusal.ts';
import type { XmlElement } from './metadata-xml.ts';
import type { ObjectDefinition } from './object-definition.ts';

/** What a package may say of a standard field without changing what it is. */
const HARMLESS = new Set([
  'fullName',
  'type',
  'label',
  'description',
  'inlineHelpText',
  'trackHistory',
  'trackFeedHistory',
  'trackTrending',
  'required',
  'securityClassification',
]);

/** The object with the additions of the folders. Throws MetadataRefusal when a folder changes a standard field in earnest. */
export function extendedStandardObject(object: ObjectDefinition, folders: readonly ObjectFolder[]): ObjectDefinition {
  const said = folders.flatMap((folder) => folder.standardFields);
  for (const xml of said) {
    if (!object.fields.some(({ field }) => field.name === xml.required('fullName'))) {
      throw new MetadataRefusal(xml.file, `${object.name}.${xml.required('fullName')} is no standard field that the local org knows`);
    }
    const stranger = xml.names.find((name) => !HARMLESS.has(name));
    if (stranger) throw new MetadataRefusal(xml.file, `changes <${stranger}> of a standard field, which the local org does not implement`);
  }
  return {
    ...object,
    fields: [...object.fields.map((definition) => described(definition, said)), ...folders.flatMap((folder) => folder.fields)],
    validationRules: folders.flatMap((folder) => folder.validationRules),
  };
}

function described(definition: FieldDefinition, said: readonly XmlElement[]): FieldDefinition {
  const xml = said.find((candidate) => candidate.text('fullName') === definition.field.name);
  if (!xml) return definition;
  const [description, inlineHelpText] = [xml.text('description'), xml.text('inlineHelpText')];
  return {
    ...definition,
    field: {
      ...definition.field,
      ...(description === undefined ? {} : { description }),
      ...(inlineHelpText === undefined ? {} : { inlineHelpText }),
    },
  };
}
