// The command line of the import as typed, option by option, before anything is judged.
import { parseArgs } from 'node:util';
import { usageFailure } from './import-failure.ts';

export type ImportCommand = 'check' | 'load';

/** What was typed. Texts are as given; absent means not mentioned. */
export interface ImportArguments {
  readonly command: ImportCommand | 'help';
  readonly file: string;
  readonly org?: string;
  readonly source?: string;
  readonly obtainedOn?: string;
  readonly legalBasis?: string;
  readonly mapping?: string;
  readonly dateFormat?: string;
  readonly decimal?: string;
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly accounts?: string;
  readonly language?: string;
  readonly json: boolean;
  readonly yes: boolean;
}

const OPTIONS = {
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
  language: { type: 'string' },
  json: { type: 'boolean' },
  yes: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Commands that belong to a later version: refused by name. */
const NOT_YET = new Set(['resume', 'undo', 'runs']);

const HELP_ACTION = 'See npm run import -- --help.';

/** Reads the arguments after `npm run import --`; throws a usage failure that shows the right form. */
export function parseImportArguments(argv: readonly string[]): ImportArguments {
  const { values, positionals, tokens } = parse(argv);
  const repeated = repeatedOption(tokens);
  if (repeated !== undefined) throw usageFailure(`The option --${repeated} is given more than once.`, `Give --${repeated} once.`);
  const flags = { json: values.json ?? false, yes: values.yes ?? false };
  const [command, file, ...rest] = positionals;
  if (values.help || command === 'help') return { command: 'help', file: '', ...flags };
  if (command === undefined)
    throw usageFailure('No command is given.', 'Type npm run import -- check FILE or npm run import -- load FILE.');
  if (NOT_YET.has(command))
    throw usageFailure(`The command ${command} is not part of this version.`, 'The commands are check FILE and load FILE.');
  if (command !== 'check' && command !== 'load') {
    throw usageFailure(`"${command}" is not a command.`, 'Type npm run import -- check FILE or npm run import -- load FILE.');
  }
  if (file === undefined) throw usageFailure(`The command ${command} needs a file.`, `Type npm run import -- ${command} FILE.`);
  if (rest.length > 0) {
    throw usageFailure(
      `One file at a time: "${rest.join(' ')}" is too much.`,
      `Put quotes around names with spaces: npm run import -- ${command} "FILE".`,
    );
  }
  return {
    command,
    file,
    ...flags,
    ...(values.org !== undefined && { org: values.org }),
    ...(values.source !== undefined && { source: values.source }),
    ...(values['obtained-on'] !== undefined && { obtainedOn: values['obtained-on'] }),
    ...(values['legal-basis'] !== undefined && { legalBasis: values['legal-basis'] }),
    ...(values.mapping !== undefined && { mapping: values.mapping }),
    ...(values['date-format'] !== undefined && { dateFormat: values['date-format'] }),
    ...(values.decimal !== undefined && { decimal: values.decimal }),
    ...(values.delimiter !== undefined && { delimiter: values.delimiter }),
    ...(values.encoding !== undefined && { encoding: values.encoding }),
    ...(values.accounts !== undefined && { accounts: values.accounts }),
    ...(values.language !== undefined && { language: values.language }),
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true, tokens: true });
  } catch (error) {
    const [sentence = 'The options are not understood.'] = String(error instanceof Error ? error.message : error).split(/(?<=\.) |\. To /);
    throw usageFailure(sentence.endsWith('.') ? sentence : `${sentence}.`, HELP_ACTION);
  }
}

function repeatedOption(tokens: readonly { readonly kind: string; readonly name?: string }[]): string | undefined {
  const names = tokens.filter((token) => token.kind === 'option').map((token) => token.name);
  return names.find((name, at) => names.indexOf(name) !== at);
}
