// Carries out a plan, new or continued: inspect, connect, load, report.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import type { CivilDate } from '../../platform/civil-date.ts';
import { runsFolder } from '../journal/run-folders.ts';
import { RunJournal } from '../journal/run-journal.ts';
import { lockOrg } from '../journal/run-lock.ts';
import { REVIEW_FILE } from '../load/account-review.ts';
import { CONTACT_REVIEW_FILE } from '../load/consent/contacts-review.ts';
import { LoadInterrupted } from '../load/load-context.ts';
import { loadFile } from '../load/load-file.ts';
import { forgetPreparation } from '../load/forget-preparation.ts';
import { orgFailure, usageFailure } from '../plan/import-failure.ts';
import type { ImportOutcome, Notice } from '../plan/import-outcome.ts';
import { patienceOf } from '../plan/import-plan.ts';
import type { ImportPlan } from '../plan/import-plan.ts';
import { RejectsFile } from '../report/rejects-file.ts';
import { failureDocument, outcomeDocument } from '../report/report-document.ts';
import { sameReading } from '../report/same-reading.ts';
import { reportSentence } from '../report/report-sentences.ts';
import { interruptedText, outcomeText } from '../report/report-text.ts';
import type { SourceInspection } from '../source/inspection.ts';
import { saveAnswers } from '../source/mapping-answers.ts';
import type { MappingAnswers } from '../source/mapping-answers.ts';
import { removeCopy } from '../source/open-source.ts';
import { providerKey } from '../source/provider-key.ts';
import { FileThreads } from '../transform/file-threads.ts';
import { transformSource } from '../transform/transform-source.ts';
import type { CommandContext, OpenOrg } from './command.ts';
import { inspectAsking, providerQuestion } from './file-questions.ts';
import { lookAhead } from './look-ahead.ts';
import type { LookAhead } from './look-ahead.ts';
import { failureIn } from './told-failure.ts';

/** What the journal keeps of a run, so that `resume` and `undo` need nothing but its id. */
export interface KeptPlan {
  readonly plan: ImportPlan;
  readonly today: CivilDate;
  /** Absolute path. */
  readonly file: string;
  readonly sha256: string;
  /** What a person said about the file. */
  readonly answers: MappingAnswers;
  /** What `--org` was. */
  readonly target: string;
  readonly orgId: string;
  /** Username. */
  readonly org: string;
}

export interface PlannedRun {
  readonly plan: ImportPlan;
  readonly runId: string;
  readonly folder: string;
  /** Of the first attempt: a run that goes on the next day judges dates as it did. */
  readonly today: CivilDate;
  /** Present when the run goes on. */
  readonly resumed?: { readonly journal: RunJournal; readonly kept: KeptPlan };
}

/** Returns the exit code. */
export async function runPlan(context: CommandContext, run: PlannedRun): Promise<number> {
  const { org } = run.plan;
  const ahead = org === undefined || run.resumed ? undefined : lookAhead(context, run.plan, org);
  const threads = new FileThreads();
  try {
    return await runLooking(context, run, threads, ahead);
  } finally {
    ahead?.drop();
    await threads.close();
  }
}

