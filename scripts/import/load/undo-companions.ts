// Accounts and providers that a run made for its contracts: they go with it when nobody has use for them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bulkQuery } from './bulk-query.ts';
import { CREATED_ACCOUNTS } from './sender.ts';
import { inUse } from './undo-dependants.ts';
import { loaderOf } from './undo-contracts.ts';
import type { PlannedUndo, UndoPlanning } from './undo-contracts.ts';

const PER_QUERY = 200;

/** An account goes when the run made it, nobody edited it, and neither contracts nor anything else hangs on it. */
export async function planAccounts({ session, pace, journal, runId, spools, keep }: UndoPlanning): Promise<PlannedUndo> {
  const object = 'Account';
  const made = madeAccounts(join(journal.folder, 'results'));
  if (made.size === 0) return { object };
  const loader = await loaderOf(session, runId);
  const found = new Map<string, { readonly contracts: number; readonly isEdited: boolean }>();
  const soql = `SELECT Id, KvK_Number__c, Competitor_Contract_Count__c, LastModifiedById, CreatedById FROM Account WHERE KvK_Number__c != null`;
  await bulkQuery(session, soql, pace, (row) => {
    if (!made.has(row.text(1)) || row.text(4) !== loader.id) return;
    found.set(row.text(0), { contracts: Number(row.text(2) || 0), isEdited: loader.hasHands(row.text(3)) });
  });
  const used = await inUse(session, pace, 'Account', new Set(found.keys()));
  for (const [id, { contracts, isEdited }] of found) {
    if (isEdited) keep({ id, object, cause: 'edited', detail: '' });
    else if (contracts > 0 || used.has(id)) keep({ id, object, cause: 'in-use', detail: '' });
    else spools.deletes.write(Buffer.from(`${id}\n`), 1);
  }
  return { object };
}

/** A provider that waits for review goes when neither contracts nor anything else is left with it. */
export async function planProviders({ session, pace, journal, runId, spools, keep }: UndoPlanning): Promise<PlannedUndo> {
  const object = 'Competitor__c';
  const { unknownProviders = [] } = (journal.read('prepared') ?? {}) as { unknownProviders?: readonly { readonly key: string }[] };
  const loader = await loaderOf(session, runId);
  for (let from = 0; from < unknownProviders.length; from += PER_QUERY) {
    const keys = unknownProviders.slice(from, from + PER_QUERY).map(({ key }) => `'${key}'`);
    const waiting = `External_Id__c IN (${keys.join(', ')}) AND Review_State__c = 'To Review' AND CreatedById = '${loader.id}'`;
    const found = await session.query(`SELECT Id, LastModifiedById FROM ${object} WHERE ${waiting}`);
    const used = await inUse(session, pace, object, new Set(found.map((record) => String(record['Id']))));
    for (const record of found) {
      const id = String(record['Id']);
      if (loader.hasHands(String(record['LastModifiedById']))) keep({ id, object, cause: 'edited', detail: '' });
      else if (used.has(id)) keep({ id, object, cause: 'in-use', detail: '' });
      else spools.deletes.write(Buffer.from(`${id}\n`), 1);
    }
  }
  return { object };
}

/** KvK numbers of the accounts that the run sent. */
function madeAccounts(folder: string): ReadonlySet<string> {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(CREATED_ACCOUNTS)) : [];
  return new Set(files.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean)));
}
