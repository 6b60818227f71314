// Everything that an org is made of before it has a record, read from package directories in source format.
import { loadSharingRules } from './engine/access/sharing-rules.ts';
import { loadNotificationTypes } from './engine/seed/notification-types.ts';
import type { OrgOptions } from './engine/create-core.ts';
import { loadPermissionSets } from './engine/access/permission-sets.ts';
import { loadFlows } from './flow/load-flows.ts';
import { loadSchema } from './metadata/load-schema.ts';
import type { OrgFeature } from './metadata/org-feature.ts';
import { loadAnalytics } from './reports/load-analytics.ts';

export type OrgMetadata = Required<
  Pick<OrgOptions, 'schema' | 'flows' | 'permissionSets' | 'sharingRules' | 'notificationTypes' | 'analytics'>
>;

/** Throws Error naming file and element of what the local org does not implement; `without`: features that the org lacks. */
export function readOrgMetadata(folders: readonly string[], without: readonly OrgFeature[] = []): OrgMetadata {
  const schema = loadSchema(folders, without);
  return {
    schema,
    flows: loadFlows(folders, schema),
    permissionSets: loadPermissionSets(folders),
    sharingRules: loadSharingRules(folders),
    notificationTypes: loadNotificationTypes(folders),
    analytics: loadAnalytics(folders, schema),
  };
}
