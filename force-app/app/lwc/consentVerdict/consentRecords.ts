// The records of a consent and of a withdrawal: the platform's own where the org keeps them, or else the package's evidence alone.
import type { RecordChange } from 'c/recordBatch';
import type { SaidConsent } from 'c/consentForm';
import type { PartyNode } from './partyQuery';

/** Channels of a verdict, by the contact point of the standard consent record. */
const CONTACT_POINTS: Readonly<Record<string, string>> = { Phone: 'Phone', Email: 'Email', Post: 'MailingAddress' };
const EVERY_CHANNEL = 'Every Channel';

/**
 * The standard record belongs to an individual, so a contact that has none gets one. A flow of the consent package registers the evidence of it
 * and decides again, within the same transaction.
 */
export function standardConsent(party: PartyNode, said: SaidConsent): readonly RecordChange[] {
  const known = party.IndividualId?.value;
  const point = CONTACT_POINTS[said.channel] ?? said.channel;
  return [
    ...(known ? [] : newIndividual(party)),
    {
      kind: 'create',
      object: 'ContactPointTypeConsent',
      fields: {
        Name: said.wording,
        PartyId: known ?? '@{c0}',
        ContactPointType: point,
        CaptureContactPointType: point,
        PrivacyConsentStatus: 'OptIn',
        CaptureDate: said.capturedAt,
        CaptureSource: said.source,
        EffectiveFrom: said.capturedAt,
        DoubleConsentCaptureDate: said.confirmedAt || null,
        DataUsePurposeId: said.purpose || null,
      },
    },
  ];
}

function newIndividual({ Id, FirstName, LastName }: PartyNode): readonly RecordChange[] {
  return [
    { kind: 'create', object: 'Individual', fields: { FirstName: FirstName?.value ?? null, LastName: LastName?.value ?? '' } },
    { kind: 'update', object: 'Contact', id: Id, fields: { IndividualId: '@{c0}' } },
  ];
}

export function ownConsent(contactId: string, said: SaidConsent): readonly RecordChange[] {
  return [
    {
      kind: 'create',
      object: 'Consent_Evidence__c',
      fields: {
        Contact__c: contactId,
        Channel__c: said.channel,
        State__c: 'Given',
        Captured_At__c: said.capturedAt,
        Double_Opt_In_At__c: said.confirmedAt || null,
        Source__c: said.source,
        Wording__c: said.wording,
      },
    },
  ];
}

/** What the person withdraws, from when, and where it was said. */
export interface Withdrawal {
  readonly channel: string;
  readonly at: string;
  readonly source: string;
}

/** Undefined for somebody without an individual: no standard record can say that this person consented. */
export function standardWithdrawal(party: PartyNode, { channel, at, source }: Withdrawal): readonly RecordChange[] | undefined {
  const individual = party.IndividualId?.value;
  if (!individual) return undefined;
  const points = channel === EVERY_CHANNEL ? Object.values(CONTACT_POINTS) : [CONTACT_POINTS[channel] ?? channel];
  return points.map((point) => ({
    kind: 'create',
    object: 'ContactPointTypeConsent',
    fields: {
      Name: source,
      PartyId: individual,
      ContactPointType: point,
      CaptureContactPointType: point,
      PrivacyConsentStatus: 'OptOut',
      CaptureDate: at,
      CaptureSource: source,
      EffectiveFrom: at,
    },
  }));
}

export function ownWithdrawal(contactId: string, { channel, at, source }: Withdrawal): readonly RecordChange[] {
  const fields = { Contact__c: contactId, Channel__c: channel, State__c: 'Withdrawn', Captured_At__c: at, Source__c: source };
  return [{ kind: 'create', object: 'Consent_Evidence__c', fields }];
}
