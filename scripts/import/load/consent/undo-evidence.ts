// Evidence of a run that was a mistake: it goes, and the verdicts that followed from it are decided again.
import type { RunJournal } from '../../journal/run-journal.ts';
import { bulkQuery } from '../bulk-query.ts';
import { queryByValues } from '../narrowed-query.ts';
import { loaderOf } from '../undo-contracts.ts';
import type { PlannedUndo, UndoPlanning } from '../undo-contracts.ts';
import { EVIDENCE } from './evidence-rows.ts';
import { VERDICT } from './known-consent.ts';

const FACT = 'unsaid';

/** Evidence is made and never changed: all of the run's goes, unless somebody got at it. */
export async function planEvidence({ session, pace, journal, runId, spools, keep }: UndoPlanning): Promise<PlannedUndo> {
  const loader = await loaderOf(session, runId);
  const contacts = new Set(unsaid(journal));
  const soql = `SELECT Id, Contact__c, LastModifiedById FROM ${EVIDENCE} WHERE Import_Run__r.External_Id__c = '${runId}'`;
  await bulkQuery(session, soql, pace, (row) => {
    const id = row.text(0);
    if (loader.hasHands(row.text(2))) keep({ id, object: EVIDENCE, cause: 'edited', detail: '' });
    else {
      contacts.add(row.text(1));
      spools.deletes.write(Buffer.from(`${id}\n`), 1);
    }
  });
  // once the evidence is gone nobody can tell any more whose it was
  journal.write(FACT, [...contacts]);
  return { object: EVIDENCE };
}

/** Verdicts of its people that were not decided since undoing began. */
export async function planVerdicts({ session, pace, journal, spools }: UndoPlanning): Promise<PlannedUndo> {
  const contacts = new Set(unsaid(journal));
  const { at } = journal.read('undoing') as { readonly at: string };
  const restores = spools.restores(['Id', 'Decide_Again_At__c']);
  const told = new Set<string>();
  const query = { select: `SELECT Id, Contact__c FROM ${VERDICT}`, where: `Decided_At__c < ${at}`, values: { Contact__c: contacts } };
  await queryByValues(session, query, pace, (row) => {
    if (!contacts.has(row.text(1)) || told.has(row.text(0))) return;
    told.add(row.text(0));
    restores.write(Buffer.from(`${row.text(0)},${at}\n`), 1);
  });
  return { object: VERDICT, restores };
}

function unsaid(journal: RunJournal): readonly string[] {
  return (journal.read(FACT) ?? []) as readonly string[];
}
