import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinTests, LogicError } from './logic.ts';

/** Conditions that hold for the letters of a subject. */
const letters = ['a', 'b', 'c', 'd'].map((letter) => (subject: string) => subject.includes(letter));

test('conditions are joined by words or by numbered logic, in which AND binds stronger than OR', () => {
  const cases: readonly (readonly [logic: string | undefined, subject: string, holds: boolean])[] = [
    [undefined, 'abcd', true],
    ['and', 'abc', false],
    ['or', 'd', true],
    ['or', '', false],
    ['1 AND (2 OR 3)', 'ac', true],
    ['1 AND (2 OR 3)', 'bc', false],
    ['1 OR 2 AND 3', 'a', true],
    ['1 OR 2 AND 3', 'b', false],
    ['(1 or 2) and not (3 or 4)', 'b', true],
    ['(1 or 2) and not (3 or 4)', 'bd', false],
    ['NOT NOT 1', 'a', true],
    ['1 AND 2 AND 3 AND 4', 'abcd', true],
  ];
  for (const [logic, subject, holds] of cases) assert.equal(joinTests(logic, letters)(subject), holds, `${logic} of ${subject}`);
});

test('no conditions hold always', () => {
  for (const logic of ['and', 'no_conditions']) assert.equal(joinTests<string>(logic, [])(''), true);
});

test('logic that cannot be read is refused', () => {
  for (const logic of ['1 AND', '(1', '1 2', '1 XOR 2', '5', '1)']) assert.throws(() => joinTests(logic, letters), LogicError, logic);
});
