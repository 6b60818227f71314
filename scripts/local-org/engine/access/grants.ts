// What a profile and permission sets together allow: the sum of all, since none of them takes anything away.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Field, ObjectRights, SObjectType } from '../../metadata/schema.ts';
import type { PermissionSet } from './permission-sets.ts';

export type FieldRight = 'none' | 'read' | 'edit';

export interface Grants {
  /** Every object, field and record, whatever the permission sets say. */
  readonly modifyAllData: boolean;
  /** System permissions of profile and permission sets. */
  readonly userPermissions: ReadonlySet<string>;
  object(name: string): ObjectRights;
  field(object: SObjectType, field: Field): FieldRight;
}

/** Rights by letter, C(reate) R(ead) E(dit) D(elete), by object; standard fields come with their object. */
interface Profile {
  readonly userPermissions: readonly string[];
  readonly objects: Readonly<Record<string, string>>;
}

const NO_RIGHTS: ObjectRights = { read: false, create: false, edit: false, delete: false, viewAll: false, modifyAll: false };

/** Objects that have no permissions of their own: they are read and written by who reads and edits others. */
const FOLLOWING: Readonly<Record<string, { readonly seenWith: string; readonly writtenWith: string }>> = {
  AccountContactRelation: { seenWith: 'Account', writtenWith: 'Account' },
  CampaignMember: { seenWith: 'Campaign', writtenWith: 'Contact' },
};

/** The standard profiles of an org as data. A profile that is not among them grants nothing. */
const PROFILES = JSON.parse(readFileSync(join(import.meta.dirname, 'profiles.json'), 'utf8')) as Readonly<Record<string, Profile>>;

/**
 * The grants of a user with this profile who has been assigned these permission sets. Campaigns are written by marketing users alone, whatever
 * the sets say (Salesforce Help, "Campaign Permissions").
 */
export function grantsOf(profileName: string, sets: readonly PermissionSet[], isMarketingUser: boolean): Grants {
  const profile = PROFILES[profileName] ?? { userPermissions: [], objects: {} };
  const userPermissions = new Set([...profile.userPermissions, ...sets.flatMap((set) => set.userPermissions)]);
  const objects = objectRights(profile, sets, userPermissions.has('ViewAllData'));
  const campaigns = objects.get('Campaign');
  if (campaigns && !isMarketingUser) objects.set('Campaign', { ...campaigns, create: false, edit: false, delete: false });
  const fields = fieldRights(sets);
  return {
    modifyAllData: userPermissions.has('ModifyAllData'),
    userPermissions,
    object: (name) => objects.get(name) ?? NO_RIGHTS,
    field(object, field) {
      if (object.name === 'User' && !PERSONAL.has(field.name) && !userPermissions.has('ManageUsers')) return 'read';
      return isOpen(field) ? 'edit' : (fields.get(`${object.name}.${field.name}`) ?? 'none');
    },
  };
}

/** What users change of their own user record; the rest is for those who manage users. */
const PERSONAL: ReadonlySet<string> = new Set([
  'Email',
  'LanguageLocaleKey',
  'LocaleSidKey',
  'MobilePhone',
  'Phone',
  'TimeZoneSidKey',
  'Title',
]);

/**
 * Fields that come with their object: those that records cannot be without, and standard fields, which standard profiles show
 * (Metadata API refuses field permissions for the former).
 */
function isOpen(field: Field): boolean {
  return !field.custom || field.required || field.masterDetail;
}

function objectRights(profile: Profile, sets: readonly PermissionSet[], viewAllData: boolean): Map<string, ObjectRights> {
  const rights = new Map<string, ObjectRights>();
  const add = (name: string, more: ObjectRights): void => {
    const known = rights.get(name) ?? NO_RIGHTS;
    rights.set(name, {
      read: known.read || more.read,
      create: known.create || more.create,
      edit: known.edit || more.edit,
      delete: known.delete || more.delete,
      viewAll: known.viewAll || more.viewAll || viewAllData,
      modifyAll: known.modifyAll || more.modifyAll,
    });
  };
  for (const [name, letters] of Object.entries(profile.objects)) {
    const may = (letter: string): boolean => letters.includes(letter);
    add(name, { read: may('R'), create: may('C'), edit: may('E'), delete: may('D'), viewAll: false, modifyAll: false });
  }
  for (const set of sets) for (const [name, more] of set.objects) add(name, more);
  for (const [name, { seenWith, writtenWith }] of Object.entries(FOLLOWING)) {
    const read = rights.get(seenWith)?.read ?? false;
    const edit = read && (rights.get(writtenWith)?.edit ?? false);
    add(name, { ...NO_RIGHTS, read, create: edit, edit, delete: edit });
  }
  return rights;
}

function fieldRights(sets: readonly PermissionSet[]): ReadonlyMap<string, FieldRight> {
  const rights = new Map<string, FieldRight>();
  for (const set of sets) for (const [path, right] of set.fields) if (rights.get(path) !== 'edit') rights.set(path, right);
  return rights;
}
