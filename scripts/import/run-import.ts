// One import from its command line to its exit code: plan, inspect, connect, load, report.
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { civilDateIn } from '../platform/civil-date.ts';
import type { CivilDate } from '../platform/civil-date.ts';
import { loadFile, LoadInterrupted } from './load/load-file.ts';
import { findOrgAccess } from './load/org-connection.ts';
import type { OrgAccess } from './load/org-connection.ts';
import { asFailure } from './load/org-failures.ts';
import { openSession } from './load/org-session.ts';
import { parseImportArguments } from './plan/arguments.ts';
import { confirmTarget } from './plan/confirm-target.ts';
import { ImportFailure } from './plan/import-failure.ts';
import type { OrgIdentity, ProgressSink, RunIdentity } from './plan/import-outcome.ts';
import { makePlan } from './plan/import-plan.ts';
import type { Ask, ImportPlan, Language } from './plan/import-plan.ts';
import { USAGE } from './plan/usage.ts';
import { progressOn, SILENT_PROGRESS } from './report/progress.ts';
import { RejectsFile } from './report/rejects-file.ts';
import { failureDocument, outcomeDocument } from './report/report-document.ts';
import type { ReportDocument, ReportFiles } from './report/report-document.ts';
import { reportSentence } from './report/report-sentences.ts';
import { interruptedText, orgText, outcomeText } from './report/report-text.ts';
import { inspectSource } from './source/inspect-source.ts';
import { removeCopy } from './source/open-source.ts';
import { ImportRefusal } from './source/refusal.ts';
import type { SourceInspection } from './source/inspection.ts';
import { TerminalQuestions } from './terminal-questions.ts';
import { transformSource } from './transform/transform-source.ts';

/** The process as far as the import needs it. */
export interface Surroundings {
  /** Root of the project: `.import` and `.local-org` are folders of it. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly now: () => Date;
  /** A few letters and digits that make a run id unique. */
  readonly randomText: () => string;
  /** Milliseconds of a steady clock. */
  readonly clock: () => number;
  /** Resolves after that time, or rejects with the reason of `signal` when that comes first. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Aborted, with an import failure as its reason, when the user interrupts the command. */
  readonly signal?: AbortSignal;
}

/** Contracts and companies are Dutch: days are those of this zone. */
const ZONE = 'Europe/Amsterdam';

/** What is known so far, for the report of a failure. */
interface Known {
  run: Partial<RunIdentity>;
  files: ReportFiles;
  access?: OrgAccess;
}

/** Runs one command and returns the exit code; never throws for what a user or an org did. */
export async function runImport(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const { stdout } = surroundings;
  const known: Known = { run: {}, files: { rejects: null, report: null } };
  const isJson = argv.includes('--json');
  const questions = isJson ? undefined : questionsOn(surroundings);
  try {
    const args = parseImportArguments(argv);
    known.run = { file: args.file };
    if (args.command === 'help') {
      stdout.write(USAGE);
      return 0;
    }
    const today = civilDateIn(ZONE, surroundings.now());
    const ask: Ask | undefined = questions && ((question) => questions.ask(question));
    const plan = await makePlan(
      { ...args, command: args.command },
      { today, languageDefault: languageOf(surroundings.environment), ...(ask && { ask }) },
    );
    questions?.close();
    const askOnce: Ask | undefined = questions && ((question) => questions.ask(question).finally(() => questions.close()));
    const document = await carryOut(plan, today, surroundings, known, askOnce);
    if (isJson) stdout.write(`${JSON.stringify(document)}\n`);
    return document.status;
  } catch (error) {
    return reportFailure(error, known, surroundings, isJson);
  } finally {
    questions?.close();
  }
}

async function carryOut(
  plan: ImportPlan,
  today: CivilDate,
  surroundings: Surroundings,
  known: Known,
  ask: Ask | undefined,
): Promise<ReportDocument> {
  const say = reportSentence(plan.language);
  const progress = progressFor(plan, surroundings);
  known.run = { ...known.run, source: plan.provenance.source ?? null, obtainedOn: plan.provenance.obtainedOn ?? null };
  progress.phase('inspect');
  const inspection = await inspectSource(plan.file, {
    ...plan.reading,
    language: plan.language,
    today,
    mappingsFolder: join(surroundings.folder, 'config', 'suppliers'),
  });
  known.run = { ...known.run, sha256: inspection.sha256 };
  try {
    surroundings.signal?.throwIfAborted();
    if (plan.org === undefined) return await runWith(plan, inspection, today, surroundings, known, progress);
    progress.phase('connect');
    known.access = await findOrgAccess(plan.org, surroundings.folder);
    const org = await openSession(known.access, surroundings.environment);
    try {
      known.run = { ...known.run, org: org.identity.username };
      surroundings.stderr.write(`${say('target', { org: orgText(org.identity, plan.language) })}\n`);
      if (plan.command === 'load') await confirmTarget(org.identity, { yes: plan.yes, question: say('confirm'), ...(ask && { ask }) });
      return await runWith(plan, inspection, today, surroundings, known, progress, org);
    } finally {
      org.session.close();
    }
  } finally {
    progress.end();
    await removeCopy(inspection);
  }
}

