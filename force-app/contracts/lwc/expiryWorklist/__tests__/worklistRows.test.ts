import type { Connection, ContractNode } from '../worklistQuery';
import { toRows, type RowSetting } from '../worklistRows';
import answer from './data/graphql.json';

const SETTING: RowSetting = {
  today: '2026-11-22',
  language: 'nl-NL',
  locale: 'nl-NL',
  currency: 'EUR',
  labels: {
    left: { one: 'nog {0} dag', other: 'nog {0} dagen' },
    today: 'vandaag',
    passed: { one: '{0} dag voorbij', other: '{0} dagen voorbij' },
    open: 'elke maand',
    unknown: 'onbekend',
    nameMissing: 'naam?',
    notKnown: 'niet bekend',
    endsOn: 'eindigt {0}',
    endedOn: 'eindigde {0}',
    anyMonth: 'elke maand',
    endUnknown: 'einde onbekend',
  },
};
const connection: Connection<ContractNode> = answer.uiapi.query.Competitor_Contract__c;
const rowOf = (node: ContractNode): ReturnType<typeof toRows>[number] | undefined => toRows({ edges: [{ node }] }, SETTING)[0];

describe('the rows', () => {
  it('are written for the locale of the user', () => {
    expect(toRows(connection, SETTING)[0]).toEqual({
      id: 'a020L0000000001AAA',
      accountId: '0010L0000000001AAA',
      accountName: 'Bakkerij Jansen',
      city: 'Zwolle',
      providerName: 'Noordlicht Energie',
      product: 'Electricity · Zakelijk Zeker 3 jaar',
      daysLeft: 'nog 8 dagen',
      urgency: 'urgent',
      decisionDate: '30-11-2026',
      ends: 'eindigt 31-12-2026',
      monthlyValue: '€\u00a0412,50',
      noticeState: 'Last days',
      reason: 'Ends on 31-12-2026; notice is one month.',
      isIncomplete: false,
    });
  });

  it('say what is not known instead of leaving it blank', () => {
    expect(toRows(connection, SETTING)[1]).toMatchObject({ monthlyValue: 'niet bekend', city: '', product: 'Mobile telephony' });
    expect(rowOf({ Id: '1' })).toMatchObject({
      accountId: undefined,
      accountName: 'naam?',
      providerName: 'naam?',
      daysLeft: 'onbekend',
      decisionDate: 'niet bekend',
      ends: 'einde onbekend',
      isIncomplete: true,
    });
  });

  it('show the end of the present term when the contract has rolled over', () => {
    expect(rowOf({ Id: '1', End_Date__c: { value: '2025-12-31' }, Current_End_Date__c: { value: '2026-12-31' } })?.ends).toBe(
      'eindigt 31-12-2026',
    );
  });

  it('tell an end in the past from one to come, and a contract that can be left any month from one that nobody knows', () => {
    expect(rowOf({ Id: '1', End_Date__c: { value: '2026-11-21' }, Notice_State__c: { value: 'Open' } })).toMatchObject({
      ends: 'eindigde 21-11-2026',
      decisionDate: 'elke maand',
    });
    expect(rowOf({ Id: '1', End_Date__c: { value: '2026-11-22' } })?.ends).toBe('eindigt 22-11-2026');
  });

  it('outlive one broken date and empty edges', () => {
    expect(rowOf({ Id: '1', Decision_Date__c: { value: '2026-02-31' } })).toMatchObject({
      decisionDate: 'niet bekend',
      ends: 'einde onbekend',
      urgency: 'unknown',
    });
    expect(toRows({ edges: [null, { node: null }] }, SETTING)).toEqual([]);
    expect(toRows(null, SETTING)).toEqual([]);
  });
});
