// Fields that a run wrote besides its rows get their old values, unless somebody changed them since or needs them.
import { csvText } from '../transform/cell.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import { patchesOf } from './patched-records.ts';
import type { Fields, Patch } from './patched-records.ts';
import type { PlannedUndo, UndoPlanning } from './undo-contracts.ts';

const PER_QUERY = 200;
/** Makes a field empty; a blank cell would leave it as it is. */
const EMPTY = '#N/A';

/** Plans what the run wrote on records of one object. */
export function planPatches(object: Patch['object']): (planning: UndoPlanning) => Promise<PlannedUndo> {
  return async ({ session, journal, spools, keep }) => {
    const patches = patchesOf(journal).filter((patch) => patch.object === object);
    const fields = [...new Set(patches.flatMap(({ before }) => Object.keys(before)))];
    if (patches.length === 0) return { object };
    const restores = spools.restores(['Id', ...fields]);
    for (let from = 0; from < patches.length; from += PER_QUERY) {
      const part = new Map(patches.slice(from, from + PER_QUERY).map((patch) => [patch.id, patch]));
      const ids = [...part.keys()].map((id) => `'${id}'`).join(', ');
      for (const record of await session.query(`SELECT Id, ${fields.join(', ')} FROM ${object} WHERE Id IN (${ids})`)) {
        const id = String(record['Id']);
        const { before, after } = part.get(id) ?? { before: {}, after: {} };
        if (holds(record, before)) continue;
        if (!holds(record, after)) keep({ id, object, cause: 'edited', detail: '' });
        else if (await isNeeded(session, id, after)) keep({ id, object, cause: 'in-use', detail: '' });
        else restores.write(Buffer.from(`${[id, ...fields.map((field) => cell(before, field))].join(',')}\n`), 1);
      }
    }
    return { object, restores };
  };
}

function holds(record: Readonly<Record<string, unknown>>, fields: Fields): boolean {
  return Object.entries(fields).every(([field, value]) => String(record[field] ?? '') === String(value ?? ''));
}

function cell(before: Fields, field: string): string {
  const value = before[field];
  if (value === undefined) return '';
  return value === null ? EMPTY : csvText(String(value));
}

/** A KvK number stays while contracts of another run are known by it. */
async function isNeeded(session: OrgSession, id: string, { KvK_Number__c: kvk }: Fields): Promise<boolean> {
  if (typeof kvk !== 'string') return false;
  const soql = `SELECT Id FROM Competitor_Contract__c WHERE Account__c = '${id}' AND External_Id__c LIKE '${kvk}|%' LIMIT 1`;
  return (await session.query(soql)).length > 0;
}
