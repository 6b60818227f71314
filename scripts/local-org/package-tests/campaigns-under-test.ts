// Campaigns, their members and event rules, as tests of communication write them.
import type { Fields, OrgUnderTest } from '../testing/org-under-test.ts';

/** `org` is asked each time, since tests open it after this was called. */
export function campaignsUnderTest(org: () => OrgUnderTest) {
  let rules = 0;
  const policy = async (): Promise<Fields> =>
    (await org().rows('SELECT Id, Running_Campaigns__c, Running_Base_Campaigns__c, Verdict__c FROM Frequency_Policy__c'))[0] ?? {};
  return {
    policy,
    setPolicy: async (fields: Fields): Promise<void> => org().update('Frequency_Policy__c', String((await policy())['Id']), fields),
    campaign: (fields: Fields = {}): Promise<string> =>
      org().create('Campaign', { Name: 'Wave', Message_Kind__c: 'Commercial', IsActive: true, ...fields }),
    /** Ends what earlier tests have begun. */
    async stopCampaigns(): Promise<void> {
      for (const campaign of await org().rows('SELECT Id FROM Campaign WHERE IsActive = true'))
        await org().update('Campaign', String(campaign['Id']), { IsActive: false });
    },
    account: (Name: string): Promise<string> => org().create('Account', { Name }),
    contact: (AccountId: string): Promise<string> => org().create('Contact', { AccountId, LastName: 'Jansen' }),
    member: (CampaignId: string, ContactId: string): Promise<string> => org().create('CampaignMember', { CampaignId, ContactId }),
    rule: (fields: Fields): Promise<string> =>
      org().create('Event_Rule__c', {
        Name: 'Rule under test',
        External_Id__c: `test-${(rules += 1)}`,
        Event__c: 'Relocation',
        Offset_Days__c: 10,
        Direction__c: 'Before',
        Action__c: 'Create Task',
        Message_Kind__c: 'Service',
        Task_Subject__c: 'Ask what moves along',
        Is_Active__c: true,
        ...fields,
      }),
  };
}
