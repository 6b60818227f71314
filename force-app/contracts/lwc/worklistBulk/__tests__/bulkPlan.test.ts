import type { AccountCheck } from 'c/worklistCampaign';
import { planOf, type BulkAction, type BulkForm, type BulkPlan, type BulkRow } from '../bulkPlan';

const row = (id: string, more: Partial<BulkRow> = {}, facts: Partial<BulkRow['facts']> = {}): BulkRow => ({
  id,
  accountId: `001${id}`,
  accountName: `Account ${id}`,
  city: '',
  lastContact: '',
  providerName: 'Polder Telecom',
  product: 'Internet',
  daysLeft: '',
  urgency: 'calm',
  decisionDate: '31-12-2026',
  ends: '',
  doubts: [],
  phoneKnown: '',
  phone: '',
  monthlyValue: '',
  isValueKnown: false,
  points: undefined,
  why: [{ kind: 'approach', text: 'time to approach' }],
  reason: 'one month',
  claimCount: 0,
  isIncomplete: false,
  href: '',
  consent: undefined,
  plannedCall: '',
  isCallOverdue: false,
  orEnds: '',
  orEndsTitle: '',
  nobody: '',
  call: undefined,
  ...more,
  facts: {
    decisionDay: '2026-12-31',
    endDay: undefined,
    approachTaskFor: undefined,
    category: 'Internet',
    status: 'Active',
    snoozedUntil: undefined,
    notRelevantReason: undefined,
    relationshipOwnerId: undefined,
    callerId: '005owner',
    ...facts,
  },
});
const FORM: BulkForm = { day: '2026-12-01', person: 'keeper', reason: 'Other', campaignId: '', checks: [] };
const plan = (action: BulkAction, rows: readonly BulkRow[], form: Partial<BulkForm> = {}): BulkPlan =>
  planOf(action, rows, { ...FORM, ...form }, (day) => day);

describe('planning calls', () => {
  it('leaves out whom nobody may call, with the sentence that says why; not whom one may, must ask, or knows nothing of', () => {
    const phone = (verdict: 'May' | 'Ask First' | 'May Not', sentences: readonly string[] = []): Partial<BulkRow> => ({
      consent: [
        {
          channel: 'Phone',
          channelWords: 'Phone',
          verdict,
          verdictWords: verdict,
          sentences: sentences.map((sentence) => ({ key: sentence, contact: '', sentence })),
        },
      ],
    });
    const rows = [
      row('1', phone('May Not', ['Call: may not — sole proprietorship without consent'])),
      row('2', phone('May Not')),
      row('3', phone('May')),
      row('4', phone('Ask First')),
      row('5', { consent: [] }),
    ];
    const { plans, leftOut } = plan('call', rows);
    expect(plans.flatMap(({ rowIds }) => rowIds)).toEqual(['3', '4', '5']);
    expect(leftOut.map(({ words }) => words)).toEqual(['Call: may not — sole proprietorship without consent', 'Phone: May Not']);
  });

  it('gives the call to whoever keeps the relationship, and tells the nightly flow that it was made', () => {
    const [one] = plan('call', [row('1')]).plans;
    expect(one?.change).toMatchObject({
      kind: 'create',
      object: 'Task',
      fields: { WhatId: '0011', OwnerId: '005owner', ActivityDate: '2026-12-01', Task_Kind__c: 'Approach', Source_Record_Id__c: '1' },
    });
    expect(one?.follow).toEqual([
      { kind: 'update', object: 'Competitor_Contract__c', id: '1', fields: { Approach_Task_For_Date__c: '2026-12-31' } },
    ]);
    expect(one?.undo('00T')).toEqual([
      { kind: 'delete', object: 'Task', id: '00T' },
      { kind: 'update', object: 'Competitor_Contract__c', id: '1', fields: { Approach_Task_For_Date__c: null } },
    ]);
  });

  it('leaves out contracts that have a call already, and accounts that are hidden', () => {
    const { plans, leftOut } = plan('call', [
      row('1', { call: { taskId: '00T', ownerId: '005', day: '2026-11-30' } }),
      row('2', { accountId: undefined }),
    ]);
    expect(plans).toEqual([]);
    expect(leftOut.map(({ words }) => words)).toEqual(['c.Worklist_Bulk_Already_Planned', 'c.Worklist_Bulk_Hidden']);
  });
});

