// Records that stand for metadata, such as permission sets, go with it when a deployment takes it away.
import type { Flow } from '../../flow/flow.ts';
import type { NotificationType } from './notification-types.ts';
import type { SaveContext } from '../org-core.ts';
import type { PermissionSet } from '../access/permission-sets.ts';

/** The metadata that there is. */
export interface NamedMetadata {
  readonly flows: readonly Flow[];
  readonly permissionSets?: readonly PermissionSet[];
  readonly notificationTypes?: readonly NotificationType[];
}

/** Removes the records whose metadata is not there, assignments of permission sets with them. */
export function forgetAbsent(context: SaveContext, { flows, permissionSets = [], notificationTypes = [] }: NamedMetadata): void {
  const sets = absent(context, 'PermissionSet', 'Name', new Set(permissionSets.map(({ name }) => name)));
  remove(
    context,
    'PermissionSetAssignment',
    idsWhere(context, 'PermissionSetAssignment', 'PermissionSetId', (id) => sets.includes(id)),
  );
  remove(context, 'PermissionSet', sets);
  const types = new Set(notificationTypes.map(({ developerName }) => developerName));
  remove(context, 'CustomNotificationType', absent(context, 'CustomNotificationType', 'DeveloperName', types));
  remove(context, 'FlowDefinitionView', absent(context, 'FlowDefinitionView', 'ApiName', new Set(flows.map(({ name }) => name))));
}

function absent(context: SaveContext, object: string, field: string, names: ReadonlySet<string>): readonly string[] {
  return idsWhere(context, object, field, (name) => !names.has(name));
}

function idsWhere(context: SaveContext, object: string, field: string, isWanted: (value: string) => boolean): readonly string[] {
  const rows = context.core.queryRows(context.session, `SELECT Id, ${field} FROM ${object}`);
  return rows.filter((row) => isWanted(String(row[field]))).map((row) => String(row['Id']));
}

function remove(context: SaveContext, object: string, ids: readonly string[]): void {
  if (ids.length > 0) context.core.store.remove(object, ids);
}
