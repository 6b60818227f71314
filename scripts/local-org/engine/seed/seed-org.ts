// What a new org starts with: the organization itself, profiles, users, and the permission sets of the package.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordId } from '../../../platform/record-id.ts';
import type { Row } from '../../../platform/record.ts';
import type { SaveContext } from '../org-core.ts';
import type { NotificationType } from './notification-types.ts';
import type { PermissionSet } from '../access/permission-sets.ts';

/** Organization, profiles, roles and users as a data file tells them. */
export interface OrgSeed {
  readonly organization: Row;
  readonly profiles: readonly string[];
  /** The role hierarchy, from the top; `above` is the developer name of a role that comes before. */
  readonly roles?: readonly { readonly Name: string; readonly DeveloperName: string; readonly above?: string }[];
  /** The first user is the default session's. */
  readonly users: readonly {
    readonly profile: string;
    readonly role?: string;
    readonly fields: Row;
    readonly permissionSets?: readonly string[];
  }[];
}

/** The fictional company that the local org belongs to. */
export function defaultSeed(): OrgSeed {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'users.json'), 'utf8')) as OrgSeed;
}

/** The id that the first user of a new org gets; it stands as the maker of everything that is seeded. */
export const FIRST_USER_ID = recordId('005', 1);

/** Writes the seed into an empty org, on behalf of the platform. `organizationSerial` makes the org's id. */
export function seedOrg(context: SaveContext, seed: OrgSeed, organizationSerial: number): void {
  const { core } = context;
  const id = recordId('00D', organizationSerial);
  const audit = {
    CreatedDate: context.instant,
    CreatedById: FIRST_USER_ID,
    LastModifiedDate: context.instant,
    LastModifiedById: FIRST_USER_ID,
    SystemModstamp: context.instant,
  };
  const organization = core.schema.object('Organization');
  if (!organization) throw new Error('the schema has no Organization');
  core.store.insert('Organization', [{ ...core.plan(organization).blank, ...seed.organization, ...audit, Id: id }]);
  const profiles = insert(
    context,
    'Profile',
    seed.profiles.map((Name) => ({ Name, UserType: 'Standard' })),
  );
  const profileId = (name: string): string => {
    const found = profiles[seed.profiles.indexOf(name)];
    if (found === undefined) throw new Error(`the seed has no profile ${name}`);
    return found;
  };
  const roles = new Map<string | undefined, string>();
  for (const { Name, DeveloperName, above } of seed.roles ?? []) {
    const [id] = insert(context, 'UserRole', [{ Name, DeveloperName, ParentRoleId: roles.get(above) ?? null }]);
    if (id !== undefined) roles.set(DeveloperName, id);
  }
  insert(
    context,
    'User',
    seed.users.map(({ profile, role, fields }) => ({
      IsActive: true,
      UserType: 'Standard',
      ...fields,
      ProfileId: profileId(profile),
      UserRoleId: roles.get(role) ?? null,
    })),
  );
}

/** Makes the package's permission sets known as records; those that are already there are kept. */
export function seedPermissionSets(context: SaveContext, sets: readonly PermissionSet[]): void {
  const known = new Set(context.core.queryRows(context.session, 'SELECT Id, Name FROM PermissionSet').map((row) => row['Name']));
  const rows = sets
    .filter(({ name }) => !known.has(name))
    .map(({ name, label, description }) => ({
      Name: name,
      Label: label,
      Description: description ?? null,
      IsCustom: true,
      Type: 'Regular',
    }));
  if (rows.length > 0) insert(context, 'PermissionSet', rows);
}

/** Gives the users of a new org the permission sets that the seed names for them, as far as the package has those. */
export function seedAssignments(context: SaveContext, seed: OrgSeed): void {
  const ids = (soql: string, key: string): ReadonlyMap<unknown, unknown> =>
    new Map(context.core.queryRows(context.session, soql).map((row) => [row[key], row['Id']]));
  const users = ids('SELECT Id, Username FROM User', 'Username');
  const sets = ids('SELECT Id, Name FROM PermissionSet', 'Name');
  const rows = seed.users.flatMap(({ fields, permissionSets = [] }) =>
    permissionSets
      .filter((name) => sets.has(name))
      .map((name) => ({ AssigneeId: users.get(fields['Username']), PermissionSetId: sets.get(name) }) as Row),
  );
  if (rows.length > 0) insert(context, 'PermissionSetAssignment', rows);
}

/** Makes the package's custom notification types known as records; those that are already there are kept. */
export function seedNotificationTypes(context: SaveContext, types: readonly NotificationType[]): void {
  const known = new Set(
    context.core.queryRows(context.session, 'SELECT Id, DeveloperName FROM CustomNotificationType').map((row) => row['DeveloperName']),
  );
  const rows = types
    .filter(({ developerName }) => !known.has(developerName))
    .map(({ developerName, name, label, description, desktop, mobile }) => ({
      DeveloperName: developerName,
      CustomNotifTypeName: name,
      MasterLabel: label,
      Description: description ?? null,
      Desktop: desktop,
      Mobile: mobile,
    }));
  if (rows.length > 0) insert(context, 'CustomNotificationType', rows);
}

function insert(context: SaveContext, object: string, rows: readonly Row[]): readonly string[] {
  return context.core.saves.insert(context, object, rows, { allOrNone: true }).map((result) => {
    if (!result.success) throw new Error(`the seed of ${object} is refused: ${result.errors.map(({ message }) => message).join('; ')}`);
    return result.id;
  });
}
