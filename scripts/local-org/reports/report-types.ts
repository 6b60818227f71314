// Custom report types from their files, and the columns that reports may name: `Table$Field`, lookups as `Table$Lookup__c.Field`.
import { basename } from 'node:path';
import { MetadataRefusal } from '../metadata/metadata-refusal.ts';
import { readMetadataXml, type XmlElement } from '../metadata/metadata-xml.ts';
import { packageFiles } from '../metadata/package-files.ts';
import type { Field, Schema, SObjectType } from '../metadata/schema.ts';
import { refuseOthers } from './known-elements.ts';
import type { ReportColumn, ReportType } from './report-definition.ts';

const ENDING = '.reportType-meta.xml';
const ELEMENTS = ['baseObject', 'category', 'deployed', 'description', 'label', 'sections'];

/** Every custom report type below the folders. Throws MetadataRefusal for joins and for columns that are no field. */
export function loadReportTypes(folders: readonly string[], schema: Schema): readonly ReportType[] {
  return packageFiles(folders, ENDING).map((file) => readReportType(file, schema));
}

function readReportType(file: string, schema: Schema): ReportType {
  const xml = readMetadataXml(file, 'ReportType');
  refuseOthers(xml, ELEMENTS, 'a custom report type');
  const object = schema.object(xml.required('baseObject'));
  if (!object) throw new MetadataRefusal(file, `is about ${xml.required('baseObject')}, which the org has not got`);
  const sections = xml.all('sections').map((section) => ({
    label: section.required('masterLabel'),
    columns: section.all('columns').map((column) => readColumn(column, object, schema)),
  }));
  const columns = new Map(sections.flatMap((section) => section.columns.map((column) => [column.code, column])));
  return {
    name: `${basename(file, ENDING)}__c`,
    label: xml.required('label'),
    object: object.name,
    sections,
    column: (code) => columns.get(code),
  };
}

function readColumn(xml: XmlElement, object: SObjectType, schema: Schema): ReportColumn {
  const [table, field] = [xml.required('table'), xml.required('field')];
  if (table !== object.name) throw new MetadataRefusal(xml.file, `has columns of ${table}; the local org joins no second object`);
  const label = xml.text('displayNameOverride');
  const place = placeOf(field, object, schema);
  if (!place) throw new MetadataRefusal(xml.file, `has the column ${field}, which is no field of ${table}`);
  return {
    code: `${table}$${field}`,
    ...place,
    ...(label === undefined ? {} : { label }),
    isCheckedByDefault: xml.flag('checkedByDefault') === true,
  };
}

type Place = Pick<ReportColumn, 'path' | 'object' | 'field' | 'type' | 'referenceTo'>;

/** Where the value of a column stands; lookups are named without `Id`, and followed by their own name. Undefined for what is no field. */
export function placeOf(path: string, object: SObjectType, schema: Schema): Place | undefined {
  const [first = '', ...rest] = path.split('.');
  const field = lookupOf(first, object) ?? object.field(first);
  if (!field || (first.endsWith('Id') && first !== 'Id')) return undefined;
  if (rest.length === 0) {
    const [referenceTo] = field.type === 'reference' ? field.referenceTo : [];
    return {
      path: field.name,
      object: object.name,
      field: field.name,
      type: field.type,
      ...(referenceTo === undefined ? {} : { referenceTo: field.referenceTo.includes('User') ? 'User' : referenceTo }),
    };
  }
  const parent = field.relationshipName === undefined ? undefined : schema.object(field.referenceTo[0] ?? '');
  const inner = parent && placeOf(rest.join('.'), parent, schema);
  return inner && { ...inner, path: `${field.relationshipName ?? ''}.${inner.path}` };
}

/** `Owner` and `CreatedBy` are the lookups of standard fields. */
function lookupOf(name: string, object: SObjectType): Field | undefined {
  return name.endsWith('__c') || name.endsWith('__r') ? undefined : object.parentRelationship(name);
}
