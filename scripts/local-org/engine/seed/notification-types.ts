// The package's custom notification types, which flows look up by name.
import { basename } from 'node:path';
import { readMetadataXml } from '../../metadata/metadata-xml.ts';
import { packageFiles } from '../../metadata/package-files.ts';

export interface NotificationType {
  readonly developerName: string;
  readonly name: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly desktop: boolean;
  readonly mobile: boolean;
}

const ENDING = '.notiftype-meta.xml';

/** Reads every custom notification type below the folders. Throws MetadataRefusal for a file that is none. */
export function loadNotificationTypes(folders: readonly string[]): readonly NotificationType[] {
  return packageFiles(folders, ENDING).map((file) => {
    const xml = readMetadataXml(file, 'CustomNotificationType');
    return {
      developerName: basename(file, ENDING),
      name: xml.required('customNotifTypeName'),
      label: xml.required('masterLabel'),
      description: xml.text('description'),
      desktop: xml.flag('desktop') === true,
      mobile: xml.flag('mobile') === true,
    };
  });
}
