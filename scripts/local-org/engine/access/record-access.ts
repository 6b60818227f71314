// Which records a user may read and write, as SQL: by owner, role hierarchy, organization-wide default and sharing rules.
import type { Schema, SObjectType } from '../../metadata/schema.ts';
import type { Grants } from './grants.ts';
import type { Bind, Deed, RecordCondition } from './record-condition.ts';
import type { RoleHierarchy } from './role-hierarchy.ts';
import type { SharingRule } from './sharing-rules.ts';
import { sharingSetting } from './sharing-setting.ts';

export interface RecordAccessOptions {
  /** The whole schema of the org. */
  readonly schema: Schema;
  readonly grants: Grants;
  readonly rules: readonly SharingRule[];
  readonly userId: string;
  /** Asked only for objects that are not open to everybody. */
  readonly hierarchy: () => RoleHierarchy;
}

/** Tasks and events can be read by whoever can read what they are about. */
const ACTIVITIES: ReadonlySet<string> = new Set(['Task', 'Event']);

export function recordAccess(options: RecordAccessOptions): RecordCondition {
  const { schema, grants, userId } = options;
  const condition: RecordCondition = (name, deed, alias, bind) => {
    // A user's record is that user's own.
    if (name === 'User' && deed !== 'read' && !grants.userPermissions.has('ManageUsers')) return `${alias}."Id" = ${bind(userId)}`;
    const object = schema.object(name);
    const rights = grants.object(name);
    const setting = object && sharingSetting(object);
    if (!object || !setting || rights.modifyAll || (deed === 'read' && rights.viewAll)) return undefined;
    switch (setting.model) {
      case 'FullAccess':
        return undefined;
      case 'ReadWriteTransfer':
        return deed === 'delete' ? owned(options, object, deed, alias, bind) : undefined;
      case 'ReadWrite':
        return deed === 'delete' || deed === 'transfer' ? owned(options, object, deed, alias, bind) : undefined;
      case 'Read':
        return deed === 'read' ? undefined : owned(options, object, deed, alias, bind);
      case 'Private': {
        const own = owned(options, object, deed, alias, bind);
        return deed === 'read' && ACTIVITIES.has(name) ? `(${own} OR ${aboutReadable(object, alias, bind)})` : own;
      }
      case 'ControlledByParent':
        return byParents(object, deed, alias, bind);
    }
  };

  const byParents = (object: SObjectType, deed: Deed, alias: string, bind: Bind): string | undefined => {
    const parts = (sharingSetting(object)?.parents ?? []).flatMap(({ field, object: parent, readIsEnough }) => {
      const inner = condition(parent, deed === 'read' || readIsEnough ? 'read' : 'edit', `${alias}m`, bind);
      if (inner === undefined) return [];
      const exists = `EXISTS (SELECT 1 FROM "${parent}" AS ${alias}m WHERE ${alias}m."Id" = ${alias}."${field}" AND ${inner})`;
      const isOptional = object.field(field)?.required === false && object.field('OwnerId') !== undefined;
      // A contact without an account is its owner's alone.
      return [isOptional ? `(${exists} OR (${alias}."${field}" IS NULL AND ${owned(options, object, deed, alias, bind)}))` : exists];
    });
    return parts.length === 0 ? undefined : `(${parts.join(' AND ')})`;
  };

  const aboutReadable = (object: SObjectType, alias: string, bind: Bind): string => {
    const parts = ['WhatId', 'WhoId'].flatMap((field) => {
      const parents = (object.field(field)?.referenceTo ?? []).flatMap((name) => schema.object(name) ?? []);
      return parents
        .filter(({ name }) => grants.object(name).read)
        .map(({ name, keyPrefix }) => {
          const inner = condition(name, 'read', `${alias}m`, bind);
          const isOfIt = `substr(${alias}."${field}", 1, 3) = ${bind(keyPrefix)}`;
          return inner === undefined
            ? isOfIt
            : `(${isOfIt} AND EXISTS (SELECT 1 FROM "${name}" AS ${alias}m WHERE ${alias}m."Id" = ${alias}."${field}" AND ${inner}))`;
        });
    });
    return parts.length === 0 ? '0' : parts.join(' OR ');
  };
  return condition;
}

/** Records of the user and of everybody below, and what sharing rules add. */
function owned({ rules, userId, hierarchy }: RecordAccessOptions, object: SObjectType, deed: Deed, alias: string, bind: Bind): string {
  const roles = hierarchy();
  const ownedBy = (ids: readonly string[]): string => `${alias}."OwnerId" IN (SELECT value FROM json_each(${bind(JSON.stringify(ids))}))`;
  const shared = rules
    .filter((rule) => rule.object === object.name && (deed === 'read' || (deed === 'edit' && rule.access === 'edit')))
    .filter((rule) => roles.isMember(userId, rule.sharedTo))
    .map((rule) => {
      const owners = rule.ownedBy && roles.members(rule.ownedBy);
      const criteria = rule.criteria.map(({ field, value, isEqual }) => {
        const type = object.field(field)?.type;
        const text = type === 'boolean' ? (value.toLowerCase() === 'true' ? 1 : 0) : value;
        return `${alias}."${field}" ${isEqual ? 'IS' : 'IS NOT'} ${bind(text)}`;
      });
      return [...(owners ? [ownedBy(owners)] : []), ...criteria].join(' AND ') || '1';
    });
  const own = ownedBy(roles.owners(userId));
  return shared.length === 0 ? own : `(${[own, ...shared.map((sql) => `(${sql})`)].join(' OR ')})`;
}
