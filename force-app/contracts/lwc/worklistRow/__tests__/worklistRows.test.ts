import type { Connection } from 'c/graphAnswer';
import type { ContractNode } from '../contractNode';
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
    none: 'niets op te zeggen',
    nameMissing: 'naam?',
    notKnown: 'niet bekend',
    hasEnded: 'geëindigd',
    anyMonth: 'elke maand',
    endUnknown: 'einde onbekend',
    lastContact: 'laatst {0}',
    noContact: 'nooit gesproken',
    snoozedUntil: 'uitgesteld tot {0}',
    precision: { Month: 'op de maand' },
    confidence: 'zekerheid {0}',
    why: {
      approachSince: 'sinds {0}',
      approachFrom: 'vanaf {0}',
      runsUntil: 'loopt tot {0}',
      anyMonth: 'elke maand',
      askDate: 'vraag de datum',
      dissatisfied: 'ontevreden',
      backFromSnooze: 'terug sinds {0}',
    },
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
      phoneKnown: '',
      lastContact: 'nooit gesproken',
      providerName: 'Noordlicht Energie',
      product: 'Electricity · Zakelijk Zeker 3 jaar',
      daysLeft: 'nog 8 dagen',
      urgency: 'urgent',
      decisionDate: '30-11-2026',
      ends: '31-12-2026',
      doubts: [],
      monthlyValue: '€\u00a0412,50',
      isValueKnown: true,
      points: 54,
      why: [],
      reason: 'Ends on 31-12-2026; notice is one month.',
      claimCount: 0,
      isIncomplete: false,
      facts: {
        decisionDay: '2026-11-30',
        endDay: '2026-12-31',
        approachTaskFor: undefined,
        category: 'Electricity',
        status: undefined,
        snoozedUntil: undefined,
        notRelevantReason: undefined,
        relationshipOwnerId: undefined,
        callerId: undefined,
      },
    });
  });

  it('say why they are here now, how sure that is and when there was contact', () => {
    expect(
      rowOf({
        Id: '1',
        Notice_State__c: { value: 'In Window' },
        Decision_Date__c: { value: '2026-12-31' },
        Approach_Date__c: { value: '2026-11-01' },
        End_Date__c: { value: '2027-01-31' },
        Date_Precision__c: { value: 'Month' },
        Confidence__c: { value: 'Low', displayValue: 'laag' },
        Satisfaction__c: { value: 'Dissatisfied' },
        Snoozed_Until_Date__c: { value: '2026-11-20' },
        Account__r: { Id: '001', Last_Contact_Date__c: { value: '2026-10-05' }, OwnerId: { value: '005A' } },
      }),
    ).toMatchObject({
      why: [
        { kind: 'special', text: 'ontevreden' },
        { kind: 'special', text: 'terug sinds 20-11-2026' },
        { kind: 'approach', text: 'sinds 01-11-2026' },
      ],
      doubts: ['op de maand', 'zekerheid laag'],
      lastContact: 'laatst 05-10-2026',
      facts: { callerId: '005A', relationshipOwnerId: undefined },
    });
  });

  it.each([
    ['Day', 'Unknown', []],
    ['Day', 'High', []],
    ['Unknown', null, []],
    ['Day', 'Medium', ['zekerheid Medium']],
    ['Month', 'High', ['op de maand']],
  ])('speak of a date of precision %s and confidence %s only where it is doubtful: %j', (precision, confidence, doubts) => {
    const node = { Id: '1', End_Date__c: { value: '2027-01-31' }, Date_Precision__c: { value: precision } };
    expect(rowOf({ ...node, Confidence__c: { value: confidence } })?.doubts).toEqual(doubts);
  });

  it('say until when they are snoozed, and why they were put aside', () => {
    expect(rowOf({ Id: '1', Snoozed_Until_Date__c: { value: '2026-12-01' }, Notice_State__c: { value: 'Open' } })?.why).toEqual([
      { kind: 'special', text: 'uitgesteld tot 01-12-2026' },
      { kind: 'state', text: 'elke maand' },
    ]);
    expect(
      rowOf({ Id: '1', Status__c: { value: 'Not Relevant' }, Not_Relevant_Reason__c: { value: 'Other', displayValue: 'Anders' } })?.why,
    ).toEqual([{ kind: 'special', text: 'Anders' }]);
  });

  it('say what is not known instead of leaving it blank', () => {
    expect(toRows(connection, SETTING)[1]).toMatchObject({
      monthlyValue: 'niet bekend',
      isValueKnown: false,
      points: undefined,
      city: '',
      product: 'Mobile telephony',
    });
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
    expect(rowOf({ Id: '1', End_Date__c: { value: '2025-12-31' }, Current_End_Date__c: { value: '2026-12-31' } })?.ends).toBe('31-12-2026');
  });

  it('tell an end in the past from one to come, and a contract that can be left any month from one that nobody knows', () => {
    expect(rowOf({ Id: '1', End_Date__c: { value: '2026-11-21' }, Notice_State__c: { value: 'Open' } })).toMatchObject({
      ends: '21-11-2026',
      doubts: ['geëindigd'],
      decisionDate: 'elke maand',
    });
    expect(rowOf({ Id: '1', End_Date__c: { value: '2026-11-22' } })).toMatchObject({ ends: '22-11-2026', doubts: [] });
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
