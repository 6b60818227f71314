// What an import is going to do, validated: nothing is read or sent before a plan exists.
import { isCivilDate } from '../../platform/civil-date.ts';
import type { CivilDate } from '../../platform/civil-date.ts';
import type { ImportArguments, ImportCommand } from './arguments.ts';
import { usageFailure } from './import-failure.ts';

export type Language = 'en' | 'nl';
/** What the file is about. */
export type ImportKind = 'contracts' | 'consent';
/** `match`: rows of accounts that the org lacks are rejected. `create`: the accounts are made, as Suspect. */
export type AccountsMode = 'match' | 'create';

/** Where the statements of the file come from; kept with every record that is loaded. */
export interface Provenance {
  readonly source: string;
  readonly obtainedOn: CivilDate;
  readonly legalBasis: string;
}

/** Decisions about the file that the user took instead of leaving them to the importer. */
export interface ReadingChoices {
  readonly mapping?: string;
  readonly dateFormat?: string;
  readonly decimal?: 'comma' | 'dot';
  /** One character. */
  readonly delimiter?: string;
  readonly encoding?: string;
}

/** `newer`: what a person typed, and what is newer than the file, stays. `always`: the file wins over both. */
export type OverwriteMode = 'newer' | 'always';

export interface ImportPlan {
  readonly command: ImportCommand;
  readonly kind: ImportKind;
  readonly file: string;
  /** sf alias or username, or `local`. Always present for load. */
  readonly org?: string;
  /** Always complete for load; a check may do without. */
  readonly provenance: Partial<Provenance>;
  readonly reading: ReadingChoices;
  readonly accounts: AccountsMode;
  /** Path of a review file with decisions on accounts. */
  readonly decisions?: string;
  readonly overwrite: OverwriteMode;
  /** Largest job, in bytes; the loader's own measure when absent. */
  readonly jobBytes?: number;
  /** Also fetch which record each row became. */
  readonly successes: boolean;
  readonly language: Language;
  readonly yes: boolean;
}

/** Asks the user one question and returns the answer; absent where nobody can answer. */
export type Ask = (question: string) => Promise<string>;

/** Options that mean nothing for files of a kind. */
const OF_OTHER_KINDS: Readonly<Record<ImportKind, readonly ('accounts' | 'overwrite' | 'decimal')[]>> = {
  contracts: [],
  consent: ['accounts', 'overwrite', 'decimal'],
};

const DELIMITERS: Readonly<Record<string, string>> = {
  semicolon: ';',
  ';': ';',
  comma: ',',
  ',': ',',
  tab: '\t',
  '\t': '\t',
  '\\t': '\t',
  pipe: '|',
  '|': '|',
};
const DECIMALS: Readonly<Record<string, 'comma' | 'dot'>> = { comma: 'comma', ',': 'comma', dot: 'dot', point: 'dot', '.': 'dot' };

/** Words of the language that was asked for, or the default; throws a usage failure for another one. */
export function languageOf({ texts }: ImportArguments, otherwise: Language): Language {
  return choice('language', texts.language, { en: 'en', nl: 'nl' } as const) ?? otherwise;
}

/** Minutes that a job may stand still. */
export function patienceOf({ texts }: ImportArguments): number {
  return number('patience', texts.patience, { least: 1, most: 10_080, example: '120' }) ?? 60;
}

/** Age in days from which finished runs are removed; undefined when that was not asked for. */
export function pruneDaysOf({ texts }: ImportArguments): number | undefined {
  return number('prune', texts.prune, { least: 0, most: 36_500, example: '90' });
}

/**
 * Turns the arguments into a plan. `today` is the local civil date (a file cannot be obtained in the future). Throws a usage failure
 * for a value that is not allowed or a missing one that nobody can be asked for.
 */
