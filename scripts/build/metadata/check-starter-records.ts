// Starter records of config/rules: every field and value exists, keys are unique, and the package's own validation rules let them in.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compileFormula } from '../../local-org/formula/compile-formula.ts';
import { recordScope } from '../../local-org/formula/record-scope.ts';
import type { Schema, SObjectType } from '../../local-org/metadata/schema.ts';
import type { CivilDate } from '../../platform/civil-date.ts';
import type { Row, Value } from '../../platform/record.ts';
import type { Finding } from './finding.ts';

interface StarterRecords {
  readonly object: string;
  readonly externalIdField: string;
  readonly records: readonly Row[];
}

function wrongValue(object: SObjectType, name: string, value: Value): string | undefined {
  if (name.endsWith('__r')) return object.parentRelationship(name) ? undefined : `${object.name} has no such relationship.`;
  const field = object.field(name);
  if (!field) return `${object.name} has no such field.`;
  if (value === null) return field.required ? 'It is required, but blank.' : undefined;
  if (field.picklist && !field.picklist.values.some((known) => known.value === value)) return `"${value}" is none of its values.`;
  if (field.length > 0 && typeof value === 'string' && value.length > field.length)
    return `It has ${value.length} characters; the field takes ${field.length}.`;
  return undefined;
}

/** A record with its references by external id (`Stage__r: { Key__c }`) as values of the reference fields, so that rules can compare them. */
function withReferences(object: SObjectType, record: Row): Row {
  const references = Object.entries(record).flatMap(([name, value]) => {
    const field = name.endsWith('__r') ? object.parentRelationship(name) : undefined;
    return field ? [[field.name, JSON.stringify(value)] as const] : [];
  });
  return { ...record, ...Object.fromEntries(references) };
}

/** Messages of the validation rules that would refuse a record. */
function refusals(object: SObjectType, record: Row, schema: Schema, today: CivilDate): readonly string[] {
  const messages: string[] = [];
  for (const rule of object.validationRules.filter((one) => one.active)) {
    const formula = compileFormula(rule.errorConditionFormula, recordScope(schema, object));
    const moment = { today, now: new Date(`${today}T12:00:00Z`), isNew: true };
    if (formula.evaluate((reference) => record[formula.references[reference] ?? ''] ?? null, moment) === true)
      messages.push(rule.errorMessage);
  }
  return messages;
}

/** Findings about every JSON file of the folder; paths are told relative to `root`. `today` is the day that rules count from. */
export function checkStarterRecords(folder: string, root: string, schema: Schema, today: CivilDate): readonly Finding[] {
  const findings: Finding[] = [];
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
    const file = path.relative(root, path.join(folder, name)).replaceAll(path.sep, '/');
    const source = readFileSync(path.join(folder, name), 'utf8');
    const { object: objectName, externalIdField, records } = JSON.parse(source) as StarterRecords;
    const report = (key: string, element: string, message: string): void => {
      const at = source.indexOf(JSON.stringify(key));
      const line = source.slice(0, Math.max(at, 0)).split('\n').length;
      findings.push({ level: 'fault', file, line, element, message, fix: 'Correct the record.' });
    };
    const object = schema.object(objectName);
    if (!object?.field(externalIdField)?.externalId) {
      report(objectName, objectName, `There is no such object with the external id ${externalIdField}.`);
      continue;
    }
    const keys = new Set<Value>();
    for (const record of records) {
      const key = record[externalIdField];
      if (typeof key !== 'string' || keys.has(key)) report(String(key), externalIdField, `"${key}" is no key of its own.`);
      keys.add(key ?? null);
      for (const [field, value] of Object.entries(record)) {
        const wrong = wrongValue(object, field, value);
        if (wrong !== undefined) report(String(key), `${String(key)}.${field}`, wrong);
      }
      for (const message of refusals(object, withReferences(object, record), schema, today)) report(String(key), String(key), message);
    }
  }
  return findings;
}
