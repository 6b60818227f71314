// Records with their children in one request, all or none (REST API Developer Guide, "sObject Tree").
import type { Row } from '../../../platform/record.ts';
import type { SaveError, SaveResult } from '../../../platform/save-result.ts';
import { SaveRolledBack } from '../../engine/save/all-or-none.ts';
import type { Org, Session } from '../../engine/org.ts';
import type { SObjectType } from '../../metadata/schema.ts';
import { malformedRequest, tooManyRecords, unknownColumn } from '../errors.ts';
import type { ApiResponse, Route } from '../route.ts';
import { objectNamed, objectOf } from './found-object.ts';
import { isObject, jsonObject, toRow } from './record-input.ts';

const MAX_RECORDS = 200;
const MAX_LEVELS = 5;

/** A record of the request: its reference and the record it hangs on. */
interface Leaf {
  readonly referenceId: string;
  readonly object: SObjectType;
  readonly row: Row;
  /** The parent in the request, and the field that names it. */
  readonly parent?: { readonly leaf: Leaf; readonly field: string };
}

type Json = Readonly<Record<string, unknown>>;

export const treeRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/composite/tree/:object',
    async handle(request, org) {
      const levels = readLevels(org, objectOf(request, org), jsonObject(await request.json()));
      return save(org, request.session, levels);
    },
  },
];

/** The records level by level, so that parents have ids before their children are saved. */
function readLevels(org: Org, object: SObjectType, body: Json): readonly (readonly Leaf[])[] {
  const levels: Leaf[][] = [];
  const seen = new Set<string>();
  const read = (type: SObjectType, records: unknown, level: number, parent?: Leaf['parent']): void => {
    if (!Array.isArray(records) || !records.every(isObject))
      throw malformedRequest("Each tree must hold a list 'records' of JSON objects.");
    if (level >= MAX_LEVELS) throw malformedRequest(`A tree has at most ${MAX_LEVELS} levels.`);
    for (const record of records) {
      const leaf = readLeaf(type, record, parent);
      if (seen.has(leaf.referenceId)) throw malformedRequest(`Duplicate ReferenceId provided in the request: ${leaf.referenceId}`);
      seen.add(leaf.referenceId);
      if (seen.size > MAX_RECORDS) throw tooManyRecords(MAX_RECORDS);
      (levels[level] ??= []).push(leaf);
      for (const [name, value] of childLists(record)) {
        const child = type.childRelationship(name);
        if (!child) throw unknownColumn(name, type.name);
        read(objectNamed(org, child.childObject), value['records'], level + 1, { leaf, field: child.field });
      }
    }
  };
  read(object, body['records'], 0);
  return levels;
}

function readLeaf(object: SObjectType, record: Json, parent: Leaf['parent']): Leaf {
  const attributes = record['attributes'];
  const referenceId = isObject(attributes) ? attributes['referenceId'] : undefined;
  if (typeof referenceId !== 'string' || referenceId === '')
    throw malformedRequest('Include a referenceId in the attributes of every record.');
  const children = new Set(childLists(record).map(([name]) => name));
  const row = toRow(object, Object.fromEntries(Object.entries(record).filter(([name]) => !children.has(name))));
  return { referenceId, object, row, ...(parent ? { parent } : {}) };
}

function childLists(record: Json): readonly (readonly [string, Json])[] {
  return Object.entries(record).filter((entry): entry is [string, Json] => isObject(entry[1]) && 'records' in entry[1]);
}

/** Saves in one transaction; nothing stays when a record is refused. */
function save(org: Org, session: Session, levels: readonly (readonly Leaf[])[]): ApiResponse {
  const ids = new Map<Leaf, string>();
  const failed: { referenceId: string; errors: readonly SaveError[] }[] = [];
  try {
    org.transaction(() => {
      for (const level of levels) {
        for (const [object, leaves] of Map.groupBy(level, (leaf) => leaf.object)) {
          const rows = leaves.map(({ row, parent }) => (parent ? { ...row, [parent.field]: ids.get(parent.leaf) ?? null } : row));
          org
            .insert(session, object.name, rows, { allOrNone: false })
            .forEach((result, index) => settle(leaves[index], result, ids, failed));
        }
        if (failed.length > 0) throw new SaveRolledBack();
      }
    });
  } catch (error) {
    if (!(error instanceof SaveRolledBack)) throw error;
    return { status: 400, json: { hasErrors: true, results: failed } };
  }
  return { status: 201, json: { hasErrors: false, results: [...ids].map(([{ referenceId }, id]) => ({ referenceId, id })) } };
}

function settle(
  leaf: Leaf | undefined,
  result: SaveResult,
  ids: Map<Leaf, string>,
  failed: { referenceId: string; errors: readonly SaveError[] }[],
): void {
  if (!leaf) return;
  if (result.success) ids.set(leaf, result.id);
  else failed.push({ referenceId: leaf.referenceId, errors: result.errors });
}
