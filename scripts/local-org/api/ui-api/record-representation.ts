// A record as UI API represents it: every field with its value and how the user sees it, parents nested.
import { createHash } from 'node:crypto';
import type { Value } from '../../../platform/record.ts';
import type { QueriedRecord } from '../../engine/org.ts';
import type { Field, Schema, SObjectType } from '../../metadata/schema.ts';
import { displayValue } from './display-value.ts';
import { pathsOf } from './field-paths.ts';
import type { FieldPath } from './field-paths.ts';
import { recordNotReadable } from './ui-request.ts';
import type { UserInterface } from './ui-request.ts';

export type Json = Readonly<Record<string, unknown>>;

/** System fields that every representation is made with. */
const ALWAYS = ['Id', 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp'] as const;

/** SOQL columns behind the asked fields: with a parent come its id, its name, the reference, and what makes its own representation. */
export function selectedColumns(schema: Schema, object: SObjectType, paths: readonly FieldPath[]): readonly string[] {
  const columns = new Set<string>();
  addSystem(object, '', columns);
  for (const path of paths) {
    let type: SObjectType | undefined = object;
    let prefix = '';
    for (const [index, step] of path.entries()) {
      if (index === path.length - 1) {
        columns.add(prefix + step);
        continue;
      }
      const reference = type?.parentRelationship(step);
      if (reference) columns.add(prefix + reference.name);
      prefix += `${step}.`;
      if (reference && reference.referenceTo.length > 1) {
        // SOQL gives no more of a parent that may be of several kinds; the rest is read by its id.
        columns.add(`${prefix}Id`).add(`${prefix}Name`);
        break;
      }
      type = schema.object(reference?.referenceTo[0] ?? '');
      if (type) addSystem(type, prefix, columns);
    }
  }
  return [...columns];
}

function addSystem(object: SObjectType, prefix: string, columns: Set<string>): void {
  for (const name of [...ALWAYS, nameField(object)]) if (object.field(name)) columns.add(prefix + name);
}

function nameField(object: SObjectType): string {
  return object.fields.find((field) => field.nameField)?.name ?? 'Id';
}

/** The representation of a record with some fields; throws ApiError 404 when it is not there, 403 when the user may not read it. */
export function recordWith(ui: UserInterface, object: SObjectType, id: string, paths: readonly FieldPath[]): Json {
  const soql = `SELECT ${selectedColumns(ui.schema, object, paths).join(', ')} FROM ${object.name} WHERE Id = '${id}'`;
  const [record] = ui.org.query(ui.session, soql).records;
  if (!record) throw recordNotReadable(ui, object, id);
  return representRecord(ui, object, record, paths);
}

/** A queried record; only the asked fields are shown, and the references behind asked parents. */
export function representRecord(ui: UserInterface, object: SObjectType, record: QueriedRecord, paths: readonly FieldPath[]): Json {
  const { schema, session } = ui;
  const fields: Record<string, unknown> = {};
  for (const [step, rest] of byFirstStep(paths)) {
    const field = object.field(step);
    if (field) {
      const value = (record[step] ?? null) as Value;
      fields[field.name] = { displayValue: displayValue(value, field, session.language), value };
      continue;
    }
    const reference = object.parentRelationship(step);
    const parent = (record[step] ?? null) as QueriedRecord | null;
    const type = schema.objectOfId(String(parent?.['Id'] ?? '')) ?? schema.object(reference?.referenceTo[0] ?? '');
    if (!reference || !type) continue;
    fields[step] = {
      displayValue: parent ? (parent[nameField(type)] ?? null) : null,
      value: parent && parentWith(ui, reference, type, parent, rest),
    };
    fields[reference.name] ??= { displayValue: null, value: record[reference.name] ?? null };
  }
  const body = {
    apiName: object.name,
    childRelationships: {},
    fields,
    id: record['Id'],
    lastModifiedById: record['LastModifiedById'] ?? null,
    lastModifiedDate: record['LastModifiedDate'] ?? null,
    recordTypeId: null,
    recordTypeInfo: null,
    systemModstamp: record['SystemModstamp'] ?? null,
    weakEtag: Date.parse(String(record['SystemModstamp'])) || 0,
  };
  return { ...body, eTag: eTag(body) };
}

function parentWith(ui: UserInterface, reference: Field, type: SObjectType, parent: QueriedRecord, paths: readonly FieldPath[]): Json {
  if (reference.referenceTo.length === 1) return representRecord(ui, type, parent, paths);
  return recordWith(ui, type, String(parent['Id']), pathsOf(type, paths));
}

/** A hash of the content, which changes exactly when the content does. */
export function eTag(content: unknown): string {
  return createHash('md5').update(JSON.stringify(content)).digest('hex');
}

function byFirstStep(paths: readonly FieldPath[]): ReadonlyMap<string, readonly FieldPath[]> {
  const steps = new Map<string, FieldPath[]>();
  for (const [first, ...rest] of paths) {
    if (first === undefined) continue;
    const known = steps.get(first) ?? [];
    if (rest.length > 0) known.push(rest);
    steps.set(first, known);
  }
  return steps;
}
