// Inserting, updating and upserting lists of records: chunks of 200, each record for itself or all or none.
import { ApiError } from '../../../platform/api-error.ts';
import { toId18 } from '../../../platform/record-id.ts';
import type { Row, Value } from '../../../platform/record.ts';
import type { SaveError, SaveResult } from '../../../platform/save-result.ts';
import type { Field, SObjectType } from '../../metadata/schema.ts';
import type { ObjectPlan } from '../plan/object-plan.ts';
import type { SaveContext, Saves } from '../org-core.ts';
import { rolledBackResult, SaveRolledBack } from './all-or-none.ts';
import { coerceValue } from './coerce-value.ts';
import { idOf, isSound, type Draft } from './draft.ts';
import { publishEvents } from './publish-events.ts';
import { removeRecords } from './remove-records.ts';
import { CHUNK_SIZE, saveChunk, type ChunkRow } from './save-chunk.ts';
import {
  ambiguousExternalId,
  duplicateIdInRequest,
  duplicateKeyInRequest,
  idOnInsert,
  malformedRecordId,
  missingId,
  missingKey,
  notOfType,
  recordDeleted,
} from './save-errors.ts';
import { fold } from './check-unique.ts';

/** Objects whose records clients cannot make or change. */
const PLATFORM_OBJECTS: ReadonlySet<string> = new Set([
  'Organization',
  'Profile',
  'RecordType',
  'EntityDefinition',
  'CustomNotificationType',
  'FlowDefinitionView',
]);

export const saves: Saves = {
  insert(context, object, rows, options) {
    const event = context.core.schema.event(object);
    return event ? publishEvents(context, event, rows) : inChunks(context, object, rows, options.allOrNone, insertChunk);
  },
  update: (context, object, rows, options) => inChunks(context, object, rows, options.allOrNone, updateChunk),
  upsert(context, object, keyField, rows, options) {
    const key = keyOf(context.view?.schema.object(object) ?? writable(context, object), keyField);
    return inChunks(context, object, rows, options.allOrNone, (inner, plan, chunk) => upsertChunk(inner, plan, chunk, key));
  },
  remove: (context, object, ids, options) =>
    together(context, options.allOrNone, () => removeRecords(context, removable(context, object), ids)),
};

type SaveOneChunk = (context: SaveContext, plan: ObjectPlan, rows: readonly Row[]) => readonly SaveResult[];

function inChunks(
  context: SaveContext,
  objectName: string,
  rows: readonly Row[],
  allOrNone: boolean,
  save: SaveOneChunk,
): readonly SaveResult[] {
  const plan = context.core.plan(writable(context, objectName));
  return together(context, allOrNone, () => {
    if (rows.length <= CHUNK_SIZE) return save(context, plan, rows);
    const results: SaveResult[] = [];
    for (let at = 0; at < rows.length; at += CHUNK_SIZE) results.push(...save(context, plan, rows.slice(at, at + CHUNK_SIZE)));
    return results;
  });
}

/** One transaction for the whole list; with allOrNone it is undone when any record fails. */
function together(context: SaveContext, allOrNone: boolean, work: () => readonly SaveResult[]): readonly SaveResult[] {
  let results: readonly SaveResult[] = [];
  try {
    return context.core.store.transaction(() => {
      results = work();
      if (allOrNone && results.some(({ success }) => !success)) throw new SaveRolledBack();
      return results;
    });
  } catch (error) {
    context.core.forget();
    if (error instanceof SaveRolledBack) return results.map(rolledBackResult);
    throw error;
  }
}

function insertChunk(context: SaveContext, plan: ObjectPlan, rows: readonly Row[]): readonly SaveResult[] {
  const chunk = new ChunkResults(rows.length);
  const inputs: ChunkRow[] = [];
  for (const [place, input] of rows.entries()) {
    if (!context.system && (input['Id'] ?? null) !== null) chunk.refuse(place, idOnInsert());
    else inputs.push({ place, input, prior: undefined });
  }
  chunk.take(saveChunk(context, plan, inputs));
  return chunk.results;
}

function updateChunk(context: SaveContext, plan: ObjectPlan, rows: readonly Row[]): readonly SaveResult[] {
  const chunk = new ChunkResults(rows.length);
  const ids = rows.map((row, place) => updateId(plan, row, place, chunk));
  const stored = context.core.records.rows(
    plan.object.name,
    ids.filter((id) => id !== undefined),
  );
  const seen = new Set<string>();
  const inputs: ChunkRow[] = [];
  for (const [place, input] of rows.entries()) {
    const id = ids[place];
    if (id === undefined) continue;
    const prior = stored.get(id);
    if (!prior) chunk.refuse(place, recordDeleted(), id);
    else if (seen.has(id)) chunk.refuse(place, duplicateIdInRequest(id), id);
    else inputs.push({ place, input, prior });
    seen.add(id);
  }
  chunk.take(saveChunk(context, plan, inputs));
  return chunk.results;
}

