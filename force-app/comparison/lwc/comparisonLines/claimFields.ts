// What a person may write of a claim, and what stands there when the form opens.
import type { ClaimNode } from './scriptNodes';

const NAMES = [
  'Kind__c',
  'Topic__c',
  'Audience__c',
  'Notice_State__c',
  'Most_Days_Left__c',
  'Line__c',
  'Our_Fact__c',
  'Their_Fact__c',
  'Objection__c',
  'Answer__c',
  'Source__c',
  'Source_Website__c',
  'Checked_On_Date__c',
  'Valid_Until_Date__c',
  'Is_Special_Offer__c',
  'Offer_Begin_Date__c',
  'Offer_End_Date__c',
  'Order__c',
] as const;

export type ClaimName = (typeof NAMES)[number];
export type ClaimFields = Readonly<Record<ClaimName, string | number | boolean | null>>;

/** A new claim is a difference for the rep's eyes only, until somebody decides otherwise. */
export function fieldsOf(claim: ClaimNode | undefined): ClaimFields {
  const blank = Object.fromEntries(NAMES.map((name) => [name, null])) as Record<ClaimName, null>;
  if (!claim) return { ...blank, Kind__c: 'Difference', Audience__c: 'Internal', Is_Special_Offer__c: false };
  const written = NAMES.map((name) => [name, claim[name]?.value ?? null] as const);
  return {
    ...(Object.fromEntries(written) as Record<ClaimName, string | number | boolean | null>),
    Is_Special_Offer__c: claim.Is_Special_Offer__c?.value === true,
  };
}
