// What a user may open: profile and permission sets as they are assigned now, and what follows from them.
import type { Row, StoredRow } from '../../../platform/record.ts';
import type { OrgCore } from '../org-core.ts';
import type { PermissionSet } from './permission-sets.ts';
import type { Session } from '../session.ts';

export interface UserAccess {
  /** By name, sorted. */
  readonly permissionSets: readonly string[];
  readonly customPermissions: readonly string[];
  /** System permissions of the permission sets: an administrator has them all, whatever they are called. */
  readonly userPermissions: readonly string[];
  /** Apps; an administrator may open every app. */
  readonly applications: readonly string[];
  /** Tabs of the permission sets; an administrator may open every tab. */
  readonly tabs: readonly string[];
  readonly isAdministrator: boolean;
}

const ADMINISTRATOR = 'System Administrator';

export function accessOf(core: OrgCore, sets: readonly PermissionSet[], session: Session): UserAccess {
  const names = assignedSets(core, session);
  const given = sets.filter(({ name }) => names.has(name));
  const all = (list: (set: PermissionSet) => readonly string[]): readonly string[] => [...new Set(given.flatMap(list))].sort();
  return {
    permissionSets: [...names].sort(),
    customPermissions: all(({ customPermissions }) => customPermissions),
    userPermissions: all(({ userPermissions }) => userPermissions),
    applications: all(({ applications }) => applications),
    tabs: all(({ tabs }) => tabs),
    isAdministrator: profileName(core, session) === ADMINISTRATOR,
  };
}

/** Name of the user's profile; blank for a user who is not there. */
export function profileName(core: OrgCore, { userId }: Session): string {
  const profileId = core.records.row('User', userId)?.['ProfileId'];
  return typeof profileId === 'string' ? String(core.records.row('Profile', profileId)?.['Name']) : '';
}

/** Names of the permission sets that the user has; remembered until an assignment of anybody changes, since every record of a load may ask. */
export function assignedSets(core: OrgCore, session: Session): ReadonlySet<string> {
  const known = core.selections.remembered('PermissionSetAssignment') ?? new Map<string, readonly StoredRow[]>();
  const key = `assigned to ${session.userId}`;
  let rows = known.get(key);
  if (!rows) {
    const soql = `SELECT Id, PermissionSet.Name FROM PermissionSetAssignment WHERE AssigneeId = '${session.userId}'`;
    rows = core.queryRows(session, soql) as readonly StoredRow[];
    known.set(key, rows);
  }
  return new Set(rows.map((row) => String((row['PermissionSet'] as unknown as Row | null)?.['Name'] ?? '')));
}
