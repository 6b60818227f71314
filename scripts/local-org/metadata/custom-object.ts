// An object folder of force-app: a custom object, or what the package adds to a standard one.
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { customField } from './custom-field.ts';
import type { FieldDefinition } from './custom-field.ts';
import { leadingDates, listView } from './list-view.ts';
import type { ListView } from './list-view.ts';
import { MetadataRefusal } from './metadata-refusal.ts';
import { readMetadataXml } from './metadata-xml.ts';
import type { XmlElement } from './metadata-xml.ts';
import type { ObjectDefinition } from './object-definition.ts';
import type { SharingModel, ValidationRule } from './schema.ts';
import { platformEvent } from './platform-event.ts';
import { AUDIT_FIELDS, DELETED_FIELD, ID_FIELD, ownerField, standardField } from './system-fields.ts';
import type { GlobalValueSet } from './value-set.ts';

/** What one `objects/<Name>` folder says; several packages may each add to one object. */
export interface ObjectFolder {
  readonly name: string;
  /** The `.object-meta.xml`, where this folder has one. */
  readonly object: XmlElement | undefined;
  readonly file: string;
  readonly fields: readonly FieldDefinition[];
  /** Descriptions and help that are added to standard fields. */
  readonly standardFields: readonly XmlElement[];
  readonly validationRules: readonly ValidationRule[];
  readonly listViews: readonly ListView[];
}

const LONGEST_NAME = 80;
const SHARING_MODELS: readonly SharingModel[] = ['Private', 'Read', 'ReadWrite', 'ControlledByParent'];
/** Parts of an object folder that say nothing about data. */
const WITHOUT_DATA = new Set(['compactLayouts', 'webLinks', 'fieldSets', 'searchLayouts']);

/** Parts of `<CustomObject>` that would be lost if they stood inside of it. */
const OUTSIDE = new Set(['fields', 'validationRules', 'recordTypes', 'businessProcesses', 'sharingReasons', 'indexes']);

/** Reads one object folder. Throws MetadataRefusal for metadata that is wrong or not supported. */
export function readObjectFolder(folder: string, globals: ReadonlyMap<string, GlobalValueSet>): ObjectFolder {
  const name = basename(folder);
  if (/__(mdt|b|x|kav)$/.test(name))
    throw new MetadataRefusal(
      folder,
      'is no custom object; the local org implements only names that end in __c, and __e for platform events',
    );
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const known = entry.name === 'fields' || entry.name === 'validationRules' || entry.name === 'listViews' || WITHOUT_DATA.has(entry.name);
    if (entry.isDirectory() && !known)
      throw new MetadataRefusal(join(folder, entry.name), 'is a kind of object metadata that the local org does not implement');
  }
  const file = join(folder, `${name}.object-meta.xml`);
  const fields = metadataFiles(join(folder, 'fields'), '.field-meta.xml').map((path) => readMetadataXml(path, 'CustomField'));
  const isCustom = (field: XmlElement): boolean => field.required('fullName').endsWith('__c');
  return {
    name,
    file,
    object: existsSync(file) ? readMetadataXml(file, 'CustomObject') : undefined,
    fields: fields.filter(isCustom).map((field) => customField(field, globals)),
    standardFields: fields.filter((field) => !isCustom(field)),
    validationRules: metadataFiles(join(folder, 'validationRules'), '.validationRule-meta.xml').map(validationRule),
    listViews: metadataFiles(join(folder, 'listViews'), '.listView-meta.xml').map((path) => listView(readMetadataXml(path, 'ListView'))),
  };
}

