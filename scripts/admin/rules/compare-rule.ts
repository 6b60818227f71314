// A starter record beside the record of the same key in the org: which fields differ.
import type { RuleRecord } from './rule-files.ts';

/** A field in which the org's record is not what the starter record says; references by the external id they point at. */
export interface RuleDifference {
  readonly field: string;
  readonly inOrg: string | number | boolean | null;
  readonly starter: string | number | boolean | null;
}

type OrgRecord = Readonly<Record<string, unknown>>;
type Value = string | number | boolean | null;

/** What to ask of the org to compare records: `Stage_Gate__r.External_Id__c` for a reference. */
export function comparedFields(records: readonly RuleRecord[]): readonly string[] {
  return [...new Set(records.flatMap((record) => Object.entries(record).map(([name, value]) => pathOf(name, value))))];
}

export function differencesOf(starter: RuleRecord, inOrg: OrgRecord): readonly RuleDifference[] {
  return Object.entries(starter).flatMap(([name, value]) => {
    const field = pathOf(name, value);
    const wanted = typeof value === 'object' && value !== null ? (Object.values(value)[0] ?? null) : value;
    const found = valueAt(inOrg, field);
    return found === wanted ? [] : [{ field, inOrg: found, starter: wanted }];
  });
}

function pathOf(name: string, value: RuleRecord[string] | undefined): string {
  return typeof value === 'object' && value !== null ? `${name}.${Object.keys(value)[0]}` : name;
}

function valueAt(record: OrgRecord, field: string): Value {
  const [name = '', rest] = field.split('.');
  const value = record[name];
  if (rest === undefined) return (value ?? null) as Value;
  return ((value as OrgRecord | null | undefined)?.[rest] ?? null) as Value;
}
