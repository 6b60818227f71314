import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseImportArguments } from './arguments.ts';
import type { ImportArguments, ImportCommand } from './arguments.ts';
import { CommandFailure } from '../../org-connection/command-failure.ts';
import { makePlan } from './import-plan.ts';

const CONTEXT = { today: '2026-11-22', language: 'en' } as const;
const COMPLETE = ['load', 'a.csv', '--org', 'local', '--source', 'Gids', '--obtained-on', '2026-11-01', '--legal-basis', 'art. 6(1)(f)'];

function given(...argv: string[]): ImportArguments & { command: ImportCommand } {
  const args = parseImportArguments(argv);
  if (args.command !== 'check' && args.command !== 'load') throw new Error('a command with a file');
  return { ...args, command: args.command };
}

test('a complete load becomes a plan with its defaults', async () => {
  assert.deepEqual(await makePlan(given(...COMPLETE, '--delimiter', 'TAB', '--decimal', ','), CONTEXT), {
    command: 'load',
    kind: 'contracts',
    file: 'a.csv',
    org: 'local',
    provenance: { source: 'Gids', obtainedOn: '2026-11-01', legalBasis: 'art. 6(1)(f)' },
    reading: { decimal: 'comma', delimiter: '\t' },
    accounts: 'match',
    overwrite: 'newer',
    successes: false,
    language: 'en',
    yes: false,
  });
});

test('a check needs neither org nor provenance', async () => {
  const plan = await makePlan(given('check', 'a.csv'), CONTEXT);
  assert.deepEqual([plan.org, plan.provenance], [undefined, {}]);
});

test('values that are not allowed are refused and the allowed ones named', async () => {
  const cases: [string[], RegExp][] = [
    [['--accounts', 'merge'], /--accounts "merge" is not one of match, create/],
    [['--overwrite', 'never'], /--overwrite "never" is not one of newer, always/],
    [['--job-size', '101'], /--job-size "101" is not a number from 0.001 to 100/],
    [['--job-size', 'big'], /--job-size "big" is not a number/],
    [['--delimiter', '#'], /--delimiter "#" is not one of semicolon, comma, tab, pipe/],
    [['--decimal', 'constructor'], /--decimal/],
  ];
  for (const [options, message] of cases) await assert.rejects(makePlan(given(...COMPLETE, ...options), CONTEXT), message);
  const wrong: [string, string, RegExp][] = [
    ['--obtained-on', '2026-02-30', /is not a date/],
    ['--obtained-on', '01-11-2026', /is not a date/],
    ['--obtained-on', '2026-11-23', /in the future/],
    ['--source', 'x'.repeat(121), /121 characters long and may have 120/],
    ['--source', ' ', /load needs --source/],
    ['--legal-basis', 'a\nb', /control characters/],
    ['--org', '', /--org is empty/],
  ];
  for (const [option, value, message] of wrong) {
    const argv = COMPLETE.with(COMPLETE.indexOf(option) + 1, value);
    await assert.rejects(makePlan(given(...argv), CONTEXT), message, `${option} ${value}`);
  }
});

test('what is missing for a load is asked for, and refused by name where nobody can answer', async () => {
  const questions: string[] = [];
  const answers = ['Gids', '2026-11-02', 'consent'];
  const ask = (question: string): Promise<string> => {
    questions.push(question);
    return Promise.resolve(answers.shift() ?? '');
  };
  const plan = await makePlan(given('load', 'a.csv', '--org', 'local'), { ...CONTEXT, ask });
  assert.deepEqual(plan.provenance, { source: 'Gids', obtainedOn: '2026-11-02', legalBasis: 'consent' });
  assert.equal(questions.length, 3);
  for (const option of ['--org', '--source', '--obtained-on', '--legal-basis']) {
    const argv = COMPLETE.toSpliced(COMPLETE.indexOf(option), 2);
    await assert.rejects(
      makePlan(given(...argv), CONTEXT),
      (error: unknown) => error instanceof CommandFailure && error.message.includes(option),
    );
  }
});
