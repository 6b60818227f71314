// What an import is going to do, validated: nothing is read or sent before a plan exists.
import { isCivilDate } from '../../platform/civil-date.ts';
import type { CivilDate } from '../../platform/civil-date.ts';
import type { ImportArguments, ImportCommand } from './arguments.ts';
import { usageFailure } from './import-failure.ts';

export type Language = 'en' | 'nl';
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

export interface ImportPlan {
  readonly command: ImportCommand;
  readonly file: string;
  /** sf alias or username, or `local`. Always present for load. */
  readonly org?: string;
  /** Always complete for load; a check may do without. */
  readonly provenance: Partial<Provenance>;
  readonly reading: ReadingChoices;
  readonly accounts: AccountsMode;
  readonly language: Language;
  readonly json: boolean;
  readonly yes: boolean;
}

/** Asks the user one question and returns the answer; absent where nobody can answer. */
export type Ask = (question: string) => Promise<string>;

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

/**
 * Turns the arguments into a plan. `today` is the local civil date (a file cannot be obtained in the future); `languageDefault` serves
 * when --language is absent. Throws a usage failure for a value that is not allowed or a missing one that nobody can be asked for.
 */
export async function makePlan(
  args: ImportArguments & { readonly command: ImportCommand },
  context: { readonly today: CivilDate; readonly languageDefault: Language; readonly ask?: Ask },
): Promise<ImportPlan> {
  const language = choice('language', args.language, { en: 'en', nl: 'nl' } as const) ?? context.languageDefault;
  const accounts = choice('accounts', args.accounts, { match: 'match', create: 'create' } as const) ?? 'match';
  const delimiter = choice('delimiter', args.delimiter, DELIMITERS);
  const decimal = choice('decimal', args.decimal, DECIMALS);
  if (args.org?.trim() === '') throw usageFailure('--org is empty.', 'Name an sf alias or username, or local.');
  if (args.command === 'load' && args.org === undefined) {
    throw usageFailure('load needs --org: the target is always named.', 'Add --org local, or --org with an alias from sf org list.');
  }
  return {
    command: args.command,
    file: args.file,
    ...(args.org !== undefined && { org: args.org }),
    provenance: await provenance(args, context),
    reading: {
      ...(args.mapping !== undefined && { mapping: args.mapping }),
      ...(args.dateFormat !== undefined && { dateFormat: args.dateFormat }),
      ...(decimal !== undefined && { decimal }),
      ...(delimiter !== undefined && { delimiter }),
      ...(args.encoding !== undefined && { encoding: args.encoding }),
    },
    accounts,
    language,
    json: args.json,
    yes: args.yes,
  };
}

function choice<Chosen>(option: string, value: string | undefined, allowed: Readonly<Record<string, Chosen>>): Chosen | undefined {
  if (value === undefined) return undefined;
  const chosen = Object.hasOwn(allowed, value.toLowerCase()) ? allowed[value.toLowerCase()] : undefined;
  if (chosen !== undefined) return chosen;
  const words = Object.keys(allowed).filter((word) => /^[a-z]{2,}$/.test(word));
  throw usageFailure(`--${option} "${value}" is not one of ${words.join(', ')}.`, `Use --${option} ${words[0] ?? ''}, for example.`);
}

async function provenance(
  args: ImportArguments,
  { today, ask }: { readonly today: CivilDate; readonly ask?: Ask },
): Promise<Partial<Provenance>> {
  const source = await asked('source', 'Who supplied this file', args.source, 120, args.command, ask);
  const obtainedOn = await asked('obtained-on', 'On which day was it obtained (YYYY-MM-DD)', args.obtainedOn, 10, args.command, ask);
  const legalBasis = await asked('legal-basis', 'On which legal basis do we use it', args.legalBasis, 255, args.command, ask);
  if (obtainedOn !== undefined && !isCivilDate(obtainedOn)) {
    throw usageFailure(`--obtained-on "${obtainedOn}" is not a date.`, 'Write it as YYYY-MM-DD, for example --obtained-on 2026-11-02.');
  }
  if (obtainedOn !== undefined && obtainedOn > today) {
    throw usageFailure(
      `--obtained-on ${obtainedOn} lies in the future (today is ${today}).`,
      'Give the day on which the file was received.',
    );
  }
  return {
    ...(source !== undefined && { source }),
    ...(obtainedOn !== undefined && { obtainedOn }),
    ...(legalBasis !== undefined && { legalBasis }),
  };
}

async function asked(
  option: string,
  question: string,
  given: string | undefined,
  longest: number,
  command: ImportCommand | 'help',
  ask: Ask | undefined,
): Promise<string | undefined> {
  if (given === undefined && command === 'check') return undefined;
  const answer = (given ?? (await ask?.(`${question}? `)))?.trim();
  if (answer === undefined || answer === '') {
    throw usageFailure(`load needs --${option}: ${question.toLowerCase()}.`, `Add --${option} "…"; every record keeps where it came from.`);
  }
  if (answer.length > longest) {
    throw usageFailure(`--${option} is ${answer.length} characters long and may have ${longest}.`, `Shorten --${option}.`);
  }
  if (/\p{Cc}/u.test(answer)) throw usageFailure(`--${option} contains control characters.`, `Type --${option} again without them.`);
  return answer;
}
