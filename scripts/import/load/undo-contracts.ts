// Which contracts and claims of a run are deleted, which get their old values, and which stay.
import type { RunJournal } from '../journal/run-journal.ts';
import { csvText } from '../transform/cell.ts';
import { bulkQuery } from './bulk-query.ts';
import type { JobSpool } from './job-spool.ts';
import { eachOldRow } from './old-values.ts';
import { hashKey } from './org-content.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import type { Pace } from '../../org-connection/repeated.ts';
import { contractsInUse } from './undo-dependants.ts';
import { RowTable } from './row-table.ts';

/** A record that undoing left alone. */
export interface KeptRecord {
  readonly id: string;
  readonly object: string;
  readonly cause: 'edited' | 'in-use' | 'refused';
  readonly detail: string;
}

export interface UndoSpools {
  readonly deletes: JobSpool;
  readonly restores: (columns: readonly string[]) => JobSpool;
}

export interface UndoPlanning {
  readonly session: OrgSession;
  readonly pace: Pace;
  readonly journal: RunJournal;
  readonly runId: string;
  readonly spools: UndoSpools;
  readonly keep: (record: KeptRecord) => void;
}

export interface PlannedUndo {
  readonly object: string;
  readonly restores?: JobSpool;
}

/** Makes a field empty. */
const EMPTY = '#N/A';
/** Fields that a restore cannot, or need not, write. */
const NOT_RESTORED = new Set(['External_Id__c']);

/** Claims are made and never changed: all of the run's go, unless somebody edited them. */
export async function planClaims({ session, pace, runId, spools, keep }: UndoPlanning): Promise<PlannedUndo> {
  const object = 'Contract_Claim__c';
  const loader = await loaderOf(session, runId);
  const soql = `SELECT Id, LastModifiedById FROM ${object} WHERE Import_Run__r.External_Id__c = '${runId}'`;
  await bulkQuery(session, soql, pace, (row) => {
    const id = row.text(0);
    if (loader.hasHands(row.text(1))) keep({ id, object, cause: 'edited', detail: '' });
    else spools.deletes.write(Buffer.from(`${id}\n`), 1);
  });
  return { object };
}

/**
 * A contract that still names the run was written by it last: its old values tell a changed contract from a new one. A later run put its
 * own name on the contract, so that it is not found here and stays.
 */
export async function planContracts({ session, pace, journal, runId, spools, keep }: UndoPlanning): Promise<PlannedUndo> {
  const object = 'Competitor_Contract__c';
  const loader = await loaderOf(session, runId);
  const changed = new RowTable();
  const words = new Uint32Array(2);
  let names: readonly string[] = [];
  const known = (): number => changed.find(words[0] ?? 0, words[1] ?? 0);
  await eachOldRow(
    journal.folder,
    (row) => (names = Array.from({ length: row.cells }, (_, cell) => row.text(cell))),
    (row) => {
      hashKey(row, 0, words);
      // a page that broke off was told twice
      if (known() < 0) changed.add(words[0] ?? 0, words[1] ?? 0);
    },
  );
  const ids: string[] = [];
  const used = await contractsInUse(session, pace, runId);
  const soql = `SELECT External_Id__c, Id, Hand_Edited_At__c, LastModifiedById FROM ${object} WHERE Import_Run__r.External_Id__c = '${runId}'`;
  await bulkQuery(session, soql, pace, (row) => {
    hashKey(row, 0, words);
    const id = row.text(1);
    const number = known();
    if (row.start(2) < row.end(2) || loader.hasHands(row.text(3))) keep({ id, object, cause: 'edited', detail: row.text(0) });
    else if (number >= 0) ids[number] = id;
    else if (used.has(id)) keep({ id, object, cause: 'in-use', detail: row.text(0) });
    else spools.deletes.write(Buffer.from(`${id}\n`), 1);
  });
  const restored = names.map((name, cell) => ({ name, cell })).filter(({ name }) => !NOT_RESTORED.has(name));
  const restores = spools.restores(['Id', ...restored.map(({ name }) => name)]);
  await eachOldRow(
    journal.folder,
    () => undefined,
    (row) => {
      hashKey(row, 0, words);
      const number = known();
      const id = ids[number];
      if (id === undefined) return;
      ids[number] = '';
      if (id === '') return;
      const values = restored.map(({ cell }) => (row.text(cell) === '' ? EMPTY : csvText(row.text(cell))));
      restores.write(Buffer.from(`${[id, ...values].join(',')}\n`), 1);
    },
  );
  return { object, restores };
}

/** Who loaded the run, to tell people's edits from the run's own and from the org's automation. */
export async function loaderOf(session: OrgSession, runId: string): Promise<{ readonly id: string; hasHands(userId: string): boolean }> {
  const [run] = await session.query(`SELECT CreatedById FROM Import_Run__c WHERE External_Id__c = '${runId}'`);
  const automation = await session.query("SELECT Id FROM User WHERE UserType = 'AutomatedProcess'");
  const id = String(run?.['CreatedById'] ?? '');
  const own = new Set([id, ...automation.map((user) => String(user['Id']))]);
  return { id, hasHands: (userId) => !own.has(userId) };
}