async function runLooking(context: CommandContext, run: PlannedRun, threads: FileThreads, ahead: LookAhead | undefined): Promise<number> {
  const { known, output, surroundings, language } = context;
  const { plan, resumed } = run;
  const { source = null, obtainedOn = null } = plan.provenance;
  known.run = { ...known.run, id: run.runId, file: plan.file, source, obtainedOn };
  output.progress.phase('inspect');
  const mappingsFolder = join(surroundings.folder, 'config', 'suppliers');
  const before = resumed?.kept.answers ?? {};
  const options = { ...plan.reading, kind: plan.kind, answers: before, language, today: run.today, mappingsFolder };
  const { inspection, answers } = await inspectAsking(plan.file, options, { ask: context.ask, read: threads.readPart });
  const keep = await answerKeeper(context, plan, mappingsFolder, JSON.stringify(answers) === JSON.stringify(before) ? undefined : answers);
  known.run = { ...known.run, sha256: inspection.sha256 };
  try {
    if (resumed && resumed.kept.sha256 !== inspection.sha256) {
      throw usageFailure('USAGE.fileChanged', { file: plan.file, run: run.runId });
    }
    surroundings.signal?.throwIfAborted();
    const answered = { ...run, threads, answers, keep, ...(ahead && { accountsAhead: ahead.accounts }) };
    if (plan.org === undefined) return await report(context, answered, inspection, undefined);
    const org = await context.open(plan.org, { writes: plan.command === 'load', ...(ahead && { connecting: ahead.connecting }) });
    try {
      if (resumed && resumed.kept.orgId !== org.identity.id) {
        throw usageFailure('USAGE.otherOrg', { run: run.runId, expected: resumed.kept.org, found: org.identity.username });
      }
      return await report(context, answered, inspection, org);
    } finally {
      org.session.close();
    }
  } finally {
    await removeCopy(inspection);
  }
}

/** A run whose questions about the file are answered. */
interface AnsweredRun extends PlannedRun {
  readonly threads: FileThreads;
  readonly answers: MappingAnswers;
  /** Keeps a further answer in the mapping of the supplier. */
  readonly keep: (answers: MappingAnswers) => Promise<void>;
  readonly accountsAhead?: LookAhead['accounts'];
}

/** Keeps new answers in the mapping that was named, or in one named after the supplier. */
async function answerKeeper(
  { output, surroundings, language }: CommandContext,
  plan: ImportPlan,
  folder: string,
  answers: MappingAnswers | undefined,
): Promise<AnsweredRun['keep']> {
  const [named = ''] = (plan.reading.mapping ?? '').split(';');
  const name = /^[\w-]+$/.test(named)
    ? named
    : providerKey(plan.provenance.source ?? basename(plan.file).replace(/\.[^.]*$/, '')) || 'supplier';
  const path = join(folder, `${name}.json`);
  const keep = async (one: MappingAnswers): Promise<void> => {
    await saveAnswers(path, one, plan.provenance.source ?? basename(plan.file));
    output.tell('answers-saved', reportSentence(language)('answers-saved', { path: relative(surroundings.folder, path), name }));
  };
  if (answers !== undefined) await keep(answers);
  return keep;
}

async function report(context: CommandContext, run: AnsweredRun, inspection: SourceInspection, org: OpenOrg | undefined): Promise<number> {
  const { plan } = run;
  if (plan.command !== 'load' || org === undefined) return carryOut(context, run, inspection, org, undefined);
  const lock = lockOrg(runsFolder(context.surroundings.folder), org.identity.id, run.runId);
  if (typeof lock !== 'function') throw orgFailure('IMPORT_RUNNING', { target: plan.org ?? '', run: lock.run, pid: lock.pid });
  let journal = run.resumed?.journal;
  let isEmpty: boolean | undefined;
  try {
    if (journal === undefined) {
      await mkdir(run.folder, { recursive: true, mode: 0o700 });
      journal = new RunJournal(run.folder);
      const { id, username } = org.identity;
      const file = resolve(context.surroundings.folder, plan.file);
      const kept: KeptPlan = {
        ...{ plan, today: run.today, file, sha256: inspection.sha256, answers: run.answers },
        ...{ target: plan.org ?? '', orgId: id, org: username },
      };
      journal.write('plan', kept);
    }
    return await carryOut(context, run, inspection, org, journal);
  } catch (error) {
    isEmpty = journal?.status === 'preparing';
    throw error;
  } finally {
    journal?.close();
    // nothing was sent: there is nothing to continue or to take back
    if (isEmpty) await rm(run.folder, { recursive: true, force: true });
    lock();
  }
}

