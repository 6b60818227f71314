// Picklist values from metadata: value sets inside a field and global value sets.
import { MetadataRefusal } from './metadata-refusal.ts';
import type { XmlElement } from './metadata-xml.ts';
import type { Picklist, PicklistValue } from './schema.ts';

/** A global value set: values that several fields share. Fields that use it are always restricted to it. */
export interface GlobalValueSet {
  readonly name: string;
  readonly sorted: boolean;
  readonly values: readonly PicklistValue[];
}

/** Reads `<GlobalValueSet>`; its name is the file's. */
export function globalValueSet(name: string, root: XmlElement): GlobalValueSet {
  return { name, sorted: root.flag('sorted') ?? false, values: root.all('customValue').map(picklistValue) };
}

/** Reads `<valueSet>` of a field. Throws MetadataRefusal for an unknown global value set and for dependent picklists. */
export function fieldPicklist(field: XmlElement, globals: ReadonlyMap<string, GlobalValueSet>): Picklist {
  const valueSet = field.all('valueSet')[0];
  if (!valueSet) throw new MetadataRefusal(field.file, 'has no <valueSet>');
  if (valueSet.names.includes('controllingField'))
    throw new MetadataRefusal(field.file, 'is a dependent picklist (<controllingField>), which the local org does not implement');
  const restricted = valueSet.flag('restricted') ?? false;
  const valueSetName = valueSet.text('valueSetName');
  if (valueSetName === undefined) {
    const definition = valueSet.all('valueSetDefinition')[0];
    if (!definition) throw new MetadataRefusal(field.file, 'has neither <valueSetName> nor <valueSetDefinition>');
    return { restricted, sorted: definition.flag('sorted') ?? false, values: definition.all('value').map(picklistValue) };
  }
  const shared = globals.get(valueSetName);
  if (!shared) throw new MetadataRefusal(field.file, `uses the global value set ${valueSetName}, of which there is no file`);
  return { restricted: true, sorted: shared.sorted, valueSetName, values: shared.values };
}

function picklistValue(value: XmlElement): PicklistValue {
  const name = value.required('fullName');
  return {
    value: name,
    label: value.text('label') ?? name,
    active: value.flag('isActive') ?? true,
    default: value.flag('default') ?? false,
  };
}
