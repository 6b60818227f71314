import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AccountReview } from './account-review.ts';

test('rows for which no account is looked up any more are counted, so that the steward is told', () => {
  const review = new AccountReview(2);
  const reject = (line: number, code: string): void =>
    review.note({ line, code, offset: 0, length: 1, column: '', reason: '', suggestion: '' });
  for (const line of [2, 3, 4, 5]) reject(line, 'ACCOUNT_NOT_FOUND');
  reject(6, 'INVALID_DATE');
  assert.equal(review.left, 2);
});
