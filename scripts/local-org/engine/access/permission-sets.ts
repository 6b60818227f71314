// The package's permission sets: names for assignment, rights for saves and queries, permissions for flows and pages, apps and tabs for pages.
import { basename } from 'node:path';
import { readMetadataXml } from '../../metadata/metadata-xml.ts';
import type { XmlElement } from '../../metadata/metadata-xml.ts';
import { packageFiles } from '../../metadata/package-files.ts';
import type { ObjectRights } from '../../metadata/schema.ts';

export interface PermissionSet {
  readonly name: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly customPermissions: readonly string[];
  /** System permissions, such as `ApiEnabled`. */
  readonly userPermissions: readonly string[];
  /** Apps that its users may open. */
  readonly applications: readonly string[];
  /** Tabs that its users may open, such as `Competitor__c` and `standard-Account`. */
  readonly tabs: readonly string[];
  readonly objects: ReadonlyMap<string, ObjectRights>;
  /** By `Object.Field`; fields that it does not open are absent. */
  readonly fields: ReadonlyMap<string, 'read' | 'edit'>;
}

const ENDING = '.permissionset-meta.xml';

/** Reads every permission set below the folders. Throws MetadataRefusal for a file that is none. */
export function loadPermissionSets(folders: readonly string[]): readonly PermissionSet[] {
  return packageFiles(folders, ENDING).map((file) => {
    const xml = readMetadataXml(file, 'PermissionSet');
    const enabled = (list: string): readonly string[] =>
      xml
        .all(list)
        .filter((permission) => permission.flag('enabled') === true)
        .map((permission) => permission.required('name'));
    return {
      name: basename(file, ENDING),
      label: xml.required('label'),
      description: xml.text('description'),
      customPermissions: enabled('customPermissions'),
      userPermissions: enabled('userPermissions'),
      applications: xml
        .all('applicationVisibilities')
        .filter((application) => application.flag('visible') === true)
        .map((application) => application.required('application')),
      tabs: xml
        .all('tabSettings')
        .filter((setting) => setting.text('visibility') !== 'None')
        .map((setting) => setting.required('tab')),
      objects: new Map(xml.all('objectPermissions').map((rights) => [rights.required('object'), objectRights(rights)])),
      fields: new Map(xml.all('fieldPermissions').flatMap(fieldRight)),
    };
  });
}

function objectRights(xml: XmlElement): ObjectRights {
  return {
    read: xml.flag('allowRead') ?? false,
    create: xml.flag('allowCreate') ?? false,
    edit: xml.flag('allowEdit') ?? false,
    delete: xml.flag('allowDelete') ?? false,
    viewAll: xml.flag('viewAllRecords') ?? false,
    modifyAll: xml.flag('modifyAllRecords') ?? false,
  };
}

function fieldRight(xml: XmlElement): readonly (readonly [string, 'read' | 'edit'])[] {
  if (xml.flag('editable') === true) return [[xml.required('field'), 'edit']];
  return xml.flag('readable') === true ? [[xml.required('field'), 'read']] : [];
}