async function carryOut(
  context: CommandContext,
  run: AnsweredRun,
  inspection: SourceInspection,
  org: OpenOrg | undefined,
  journal: RunJournal | undefined,
): Promise<number> {
  const { known, output, surroundings, language, args } = context;
  const { plan, runId, folder } = run;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const rejects = new RejectsFile(folder, inspection);
  const shown = (path: string | null): string | null => (path === null ? null : relative(surroundings.folder, path));
  const reportFile = shown(join(folder, 'report.txt'));
  try {
    const outcome = await loadFile({
      ...{ plan, inspection, runId, rejects, today: run.today, runFolder: folder, progress: output.progress },
      rejectsFile: shown(join(folder, 'rejects.csv')) ?? '',
      reviewFile: shown(join(folder, REVIEW_FILE)) ?? '',
      contactReviewFile: shown(join(folder, CONTACT_REVIEW_FILE)) ?? '',
      transform: (source, settings) => transformSource(source, settings, run.threads),
      ...(context.ask && { askProvider: providerQuestion(context.ask, language, run.keep) }),
      ...(org && { org }),
      ...(run.accountsAhead && { accountsAhead: run.accountsAhead }),
      ...(journal && { journal, patience: patienceOf(args) * 60_000 }),
      // a machine that is ahead or behind dates its runs by the org's clock
      now: () => new Date(surroundings.now().getTime() + (org?.clockAhead ?? 0)),
      pace: { wait: surroundings.wait },
      ...(surroundings.signal && { signal: surroundings.signal }),
      sentence: reportSentence(language),
    });
    const told = withClock(outcome, org, language);
    const files = { rejects: shown(rejects.finish()), report: reportFile, options: sameReading(plan, inspection) };
    const document = outcomeDocument(told, files);
    const text = outcomeText(plan.command, told, org?.identity, files, language);
    await writeReport(folder, { ...document, ...detail(told, org) }, text);
    if (journal) {
      journal.write('status', 'finished');
      await forgetPreparation(folder);
    }
    output.done(document, text);
    return document.status;
  } catch (error) {
    if (journal === undefined) await rm(folder, { recursive: true, force: true });
    else if (journal.status === 'broken' || journal.status === 'sending') known.resumable = runId;
    if (error instanceof LoadInterrupted) {
      known.files = { rejects: shown(rejects.finish()), report: reportFile };
      const failure = failureIn(error.cause, known, language);
      const text = `${failure.message} ${failure.action}\n${interruptedText(error.rows, error.notices, language)}`;
      await writeReport(folder, failureDocument(failure, { ...known, rows: error.rows, notices: error.notices }), text);
    }
    throw error;
  }
}

/** A clock that is off explains a run that seems to have begun tomorrow. */
function withClock(outcome: ImportOutcome, org: OpenOrg | undefined, language: ImportPlan['language']): ImportOutcome {
  const ahead = org?.clockAhead ?? 0;
  if (ahead === 0) return outcome;
  const message = reportSentence(language)('CLOCK_SKEW', { minutes: Math.round(ahead / 60_000) });
  const notice: Notice = { code: 'CLOCK_SKEW', message };
  return { ...outcome, notices: [notice, ...outcome.notices] };
}

function detail(outcome: ImportOutcome, org: OpenOrg | undefined) {
  const { skippedBecause, keptBecause, rejectedBecause, jobs, accountsCreated } = outcome;
  return { org: org?.identity ?? null, skippedBecause, keptBecause, rejectedBecause, accountsCreated, jobs };
}

/** Both files name companies and people: only their owner may read them. */
async function writeReport(folder: string, document: unknown, text: string): Promise<void> {
  await writeFile(join(folder, 'report.json'), `${JSON.stringify(document, null, 2)}\n`, { mode: 0o600 });
  await writeFile(join(folder, 'report.txt'), text, { mode: 0o600 });
}
