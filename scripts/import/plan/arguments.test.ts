import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseImportArguments } from './arguments.ts';
import { CommandFailure } from '../../org-connection/command-failure.ts';

test('options are read in any order around the command and the file', () => {
  assert.deepEqual(
    parseImportArguments(['--json', 'load', '--org', 'local', 'jan feb.csv', '--source=X', '--obtained-on', '2026-11-01', '--yes']),
    {
      ...{ command: 'load', subject: 'jan feb.csv', json: true, yes: true, quiet: false, logJson: false, successes: false },
      texts: { org: 'local', source: 'X', 'obtained-on': '2026-11-01' },
    },
  );
});

test('a wrong command line is refused with exit code 2 and says what is right', () => {
  const cases: [string[], RegExp, RegExp][] = [
    [[], /No command/, /check FILE/],
    [['import', 'x.csv'], /"import" is not a command/, /load FILE/],
    [['undo'], /undo needs a run/, /undo RUN/],
    [['runs', 'x'], /runs takes no "x"/, /--help/],
    [['resume', 'x', 'y'], /resume takes no "y"/, /--help/],
    [['check', 'x.csv', '--yes'], /--yes does not belong to the command check/, /--mapping/],
    [['undo', 'x', '--source', 'y'], /--source does not belong to the command undo/, /--org/],
    [['load', 'x.csv', '--quiet', '--log-json'], /--quiet and --log-json contradict/, /one of the two/],
    [['load'], /needs a file/, /load FILE/],
    [['load', 'a.csv', 'b.csv'], /One file at a time: "b\.csv"/, /quotes/],
    [['load', 'a.csv', '--orgg', 'x'], /There is no option --orgg\./, /--help/],
    [['load', 'a.csv', '--org'], /--org needs a value/, /--org VALUE/],
    [['runs', '--prune', '-1'], /--prune needs a value/, /--prune=-VALUE/],
    [['load', 'a.csv', '--org', 'a', '--org', 'b'], /--org is given more than once/, /once/],
    [['load', 'a.csv', '--json=yes'], /--json takes no value/, /--help/],
  ];
  for (const [argv, message, action] of cases) {
    assert.throws(
      () => parseImportArguments(argv),
      (error: unknown) =>
        error instanceof CommandFailure && error.exitCode === 2 && message.test(error.message) && action.test(error.action),
      argv.join(' '),
    );
  }
});

test('help wins over everything else that is well formed', () => {
  assert.equal(parseImportArguments(['--help']).command, 'help');
  assert.equal(parseImportArguments(['load', '-h']).command, 'help');
});
