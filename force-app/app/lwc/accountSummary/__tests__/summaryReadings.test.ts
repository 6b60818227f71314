import { readingsOf, type AccountFacts, type ReadingSetting } from '../summaryReadings';

const words = Object.fromEntries(
  [
    ...[
      'stage',
      'owner',
      'lastContact',
      'nextDecision',
      'legalForm',
      'notKnown',
      'noPosition',
      'noProductYet',
      'never',
      'contactToday',
      'noDecision',
      'naturalPerson',
    ],
  ].map((name) => [name, name]),
) as unknown as ReadingSetting['words'];
const SETTING: ReadingSetting = {
  today: '2026-11-22',
  language: 'en-US',
  words: {
    ...words,
    stageSince: '{0} since {1}',
    otherProducts: { one: '+{0} other', other: '+{0} others' },
    daysAgo: { one: '{0} day ago', other: '{0} days ago' },
    outOfSight: 'every {0} days',
  },
  written: (day) => day,
  stageName: (stageId) => (stageId ? `stage ${stageId}` : ''),
};
const FACTS: AccountFacts = {
  stageId: null,
  owner: 'Zoë',
  lastContact: null,
  contactEveryDays: null,
  nextDecision: null,
  legalForm: '',
  isNaturalPerson: false,
};
const reading = (key: string, facts: Partial<AccountFacts> = {}, positions: Parameters<typeof readingsOf>[1] = []): object | undefined =>
  readingsOf({ ...FACTS, ...facts }, positions, SETTING).find((one) => one.key === key);

describe('the readings', () => {
  it('show the position that needs action first, and that there are others', () => {
    const gas = {
      Id: 'p1',
      Product_Category__c: { value: 'Gas' },
      Lifecycle_Stage__c: { value: 's1' },
      Since_Date__c: { value: '2026-11-01' },
    };
    expect(reading('stage', {}, [gas])).toMatchObject({ value: 'stage s1', note: 'Gas since 2026-11-01' });
    expect(reading('stage', {}, [gas, { Id: 'p2' }])).toMatchObject({ note: 'Gas since 2026-11-01 · +1 other' });
    expect(reading('stage', {}, [{ Id: 'p2' }])).toMatchObject({ value: 'notKnown', note: '' });
    expect(reading('stage')).toMatchObject({ value: 'noPosition' });
    expect(reading('stage', { stageId: 's0' })).toMatchObject({ value: 'stage s0', note: 'noProductYet' });
  });

  it('raise the alarm when contact is longer ago than the stage asks for', () => {
    const contact = (lastContact: unknown, contactEveryDays: unknown = 60): object | undefined =>
      reading('contact', { lastContact, contactEveryDays });
    expect(contact('2026-09-22')).toMatchObject({ value: '61 days ago', note: 'every 60 days', isAlarm: true });
    expect(contact('2026-09-23')).toMatchObject({ value: '60 days ago', note: '2026-09-23', isAlarm: false });
    expect(contact('2026-09-22', null)).toMatchObject({ isAlarm: false });
    expect(contact('2026-11-22')).toMatchObject({ value: 'contactToday' });
    expect(contact(null)).toMatchObject({ value: 'never', isAlarm: false });
  });

  it('say what is not known, and what a legal form means for calling', () => {
    expect(reading('legal-form', { legalForm: 'Eenmanszaak', isNaturalPerson: true })).toMatchObject({
      value: 'Eenmanszaak',
      note: 'naturalPerson',
    });
    expect(reading('legal-form')).toMatchObject({ value: 'notKnown', note: '' });
    expect(reading('owner', { owner: '' })).toMatchObject({ value: 'notKnown' });
    expect(reading('decision', { nextDecision: '2026-11-30' })).toMatchObject({ value: '2026-11-30' });
    expect(reading('decision', { nextDecision: '2026-02-31' })).toMatchObject({ value: 'noDecision' });
  });
});
