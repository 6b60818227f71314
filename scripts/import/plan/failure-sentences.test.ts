import assert from 'node:assert/strict';
import { test } from 'node:test';
import dutchRows from '../load/row-sentences.nl.json' with { type: 'json' };
import englishRows from '../load/row-sentences.en.json' with { type: 'json' };
import dutchReport from '../report/report-sentences.nl.json' with { type: 'json' };
import englishReport from '../report/report-sentences.en.json' with { type: 'json' };
import dutchOrg from '../../org-connection/org-sentences.nl.json' with { type: 'json' };
import englishOrg from '../../org-connection/org-sentences.en.json' with { type: 'json' };
import dutch from './failure-sentences.nl.json' with { type: 'json' };
import english from './failure-sentences.en.json' with { type: 'json' };
import { nextAttempt, orgFailure, usageFailure } from './import-failure.ts';

function placeholders(catalogue: object): Map<string, string> {
  const names = (text: string): string => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort().join();
  return new Map(
    Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string'
        ? [[key, names(value)]]
        : Object.entries(value as object).map(([part, text]) => [`${key}.${part}`, names(String(text))]),
    ),
  );
}

test('every failure, reason and sentence of a report is told in both languages, about the same things', () => {
  assert.deepEqual(placeholders(dutch), placeholders(english));
  assert.deepEqual(placeholders(dutchOrg), placeholders(englishOrg));
  assert.deepEqual(placeholders(dutchRows), placeholders(englishRows));
  assert.deepEqual(placeholders(dutchReport), placeholders(englishReport));
});

test('a failure tells what to do next, and which run can go on', () => {
  const failure = orgFailure('ROWS_UNACCOUNTED', { job: '750', processed: 1, rows: 2 });
  assert.deepEqual([failure.code, failure.exitCode], ['ROWS_UNACCOUNTED', 3]);
  assert.deepEqual(failure.words('nl', nextAttempt('nl', 'r1')), {
    message: 'Job 750 verwerkte 1 rijen, terwijl er 2 zijn verzonden.',
    action: 'Ga verder met npm run import -- resume r1; er gaat niets verloren en niets wordt verdubbeld.',
  });
  assert.match(failure.words('en', nextAttempt('en', undefined)).action, /^Run the command again; .* not doubled/);
  const usage = usageFailure('USAGE.twice', { option: 'org' });
  assert.deepEqual([usage.code, usage.exitCode, usage.words('nl').message], ['USAGE', 2, 'De optie --org is meer dan eens gegeven.']);
});
