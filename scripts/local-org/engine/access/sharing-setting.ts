// The organization-wide default of each object: of custom objects from their metadata, of standard ones from a setting of the org.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SharingModel, SObjectType } from '../../metadata/schema.ts';

export interface SharingSetting {
  readonly model: SharingModel;
  /** For ControlledByParent: the references whose records decide, all of them. */
  readonly parents: readonly SharingParent[];
}

export interface SharingParent {
  readonly field: string;
  readonly object: string;
  /** Who reads the parent may write its children. */
  readonly readIsEnough: boolean;
}

interface StandardSetting {
  readonly model: SharingModel;
  readonly parents?: readonly string[];
}

const STANDARD = JSON.parse(readFileSync(join(import.meta.dirname, 'organization-wide-defaults.json'), 'utf8')) as Readonly<
  Record<string, StandardSetting>
>;

/** Undefined for objects whose records are shared with all who have rights on the object, such as users and products. */
export function sharingSetting(object: SObjectType): SharingSetting | undefined {
  const { model, parents = [] }: Partial<StandardSetting> = object.custom ? { model: object.sharingModel } : (STANDARD[object.name] ?? {});
  if (model === undefined) return undefined;
  const references = object.fields.filter((field) => (object.custom ? field.masterDetail : parents.includes(field.name)));
  return {
    model,
    parents: references.map(({ name, referenceTo, writeRequiresMasterRead }) => ({
      field: name,
      object: referenceTo[0] ?? '',
      readIsEnough: writeRequiresMasterRead ?? false,
    })),
  };
}
