// Who stands above whom: the roles of an org, and the users who hold them.
import type { Row, StoredRow } from '../../../platform/record.ts';
import type { OrgCore } from '../org-core.ts';
import type { Session } from '../session.ts';
import type { SharingGroup } from './sharing-rules.ts';

export interface RoleHierarchy {
  /** The user and everybody below: whose records are the user's too. */
  readonly owners: (userId: string) => readonly string[];
  isMember(userId: string, group: SharingGroup): boolean;
  /** Ids of the users of a group; undefined for everybody. */
  members(group: SharingGroup): readonly string[] | undefined;
}

/** The hierarchy as it is now; remembered until a user or a role changes, since every query of a user may ask. */
export function createRoleHierarchy(core: OrgCore): (session: Session) => RoleHierarchy {
  let known: { readonly roles: readonly Row[]; readonly users: readonly Row[]; readonly hierarchy: RoleHierarchy } | undefined;
  return (session) => {
    const roles = remembered(core, session, 'UserRole', 'SELECT Id, DeveloperName, ParentRoleId FROM UserRole');
    const users = remembered(core, session, 'User', 'SELECT Id, UserRoleId FROM User WHERE UserRoleId != null');
    if (known?.roles !== roles || known.users !== users) known = { roles, users, hierarchy: roleHierarchy(roles, users) };
    return known.hierarchy;
  };
}

function remembered(core: OrgCore, session: Session, object: string, soql: string): readonly Row[] {
  const known = core.selections.remembered(object) ?? new Map<string, readonly StoredRow[]>();
  let rows = known.get(soql);
  if (!rows) known.set(soql, (rows = core.queryRows(session, soql) as readonly StoredRow[]));
  return rows;
}

function roleHierarchy(roles: readonly Row[], users: readonly Row[]): RoleHierarchy {
  const below = new Map<string, readonly string[]>();
  const rolesBelow = (roleId: string): readonly string[] => {
    let found = below.get(roleId);
    if (!found) {
      const children = roles.filter((role) => role['ParentRoleId'] === roleId).map((role) => String(role['Id']));
      below.set(roleId, (found = [...children, ...children.flatMap(rolesBelow)]));
    }
    return found;
  };
  const holders = (roleIds: readonly string[]): readonly string[] =>
    users.filter((user) => roleIds.includes(String(user['UserRoleId']))).map((user) => String(user['Id']));
  const owners = new Map<string, readonly string[]>();
  const hierarchy: RoleHierarchy = {
    owners(userId) {
      let found = owners.get(userId);
      if (!found) {
        const roleId = users.find((user) => user['Id'] === userId)?.['UserRoleId'];
        owners.set(userId, (found = [userId, ...(typeof roleId === 'string' ? holders(rolesBelow(roleId)) : [])]));
      }
      return found;
    },
    isMember: (userId, group) => hierarchy.members(group)?.includes(userId) ?? true,
    members(group) {
      if (group.kind === 'everybody') return undefined;
      const named = roles.filter((role) => role['DeveloperName'] === group.role).map((role) => String(role['Id']));
      return holders(group.withSubordinates ? [...named, ...named.flatMap(rolesBelow)] : named);
    },
  };
  return hierarchy;
}
