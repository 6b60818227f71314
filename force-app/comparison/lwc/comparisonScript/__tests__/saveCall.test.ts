import { callMutation, type CallFacts } from '../saveCall';

const FACTS: CallFacts = {
  accountId: 'a1',
  contract: {
    id: 'c1',
    endDate: '2027-01-05',
    noticeLength: 1,
    noticeUnit: 'Months',
    source: 'File',
    obtainedOn: '2026-05-01',
    confidence: 'Medium',
  },
  scriptId: 's1',
  daysLeft: 13,
  today: '2026-11-22',
  source: 'Customer, by phone',
};
const mutation = (values: Readonly<Record<string, string>>, facts: Partial<CallFacts> = {}): ReturnType<typeof callMutation> =>
  callMutation({ key: 'key1', values: { outcome: 'Interested', ...values } }, { ...FACTS, ...facts });

describe('saving a call', () => {
  it('saves the outcome alone when nothing was said of the contract', () => {
    const { document, variables } = mutation({ note: 'Call later' });
    expect(document).toBe(
      'mutation saveCall($outcome: Call_Outcome__cCreateInput!) { uiapi(input: { allOrNone: true }) { outcome: Call_Outcome__cCreate(input: $outcome) { Record { Id } } } }',
    );
    expect(variables.outcome).toMatchObject({
      Call_Outcome__c: {
        Account__c: 'a1',
        Competitor_Contract__c: 'c1',
        Comparison_Script__c: 's1',
        Note__c: 'Call later',
        Days_Left__c: 13,
        External_Id__c: 'key1',
        Next_Step__c: 'None',
      },
    });
  });

  it('writes what was said on the contract, and keeps what was known before as a claim', () => {
    const { variables } = mutation({ endDate: '2027-06-30', spokenTo: 'Mrs Jansen', satisfaction: 'Neutral' });
    expect(Object.keys(variables)).toEqual(['contract', 'before', 'claim', 'outcome']);
    expect(variables.contract).toEqual({
      Id: 'c1',
      Competitor_Contract__c: {
        End_Date__c: '2027-06-30',
        Date_Precision__c: 'Day',
        Is_End_Date_Derived__c: false,
        Satisfaction__c: 'Neutral',
        Satisfaction_Said_By__c: 'Mrs Jansen',
        Satisfaction_Date__c: '2026-11-22',
        Source__c: 'Customer, by phone',
        Obtained_On_Date__c: '2026-11-22',
        Confidence__c: 'High',
      },
    });
    expect(variables.before).toMatchObject({
      Contract_Claim__c: { Source__c: 'File', Said_End_Date__c: '2027-01-05', Said_Notice_Length__c: 1 },
    });
    expect(variables.claim).toMatchObject({
      Contract_Claim__c: { Source__c: 'Customer, by phone: Mrs Jansen', Said_End_Date__c: '2027-06-30' },
    });
  });

  it('confirms the same end date by a claim, without a second one for what it was', () => {
    expect(Object.keys(mutation({ endDate: '2027-01-05' }).variables)).toEqual(['contract', 'claim', 'outcome']);
    expect(Object.keys(mutation({ noticeLength: '3', noticeUnit: 'Months' }).variables)).toContain('before');
  });

  it('makes the contract when there is none and the provider is known, and leaves it out when not', () => {
    const { document, variables } = mutation({ provider: 'p1', category: 'Gas', endDate: '2027-01-05' }, { contract: undefined });
    expect(document).toContain('contract: Competitor_Contract__cCreate');
    expect(variables.claim).toMatchObject({ Contract_Claim__c: { Competitor_Contract__c: '@{contract}' } });
    expect(variables.outcome).toMatchObject({ Call_Outcome__c: { Competitor_Contract__c: '@{contract}' } });
    expect(Object.keys(mutation({ provider: 'p1', endDate: '2027-01-05' }, { contract: undefined }).variables)).toEqual(['outcome']);
  });

  it('asks whether a line worked only of a line that was said, and dates only a next step', () => {
    const outcome = (values: Readonly<Record<string, string>>): unknown => mutation(values).variables.outcome;
    expect(outcome({ worked: 'Yes' })).toMatchObject({ Call_Outcome__c: { Worked__c: 'Unknown', Comparison_Claim__c: null } });
    expect(outcome({ worked: 'Yes', lineId: 'l1', lineWords: 'x'.repeat(300) })).toMatchObject({
      Call_Outcome__c: { Worked__c: 'Yes', Line_Said__c: 'x'.repeat(255) },
    });
    expect(outcome({ nextStep: 'None', nextStepDate: '2026-12-01' })).toMatchObject({ Call_Outcome__c: { Next_Step_Date__c: null } });
    expect(outcome({ nextStep: 'Visit', nextStepDate: '2026-12-01' })).toMatchObject({
      Call_Outcome__c: { Next_Step__c: 'Visit', Next_Step_Date__c: '2026-12-01' },
    });
  });
});
