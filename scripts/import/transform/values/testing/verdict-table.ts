// Checks a normaliser against a table of inputs and what it should say about each.

import assert from 'node:assert/strict';
import type { Verdict } from '../../verdict.ts';

/** The value, with its warning behind it; the code of a fault; '?' for unknown. */
export function told(verdict: Verdict<unknown>): string {
  if (verdict.kind === 'fault') return verdict.code;
  const value =
    verdict.kind === 'unknown' ? '?' : typeof verdict.value === 'object' ? JSON.stringify(verdict.value) : String(verdict.value);
  return verdict.warning === undefined ? value : `${value} ${verdict.warning}`;
}

/** Each case: the arguments, then what `told` must make of the verdict. */
export function verdictTable<Arguments extends readonly unknown[]>(
  normalise: (...args: Arguments) => Verdict<unknown>,
  cases: readonly (readonly [...Arguments, string])[],
): void {
  for (const row of cases) {
    const args = row.slice(0, -1) as unknown as Arguments;
    assert.equal(told(normalise(...args)), row.at(-1), JSON.stringify(args));
  }
}
