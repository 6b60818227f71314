// Sharing rules of the package: records of an object, picked by who owns them or by their fields, opened to more users.
import { basename } from 'node:path';
import { MetadataRefusal } from '../../metadata/metadata-refusal.ts';
import { readMetadataXml, type XmlElement } from '../../metadata/metadata-xml.ts';
import { packageFiles } from '../../metadata/package-files.ts';

/** Users that a rule speaks of: everybody of the company, or those of a role, by its developer name, with or without the roles below. */
export type SharingGroup =
  { readonly kind: 'everybody' } | { readonly kind: 'role'; readonly role: string; readonly withSubordinates: boolean };

export interface SharingRule {
  readonly object: string;
  readonly access: 'read' | 'edit';
  readonly sharedTo: SharingGroup;
  /** Records of these owners; undefined for a rule by criteria. */
  readonly ownedBy: SharingGroup | undefined;
  /** All of them must hold. */
  readonly criteria: readonly { readonly field: string; readonly value: string; readonly isEqual: boolean }[];
}

const ENDING = '.sharingRules-meta.xml';
const GROUPS: Readonly<Record<string, (role: string) => SharingGroup>> = {
  allInternalUsers: () => ({ kind: 'everybody' }),
  role: (role) => ({ kind: 'role', role, withSubordinates: false }),
  roleAndSubordinates: (role) => ({ kind: 'role', role, withSubordinates: true }),
  roleAndSubordinatesInternal: (role) => ({ kind: 'role', role, withSubordinates: true }),
};

/** Reads every sharing rule below the folders. Throws MetadataRefusal for kinds of rules that the local org does not implement. */
export function loadSharingRules(folders: readonly string[]): readonly SharingRule[] {
  return packageFiles(folders, ENDING).flatMap((file) => {
    const xml = readMetadataXml(file, 'SharingRules');
    const strange = xml.names.find((name) => name !== 'sharingCriteriaRules' && name !== 'sharingOwnerRules');
    if (strange) throw new MetadataRefusal(file, `has <${strange}>, which the local org does not implement`);
    const object = basename(file, ENDING);
    return [
      ...xml.all('sharingCriteriaRules').map((rule) => criteriaRule(object, rule)),
      ...xml.all('sharingOwnerRules').map((rule) => ({ ...common(object, rule), ownedBy: group(rule, 'sharedFrom'), criteria: [] })),
    ];
  });
}

function common(object: string, rule: XmlElement): Pick<SharingRule, 'object' | 'access' | 'sharedTo'> {
  const level = rule.required('accessLevel');
  if (level !== 'Read' && level !== 'Edit') throw new MetadataRefusal(rule.file, `<accessLevel> is "${level}", neither Read nor Edit`);
  return { object, access: level === 'Read' ? 'read' : 'edit', sharedTo: group(rule, 'sharedTo') };
}

function criteriaRule(object: string, rule: XmlElement): SharingRule {
  if (rule.text('booleanFilter') !== undefined)
    throw new MetadataRefusal(rule.file, 'has <booleanFilter> in a sharing rule, which the local org does not implement');
  const criteria = rule.all('criteriaItems').map((item) => {
    const operation = item.required('operation');
    if (operation !== 'equals' && operation !== 'notEqual')
      throw new MetadataRefusal(rule.file, `compares by ${operation} in a sharing rule, which the local org does not implement`);
    return { field: item.required('field'), value: item.text('value') ?? '', isEqual: operation === 'equals' };
  });
  return { ...common(object, rule), ownedBy: undefined, criteria };
}

function group(rule: XmlElement, element: string): SharingGroup {
  const [named] = rule.all(element);
  const [kind, ...more] = named?.names ?? [];
  const make = GROUPS[kind ?? ''];
  if (!named || !make || more.length > 0)
    throw new MetadataRefusal(rule.file, `shares with ${kind ?? 'nobody'}, which the local org does not implement`);
  return make(named.text(kind ?? '') ?? '');
}
