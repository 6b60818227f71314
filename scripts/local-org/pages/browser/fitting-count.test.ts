import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fittingCount } from './fitting-count.ts';

test('everything is shown where there is room for everything', () => {
  assert.equal(fittingCount([100, 100, 100], 300, 50), 3);
  assert.equal(fittingCount([], 300, 50), 0);
});

test('otherwise as many as leave room for the menu with the rest', () => {
  assert.equal(fittingCount([100, 100, 100], 299, 50), 2);
  assert.equal(fittingCount([100, 100, 100], 249, 50), 1);
});

test('the first is always shown', () => {
  assert.equal(fittingCount([100, 100], 20, 50), 1);
});
