// The package's permission sets, as far as the engine asks about them: names for assignment, permissions for flows and pages, apps for pages.
import { basename } from 'node:path';
import { readMetadataXml } from '../metadata/metadata-xml.ts';
import { packageFiles } from '../metadata/package-files.ts';

export interface PermissionSet {
  readonly name: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly customPermissions: readonly string[];
  /** System permissions, such as `ApiEnabled`. */
  readonly userPermissions: readonly string[];
  /** Apps that its users may open. */
  readonly applications: readonly string[];
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
    };
  });
}
