import { actionOfKey } from '../callKeys';
import { calledRecord } from '../calledRecord';
import { calledContracts, occasionOf } from '../contractChoice';
import { offersOf } from '../offers';
import { refusalOf } from '../refusal';

const TODAY = '2026-11-22';
const WORDS = {
  left: { one: '{0} day', other: '{0} days' },
  today: 'today',
  passed: { one: '{0} day ago', other: '{0} days ago' },
  open: 'any month',
  unknown: 'unknown',
  unknownProvider: '?',
};
const contract = (Id: string, day: string | null, state: string) => ({
  Id,
  Decision_Date__c: { value: day },
  Notice_State__c: { value: state },
});

it('the contract to be left first comes first, then open ones, then the latest passed, then those without a date', () => {
  const sorted = calledContracts(
    [
      contract('none', null, 'Unknown'),
      contract('long ago', '2026-10-01', 'Rolled Over'),
      contract('just passed', '2026-11-20', 'Rolled Over'),
      contract('open', null, 'Open'),
      contract('far', '2027-05-01', 'Too Early'),
      contract('near', '2026-11-25', 'Last Days'),
      contract('today', TODAY, 'Last Days'),
    ],
    TODAY,
    'en',
    WORDS,
  );
  expect(sorted.map(({ id, timeLeft }) => `${id}: ${timeLeft}`)).toEqual([
    'today: today',
    'near: 3 days',
    'far: 160 days',
    'open: any month',
    'just passed: 2 days ago',
    'long ago: 52 days ago',
    'none: unknown',
  ]);
});

it('day and days are known only while the last day lies ahead', () => {
  const [ahead, passed] = calledContracts(
    [contract('a', '2026-11-25', 'Last Days'), contract('b', '2026-11-20', 'Rolled Over')],
    TODAY,
    'en',
    WORDS,
  );
  expect(occasionOf('Jansen', ahead, (day) => day).values).toMatchObject({ date: '2026-11-25', days: '3' });
  expect(occasionOf('Jansen', passed, (day) => day).values).toMatchObject({ date: undefined, days: undefined });
  expect(occasionOf('Jansen', undefined, (day) => day)).toMatchObject({ daysLeft: undefined, values: { provider: undefined } });
});

it('the record is that of the page, or the one on the screen beside the utility bar', () => {
  const page = (objectApiName: string) => ({ type: 'standard__recordPage', attributes: { recordId: 'r1', objectApiName } });
  expect(calledRecord('a1', 'Account', undefined)).toEqual({ id: 'a1', isContract: false });
  expect(calledRecord(undefined, undefined, page('Competitor_Contract__c'))).toEqual({ id: 'r1', isContract: true });
  expect(calledRecord(undefined, undefined, page('Contact'))).toBeUndefined();
  expect(calledRecord(undefined, undefined, { type: 'standard__namedPage', attributes: {} })).toBeUndefined();
});

it('offers are active propositions of today, each once', () => {
  const proposition = (Id: string, fields: object = {}) => ({
    Proposition__r: { Id, Name: { value: Id }, Is_Active__c: { value: true }, ...fields },
  });
  const allowed = [
    proposition('p1'),
    proposition('p1'),
    proposition('over', { Valid_Until_Date__c: { value: '2026-11-21' } }),
    proposition('later', { Valid_From_Date__c: { value: '2026-11-23' } }),
    proposition('off', { Is_Active__c: { value: false } }),
    { Proposition__r: null },
  ];
  expect(offersOf(allowed, TODAY).map(({ id }) => id)).toEqual(['p1']);
});

it('a refusal is told in the words of the org, a lost connection as such, and what was saved before is no refusal', () => {
  const words = { notSaved: 'Not saved: {0}', notSavedNow: 'Not now. {0}', notSavedLost: 'Lost', notSavedGone: 'Gone' };
  const undone = { message: 'Record rolled back because not all records were valid and the request was using AllOrNone' };
  expect(refusalOf(undefined, words)).toBeUndefined();
  expect(refusalOf([undone, { message: 'Say why.' }, { message: 'Say why.' }], words)).toEqual({
    text: 'Not saved: Say why.',
    isLost: false,
  });
  expect(refusalOf([{ message: 'The org could not be reached.' }], words)).toEqual({ text: 'Lost', isLost: true });
  expect(refusalOf([{ message: 'entity is deleted' }], words)).toEqual({ text: 'Gone', isLost: false });
  expect(refusalOf([{ message: 'Session expired or invalid' }], words)).toEqual({ text: 'Not now. c.State_Signed_Out', isLost: false });
  expect(refusalOf([{ message: 'An unexpected error occurred. ErrorId: 1-2' }], words)).toEqual({
    text: 'Not now. c.Form_Try_Later',
    isLost: false,
  });
  expect(refusalOf([{ message: '' }], words)).toEqual({ text: 'Lost', isLost: true });
  expect(refusalOf([undone, { message: 'duplicate value found: External_Id__c duplicates value on record with id: x' }], words)).toBe(
    'saved-before',
  );
});

it('keys act unless somebody types, and saving works everywhere', () => {
  const pressed = (key: string, init: KeyboardEventInit = {}, on = 'button') => {
    const element = document.body.appendChild(document.createElement(on));
    let action: ReturnType<typeof actionOfKey>;
    element.addEventListener('keydown', (event) => (action = actionOfKey(event)));
    element.dispatchEvent(new KeyboardEvent('keydown', { key, composed: true, ...init }));
    return action;
  };
  expect(pressed('3')).toEqual({ kind: 'line', key: '3' });
  expect(pressed('/')).toEqual({ kind: 'search' });
  expect([pressed('3', {}, 'input'), pressed('/', {}, 'textarea'), pressed('0'), pressed('x'), pressed('3', { ctrlKey: true })]).toEqual(
    Array(5).fill(undefined),
  );
  expect(pressed('Enter', { ctrlKey: true }, 'textarea')).toEqual({ kind: 'save' });
});
