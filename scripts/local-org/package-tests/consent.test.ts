// Consent rules, evidence and verdicts as a user sees them through the API.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { consentIn, PROVEN } from './consent-under-test.ts';
import { openOrgUnderTest, refused, type Fields, type OrgUnderTest } from '../testing/org-under-test.ts';

let org: OrgUnderTest;

before(async () => {
  org = await openOrgUnderTest('2026-11-23');
});
after(() => org.close());

const { account, contact, evidence, verdicts, sentence } = consentIn(() => org);

test('sole traders and partnerships may not be called without consent, companies may, unknown forms are asked first', async () => {
  const expected = {
    'Sole Proprietorship': 'Call: may not — sole trader without consent',
    'General Partnership': 'Call: may not — general partnership without consent',
    'Professional Partnership': 'Call: may not — professional partnership without consent',
    'Private Limited Company': 'Call: may — legal person; respect an objection',
    Unknown: 'Call: ask first — legal form unknown: find out first',
  };
  for (const [legalForm, told] of Object.entries(expected))
    assert.equal(await sentence(await contact(await account(legalForm, legalForm)), 'Phone'), told);
  assert.equal(await sentence(await contact(null), 'Phone'), 'Call: may not — natural person without consent');
});

test('nobody is opted in by default: e-mail to a company needs consent too, post is allowed until objection', async () => {
  const person = await contact(await account('Bakkerij B.V.', 'Private Limited Company'), { Email: 'info@bakkerij.example' });
  assert.deepEqual(await verdicts(person), { Phone: 'May', Email: 'May Not', Post: 'May' });
  assert.equal(await sentence(person, 'Email'), 'E-mail: may not — no consent');
  await refused(org.create('Consent_Evidence__c', { Contact__c: person, Channel__c: 'Email' }), /State/);
});

test('consent with time and source allows; without one of them it is only claimed', async () => {
  const business = await account('Kapper', 'Sole Proprietorship');
  const proven = await contact(business);
  await evidence(proven, 'Phone', 'Given', PROVEN);
  assert.equal(await sentence(proven, 'Phone'), 'Call: may — consent 03-02-2026 14:05 through web form');
  await evidence(proven, 'Email', 'Given', { ...PROVEN, Double_Opt_In_At__c: '2026-02-04T08:00:00Z' });
  assert.equal(await sentence(proven, 'Email'), 'E-mail: may — double opt-in 04-02-2026 09:00 through web form');
  const claimed = await contact(business);
  const id = await evidence(claimed, 'Phone', 'Given', { Captured_At__c: '2026-02-03T13:05:00Z' });
  assert.deepEqual(await org.rows(`SELECT State__c FROM Consent_Evidence__c WHERE Id = '${id}'`), [{ State__c: 'Claimed' }]);
  assert.equal(await sentence(claimed, 'Phone'), 'Call: ask first — consent is only claimed, without time or source');
});

test('a withdrawal acts at once on every channel, and only later proven consent ends it', async () => {
  const person = await contact(await account('Schilder', 'Private Limited Company'));
  await evidence(person, 'Email', 'Given', PROVEN);
  assert.deepEqual(await verdicts(person), { Phone: 'May', Email: 'May', Post: 'May' });
  await evidence(person, 'Every Channel', 'Withdrawn', { Captured_At__c: '2026-05-01T10:00:00Z', Source__c: 'phone call' });
  assert.deepEqual(await verdicts(person), { Phone: 'May Not', Email: 'May Not', Post: 'May Not' });
  assert.equal(await sentence(person, 'Email'), 'E-mail: may not — withdrawn on 01-05-2026 12:00');
  await evidence(person, 'Email', 'Claimed');
  await evidence(person, 'Email', 'Given', { Captured_At__c: '2026-04-01T10:00:00Z', Source__c: 'old list' });
  assert.deepEqual(await verdicts(person), { Phone: 'May Not', Email: 'May Not', Post: 'May Not' });
  await evidence(person, 'Email', 'Given', { Captured_At__c: '2026-06-01T10:00:00Z', Source__c: 'web form' });
  assert.deepEqual(await verdicts(person), { Phone: 'May Not', Email: 'May', Post: 'May Not' });
});

test('a withdrawal of unknown time counts from when it was entered', async () => {
  const person = await contact(await account('Slager', 'Sole Proprietorship'));
  await evidence(person, 'Phone', 'Given', PROVEN);
  await evidence(person, 'Phone', 'Withdrawn');
  assert.equal(await sentence(person, 'Phone'), 'Call: may not — withdrawn on 23-11-2026 10:00');
  await evidence(person, 'Post', 'Refused');
  assert.equal(await sentence(person, 'Post'), 'Post: may not — refused on 23-11-2026 10:00');
});

