import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { CommandFailure } from '../org-connection/command-failure.ts';
import { TerminalQuestions } from './terminal-questions.ts';

test('lines typed ahead answer the questions in order', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const questions = new TerminalQuestions(input, output);
  const first = questions.ask('Who? ');
  input.write('Gids\n2026-11-01\n');
  assert.equal(await first, 'Gids');
  await turn();
  assert.equal(await questions.ask('When? '), '2026-11-01');
  questions.close();
  assert.equal(String(output.read()), 'Who? When? ');
});

test('the end of the input is an interruption, not an endless wait', async () => {
  const input = new PassThrough();
  const questions = new TerminalQuestions(input, new PassThrough());
  const answer = questions.ask('Who? ');
  input.end();
  await assert.rejects(answer, (error: unknown) => error instanceof CommandFailure && error.code === 'INTERRUPTED');
  questions.close();
});
