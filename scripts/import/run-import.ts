// One import from its command line to its exit code; the commands do the work, failures are told here.
import { civilDateIn } from '../platform/civil-date.ts';
import { findOrgAccess } from '../org-connection/org-access.ts';
import { LoadInterrupted } from './load/load-context.ts';
import { openSession } from '../org-connection/open-session.ts';
import { parseImportArguments } from './plan/arguments.ts';
import type { ImportArguments } from './plan/arguments.ts';
import { confirmTarget } from './plan/confirm-target.ts';
import { languageOf } from './plan/import-plan.ts';
import type { Ask, Language } from './plan/import-plan.ts';
import { USAGE } from './plan/usage.ts';
import type { Command, Known, OpenOrg } from './commands/command.ts';
import { failureIn } from './commands/told-failure.ts';
import { fileCommand } from './commands/file-command.ts';
import { resumeCommand } from './commands/resume-command.ts';
import { runsCommand } from './commands/runs-command.ts';
import { undoCommand } from './commands/undo-command.ts';
import { outputOn } from './report/output.ts';
import type { Output } from './report/output.ts';
import { failureDocument } from './report/report-document.ts';
import { reportSentence } from './report/report-sentences.ts';
import { orgText } from './report/report-text.ts';
import type { Surroundings } from './surroundings.ts';
import { TerminalQuestions } from './terminal-questions.ts';

export type { Surroundings } from './surroundings.ts';

/** Contracts and companies are Dutch: days are those of this zone. */
const ZONE = 'Europe/Amsterdam';

/** Runs one command and returns the exit code; never throws for what a user or an org did. */
export async function runImport(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const known: Known = { run: {}, files: { rejects: null, report: null } };
  let language = languageFrom(argv, surroundings.environment);
  let output = outputOn(surroundings, {
    json: argv.includes('--json'),
    quiet: argv.includes('--quiet'),
    logJson: argv.includes('--log-json'),
    language,
  });
  const isSilent = argv.includes('--json') || argv.includes('--log-json') || argv.includes('--quiet');
  const questions = isSilent ? undefined : questionsOn(surroundings);
  try {
    const args = parseImportArguments(argv);
    if (args.command === 'help') {
      surroundings.stdout.write(USAGE[language]);
      return 0;
    }
    language = languageOf(args, language);
    output = outputOn(surroundings, { ...args, language });
    const ask: Ask | undefined = questions && ((question) => questions.ask(question).finally(() => questions.close()));
    const today = civilDateIn(ZONE, surroundings.now());
    const connect = (target: string): Promise<OpenOrg> => connectOrg(target, surroundings, known);
    return await COMMANDS[args.command]({
      ...{ args, surroundings, known, output, today, language, connect, ...(ask && { ask }) },
      open: (target, { writes, connecting }) => {
        output.progress.phase('connect');
        const org = connecting ?? connect(target);
        return introduce(org, { writes, yes: args.yes, ...(ask && { ask }) }, { known, output, language });
      },
    });
  } catch (error) {
    return reportFailure(error, known, output, language);
  } finally {
    output.end();
    questions?.close();
  }
}

const COMMANDS: Readonly<Record<Exclude<ImportArguments['command'], 'help'>, Command>> = {
  check: fileCommand,
  load: fileCommand,
  resume: resumeCommand,
  undo: undoCommand,
  runs: runsCommand,
};

async function connectOrg(target: string, surroundings: Surroundings, known: Known): Promise<OpenOrg> {
  known.access = await findOrgAccess(target, surroundings.folder);
  return openSession(known.access, surroundings.environment, { now: surroundings.now, wait: surroundings.wait });
}

/** Says which org it is, and has a production org confirmed before anything is written to it. */
async function introduce(
  connecting: Promise<OpenOrg>,
  { writes, yes, ask }: { readonly writes: boolean; readonly yes: boolean; readonly ask?: Ask },
  { known, output, language }: { readonly known: Known; readonly output: Output; readonly language: Language },
): Promise<OpenOrg> {
  const say = reportSentence(language);
  const org = await connecting;
  try {
    known.run = { ...known.run, org: org.identity.username };
    output.tell('target', say('target', { org: orgText(org.identity, language) }));
    if (writes) await confirmTarget(org.identity, { yes, question: say('confirm'), ...(ask && { ask }) });
    return org;
  } catch (error) {
    org.session.close();
    throw error;
  }
}

function reportFailure(error: unknown, known: Known, output: Output, language: Language): number {
  const interrupted = error instanceof LoadInterrupted ? error : undefined;
  const failure = failureIn(interrupted ? interrupted.cause : error, known, language);
  const certain = interrupted && { rows: interrupted.rows, notices: interrupted.notices };
  output.failed(failureDocument(failure, { ...known, ...certain }));
  return failure.exitCode;
}

function questionsOn({ stdin, stderr }: Surroundings): TerminalQuestions | undefined {
  return stdin.isTTY && stderr.isTTY ? new TerminalQuestions(stdin, stderr) : undefined;
}

/** The language before the command line is understood: a failure of understanding has to be told in one. */
function languageFrom(argv: readonly string[], { LC_ALL, LC_MESSAGES, LANG }: Surroundings['environment']): Language {
  const at = argv.indexOf('--language');
  const asked = at >= 0 ? argv[at + 1] : argv.find((text) => text.startsWith('--language='))?.slice('--language='.length);
  if (asked === 'nl' || asked === 'en') return asked;
  return (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase().startsWith('nl') ? 'nl' : 'en';
}