test('do not call and the e-mail opt-out of the contact stand above consent', async () => {
  const person = await contact(await account('Loodgieter', 'Private Limited Company'), { DoNotCall: true });
  await evidence(person, 'Email', 'Given', PROVEN);
  await evidence(person, 'Phone', 'Given', PROVEN);
  assert.deepEqual(await verdicts(person), { Phone: 'May Not', Email: 'May', Post: 'May' });
  await org.update('Contact', person, { DoNotCall: false, HasOptedOutOfEmail: true });
  assert.deepEqual(await verdicts(person), { Phone: 'May', Email: 'May Not', Post: 'May' });
  assert.equal(await sentence(person, 'Email'), 'E-mail: may not — switched off on the contact');
});

test('legal form, account and customer relation decide again', async () => {
  const business = await account('Advies', 'Private Limited Company');
  const person = await contact(business);
  assert.deepEqual(await verdicts(person), { Phone: 'May', Email: 'May Not', Post: 'May' });
  await org.update('Account', business, { Legal_Form__c: 'Sole Proprietorship' });
  assert.deepEqual(await verdicts(person), { Phone: 'May Not', Email: 'May Not', Post: 'May' });
  const position = await org.position(business, 'CARE');
  assert.deepEqual(await verdicts(person), { Phone: 'May Not', Email: 'May', Post: 'May' });
  await org.update('Lifecycle_Position__c', position, {
    Lifecycle_Stage__c: await org.stageId('LOST'),
    Reason__c: 'Left for another provider',
    Evidence_Summary__c: 'Letter',
  });
  assert.deepEqual(await verdicts(person), { Phone: 'May Not', Email: 'May Not', Post: 'May' });
  await org.update('Contact', person, { AccountId: await account('Nieuwe baan', 'Foundation') });
  assert.deepEqual(await verdicts(person), { Phone: 'May', Email: 'May Not', Post: 'May' });
});

test('evidence is never changed and is never for what cannot be consented to', async () => {
  const person = await contact(await account('Archief', 'Foundation'));
  const id = await evidence(person, 'Phone', 'Withdrawn', PROVEN);
  await refused(org.update('Consent_Evidence__c', id, { State__c: 'Given' }), /Evidence is never changed/);
  await refused(org.update('Consent_Evidence__c', id, { Source__c: 'elsewhere' }), /Evidence is never changed/);
  await refused(evidence(person, 'Every Channel', 'Given', PROVEN), /Consent is for one channel/);
  await refused(evidence(person, 'Phone', 'Given', { ...PROVEN, Captured_At__c: '2027-01-01T00:00:00Z' }), /cannot lie in the future/);
  await refused(
    evidence(person, 'Email', 'Given', { ...PROVEN, Double_Opt_In_At__c: '2026-01-01T00:00:00Z' }),
    /cannot come before the consent/,
  );
});

test('rules without source, allowing a claim, or allowing e-mail to anybody are refused', async () => {
  const rule = {
    Name: 'Mine',
    Channel__c: 'Email',
    Legal_Form_Group__c: 'Any',
    Customer_Relation__c: 'Any',
    Evidence_Needed__c: 'Given',
    Verdict__c: 'May',
    Reason__c: 'Consent Given',
    Priority__c: 5,
    Source__c: 'Law',
    Checked_On_Date__c: '2026-11-01',
  };
  await refused(org.create('Consent_Rule__c', { ...rule, Source__c: null }), /where the rule comes from/);
  await refused(
    org.create('Consent_Rule__c', { ...rule, Channel__c: 'Phone', Evidence_Needed__c: 'Claimed' }),
    /only claimed never allows/,
  );
  await refused(org.create('Consent_Rule__c', { ...rule, Evidence_Needed__c: 'None' }), /only with given consent/);
  await refused(
    org.create('Consent_Rule__c', { ...rule, Valid_From_Date__c: '2026-02-01', Valid_Until_Date__c: '2026-01-01' }),
    /cannot be before/,
  );
});

test('a campaign that sells takes nobody who may not be approached over its channel', async () => {
  const person = await contact(await account('Fietsenmaker', 'Private Limited Company'));
  const campaign = (type: string, kind: string, more: Fields = {}): Promise<string> =>
    org.create('Campaign', { Name: `${type} ${kind}`, Type: type, Message_Kind__c: kind, ...more });
  const add = (campaignId: string): Promise<string> => org.create('CampaignMember', { CampaignId: campaignId, ContactId: person });
  const newsletter = await campaign('Email', 'Commercial');
  await refused(add(newsletter), /Not added to the campaign. E-mail: may not — no consent/);
  await add(await campaign('Email', 'Service', { Message_Kind_Reason__c: 'Tells about a disruption' }));
  await add(await campaign('Email', 'Commercial', { Status: 'Completed' }));
  await add(await campaign('Conference', 'Commercial'));
  await evidence(person, 'Email', 'Claimed');
  await refused(add(newsletter), /E-mail: ask first/);
  await evidence(person, 'Email', 'Given', PROVEN);
  await add(newsletter);
  await evidence(person, 'Phone', 'Withdrawn');
  await refused(add(await campaign('Telemarketing', 'Commercial')), /Call: may not — withdrawn/);
});

