import { summarySentence, type SummaryLabels } from '../worklistSummary';

const LABELS: SummaryLabels = {
  all: { one: 'all {0}', other: 'all {0} of them' },
  some: '{0} of {1}',
  someOfUncounted: '{0} and more',
  atLimit: 'only {0} of {1}',
};

describe('the sentence about how many are shown', () => {
  it.each([
    [{ shown: 1, total: 1, hasMore: false }, 'all 1'],
    [{ shown: 12, total: 12, hasMore: false }, 'all 12 of them'],
    [{ shown: 50, total: 1234, hasMore: true }, '50 of 1,234'],
    [{ shown: 50, total: undefined, hasMore: true }, '50 and more'],
    // a count that does not exceed what is shown cannot be the count of all
    [{ shown: 50, total: 50, hasMore: true }, '50 and more'],
    [{ shown: 2000, total: 1_000_000, hasMore: true }, 'only 2,000 of 1,000,000'],
    [{ shown: 2000, total: 2000, hasMore: true }, 'only 2,000 of 2,000+'],
    [{ shown: 2000, total: 2000, hasMore: false }, 'all 2,000 of them'],
  ])('%j', (extent, sentence) => {
    expect(summarySentence({ ...extent, limit: 2000 }, 'en-US', LABELS)).toBe(sentence);
  });
});