function updateId(plan: ObjectPlan, row: Row, place: number, chunk: ChunkResults): string | undefined {
  const given = row['Id'] ?? row['id'] ?? '';
  const id = typeof given === 'string' ? toId18(given) : undefined;
  if (given === '') chunk.refuse(place, missingId());
  else if (id === undefined || !id.startsWith(plan.object.keyPrefix)) chunk.refuse(place, malformedRecordId(String(given)));
  else return id;
  return undefined;
}

function upsertChunk(context: SaveContext, plan: ObjectPlan, rows: readonly Row[], key: Field): readonly SaveResult[] {
  const chunk = new ChunkResults(rows.length);
  const values = keyValues(rows, key, chunk);
  const found =
    key.type === 'id'
      ? undefined
      : context.core.store.findIds(
          plan.object.name,
          key.name,
          values.filter((value) => value !== null),
        );
  const ids = values.map((value) => (found ? (found.get(value) ?? []) : typeof value === 'string' ? [value] : []));
  const stored = context.core.records.rows(plan.object.name, new Set(ids.flat()));
  const [fresh, known]: [ChunkRow[], ChunkRow[]] = [[], []];
  for (const [place, input] of rows.entries()) {
    const [id, ...others] = ids[place] ?? [];
    if (chunk.isSettled(place)) continue;
    const prior = id === undefined ? undefined : stored.get(id);
    if (others.length > 0) chunk.refuse(place, ambiguousExternalId(key.name, ids[place] ?? []));
    else if (id !== undefined && !prior) chunk.refuse(place, recordDeleted(), id);
    else (prior ? known : fresh).push({ place, input, prior });
  }
  if (fresh.length > 0) chunk.take(saveChunk(context, plan, fresh, key));
  if (known.length > 0) chunk.take(saveChunk(context, plan, known));
  return chunk.results;
}

/** The keys of a chunk, read as the field's type; the same key twice fails every row that has it. */
function keyValues(rows: readonly Row[], key: Field, chunk: ChunkResults): readonly Value[] {
  const values: Value[] = [];
  const places = new Map<Value, number[]>();
  let name = key.name;
  for (const [place, row] of rows.entries()) {
    if (!(name in row)) name = Object.keys(row).find((other) => other.toLowerCase() === key.name.toLowerCase()) ?? key.name;
    const value = coerceValue(key, row[name] ?? null);
    values.push(value ?? null);
    if (value === undefined)
      chunk.refuse(place, key.type === 'id' ? malformedRecordId(String(row[name])) : notOfType(key, row[name] ?? null));
    else if (value === null && key.type !== 'id') chunk.refuse(place, missingKey(key));
    if (value === undefined || value === null) continue;
    const folded = fold(key, value);
    const same = places.get(folded);
    if (same) same.push(place);
    else places.set(folded, [place]);
  }
  if (places.size < rows.length) {
    for (const same of places.values())
      if (same.length > 1) for (const place of same) chunk.refuse(place, duplicateKeyInRequest(key, values[place] ?? null));
  }
  return values;
}

/** Results of a chunk, filled in as its records settle. */
class ChunkResults {
  readonly results: SaveResult[];

  constructor(size: number) {
    this.results = new Array<SaveResult>(size);
  }

  isSettled(place: number): boolean {
    return this.results[place] !== undefined;
  }

  refuse(place: number, error: SaveError, id: string | null = null): void {
    this.results[place] = { success: false, id, created: false, errors: [error] };
  }

  take(drafts: readonly Draft[]): void {
    for (const draft of drafts) {
      const created = draft.prior === undefined;
      this.results[draft.place] = isSound(draft)
        ? { success: true, id: idOf(draft), created, errors: [] }
        : { success: false, id: draft.prior?.Id ?? null, created: false, errors: draft.errors };
    }
  }
}

/** Throws ApiError: INVALID_TYPE for an unknown object, INVALID_TYPE_FOR_OPERATION for one that only the platform writes. */
function writable(context: SaveContext, name: string): SObjectType {
  const object = context.core.schema.object(name);
  if (context.core.schema.event(name))
    throw new ApiError(400, 'INVALID_TYPE_FOR_OPERATION', `entity type does not support update, upsert or delete: ${name}`);
  if (!object || (context.view && !context.view.schema.object(name)))
    throw new ApiError(400, 'INVALID_TYPE', `sObject type '${name}' is not supported.`);
  if (PLATFORM_OBJECTS.has(object.name) && !context.system) {
    throw new ApiError(400, 'INVALID_TYPE_FOR_OPERATION', `entity type cannot be inserted, updated or deleted: ${object.name}`);
  }
  return object;
}

/** Throws ApiError as `writable` does; users are not removed but made inactive. */
function removable(context: SaveContext, name: string): SObjectType {
  const object = writable(context, name);
  if (object.name === 'User') throw new ApiError(400, 'INVALID_TYPE_FOR_OPERATION', 'entity type cannot be deleted: User');
  return object;
}

/** Throws ApiError INVALID_FIELD for a field that is neither external id nor idLookup. */
function keyOf(object: SObjectType, name: string): Field {
  const field = object.field(name);
  if (field && (field.externalId || field.idLookup)) return field;
  throw new ApiError(400, 'INVALID_FIELD', `Field name provided, ${name} is not an External ID or indexed field for ${object.name}`);
}
