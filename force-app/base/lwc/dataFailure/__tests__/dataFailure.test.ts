import { failureOf, failureOfRequest, whyNotSaved, wordsOf } from 'c/dataFailure';

describe('c/dataFailure', () => {
  it('sees no failure where there is no problem', () => {
    expect(failureOf(undefined)).toBeUndefined();
    expect(failureOf([])).toBeUndefined();
    expect(failureOfRequest(undefined)).toBeUndefined();
  });

  it('takes objects and fields that do not exist for the user for missing permission', () => {
    expect(failureOf([{ message: "Validation error (FieldUndefined@[uiapi/query/Feedback__c]) : Field 'Feedback__c' is undefined" }])).toBe(
      'no-permission',
    );
    expect(failureOf([{ message: 'Field "Is_Held_Back__c" is not defined by type "Task_Filter".' }])).toBe('no-permission');
    expect(failureOf([{ message: 'Cannot query field "Score__c" on type "Feedback__c".' }])).toBe('no-permission');
    expect(failureOfRequest({ status: 403, body: { message: 'You do not have access to this record.' } })).toBe('no-permission');
  });

  it('takes everything else for something that trying again may mend', () => {
    expect(failureOf([{ message: 'Internal server error' }])).toBe('failed');
    expect(failureOfRequest({ status: 503, body: [{ message: 'Busy' }] })).toBe('failed');
    expect(failureOfRequest({ message: 'Failed to fetch' })).toBe('failed');
  });

  it("repeats the org's own words", () => {
    expect(wordsOf({ status: 400, body: [{ message: 'End date before start date.' }, { message: 'No provider.' }] })).toBe(
      'End date before start date. No provider.',
    );
    expect(wordsOf({ status: 500 })).toBe('');
    // the number of an error and a lock help nobody
    expect(wordsOf({ status: 500, body: [{ message: 'An unexpected error occurred. Include this ErrorId: 1-2 (-1)' }] })).toBe('');
    expect(wordsOf({ status: 400, body: [{ message: 'unable to obtain exclusive access to this record' }] })).toBe('');
  });

  it('has words of its own for a lost connection, and for a record that is gone or is not theirs to change', () => {
    for (const refused of [{ status: 0, body: { message: 'x' } }, { message: 'Failed to fetch' }]) {
      expect(wordsOf(refused)).toBe('c.State_No_Connection');
    }
    expect(wordsOf({ message: 'Session expired or invalid' })).toBe('c.State_Signed_Out');
    expect(wordsOf({ status: 404, body: [{ message: 'The requested resource does not exist' }] })).toBe('c.State_Deleted_Meanwhile');
    expect(wordsOf({ status: 400, body: { message: 'ENTITY_IS_DELETED: entity is deleted' } })).toBe('c.State_Deleted_Meanwhile');
    expect(wordsOf({ body: [{ message: 'insufficient access rights on object id' }] })).toBe('c.State_Not_Yours');
  });

  it('prefers what rules and flows say of a save to the general sentence around it', () => {
    const output = { errors: [{ message: 'No owner.' }], fieldErrors: { End_Date__c: [{ message: 'End before start.' }] } };
    expect(wordsOf({ status: 400, body: { message: 'An error occurred while trying to update the record.', output } })).toBe(
      'No owner. End before start.',
    );
  });
});

it('tells of a refused save what to do where the org says nothing', () => {
  expect(whyNotSaved({ body: { message: 'Say why.' } })).toBe('Say why.');
  expect(whyNotSaved({ status: 500 })).toBe('c.Form_Try_Later');
});
