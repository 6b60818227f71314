// `npm run rules`: brings the starter rules of config/rules into an org and keeps what its admin changed.
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { CommandFailure } from '../../org-connection/command-failure.ts';
import { commandFailure, tellFailure } from '../command-failure.ts';
import { failureAt, openTargetOrg } from '../target-org.ts';
import { loadRules, type RuleOutcome } from './load-rules.ts';
import { ruleLanguages } from './rule-language.ts';
import { tellRules } from './tell-rules.ts';

const RULES = path.join(import.meta.dirname, '../../../config/rules');
const LANGUAGES = ruleLanguages(RULES);
const USAGE = `Usage: npm run rules -- --target-org <sf alias, username or local> [--check] [--language <${LANGUAGES.join(' or ')}>] [--take KEY ...] [--json]
Names and texts are written in the language of the org, unless --language says another one; what somebody here wrote himself is kept.`;

interface RuleCommand {
  readonly target: string;
  readonly isCheck: boolean;
  readonly isJson: boolean;
  readonly take: ReadonlySet<string>;
  readonly language: string | undefined;
}

function readCommand(words: readonly string[]): RuleCommand {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        'target-org': { type: 'string', short: 'o' },
        check: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        take: { type: 'string', multiple: true, default: [] },
        language: { type: 'string' },
      },
    });
    if (!values['target-org']) throw new Error('--target-org names the org, so that nothing is changed in a wrong one.');
    const { language } = values;
    if (language !== undefined && !LANGUAGES.includes(language))
      throw new Error(`There are no starter texts in ${language}: choose ${LANGUAGES.join(' or ')}.`);
    return { target: values['target-org'], isCheck: values.check, isJson: values.json, take: new Set(values.take), language };
  } catch (error) {
    throw commandFailure(error instanceof Error ? error.message : String(error), USAGE);
  }
}

/** Keys to take that no record has are a mistake, not nothing. */
function refuseUnknownKeys(take: ReadonlySet<string>, outcomes: readonly RuleOutcome[]): void {
  const known = new Set(
    outcomes.flatMap(({ created, unchanged, renamed, kept, taken }) => [
      ...created,
      ...unchanged,
      ...renamed,
      ...taken,
      ...kept.map(({ key }) => key),
    ]),
  );
  const unknown = [...take].filter((key) => !known.has(key));
  if (unknown.length > 0) throw commandFailure(`No starter record has the key ${unknown.join(', ')}.`, 'See the keys with --check.');
}

/** Starter rules that fill in a field which the org has not, or does not show to this user. */
function olderPackage(error: unknown, target: string): CommandFailure | undefined {
  if (!(error instanceof Error) || !('errorCode' in error) || error.errorCode !== 'INVALID_FIELD') return undefined;
  const said = error.message.trim().split('\n').at(-1)?.trim() ?? '';
  return commandFailure(
    `The starter rules are newer than the package in the org, or you may not see all of it: ${said}`,
    `npm run deploy -- --target-org ${target}, then npx sf org assign permset --name SME_Lifecycle_Admin --target-org ${target}`,
  );
}

async function run(words: readonly string[]): Promise<number> {
  const command = readCommand(words);
  const org = await openTargetOrg(command.target, process.cwd());
  try {
    refuseUnknownKeys(command.take, command.take.size > 0 ? await loadRules(org.connection, RULES, { ...command, isCheck: true }) : []);
    const outcomes = await loadRules(org.connection, RULES, command);
    if (outcomes.every(({ isAbsent }) => isAbsent)) {
      throw commandFailure(
        `${org.name} has none of the rule objects.`,
        `Deploy the package first: npm run deploy -- --target-org ${command.target}`,
      );
    }
    if (command.isJson) console.log(JSON.stringify({ status: 0, org: org.name, isCheck: command.isCheck, outcomes }));
    else console.log(`${org.name} (${org.access.username})\n${tellRules(outcomes, command.isCheck)}`);
    return 0;
  } catch (error) {
    throw olderPackage(error, command.target) ?? failureAt(error, org.access);
  }
}

process.exitCode = await run(process.argv.slice(2)).catch(tellFailure);
