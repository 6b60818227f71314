import { EXPIRY_WINDOWS, isExpiryWindow, windowConditions, windowOrder } from '../expiryWindows';

describe('the windows', () => {
  it.each([
    ['passed', [{ Decision_Date__c: { lt: { value: '2026-11-22' } } }]],
    ['next30', [{ Decision_Date__c: { gte: { value: '2026-11-22' } } }, { Decision_Date__c: { lte: { value: '2026-12-22' } } }]],
    ['next365', [{ Decision_Date__c: { gte: { value: '2026-11-22' } } }, { Decision_Date__c: { lte: { value: '2027-11-22' } } }]],
    ['missed', [{ Decision_Date__c: { lt: { value: '2026-11-22' } } }, { Is_Notice_Missed__c: { eq: true } }]],
    ['any', []],
    ['open', [{ Decision_Date__c: { eq: null } }, { Notice_State__c: { eq: 'Open' } }]],
    ['unknown', [{ Decision_Date__c: { eq: null } }, { Notice_State__c: { eq: 'Unknown' } }]],
  ] as const)('%s is a condition for the server', (window, conditions) => {
    expect(windowConditions({ window, from: '', until: '' }, '2026-11-22')).toEqual(conditions);
  });

  it.each([
    [
      '2027-01-01',
      '2027-01-31',
      [{ Decision_Date__c: { gte: { value: '2027-01-01' } } }, { Decision_Date__c: { lte: { value: '2027-01-31' } } }],
    ],
    ['2027-01-01', '', [{ Decision_Date__c: { gte: { value: '2027-01-01' } } }]],
    ['', '2027-01-31', [{ Decision_Date__c: { lte: { value: '2027-01-31' } } }]],
  ])('a period from %s until %s is open where no day is given', (from, until, conditions) => {
    expect(windowConditions({ window: 'period', from, until }, '2026-11-22')).toEqual(conditions);
  });

  it('put first what must be done first', () => {
    expect(Object.entries(windowOrder('next30'))[0]).toEqual(['Decision_Date__c', { order: 'ASC', nulls: 'LAST' }]);
    expect(Object.entries(windowOrder('passed'))[0]).toEqual(['Decision_Date__c', { order: 'DESC', nulls: 'LAST' }]);
    expect(Object.entries(windowOrder('missed'))[0]).toEqual(['Decision_Date__c', { order: 'DESC', nulls: 'LAST' }]);
    expect(Object.entries(windowOrder('unknown'))[0]).toEqual(['Monthly_Value__c', { order: 'DESC', nulls: 'LAST' }]);
  });

  it('are known by name', () => {
    expect(EXPIRY_WINDOWS.every(isExpiryWindow)).toBe(true);
    expect([undefined, '', 'next31'].some(isExpiryWindow)).toBe(false);
  });
});
