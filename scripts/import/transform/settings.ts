// What the transformation must know besides the file: who supplied it, when, and how the org names the providers.

import type { CivilDate } from '../../platform/civil-date.ts';
import type { Language } from '../source/inspection.ts';

/** Where the contracts of one provider go. */
export interface ProviderKey {
  /** External_Id__c of the Competitor__c. */
  readonly externalId: string;
  /** The provider's part of the external ids of its contracts. */
  readonly contractKey: string;
}

/** Limits of what is believed; data, so that a supplier of long leases can be given other ones. */
export interface Plausibility {
  /** An end date further ahead than this rejects the row. */
  readonly endAtMostYearsAhead: number;
  /** An end date further back than this is counted as a warning. */
  readonly endLongPastYears: number;
  readonly noticeAtMostMonths: number;
  readonly noticeAtMostDays: number;
  readonly termAtMostMonths: number;
  /** Two-digit years are read as the year between today minus this … */
  readonly twoDigitYearsBack: number;
}

export interface TransformSettings {
  /** By normalised spelling (provider-key.ts). A spelling that is missing is loaded under its own normalised spelling. */
  readonly providerKeys: ReadonlyMap<string, ProviderKey>;
  readonly sourceName: string;
  readonly obtainedOn: CivilDate;
  readonly importRunExternalId: string;
  /** `create` also fills accountCsv, and then needs a company name. */
  readonly accountsMode: 'match' | 'create';
  readonly language: Language;
  readonly today: CivilDate;
  /** Number of worker threads; undefined = processors − 1, at least 1. */
  readonly workers?: number;
  readonly plausibility?: Partial<Plausibility>;
}