async function runWith(
  plan: ImportPlan,
  inspection: SourceInspection,
  today: CivilDate,
  surroundings: Surroundings,
  known: Known,
  progress: ProgressSink,
  org?: Awaited<ReturnType<typeof openSession>>,
): Promise<ReportDocument> {
  const runId = `${surroundings.now().toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}-${surroundings.randomText()}`;
  known.run = { ...known.run, id: runId };
  const runFolder = join(surroundings.folder, '.import', runId);
  await mkdir(runFolder, { recursive: true, mode: 0o700 });
  const rejects = new RejectsFile(runFolder, inspection);
  const shown = (path: string | null): string | null => (path === null ? null : relative(surroundings.folder, path));
  try {
    const outcome = await loadFile({
      ...{ plan, inspection, runId, runFolder, rejects, progress, today },
      transform: transformSource,
      ...(org && { org }),
      now: surroundings.now,
      pace: { wait: surroundings.wait },
      ...(surroundings.signal && { signal: surroundings.signal }),
      sentence: reportSentence(plan.language),
    });
    progress.end();
    const files = { rejects: shown(rejects.finish()), report: shown(join(runFolder, 'report.txt')) };
    const document = outcomeDocument(outcome, files);
    const text = outcomeText(plan.command, outcome, org?.identity, files, plan.language);
    await writeReport(runFolder, { ...document, ...detail(outcome, org?.identity) }, text);
    if (!plan.json) surroundings.stdout.write(text);
    return document;
  } catch (error) {
    progress.end();
    if (error instanceof LoadInterrupted) {
      known.files = { rejects: shown(rejects.finish()), report: shown(join(runFolder, 'report.txt')) };
      const failure = failureOf(error.cause, known);
      const text = `${failure.message} ${failure.action}\n${interruptedText(error.rows, error.notices, plan.language)}`;
      await writeReport(runFolder, failureDocument(failure, { ...known, rows: error.rows, notices: error.notices }), text);
    }
    throw error;
  }
}

function detail(outcome: Awaited<ReturnType<typeof loadFile>>, org: OrgIdentity | undefined) {
  return { org: org ?? null, skippedBecause: outcome.skippedBecause, rejectedBecause: outcome.rejectedBecause, jobs: outcome.jobs };
}

/** Both files name companies and people: only their owner may read them. */
async function writeReport(folder: string, document: unknown, text: string): Promise<void> {
  await writeFile(join(folder, 'report.json'), `${JSON.stringify(document, null, 2)}\n`, { mode: 0o600 });
  await writeFile(join(folder, 'report.txt'), text, { mode: 0o600 });
}

function reportFailure(error: unknown, known: Known, { stdout, stderr }: Surroundings, isJson: boolean): number {
  const interrupted = error instanceof LoadInterrupted ? error : undefined;
  const failure = failureOf(interrupted ? interrupted.cause : error, known);
  if (isJson) {
    const certain = interrupted && { rows: interrupted.rows, notices: interrupted.notices };
    stdout.write(`${JSON.stringify(failureDocument(failure, { ...known, ...certain }))}\n`);
  } else {
    stderr.write(`${failure.message}${failure.action === '' ? '' : ` ${failure.action}`}\n`);
  }
  return failure.exitCode;
}

/** A refused file keeps its own words; everything else is told as trouble with the org that was addressed. */
function failureOf(cause: unknown, { access }: Known): ImportFailure {
  if (cause instanceof ImportRefusal) return new ImportFailure(cause.code, 2, cause.message, cause.action, cause);
  return asFailure(cause, access ?? { target: '', instanceUrl: '', loginCommand: '' });
}

function questionsOn({ stdin, stderr }: Surroundings): TerminalQuestions | undefined {
  return stdin.isTTY && stderr.isTTY ? new TerminalQuestions(stdin, stderr) : undefined;
}

function progressFor(plan: ImportPlan, { stderr, clock }: Surroundings): ProgressSink {
  if (plan.json && !stderr.isTTY) return SILENT_PROGRESS;
  const say = reportSentence(plan.language);
  const numbers = new Intl.NumberFormat(plan.language === 'nl' ? 'nl-NL' : 'en-GB');
  return progressOn({ stream: stderr, name: (phase) => say(`phase-${phase}`), number: (value) => numbers.format(value), clock });
}

function languageOf({ LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>): Language {
  return (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase().startsWith('nl') ? 'nl' : 'en';
}
