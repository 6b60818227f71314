// What one user may see and do, worked out once for each combination of profile and permission sets.
import type { Schema } from '../../metadata/schema.ts';
import { inputTargets, type InputTarget } from '../plan/input-targets.ts';
import type { PermissionSet } from './permission-sets.ts';
import { grantsOf, type Grants } from './grants.ts';
import type { RecordCondition } from './record-condition.ts';
import { userSchema } from './user-schema.ts';

/** What is the same for all users of one combination. */
interface SharedView {
  readonly grants: Grants;
  /** The objects and fields that the user may see, with what the user may do with them. */
  readonly schema: Schema;
  /** Where a name of the user's row leads, as `ObjectPlan.target` does; fields that the user may not write are not writable. */
  target(object: string, name: string): InputTarget;
}

export interface UserView extends SharedView {
  /** Which records the user may read and write. */
  readonly records: RecordCondition;
}

/** Gives the shared view of a combination; undefined for those to whom everything is open, who are not checked at all. */
export function createUserViews(
  schema: Schema,
  permissionSets: readonly PermissionSet[],
): (profile: string, assigned: ReadonlySet<string>, isMarketingUser: boolean) => SharedView | undefined {
  const known = new Map<string, SharedView | undefined>();
  return (profile, assigned, isMarketingUser) => {
    const given = permissionSets.filter(({ name }) => assigned.has(name));
    const key = [profile, isMarketingUser, ...given.map(({ name }) => name)].join('\n');
    if (!known.has(key)) known.set(key, sharedView(schema, grantsOf(profile, given, isMarketingUser)));
    return known.get(key);
  };
}

function sharedView(schema: Schema, grants: Grants): SharedView | undefined {
  if (grants.modifyAllData) return undefined;
  const own = userSchema(schema, grants);
  const targets = new Map<string, (name: string) => InputTarget>();
  return {
    grants,
    schema: own,
    target(objectName, name) {
      let target = targets.get(objectName);
      if (!target) {
        const object = own.object(objectName);
        if (!object) throw new Error(`the user has no access to ${objectName}`);
        targets.set(objectName, (target = inputTargets(own, object)));
      }
      return target(name);
    },
  };
}