export async function makePlan(
  args: ImportArguments & { readonly command: ImportCommand },
  context: { readonly today: CivilDate; readonly language: Language; readonly ask?: Ask },
): Promise<ImportPlan> {
  const { texts } = args;
  const kind = choice('kind', texts.kind, { contracts: 'contracts', consent: 'consent' } as const) ?? 'contracts';
  const foreign = OF_OTHER_KINDS[kind].find((option) => texts[option] !== undefined);
  if (foreign !== undefined) throw usageFailure('USAGE.optionOfKind', { option: foreign, kind });
  const accounts = choice('accounts', texts.accounts, { match: 'match', create: 'create' } as const) ?? 'match';
  const overwrite = choice('overwrite', texts.overwrite, { newer: 'newer', always: 'always' } as const) ?? 'newer';
  const delimiter = choice('delimiter', texts.delimiter, DELIMITERS);
  const decimal = choice('decimal', texts.decimal, DECIMALS);
  const megabytes = number('job-size', texts['job-size'], { least: 0.001, most: 100, example: '10' });
  if (texts.org?.trim() === '') throw usageFailure('USAGE.orgEmpty');
  if (args.command === 'load' && texts.org === undefined) throw usageFailure('USAGE.orgMissing', { command: args.command });
  return {
    command: args.command,
    kind,
    file: args.subject,
    ...(texts.org !== undefined && { org: texts.org }),
    provenance: await provenance(args, context),
    reading: {
      ...(texts.mapping !== undefined && { mapping: texts.mapping }),
      ...(texts['date-format'] !== undefined && { dateFormat: texts['date-format'] }),
      ...(decimal !== undefined && { decimal }),
      ...(delimiter !== undefined && { delimiter }),
      ...(texts.encoding !== undefined && { encoding: texts.encoding }),
    },
    accounts,
    ...(texts.decisions !== undefined && { decisions: texts.decisions }),
    overwrite,
    ...(megabytes !== undefined && { jobBytes: Math.round(megabytes * 1_000_000) }),
    successes: args.successes,
    language: context.language,
    yes: args.yes,
  };
}

function number(
  option: string,
  value: string | undefined,
  { least, most, example }: { readonly least: number; readonly most: number; readonly example: string },
): number | undefined {
  if (value === undefined) return undefined;
  const read = /^\d+(\.\d+)?$/.test(value) ? Number(value) : NaN;
  if (read >= least && read <= most) return read;
  throw usageFailure('USAGE.number', { option, value, least, most, example });
}

function choice<Chosen>(option: string, value: string | undefined, allowed: Readonly<Record<string, Chosen>>): Chosen | undefined {
  if (value === undefined) return undefined;
  const chosen = Object.hasOwn(allowed, value.toLowerCase()) ? allowed[value.toLowerCase()] : undefined;
  if (chosen !== undefined) return chosen;
  const words = Object.keys(allowed).filter((word) => /^[a-z]{2,}$/.test(word));
  throw usageFailure('USAGE.choice', { option, value, words: words.join(', '), first: words[0] ?? '' });
}

/** What the user is asked when an option is missing on a terminal. */
const QUESTIONS = {
  en: {
    source: 'Who supplied this file',
    'obtained-on': 'On which day was it obtained (YYYY-MM-DD)',
    'legal-basis': 'On which legal basis do we use it',
  },
  nl: {
    source: 'Wie heeft dit bestand geleverd',
    'obtained-on': 'Op welke dag is het verkregen (JJJJ-MM-DD)',
    'legal-basis': 'Op welke grondslag gebruiken we het',
  },
} as const;
const LONGEST = { source: 120, 'obtained-on': 10, 'legal-basis': 255 } as const;

interface Asking {
  readonly today: CivilDate;
  readonly language: Language;
  readonly ask?: Ask;
}

async function provenance(args: ImportArguments, asking: Asking): Promise<Partial<Provenance>> {
  const source = await asked('source', args, asking);
  const obtainedOn = await asked('obtained-on', args, asking);
  const legalBasis = await asked('legal-basis', args, asking);
  if (obtainedOn !== undefined && !isCivilDate(obtainedOn)) throw usageFailure('USAGE.notADate', { value: obtainedOn });
  if (obtainedOn !== undefined && obtainedOn > asking.today) {
    throw usageFailure('USAGE.future', { value: obtainedOn, today: asking.today });
  }
  return {
    ...(source !== undefined && { source }),
    ...(obtainedOn !== undefined && { obtainedOn }),
    ...(legalBasis !== undefined && { legalBasis }),
  };
}

async function asked(
  option: keyof typeof LONGEST,
  { texts, command }: ImportArguments,
  { language, ask }: Asking,
): Promise<string | undefined> {
  const given = texts[option];
  if (given === undefined && command === 'check') return undefined;
  const question = QUESTIONS[language][option];
  const answer = (given ?? (await ask?.(`${question}? `)))?.trim();
  if (answer === undefined || answer === '') throw usageFailure('USAGE.missing', { option, question: question.toLowerCase() });
  const longest = LONGEST[option];
  if (answer.length > longest) throw usageFailure('USAGE.long', { option, length: answer.length, longest });
  if (/\p{Cc}/u.test(answer)) throw usageFailure('USAGE.control', { option });
  return answer;
}
