// The command line of the import as typed, option by option, before anything is judged.
import { parseArgs } from 'node:util';
import { usageFailure } from './import-failure.ts';

/** Commands that read a file. */
export type ImportCommand = 'check' | 'load';
/** Commands that go on with a run, or tell of runs. */
export type RunCommand = 'resume' | 'undo' | 'runs';

const OPTIONS = {
  kind: { type: 'string' },
  org: { type: 'string' },
  source: { type: 'string' },
  'obtained-on': { type: 'string' },
  'legal-basis': { type: 'string' },
  mapping: { type: 'string' },
  'date-format': { type: 'string' },
  decimal: { type: 'string' },
  delimiter: { type: 'string' },
  encoding: { type: 'string' },
  accounts: { type: 'string' },
  decisions: { type: 'string' },
  overwrite: { type: 'string' },
  'job-size': { type: 'string' },
  patience: { type: 'string' },
  prune: { type: 'string' },
  language: { type: 'string' },
  json: { type: 'boolean' },
  quiet: { type: 'boolean' },
  'log-json': { type: 'boolean' },
  successes: { type: 'boolean' },
  yes: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export type OptionName = keyof typeof OPTIONS;
type TextOption = { [Name in OptionName]: (typeof OPTIONS)[Name]['type'] extends 'string' ? Name : never }[OptionName];

const SPEAKING: readonly OptionName[] = ['language', 'json', 'help'];
const WORKING: readonly OptionName[] = [...SPEAKING, 'org', 'quiet', 'log-json'];
const READING: readonly OptionName[] = [
  ...['kind', 'source', 'obtained-on', 'legal-basis', 'mapping', 'date-format', 'decimal', 'delimiter', 'encoding'],
  ...['accounts', 'decisions', 'overwrite'],
] as OptionName[];

/** Options by command: what belongs to no other command is refused there, not ignored. */
const ALLOWED: Readonly<Record<ImportCommand | RunCommand, readonly OptionName[]>> = {
  check: [...WORKING, ...READING],
  load: [...WORKING, ...READING, 'yes', 'job-size', 'patience', 'successes'],
  resume: [...WORKING, 'yes', 'patience'],
  undo: [...WORKING, 'yes', 'patience'],
  runs: [...SPEAKING, 'prune'],
};

/** What was typed. Texts are as given; absent means not mentioned. */
export interface ImportArguments {
  readonly command: ImportCommand | RunCommand | 'help';
  /** The file, or the run; '' when there is none. */
  readonly subject: string;
  readonly texts: Readonly<Partial<Record<TextOption, string>>>;
  readonly json: boolean;
  readonly yes: boolean;
  readonly quiet: boolean;
  readonly logJson: boolean;
  readonly successes: boolean;
}

/** Reads the arguments after `npm run import --`; throws a usage failure that shows the right form. */
export function parseImportArguments(argv: readonly string[]): ImportArguments {
  const { values, positionals, tokens } = parse(argv);
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name as OptionName] : []));
  const repeated = given.find((name, at) => given.indexOf(name) !== at);
  if (repeated !== undefined) throw usageFailure('USAGE.twice', { option: repeated });
  const { json = false, yes = false, quiet = false, help = false, 'log-json': logJson = false, successes = false, ...texts } = values;
  const flags = { texts, json, yes, quiet, logJson, successes };
  const [command, subject, ...rest] = positionals;
  if (help || command === 'help') return { command: 'help', subject: '', ...flags };
  if (command === undefined) throw usageFailure('USAGE.noCommand');
  if (!isCommand(command)) throw usageFailure('USAGE.unknownCommand', { command });
  const allowed = ALLOWED[command];
  const foreign = given.find((name) => !allowed.includes(name));
  if (foreign !== undefined) {
    throw usageFailure('USAGE.optionElsewhere', { option: foreign, command, allowed: allowed.map((name) => `--${name}`).join(', ') });
  }
  if (quiet && logJson) throw usageFailure('USAGE.optionsContradict', { option: 'quiet', other: 'log-json' });
  const isFile = command === 'check' || command === 'load';
  if (isFile && !subject) throw usageFailure('USAGE.noFile', { command });
  if (command === 'undo' && subject === undefined) throw usageFailure('USAGE.runMissing', { command });
  if (isFile && rest.length > 0) throw usageFailure('USAGE.tooMany', { command, more: rest.join(' ') });
  const spare = command === 'runs' ? positionals.slice(1) : rest;
  if (spare.length > 0) throw usageFailure('USAGE.noPlace', { command, more: spare.join(' ') });
  return { command, subject: subject ?? '', ...flags };
}

function isCommand(command: string): command is keyof typeof ALLOWED {
  return Object.hasOwn(ALLOWED, command);
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true, tokens: true });
  } catch (error) {
    throw notUnderstood(error);
  }
}

/** Node tells it in English and at length; the option's name is all that is needed of it. */
function notUnderstood(error: unknown): Error {
  if (!(error instanceof Error)) throw error;
  const option = /'(--?[^\s']+)/.exec(error.message)?.[1] ?? '';
  if ((error as { readonly code?: unknown }).code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return usageFailure('USAGE.optionUnknown', { option });
  return usageFailure(error.message.includes('does not take') ? 'USAGE.optionTakesNothing' : 'USAGE.optionNeedsValue', { option });
}