test('the sentence is in the language of whoever reads it, whoever caused the decision', async () => {
  const user = org.org.org.defaultUserId;
  const person = await contact(await account('Bloemist', 'Sole Proprietorship'));
  await evidence(person, 'Email', 'Given', { ...PROVEN, Double_Opt_In_At__c: '2026-02-04T08:00:00Z', Source__c: 'webformulier' });
  assert.equal(await sentence(person, 'Phone'), 'Call: may not — sole trader without consent');
  await org.update('User', user, { LanguageLocaleKey: 'nl_NL' });
  try {
    assert.equal(await sentence(person, 'Phone'), 'Bellen: mag niet — eenmanszaak zonder toestemming');
    assert.equal(await sentence(person, 'Email'), 'E-mail: mag — dubbele opt-in 04-02-2026 09:00 via webformulier');
  } finally {
    await org.update('User', user, { LanguageLocaleKey: 'en_US' });
  }
});

test('a standard consent record becomes evidence of every contact of the individual', async () => {
  const individual = await org.create('Individual', { LastName: 'Visser' });
  const person = await contact(await account('Winkel', 'Sole Proprietorship'), { IndividualId: individual });
  const consent = await org.create('ContactPointTypeConsent', {
    Name: 'Newsletter',
    PartyId: individual,
    ContactPointType: 'Email',
    CaptureContactPointType: 'Web',
    CaptureSource: 'web form',
    CaptureDate: '2026-03-01T09:00:00Z',
    DoubleConsentCaptureDate: '2026-03-02T09:00:00Z',
    PrivacyConsentStatus: 'OptIn',
  });
  assert.equal(await sentence(person, 'Email'), 'E-mail: may — double opt-in 02-03-2026 10:00 through web form');
  await org.update('ContactPointTypeConsent', consent, {
    PrivacyConsentStatus: 'OptOut',
    CaptureDate: '2026-10-01T09:00:00Z',
    DoubleConsentCaptureDate: null,
  });
  assert.equal(await sentence(person, 'Email'), 'E-mail: may not — withdrawn on 01-10-2026 11:00');
  assert.equal((await org.rows(`SELECT Id FROM Consent_Evidence__c WHERE Contact__c = '${person}'`)).length, 2);
});

test('a contact that is given its individual later takes over an older opt-out', async () => {
  const individual = await org.create('Individual', { LastName: 'Smit' });
  for (const [type, status] of [
    ['Email', 'OptIn'],
    ['MobilePhone', 'OptOut'],
    ['Web', 'OptIn'],
  ])
    await org.create('ContactPointTypeConsent', {
      Name: 'Preference page',
      PartyId: individual,
      ContactPointType: type,
      CaptureContactPointType: 'Web',
      CaptureSource: 'preference page',
      CaptureDate: '2026-03-01T09:00:00Z',
      PrivacyConsentStatus: status,
    });
  const person = await contact(await account('Drukkerij', 'Private Limited Company'));
  assert.deepEqual(await verdicts(person), { Phone: 'May', Email: 'May Not', Post: 'May' });
  await org.update('Contact', person, { IndividualId: individual });
  assert.deepEqual(await verdicts(person), { Phone: 'May Not', Email: 'May', Post: 'May' });
  const second = await contact(await account('Drukkerij 2', 'Private Limited Company'), { IndividualId: individual });
  assert.deepEqual(await verdicts(second), { Phone: 'May Not', Email: 'May', Post: 'May' });
});

test('the night on which a rule ends or begins decides again what it decided', async () => {
  const business = await account('Rijschool', 'Sole Proprietorship');
  await org.position(business, 'CARE');
  const [rule] = await org.rows("SELECT Id FROM Consent_Rule__c WHERE External_Id__c = 'phone-customer-until-2026'");
  await org.update('Consent_Rule__c', String(rule?.['Id']), { Valid_Until_Date__c: '2026-11-24' });
  const person = await contact(business);
  assert.match(String(await sentence(person, 'Phone')), /^Call: may — existing customer/);
  const faults = await org.runUntil('2026-11-25');
  assert.deepEqual(faults, []);
  assert.equal(await sentence(person, 'Phone'), 'Call: may not — sole trader without consent');
  await org.create('Consent_Rule__c', {
    Name: 'Post only on request',
    Channel__c: 'Post',
    Legal_Form_Group__c: 'Natural Person',
    Customer_Relation__c: 'Any',
    Evidence_Needed__c: 'None',
    Verdict__c: 'Ask First',
    Reason__c: 'Natural Person',
    Priority__c: 5,
    Source__c: 'Own policy',
    Checked_On_Date__c: '2026-11-25',
    Valid_From_Date__c: '2026-11-27',
  });
  await org.runUntil('2026-11-26');
  assert.deepEqual(await verdicts(person), { Phone: 'May Not', Email: 'May', Post: 'May' });
  await org.runUntil('2026-11-27');
  assert.deepEqual(await verdicts(person), { Phone: 'May Not', Email: 'May', Post: 'Ask First' });
});
