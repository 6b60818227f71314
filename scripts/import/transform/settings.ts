// What the transformation must know besides the file: who supplied it, when, and how the org names the providers.

import type { CivilDate } from '../../platform/civil-date.ts';
import type { Language } from '../source/language.ts';
import type { KnownBusinesses } from './business.ts';
import type { Plausibility } from './plausibility.ts';

/** Where the contracts of one provider go. */
export interface ProviderKey {
  /** External_Id__c of the Competitor__c. */
  readonly externalId: string;
  /** The provider's part of the external ids of its contracts. */
  readonly contractKey: string;
}

export interface TransformSettings {
  /** By normalised spelling (provider-key.ts). A spelling that is missing is loaded under its own normalised spelling. */
  readonly providerKeys: ReadonlyMap<string, ProviderKey>;
  readonly sourceName: string;
  readonly obtainedOn: CivilDate;
  readonly importRunExternalId: string;
  /** `create` also fills accountCsv, and then needs a company name. */
  readonly accountsMode: 'match' | 'create';
  /** For rows without KvK number. */
  readonly businesses?: KnownBusinesses;
  /** KvK numbers of the file that stand for other accounts. */
  readonly kvkAliases?: ReadonlyMap<number, number>;
  readonly language: Language;
  readonly today: CivilDate;
  /** Number of worker threads; undefined = processors − 1, at least 1. */
  readonly workers?: number;
  readonly plausibility?: Partial<Plausibility>;
}
