// `resume`: goes on with a load that was killed, interrupted or broke off, exactly where it was; of one that came to its end it tells the report again.
import { findRuns, listRuns, readReport } from '../journal/run-folders.ts';
import type { KnownRun } from '../journal/run-folders.ts';
import { RunJournal } from '../journal/run-journal.ts';
import { usageFailure } from '../plan/import-failure.ts';
import type { Command, CommandContext } from './command.ts';
import { forgetPreparation } from '../load/forget-preparation.ts';
import { runPlan } from './run-plan.ts';
import type { KeptPlan } from './run-plan.ts';

export const resumeCommand: Command = async (context) => {
  const { args, surroundings, language } = context;
  const found = args.subject === '' ? onlyUnfinished(surroundings.folder) : oneRun(surroundings.folder, args.subject);
  if (found.undone) throw usageFailure('USAGE.runUndone', { run: found.id });
  if (found.undoing) throw usageFailure('USAGE.runUndoing', { run: found.id });
  if (found.status === 'checked') throw usageFailure('USAGE.runWasCheck', { run: found.id });
  if (found.status === 'finished') return tellAgain(context, found);
  const journal = new RunJournal(found.folder);
  const kept = journal.read('plan') as KeptPlan | undefined;
  if (kept === undefined) {
    journal.close();
    throw usageFailure('USAGE.runSentNothing', { run: found.id });
  }
  context.known.resumable = found.id;
  // runs of earlier versions were all about contracts
  const kind = kept.plan.kind ?? 'contracts';
  const plan = { ...kept.plan, kind, language, file: kept.file, yes: args.yes || kept.plan.yes, org: args.texts.org ?? kept.target };
  return runPlan(context, { plan, runId: found.id, folder: found.folder, today: kept.today, resumed: { journal, kept } });
};

/** Whoever was killed after the last row was accounted for has not told it, nor cleaned up. */
async function tellAgain({ output }: CommandContext, { id, folder, rows }: KnownRun): Promise<number> {
  const report = readReport(folder);
  if (report === undefined) throw usageFailure('USAGE.runFinished', { run: id });
  await forgetPreparation(folder);
  output.done(report.document, report.text);
  return (rows?.rejected ?? 0) > 0 ? 1 : 0;
}

/** The run that `text` names or begins; throws a usage failure when it is none or several. */
export function oneRun(project: string, text: string): KnownRun {
  const runs = findRuns(project, text);
  const [run] = runs;
  if (run === undefined) throw usageFailure('USAGE.runUnknown', { run: text });
  if (runs.length > 1)
    throw usageFailure('USAGE.runAmbiguous', { run: text, count: runs.length, runs: runs.map(({ id }) => id).join(', ') });
  return run;
}

function onlyUnfinished(project: string): KnownRun {
  const waiting = listRuns(project).filter(
    ({ status, undone, undoing, file }) => status !== 'checked' && status !== 'finished' && !undone && !undoing && file !== '',
  );
  const [run] = waiting;
  if (run === undefined) throw usageFailure('USAGE.nothingToResume');
  if (waiting.length > 1)
    throw usageFailure('USAGE.severalToResume', { count: waiting.length, runs: waiting.map(({ id }) => id).join(', ') });
  return run;
}
