// The package's permission sets, as far as the engine asks about them: names for assignment, custom permissions for flows.
import { basename } from 'node:path';
import { readMetadataXml } from '../metadata/metadata-xml.ts';
import { packageFiles } from '../metadata/package-files.ts';

export interface PermissionSet {
  readonly name: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly customPermissions: readonly string[];
}

const ENDING = '.permissionset-meta.xml';

/** Reads every permission set below the folders. Throws MetadataRefusal for a file that is none. */
export function loadPermissionSets(folders: readonly string[]): readonly PermissionSet[] {
  return packageFiles(folders, ENDING).map((file) => {
    const xml = readMetadataXml(file, 'PermissionSet');
    const enabled = xml.all('customPermissions').filter((permission) => permission.flag('enabled') === true);
    return {
      name: basename(file, ENDING),
      label: xml.required('label'),
      description: xml.text('description'),
      customPermissions: enabled.map((permission) => permission.required('name')),
    };
  });
}
