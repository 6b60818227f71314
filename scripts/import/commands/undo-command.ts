// `undo`: takes a load back, as far as people and later loads have left its records alone.
import { rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { runsFolder } from '../journal/run-folders.ts';
import { RunJournal } from '../journal/run-journal.ts';
import { lockOrg } from '../journal/run-lock.ts';
import { undoRun } from '../load/undo-run.ts';
import type { UndoOutcome } from '../load/undo-run.ts';
import { orgFailure, usageFailure } from '../plan/import-failure.ts';
import { patienceOf } from '../plan/import-plan.ts';
import { reportSentence } from '../report/report-sentences.ts';
import { undoText } from '../report/undo-text.ts';
import type { Command, CommandContext } from './command.ts';
import { oneRun } from './resume-command.ts';
import type { KeptPlan } from './run-plan.ts';

export const undoCommand: Command = async (context) => {
  const { args, surroundings } = context;
  const found = oneRun(surroundings.folder, args.subject);
  if (found.status === 'checked') throw usageFailure('USAGE.runWasCheck', { run: found.id });
  const journal = new RunJournal(found.folder);
  try {
    const kept = journal.read('plan') as KeptPlan | undefined;
    if (kept === undefined || found.status === 'preparing') throw usageFailure('USAGE.runSentNothing', { run: found.id });
    context.known.run = { id: found.id, file: kept.plan.file };
    return await undo(context, journal, kept, found.id);
  } finally {
    journal.close();
  }
};

async function undo(context: CommandContext, journal: RunJournal, kept: KeptPlan, runId: string): Promise<number> {
  const { args, surroundings, output, language } = context;
  const org = await context.open(args.texts.org ?? kept.target, { writes: true });
  try {
    if (org.identity.id !== kept.orgId) {
      throw usageFailure('USAGE.otherOrg', { run: runId, expected: kept.org, found: org.identity.username });
    }
    const lock = lockOrg(runsFolder(surroundings.folder), org.identity.id, runId);
    if (typeof lock !== 'function') throw orgFailure('IMPORT_RUNNING', { target: kept.target, run: lock.run, pid: lock.pid });
    try {
      const outcome = await undoRun({
        ...{ kind: kept.plan.kind ?? 'contracts', session: org.session, journal, runId, progress: output.progress },
        pace: { wait: surroundings.wait },
        patience: patienceOf(args) * 60_000,
        now: () => new Date(surroundings.now().getTime() + org.clockAhead),
      });
      await rm(join(journal.folder, 'work'), { recursive: true, force: true });
      const path = await writeKept(journal.folder, outcome);
      const list = path === null ? null : relative(surroundings.folder, path);
      const { deleted, restored } = outcome;
      const document = { status: 0, run: { id: runId }, undo: { deleted, restored, kept: outcome.kept.length }, files: { kept: list } };
      output.done(document, undoText(runId, outcome, list, reportSentence(language)));
      return 0;
    } finally {
      lock();
    }
  } finally {
    org.session.close();
  }
}

/** Records that stayed, for the steward; null when none did. */
async function writeKept(folder: string, { kept }: UndoOutcome): Promise<string | null> {
  if (kept.length === 0) return null;
  const path = join(folder, 'undo-kept.csv');
  const lines = kept.map(({ object, id, cause, detail }) => [object, id, cause, detail.replaceAll(/[;\r\n"]+/g, ' ')].join(';'));
  await writeFile(path, `\u{feff}${['Object;Id;Cause;Detail', ...lines].join('\r\n')}\r\n`, { mode: 0o600 });
  return path;
}