describe('assigning', () => {
  it('saves an account once, takes its planned calls along, and gives everything back', () => {
    const call = { taskId: '00T', ownerId: '005old', day: undefined };
    const rows = [row('1', { accountId: '001', call }, { relationshipOwnerId: '005old' }), row('2', { accountId: '001' })];
    const { plans } = plan('assign', rows, { person: '005new' });
    expect(plans).toHaveLength(1);
    expect(plans[0]?.rowIds).toEqual(['1', '2']);
    expect(plans[0]?.follow).toEqual([{ kind: 'update', object: 'Task', id: '00T', fields: { OwnerId: '005new' } }]);
    expect(plans[0]?.undo('001')).toEqual([
      { kind: 'update', object: 'Account', id: '001', fields: { Relationship_Owner__c: '005old' } },
      { kind: 'update', object: 'Task', id: '00T', fields: { OwnerId: '005old' } },
    ]);
  });

  it('leaves out what is theirs already', () => {
    expect(plan('assign', [row('1', {}, { relationshipOwnerId: '005' })], { person: '005' }).leftOut).toHaveLength(1);
  });
});

describe('snoozing and putting aside', () => {
  it('does not snooze past the last day to give notice, unless that day is gone', () => {
    const { plans, leftOut } = plan('snooze', [
      row('1', {}, { decisionDay: '2026-11-30' }),
      row('2', {}, { decisionDay: '2026-12-01' }),
      row('3', { urgency: 'passed' }, { decisionDay: '2026-11-01' }),
    ]);
    expect(leftOut.map(({ rowIds }) => rowIds)).toEqual([['1']]);
    expect(plans.map(({ rowIds }) => rowIds)).toEqual([['2'], ['3']]);
  });

  it('takes back exactly what it changed', () => {
    const [aside] = plan('aside', [row('1', {}, { snoozedUntil: '2026-11-01' })]).plans;
    expect(aside?.change).toMatchObject({ fields: { Status__c: 'Not Relevant', Not_Relevant_Reason__c: 'Other' } });
    expect(aside?.undo('1')).toEqual([
      { kind: 'update', object: 'Competitor_Contract__c', id: '1', fields: { Status__c: 'Active', Not_Relevant_Reason__c: null } },
    ]);
  });

  it('puts back on the list what was off it', () => {
    const { plans, leftOut } = plan('back', [
      row('1', {}, { snoozedUntil: '2027-01-01' }),
      row('2', {}, { status: 'Not Relevant' }),
      row('3'),
    ]);
    expect(plans.map(({ change }) => change)).toMatchObject([
      { fields: { Snoozed_Until_Date__c: null } },
      { fields: { Status__c: 'Active', Not_Relevant_Reason__c: null } },
    ]);
    expect(leftOut).toHaveLength(1);
  });
});

describe('adding to a campaign', () => {
  it('follows the checks', () => {
    const checks: AccountCheck[] = [
      { accountId: '001', name: 'Jansen', rowIds: ['1', '2'], contactId: '003', words: 'as Jan' },
      { accountId: '002', name: 'De Wit', rowIds: ['3'], contactId: undefined, words: 'no contact' },
    ];
    const { plans, leftOut } = plan('campaign', [], { campaignId: '701', checks });
    expect(plans.map(({ change }) => change)).toEqual([
      { kind: 'create', object: 'CampaignMember', fields: { CampaignId: '701', ContactId: '003' } },
    ]);
    expect(leftOut).toEqual([{ rowIds: ['3'], name: 'De Wit', words: 'no contact' }]);
  });
});
