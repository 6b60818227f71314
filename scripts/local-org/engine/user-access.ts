// What a user may open: permission sets as they are assigned now, and what follows from them.
import type { Row } from '../../platform/record.ts';
import { quotedText } from '../soql/quoted-text.ts';
import type { OrgCore } from './org-core.ts';
import type { Session } from './org.ts';
import type { PermissionSet } from './permission-sets.ts';

export interface UserAccess {
  /** By name, sorted. */
  readonly permissionSets: readonly string[];
  readonly customPermissions: readonly string[];
  /** System permissions. Those of a profile are not known here: an administrator has them all, whatever they are called. */
  readonly userPermissions: readonly string[];
  /** Apps; an administrator may open every app. */
  readonly applications: readonly string[];
  readonly isAdministrator: boolean;
}

const ADMINISTRATOR = 'System Administrator';

export function accessOf(core: OrgCore, sets: readonly PermissionSet[], session: Session): UserAccess {
  const names = assignedSets(core, session);
  const given = sets.filter(({ name }) => names.has(name));
  const all = (list: (set: PermissionSet) => readonly string[]): readonly string[] => [...new Set(given.flatMap(list))].sort();
  const [user] = core.queryRows(session, `SELECT Profile.Name FROM User WHERE Id = ${quotedText(session.userId)}`);
  return {
    permissionSets: [...names].sort(),
    customPermissions: all(({ customPermissions }) => customPermissions),
    userPermissions: all(({ userPermissions }) => userPermissions),
    applications: all(({ applications }) => applications),
    isAdministrator: nameOf(user?.['Profile']) === ADMINISTRATOR,
  };
}

function assignedSets(core: OrgCore, session: Session): ReadonlySet<string> {
  const rows = core.queryRows(
    session,
    `SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE AssigneeId = ${quotedText(session.userId)}`,
  );
  return new Set(rows.map((row) => nameOf(row['PermissionSet'])));
}

function nameOf(parent: unknown): string {
  return String((parent as Row | null | undefined)?.['Name'] ?? '');
}
