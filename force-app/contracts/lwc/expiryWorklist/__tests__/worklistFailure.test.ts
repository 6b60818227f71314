import { failureOf } from '../worklistFailure';

describe('why there is no data', () => {
  it.each([
    [
      "Validation error (FieldUndefined@[uiapi/query/Competitor_Contract__c]) : Field 'Competitor_Contract__c' in type 'RecordQuery' is undefined",
      'no-permission',
    ],
    ['Cannot query field "Decision_Date__c" on type "Competitor_Contract__c".', 'no-permission'],
    ['Failed to fetch', 'failed'],
    [undefined, 'failed'],
  ] as const)('%s', (message, failure) => {
    expect(failureOf([message === undefined ? {} : { message }])).toBe(failure);
  });

  it('is nothing when nothing is wrong', () => {
    expect(failureOf(undefined)).toBeUndefined();
    expect(failureOf([])).toBeUndefined();
  });
});
