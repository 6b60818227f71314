// Consent as tests of the package make and read it: people, evidence, verdicts.
import assert from 'node:assert/strict';
import type { Fields, OrgUnderTest } from '../testing/org-under-test.ts';

/** When and how somebody said yes, so that it counts. */
export const PROVEN = { Captured_At__c: '2026-02-03T13:05:00Z', Source__c: 'web form' };

export interface ConsentUnderTest {
  /** These three give the id of what they made. */
  account(name: string, legalForm: string): Promise<string>;
  contact(accountId: string | null, more?: Fields): Promise<string>;
  evidence(contactId: string, channel: string, state: string, more?: Fields): Promise<string>;
  /** Verdicts by channel. */
  verdicts(contactId: string): Promise<Fields>;
  sentence(contactId: string, channel: string): Promise<unknown>;
}

/** `org` is asked for each time, because tests open it after they are read. */
export function consentIn(org: () => OrgUnderTest): ConsentUnderTest {
  return {
    account: (name, legalForm) => org().create('Account', { Name: name, Legal_Form__c: legalForm }),
    contact: (accountId, more = {}) =>
      org().create('Contact', { LastName: 'Visser', Email: 'visser@bedrijf.example', AccountId: accountId, ...more }),
    evidence: (contactId, channel, state, more = {}) =>
      org().create('Consent_Evidence__c', { Contact__c: contactId, Channel__c: channel, State__c: state, ...more }),
    async verdicts(contactId) {
      const rows = await org().rows(`SELECT Channel__c, Verdict__c FROM Consent_Verdict__c WHERE Contact__c = '${contactId}'`);
      assert.equal(rows.length, 3);
      return Object.fromEntries(rows.map((row) => [row['Channel__c'], row['Verdict__c']]));
    },
    async sentence(contactId, channel) {
      const where = `Contact__c = '${contactId}' AND Channel__c = '${channel}'`;
      const [row] = await org().rows(`SELECT Sentence__c FROM Consent_Verdict__c WHERE ${where}`);
      return row?.['Sentence__c'];
    },
  };
}
