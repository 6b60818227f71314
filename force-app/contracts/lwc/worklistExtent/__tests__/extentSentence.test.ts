import { extentSentence, type ExtentLabels } from '../extentSentence';

const LABELS: ExtentLabels = {
  all: { one: 'all {0}', other: 'all {0} of them' },
  some: '{0} of {1}',
  someOfMore: '{0} of more than {1}',
  someOfUncounted: '{0} and more',
  atLimit: 'only {0} of {1}',
};
const exactly = (records: number) => ({ records, isMore: false });
const moreThan = (records: number) => ({ records, isMore: true });

describe('the sentence about how many are shown', () => {
  it.each([
    [{ shown: 1, count: exactly(1), hasMore: false }, 'all 1'],
    [{ shown: 12, count: undefined, hasMore: false }, 'all 12 of them'],
    [{ shown: 50, count: exactly(1234), hasMore: true }, '50 of 1,234'],
    [{ shown: 50, count: moreThan(2000), hasMore: true }, '50 of more than 2,000'],
    [{ shown: 50, count: undefined, hasMore: true }, '50 and more'],
    [{ shown: 50, count: exactly(50), hasMore: true }, '50 and more'],
    [{ shown: 2000, count: exactly(1_000_000), hasMore: true }, 'only 2,000 of 1,000,000'],
    [{ shown: 2000, count: moreThan(2000), hasMore: true }, 'only 2,000 of 2,000+'],
    [{ shown: 2000, count: undefined, hasMore: true }, 'only 2,000 of 2,000+'],
    [{ shown: 2000, count: exactly(2000), hasMore: false }, 'all 2,000 of them'],
  ])('%j', (extent, sentence) => {
    expect(extentSentence({ ...extent, limit: 2000 }, 'en-US', LABELS)).toBe(sentence);
  });
});