/** The custom object of one or more folders of the same name, with the fields that the platform adds. */
export function customObject(folders: readonly ObjectFolder[]): ObjectDefinition {
  const [first, ...more] = folders.filter((folder) => folder.object);
  if (!first?.object) throw new MetadataRefusal(folders[0]?.file ?? '', 'is missing: a custom object needs this file');
  if (more[0]) throw new MetadataRefusal(more[0].file, `defines ${first.name} a second time, after ${first.file}`);
  const xml = first.object;
  if (xml.names.includes('customSettingsType'))
    throw new MetadataRefusal(first.file, 'is a custom setting, which the local org does not implement');
  const inline = xml.names.find((name) => OUTSIDE.has(name));
  if (inline) throw new MetadataRefusal(first.file, `holds <${inline}>, which source format keeps in files of its own`);
  const fields = leadingFields(folders);
  if (first.name.endsWith('__e')) return platformEvent(first.name, xml, fields);
  const isDetail = fields.some(({ field }) => field.masterDetail);
  const label = xml.required('label');
  const description = xml.text('description');
  return {
    name: first.name,
    label,
    labelPlural: xml.text('pluralLabel') ?? label,
    keyPrefix: '',
    custom: true,
    hasActivities: xml.flag('enableActivities') ?? false,
    ...(description === undefined ? {} : { description }),
    sharingModel: sharingModel(xml),
    fields: [ID_FIELD, ...(isDetail ? [] : [ownerField(['Group', 'User'])]), nameField(xml), ...AUDIT_FIELDS, DELETED_FIELD, ...fields],
    validationRules: folders.flatMap((folder) => folder.validationRules),
  };
}

function sharingModel(object: XmlElement): SharingModel {
  const text = object.text('sharingModel') ?? 'ReadWrite';
  const model = SHARING_MODELS.find((known) => known === text);
  if (!model) throw new MetadataRefusal(object.file, `<sharingModel> is "${text}", none of ${SHARING_MODELS.join(', ')}`);
  return model;
}

/** The fields of the folders; those that list views filter on, or are led by, know it. */
function leadingFields(folders: readonly ObjectFolder[]): readonly FieldDefinition[] {
  const fields = folders.flatMap((folder) => folder.fields);
  const dates = new Set(fields.flatMap(({ field }) => (field.type === 'date' && !field.formula ? [field.name] : [])));
  const views = folders.flatMap((folder) => folder.listViews);
  const leading = leadingDates(views, (field) => dates.has(field));
  const [first] = leading.keys();
  const filtered = new Set(views.flatMap((view) => [...view]));
  return fields.map((definition) => {
    const { field } = definition;
    const leadsListViewsWith = leading.get(field.name);
    const own = {
      ...(leadsListViewsWith ? { leadsListViewsWith } : {}),
      ...(field.name === first ? { leadsMostListViews: true } : {}),
      ...(filtered.has(field.name) ? { filtersListViews: true } : {}),
    };
    return Object.keys(own).length === 0 ? definition : { ...definition, field: { ...field, ...own } };
  });
}

function nameField(object: XmlElement): FieldDefinition {
  const name = object.all('nameField')[0];
  if (!name) throw new MetadataRefusal(object.file, 'has no <nameField>');
  const label = name.text('label') ?? 'Name';
  const type = name.required('type');
  if (type === 'Text') return { field: standardField('Name', label, 'string', { length: LONGEST_NAME, nameField: true, idLookup: true }) };
  if (type !== 'AutoNumber') throw new MetadataRefusal(object.file, `the name field is of type ${type}, neither Text nor AutoNumber`);
  const startingNumber = name.number('startingNumber');
  return {
    field: standardField('Name', label, 'string', {
      length: LONGEST_NAME,
      nameField: true,
      idLookup: true,
      createable: false,
      updateable: false,
      autoNumber: name.required('displayFormat'),
      ...(startingNumber === undefined ? {} : { startingNumber }),
    }),
  };
}

function validationRule(file: string): ValidationRule {
  const xml = readMetadataXml(file, 'ValidationRule');
  const errorDisplayField = xml.text('errorDisplayField');
  return {
    name: xml.required('fullName'),
    active: xml.flag('active') ?? false,
    errorConditionFormula: xml.required('errorConditionFormula'),
    errorMessage: xml.required('errorMessage'),
    ...(errorDisplayField === undefined ? {} : { errorDisplayField }),
  };
}

function metadataFiles(folder: string, ending: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((file) => {
      if (!file.endsWith(ending)) throw new MetadataRefusal(join(folder, file), `is not a ${ending} file`);
      return join(folder, file);
    });
}
